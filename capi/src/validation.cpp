// What was found in a table: counts, rows, and the findings themselves.
#include "validation.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/model/severity.hpp>

#include "arguments.hpp"
#include "document.hpp"
#include "guard.hpp"
#include "write/arrow_results.hpp"
#include "write/listing.hpp"
#include "write/result_json.hpp"

namespace capi = brukerplan::capi;

using brukerplan::severity_counts;
using brukerplan::unit_counts;

static_assert(static_cast<int>(unit_counts::kind::named) == BPLAN_UNIT_NAMED &&
              static_cast<int>(unit_counts::kind::unnamed) == BPLAN_UNIT_UNNAMED &&
              static_cast<int>(unit_counts::kind::masked) == BPLAN_UNIT_MASKED &&
              static_cast<int>(unit_counts::kind::others) == BPLAN_UNIT_OTHERS);

namespace {

/// One severity of several counts, or all of them together.
std::int64_t counted(const severity_counts& counts, std::int32_t severity) {
    if (severity == BPLAN_SEVERITY_ANY) {
        return static_cast<std::int64_t>(brukerplan::total(counts));
    }
    if (severity < 0 || static_cast<std::size_t>(severity) >= counts.size()) {
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such severity"};
    }
    return static_cast<std::int64_t>(counts[static_cast<std::size_t>(severity)]);
}

template <class List>
std::size_t index_argument(const List& list, std::int64_t index, const char* name) {
    if (index < 0 || static_cast<std::uint64_t>(index) >= list.size()) {
        throw capi::refusal{BPLAN_ERROR_OUT_OF_RANGE,
                            "there are " + std::to_string(list.size()) + " " + name};
    }
    return static_cast<std::size_t>(index);
}

std::size_t rule_argument(const bplan_validation& of, std::int64_t rule) {
    return index_argument(of.pack->rules, rule, "rules");
}
std::size_t field_argument(const bplan_validation& of, std::int64_t field) {
    return index_argument(of.pack->fields, field, "fields");
}
const unit_counts& unit_argument(const bplan_validation& of, std::int64_t unit) {
    return of.units[index_argument(of.units, unit, "units")];
}

/// The functions with one number as their result.
template <class Number, class Get>
int32_t tell(const bplan_validation* validation, Number* to, Get get, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(to), [&] {
        *to = static_cast<Number>(get(capi::required(validation, "validation")));
    });
}

/// The functions with one text as their result.
template <class Get>
int32_t tell_text(const bplan_validation* validation, const char** text, std::int64_t* length,
                  Get get, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(text, length), [&] {
        capi::give(get(capi::required(validation, "validation")), text, length);
    });
}

const std::vector<std::int8_t>& worst_of(const bplan_validation* validation) {
    const auto& v = capi::required(validation, "validation");
    if (!v.rows_kept) {
        throw capi::refusal{BPLAN_ERROR_NOT_THERE, "the severities of rows were not kept"};
    }
    return v.worst;
}

/// Puts what `each` hands out into an array of a caller's, when there is room for all of it.
template <class Element, class Each>
int32_t fill_array(const bplan_validation* validation, Element* array, std::int64_t capacity,
                   std::int64_t* count, Each each, bplan_error* err) noexcept {
    const auto code = capi::guarded(err, capi::outputs(count), [&] {
        const auto room = capi::count_argument(capacity);
        capi::empty_array(capi::array_argument(array, room, "the array"), capacity);
        const auto& worst = worst_of(validation);
        std::int64_t needed = 0;
        each(worst, [&](Element) { ++needed; });
        if (static_cast<std::uint64_t>(needed) <= room) {
            each(worst, [to = array](Element element) mutable { *to++ = element; });
        }
        *count = needed;
    });
    if (code != BPLAN_OK) {
        capi::empty_array(array, capacity);
    }
    return code;
}

int32_t fill_rows(const bplan_validation* validation, bool with_errors, std::int64_t* rows,
                  std::int64_t capacity, std::int64_t* count, bplan_error* err) noexcept {
    return fill_array(
        validation, rows, capacity, count,
        [&](const auto& worst, auto use) {
            for (std::size_t row = 0; row < worst.size(); ++row) {
                if (is_error(static_cast<brukerplan::severity>(worst[row])) == with_errors) {
                    use(static_cast<std::int64_t>(row));
                }
            }
        },
        err);
}

