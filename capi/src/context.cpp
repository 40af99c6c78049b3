#include "context.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "guard.hpp"
#include "instrument.hpp"
#include "options.hpp"

namespace capi = brukerplan::capi;

namespace {

/// 64 bits of FNV-1a (Fowler, Noll, Vo) over texts and where each of them ends, as hexadecimal
/// digits.
std::string fingerprint_of(std::initializer_list<std::string_view> texts) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto take = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001B3U; };
    for (const auto text : texts) {
        std::for_each(text.begin(), text.end(), take);
        take(0);
    }
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) {
        digits += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return digits;
}

std::string text_of(const std::optional<brukerplan::date>& day) {
    if (!day) {
        return {};
    }
    const auto characters = brukerplan::format_date(*day);
    return {characters.data(), characters.size()};
}

/// Two contexts with the same fingerprint find the same in the same rows.
std::string fingerprint_of(const bplan_options& options, const brukerplan::pack& pack) {
    const auto& v = options.validation;
    return fingerprint_of({pack.id, pack.edition, options.pack_json, options.mapping_json,
                           options.profile_json, v.test_numbers ? "1" : "0",
                           text_of(v.reference_date), text_of(v.period_first),
                           text_of(v.period_last)});
}

std::unique_ptr<bplan_context> make_context(const bplan_options& options) {
    auto validation = options.validation;
    if (validation.period_first && validation.period_last &&
        *validation.period_last < *validation.period_first) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "the period ends before it begins"};
    }
    auto pack = capi::pack_argument(options.pack_id, options.pack_json);
    if (!options.mapping_json.empty()) {
        pack = capi::mapped(*pack, options.mapping_json);
    }
    if (!options.profile_json.empty()) {
        validation.tuning = capi::profile_argument(*pack, options.profile_json);
    }
    auto scheme = options.scheme_json.empty() ? capi::scheme_in(*pack, options.scheme_id)
                                              : capi::own_scheme_beside(*pack, options.scheme_json);
    const auto& languages = pack->languages;
    if (std::find(languages.begin(), languages.end(), options.language) == languages.end()) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_LANGUAGE, "the pack has no texts in this language"};
    }
    auto made =
        std::make_unique<bplan_context>(pack, std::move(scheme), validation, options.language);
    made->fingerprint = fingerprint_of(options, *pack);
    return made;
}

} // namespace

int32_t bplan_context_create(const bplan_options* options, bplan_context** context,
                             bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(context), [&] {
        *context = make_context(options != nullptr ? *options : bplan_options{}).release();
    });
}

void bplan_context_free(bplan_context* context) noexcept {
    delete context;
}

int32_t bplan_context_get_pack_id(const bplan_context* context, const char** id, int64_t* length,
                                  bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(id, length), [&] {
        capi::give(capi::required(context, "context").pack().id, id, length);
    });
}

int32_t bplan_context_get_scheme_id(const bplan_context* context, const char** id, int64_t* length,
                                    bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(id, length), [&] {
        const auto& scheme = capi::required(context, "context").scheme;
        capi::give(scheme ? std::string_view{scheme->id()} : std::string_view{}, id, length);
    });
}

int32_t bplan_context_get_language(const bplan_context* context, const char** language,
                                   int64_t* length, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(language, length), [&] {
        capi::give(capi::required(context, "context").language, language, length);
    });
}

int32_t bplan_context_get_test_numbers(const bplan_context* context, int32_t* on,
                                       bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(on), [&] {
        *on = capi::required(context, "context").validator.options().test_numbers ? 1 : 0;
    });
}
