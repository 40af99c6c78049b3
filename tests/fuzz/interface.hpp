// The C interface as the harnesses use it: handles that free themselves, and answers that must
// come.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <brukerplan/brukerplan.h>

#include "property.hpp"

namespace fuzz {

template <auto Free>
struct freed {
    template <class Handle>
    void operator()(Handle* handle) const {
        Free(handle);
    }
};
using options = std::unique_ptr<bplan_options, freed<&bplan_options_free>>;
using context = std::unique_ptr<bplan_context, freed<&bplan_context_free>>;
using document = std::unique_ptr<bplan_document, freed<&bplan_document_free>>;
using number = std::unique_ptr<bplan_number, freed<&bplan_number_free>>;
using number_policy = std::unique_ptr<bplan_number_policy, freed<&bplan_number_policy_free>>;
using pseudonymiser = std::unique_ptr<bplan_pseudonymiser, freed<&bplan_pseudonymiser_free>>;

inline std::int64_t size_of(std::string_view text) {
    return static_cast<std::int64_t>(text.size());
}

inline void must(std::int32_t code, const char* call) {
    require(code == BPLAN_OK, call);
}

/// What a function leaves as a pointer and a length.
template <class Call, class... Input>
std::string_view text_from(Call call, Input... input) {
    const char* text = nullptr;
    std::int64_t length = 0;
    must(call(input..., &text, &length, nullptr), "a text of a good handle is given");
    require(text != nullptr && length >= 0 && text[length] == '\0', "a text ends with a zero byte");
    return {text, static_cast<std::size_t>(length)};
}

inline bool in_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80    ? 1
                                   : first >= 0xF0 ? 4
                                   : first >= 0xE0 ? 3
                                   : first >= 0xC0 ? 2
                                                   : 0;
        if (length == 0 || i + length > text.size()) {
            return false;
        }
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

/// A failed call leaves its code and one line of text in the error.
inline void require_told(const bplan_error& err, std::int32_t code) {
    require(err.code == code, "the error has the code that was returned");
    require(code < BPLAN_ERROR_MEMORY, "no input is a fault of the library");
    require(std::memchr(err.message, '\0', sizeof err.message) != nullptr, "a message ends");
    const std::string_view message{err.message};
    require(!message.empty() && fit_for_logs(message), "a message is one line");
    require(in_utf8(message), "a message is not cut within a character");
}

/// Whether a text holds eleven digits that are somebody's number, of whatever kind.
inline bool holds_national_number(std::string_view text) {
    static const auto anything = [] {
        bplan_number_policy* made = nullptr;
        must(bplan_number_policy_create(&made, nullptr), "a policy is made");
        must(bplan_number_policy_set_kinds(made, BPLAN_NUMBER_KINDS_NATIONAL, nullptr), "kinds");
        must(bplan_number_policy_set_dates(made, BPLAN_NUMBER_DATES_LENIENT, nullptr), "dates");
        return number_policy{made};
    }();
    return holds_number(text, [](std::string_view eleven) {
        bplan_number* found = nullptr;
        must(bplan_number_check(anything.get(), eleven.data(), size_of(eleven), &found, nullptr),
             "a number is checked");
        const number holder{found};
        std::int32_t valid = 0;
        must(bplan_number_get_valid(found, &valid, nullptr), "whether it is valid");
        return valid == 1;
    });
}

} // namespace fuzz
