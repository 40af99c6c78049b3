#include "context.hpp"

#include <algorithm>

#include "guard.hpp"
#include "options.hpp"

namespace capi = brukerplan::capi;

namespace {

std::shared_ptr<const brukerplan::pack> pack_for(const bplan_options& options) {
    if (options.pack_json.empty() && options.pack_id.empty()) {
        return brukerplan::newest_pack();
    }
    const auto json = options.pack_json.empty() ? brukerplan::shipped_pack_json(options.pack_id)
                                                : std::string_view{options.pack_json};
    if (json.empty()) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_PACK, "no pack of this id comes with the library"};
    }
    auto loaded = brukerplan::load_pack(json);
    if (!loaded) {
        throw capi::refusal{BPLAN_ERROR_INVALID_PACK,
                            "pack: " + loaded.error().path + ": " + loaded.error().message};
    }
    return *std::move(loaded);
}

/// Null when none is asked for and the pack has none.
const brukerplan::scheme_definition* scheme_for(const bplan_options& options,
                                                const brukerplan::pack& pack) {
    if (options.scheme_id.empty()) {
        return pack.schemes.empty() ? nullptr : &pack.schemes.front();
    }
    const auto* found = pack.find_scheme(options.scheme_id);
    if (found == nullptr) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_SCHEME,
                            "the pack has no scoring scheme of this id"};
    }
    return found;
}

std::unique_ptr<bplan_context> make_context(const bplan_options& options) {
    const auto& validation = options.validation;
    if (validation.period_first && validation.period_last &&
        *validation.period_last < *validation.period_first) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "the period ends before it begins"};
    }
    const auto pack = pack_for(options);
    const auto* scheme = scheme_for(options, *pack);
    const auto& languages = pack->languages;
    if (std::find(languages.begin(), languages.end(), options.language) == languages.end()) {
        throw capi::refusal{BPLAN_ERROR_UNKNOWN_LANGUAGE, "the pack has no texts in this language"};
    }
    return std::make_unique<bplan_context>(pack, scheme, validation, options.language);
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
