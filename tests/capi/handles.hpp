// The C interface as tests use it: handles that free themselves, and calls that must succeed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <brukerplan/brukerplan.h>

namespace capi_test {

struct freed {
    void operator()(bplan_options* o) const { bplan_options_free(o); }
    void operator()(bplan_context* c) const { bplan_context_free(c); }
    void operator()(bplan_document* d) const { bplan_document_free(d); }
    void operator()(bplan_scheme* s) const { bplan_scheme_free(s); }
    void operator()(bplan_number_policy* p) const { bplan_number_policy_free(p); }
    void operator()(bplan_number* n) const { bplan_number_free(n); }
    void operator()(bplan_validation* v) const { bplan_validation_free(v); }
    void operator()(bplan_histogram* h) const { bplan_histogram_free(h); }
    void operator()(bplan_pseudonymiser* p) const { bplan_pseudonymiser_free(p); }
};
using options = std::unique_ptr<bplan_options, freed>;
using context = std::unique_ptr<bplan_context, freed>;
using document = std::unique_ptr<bplan_document, freed>;
using scheme = std::unique_ptr<bplan_scheme, freed>;
using number_policy = std::unique_ptr<bplan_number_policy, freed>;
using number = std::unique_ptr<bplan_number, freed>;
using validation = std::unique_ptr<bplan_validation, freed>;
using histogram = std::unique_ptr<bplan_histogram, freed>;
using pseudonymiser = std::unique_ptr<bplan_pseudonymiser, freed>;

inline std::int64_t size_of(std::string_view text) {
    return static_cast<std::int64_t>(text.size());
}

template <class List>
std::int64_t size_of_list(const List& list) {
    return static_cast<std::int64_t>(list.size());
}

inline options make_options() {
    bplan_options* made = nullptr;
    REQUIRE(bplan_options_create(&made, nullptr) == BPLAN_OK);
    return options{made};
}

inline number_policy make_policy() {
    bplan_number_policy* made = nullptr;
    REQUIRE(bplan_number_policy_create(&made, nullptr) == BPLAN_OK);
    return number_policy{made};
}

inline number_policy test_policy() {
    auto made = make_policy();
    REQUIRE(bplan_number_policy_set_test_numbers(made.get(), 1, nullptr) == BPLAN_OK);
    return made;
}

/// Null for the default policy.
inline number check_number(const number_policy& policy, std::string_view text) {
    bplan_number* made = nullptr;
    REQUIRE(bplan_number_check(policy.get(), text.data(), size_of(text), &made, nullptr) ==
            BPLAN_OK);
    return number{made};
}

/// Options as records of people who do not exist need them.
inline options test_options(std::string_view language = "en") {
    auto made = make_options();
    REQUIRE(bplan_options_set_test_numbers(made.get(), 1, nullptr) == BPLAN_OK);
    REQUIRE(bplan_options_set_language(made.get(), language.data(), size_of(language), nullptr) ==
            BPLAN_OK);
    return made;
}

inline context make_context(const options& from) {
    bplan_context* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_context_create(from.get(), &made, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return context{made};
}

using door = decltype(&bplan_record_check);

inline document through(door call, const context& with, std::string_view record) {
    bplan_document* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = call(with.get(), record.data(), size_of(record), &made, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return document{made};
}

inline document check(const context& with, std::string_view record) {
    return through(&bplan_record_check, with, record);
}

/// What a function with text as its output gives.
template <class Handle, class... Argument>
std::string text_from(int32_t (*get)(const Handle*, Argument..., const char**, std::int64_t*,
                                     bplan_error*) noexcept,
                      const std::unique_ptr<Handle, freed>& handle, Argument... argument) {
    const char* text = nullptr;
    std::int64_t length = -1;
    REQUIRE(get(handle.get(), argument..., &text, &length, nullptr) == BPLAN_OK);
    REQUIRE(text != nullptr);
    CHECK(text[length] == '\0');
    return {text, static_cast<std::size_t>(length)};
}

/// What a function with a number as its output gives.
template <class Handle, class Number>
Number number_from(int32_t (*get)(const Handle*, Number*, bplan_error*) noexcept,
                   const std::unique_ptr<Handle, freed>& handle) {
    Number number = -1;
    REQUIRE(get(handle.get(), &number, nullptr) == BPLAN_OK);
    return number;
}

inline std::string finding_text(const document& from, std::int64_t index, std::int32_t part) {
    const char* text = nullptr;
    std::int64_t length = -1;
    REQUIRE(bplan_document_get_finding_text(from.get(), index, part, &text, &length, nullptr) ==
            BPLAN_OK);
    CHECK(text[length] == '\0');
    return {text, static_cast<std::size_t>(length)};
}

/// Codes of all findings, in order, with a blank behind each.
inline std::string codes_of(const document& from) {
    std::string codes;
    const auto count = number_from(&bplan_document_count_findings, from);
    for (std::int64_t i = 0; i < count; ++i) {
        codes += finding_text(from, i, BPLAN_FINDING_CODE) + " ";
    }
    return codes;
}

} // namespace capi_test