brukerplan::detail::listing_format form_argument(std::int32_t form) {
    switch (form) {
    case BPLAN_LISTING_JSON:
        return brukerplan::detail::listing_format::json;
    case BPLAN_LISTING_NDJSON:
        return brukerplan::detail::listing_format::ndjson;
    default:
        throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such form"};
    }
}

} // namespace

void bplan_validation_free(bplan_validation* validation) noexcept {
    delete validation;
}

int32_t bplan_validation_count_rows(const bplan_validation* validation, int32_t severity,
                                    int64_t* count, bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) { return counted(v.log.counts().rows_by_worst(), severity); }, err);
}

int32_t bplan_validation_count_findings(const bplan_validation* validation, int32_t severity,
                                        int64_t* count, bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) { return counted(v.log.counts().findings(), severity); }, err);
}

int32_t bplan_validation_count_details(const bplan_validation* validation, int64_t* count,
                                       bplan_error* err) noexcept {
    return tell(
        validation, count, [](const auto& v) { return v.log.details().size(); }, err);
}

int32_t bplan_validation_get_truncated(const bplan_validation* validation, int32_t* truncated,
                                       bplan_error* err) noexcept {
    return tell(
        validation, truncated, [](const auto& v) { return v.log.truncated() ? 1 : 0; }, err);
}

int32_t bplan_validation_count_unknown_columns(const bplan_validation* validation, int64_t* count,
                                               bplan_error* err) noexcept {
    return tell(
        validation, count, [](const auto& v) { return v.unknown_columns.size(); }, err);
}

int32_t bplan_validation_get_unknown_column(const bplan_validation* validation, int64_t index,
                                            int64_t* position, bplan_error* err) noexcept {
    return tell(
        validation, position,
        [&](const auto& v) {
            return v.unknown_columns[index_argument(v.unknown_columns, index, "unknown columns")];
        },
        err);
}

int32_t bplan_validation_count_rules(const bplan_validation* validation, int64_t* count,
                                     bplan_error* err) noexcept {
    return tell(
        validation, count, [](const auto& v) { return v.pack->rules.size(); }, err);
}

int32_t bplan_validation_get_rule_code(const bplan_validation* validation, int64_t rule,
                                       const char** code, int64_t* length,
                                       bplan_error* err) noexcept {
    return tell_text(
        validation, code, length,
        [&](const auto& v) -> std::string_view {
            return v.pack->rules[rule_argument(v, rule)].code;
        },
        err);
}

int32_t bplan_validation_count_rule_findings(const bplan_validation* validation, int64_t rule,
                                             int32_t severity, int64_t* count,
                                             bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) {
            return counted(v.log.counts().rule_findings(rule_argument(v, rule)), severity);
        },
        err);
}

int32_t bplan_validation_count_rule_records(const bplan_validation* validation, int64_t rule,
                                            int32_t severity, int64_t* count,
                                            bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) {
            const auto at = rule_argument(v, rule);
            const auto& counts = v.log.counts();
            // A record may have findings of several severities by one rule.
            return severity == BPLAN_SEVERITY_ANY
                       ? static_cast<std::int64_t>(counts.rule_records(at))
                       : counted(counts.rule_records_by_severity(at), severity);
        },
        err);
}

int32_t bplan_validation_count_fields(const bplan_validation* validation, int64_t* count,
                                      bplan_error* err) noexcept {
    return tell(
        validation, count, [](const auto& v) { return v.pack->fields.size(); }, err);
}

int32_t bplan_validation_get_field_name(const bplan_validation* validation, int64_t field,
                                        const char** name, int64_t* length,
                                        bplan_error* err) noexcept {
    return tell_text(
        validation, name, length,
        [&](const auto& v) -> std::string_view {
            return v.pack->fields[field_argument(v, field)].name;
        },
        err);
}

int32_t bplan_validation_count_field_findings(const bplan_validation* validation, int64_t field,
                                              int32_t severity, int64_t* count,
                                              bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) {
            return counted(v.log.counts().field_findings(field_argument(v, field)), severity);
        },
        err);
}

