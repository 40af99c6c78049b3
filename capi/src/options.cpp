#include "options.hpp"

#include <memory>
#include <optional>

#include "arguments.hpp"
#include "guard.hpp"

namespace capi = brukerplan::capi;

namespace {

int32_t set_text(bplan_options* options, std::string bplan_options::*member, const char* text,
                 int64_t length, const char* name, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(options, "options").*member;
        to = std::string{capi::text_argument(text, length, name)};
    });
}

/// Two ways to ask for the same thing: the last one counts.
int32_t set_one_of_two(bplan_options* options, std::string bplan_options::*member,
                       std::string bplan_options::*other, const char* text, int64_t length,
                       const char* name, bplan_error* err) noexcept {
    const auto code = set_text(options, member, text, length, name, err);
    if (code == BPLAN_OK) {
        (options->*other).clear();
    }
    return code;
}

int32_t set_date(bplan_options* options,
                 std::optional<brukerplan::date> brukerplan::validation_options::*member,
                 int32_t year, int32_t month, int32_t day, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        capi::required(options, "options").validation.*member =
            capi::date_argument(year, month, day);
    });
}

} // namespace

int32_t bplan_options_create(bplan_options** options, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(options), [&] { *options = new bplan_options; });
}

void bplan_options_free(bplan_options* options) noexcept {
    delete options;
}

int32_t bplan_options_set_pack(bplan_options* options, const char* id, int64_t length,
                               bplan_error* err) noexcept {
    return set_one_of_two(options, &bplan_options::pack_id, &bplan_options::pack_json, id, length,
                          "id", err);
}

int32_t bplan_options_set_pack_json(bplan_options* options, const char* json, int64_t length,
                                    bplan_error* err) noexcept {
    return set_one_of_two(options, &bplan_options::pack_json, &bplan_options::pack_id, json, length,
                          "json", err);
}

int32_t bplan_options_set_mapping_json(bplan_options* options, const char* json, int64_t length,
                                       bplan_error* err) noexcept {
    return set_text(options, &bplan_options::mapping_json, json, length, "json", err);
}

int32_t bplan_options_set_profile_json(bplan_options* options, const char* json, int64_t length,
                                       bplan_error* err) noexcept {
    return set_text(options, &bplan_options::profile_json, json, length, "json", err);
}

int32_t bplan_options_set_scheme(bplan_options* options, const char* id, int64_t length,
                                 bplan_error* err) noexcept {
    return set_one_of_two(options, &bplan_options::scheme_id, &bplan_options::scheme_json, id,
                          length, "id", err);
}

int32_t bplan_options_set_scheme_json(bplan_options* options, const char* json, int64_t length,
                                      bplan_error* err) noexcept {
    return set_one_of_two(options, &bplan_options::scheme_json, &bplan_options::scheme_id, json,
                          length, "json", err);
}

int32_t bplan_options_set_language(bplan_options* options, const char* language, int64_t length,
                                   bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(options, "options").language;
        const auto wanted = capi::text_argument(language, length, "language");
        to = std::string{wanted.empty() ? "nb" : wanted};
    });
}

int32_t bplan_options_set_test_numbers(bplan_options* options, int32_t on,
                                       bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(), [&] {
        auto& to = capi::required(options, "options").validation.test_numbers;
        to = capi::switch_argument(on);
    });
}

int32_t bplan_options_set_reference_date(bplan_options* options, int32_t year, int32_t month,
                                         int32_t day, bplan_error* err) noexcept {
    return set_date(options, &brukerplan::validation_options::reference_date, year, month, day,
                    err);
}

int32_t bplan_options_set_period_first(bplan_options* options, int32_t year, int32_t month,
                                       int32_t day, bplan_error* err) noexcept {
    return set_date(options, &brukerplan::validation_options::period_first, year, month, day, err);
}

int32_t bplan_options_set_period_last(bplan_options* options, int32_t year, int32_t month,
                                      int32_t day, bplan_error* err) noexcept {
    return set_date(options, &brukerplan::validation_options::period_last, year, month, day, err);
}