int32_t bplan_validation_count_units(const bplan_validation* validation, int64_t* count,
                                     bplan_error* err) noexcept {
    return tell(
        validation, count, [](const auto& v) { return v.units.size(); }, err);
}

int32_t bplan_validation_get_unit_kind(const bplan_validation* validation, int64_t unit,
                                       int32_t* kind, bplan_error* err) noexcept {
    return tell(
        validation, kind,
        [&](const auto& v) { return static_cast<std::int32_t>(unit_argument(v, unit).what); }, err);
}

int32_t bplan_validation_get_unit_name(const bplan_validation* validation, int64_t unit,
                                       const char** name, int64_t* length,
                                       bplan_error* err) noexcept {
    return tell_text(
        validation, name, length,
        [&](const auto& v) -> std::string_view { return unit_argument(v, unit).name; }, err);
}

int32_t bplan_validation_count_unit_rows(const bplan_validation* validation, int64_t unit,
                                         int32_t severity, int64_t* count,
                                         bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) { return counted(unit_argument(v, unit).rows, severity); }, err);
}

int32_t bplan_validation_count_unit_findings(const bplan_validation* validation, int64_t unit,
                                             int32_t severity, int64_t* count,
                                             bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) { return counted(unit_argument(v, unit).findings, severity); }, err);
}

int32_t bplan_validation_count_unit_rule_records(const bplan_validation* validation, int64_t unit,
                                                 int64_t rule, int64_t* count,
                                                 bplan_error* err) noexcept {
    return tell(
        validation, count,
        [&](const auto& v) {
            const auto& records = unit_argument(v, unit).records;
            const auto at = rule_argument(v, rule);
            return at < records.size() ? records[at] : 0;
        },
        err);
}

int32_t bplan_validation_get_worst_severities(const bplan_validation* validation,
                                              int8_t* severities, int64_t capacity, int64_t* rows,
                                              bplan_error* err) noexcept {
    return fill_array(
        validation, severities, capacity, rows,
        [](const auto& worst, auto use) {
            std::for_each(worst.begin(), worst.end(), std::ref(use));
        },
        err);
}

int32_t bplan_validation_get_good_rows(const bplan_validation* validation, int64_t* rows,
                                       int64_t capacity, int64_t* count,
                                       bplan_error* err) noexcept {
    return fill_rows(validation, false, rows, capacity, count, err);
}

int32_t bplan_validation_get_bad_rows(const bplan_validation* validation, int64_t* rows,
                                      int64_t capacity, int64_t* count, bplan_error* err) noexcept {
    return fill_rows(validation, true, rows, capacity, count, err);
}

int32_t bplan_validation_export_worst_severities(const bplan_validation* validation,
                                                 struct ArrowSchema* schema,
                                                 struct ArrowArray* severities,
                                                 bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, severities), [&] {
        brukerplan::detail::give(brukerplan::detail::severities_of(worst_of(validation)), *schema,
                                 *severities);
    });
}

int32_t bplan_validation_export_summary(const bplan_validation* validation,
                                        struct ArrowSchema* schema, struct ArrowArray* counts,
                                        bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, counts), [&] {
        const auto& v = capi::required(validation, "validation");
        brukerplan::detail::give(brukerplan::detail::summary_columns_of(v.log.counts(), *v.pack),
                                 *schema, *counts);
    });
}

int32_t bplan_validation_export_findings(const bplan_validation* validation,
                                         struct ArrowSchema* schema, struct ArrowArray* findings,
                                         bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, findings), [&] {
        const auto& v = capi::required(validation, "validation");
        brukerplan::detail::give(
            brukerplan::detail::finding_columns_of(v.log.details(), *v.pack, v.language), *schema,
            *findings);
    });
}

int32_t bplan_validation_list_findings(const bplan_validation* validation, int32_t form,
                                       bplan_document** document, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(document), [&] {
        const auto& v = capi::required(validation, "validation");
        auto made = std::make_unique<bplan_document>();
        brukerplan::detail::listing rows{form_argument(form), brukerplan::detail::finding_columns,
                                         [&](std::string_view text) { made->text += text; }};
        for (const auto& finding : v.log.details()) {
            rows.add(brukerplan::detail::finding_object(finding, *v.pack, v.language));
        }
        rows.finish();
        *document = made.release();
    });
}
