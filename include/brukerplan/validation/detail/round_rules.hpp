// Rules about the round a record belongs to: when it was mapped, and where.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/identity/district.hpp>
#include <brukerplan/identity/municipality.hpp>
#include <brukerplan/validation/record_under_test.hpp>

namespace brukerplan::detail {

/// The days of a year, both included.
struct year_days {
    std::int32_t year;
    date first;
    date last;

    /// A date has four digits for the year, so a year outside these is as far off as their ends.
    [[nodiscard]] static year_days of(std::int32_t year) noexcept {
        using namespace std::chrono;
        const std::chrono::year nearest{std::clamp(year, 1, 9999)};
        return {year, date{nearest / January / 1}, date{nearest / December / 31}};
    }
    /// Days from `day` to the nearest day of the year; 0 inside it.
    [[nodiscard]] int days_from(date day) const noexcept {
        return static_cast<int>(day < first ? (first - day).count()
                                            : (day > last ? (day - last).count() : 0));
    }
};

inline void check_date_in_year(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (!it.has(r.fields[0]) || !it.has(r.fields[1])) {
        return;
    }
    const int outside = year_days::of(it.number(r.fields[1])).days_from(it.day(r.fields[0]));
    if (outside > 0) {
        hits.add(r.fields[0], outside <= r.tolerance_days ? r.severity_within : r.severity,
                 {{"tolerance_days", std::int64_t{r.tolerance_days}}});
    }
}

inline void check_date_in_period(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto& first = it.options.period_first;
    const auto& last = it.options.period_last;
    const auto f = r.fields.front();
    if (it.has(f) && ((first && it.day(f) < *first) || (last && it.day(f) > *last))) {
        hits.add(r);
    }
}

inline void check_not_after_reference(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto& today = it.options.reference_date;
    if (today && it.has(r.fields.front()) && it.day(r.fields.front()) > *today) {
        hits.add(r);
    }
}

[[nodiscard]] inline bool welcome_fictional(std::string_view municipality,
                                            const validation_options& options) noexcept {
    return options.test_numbers && is_fictional_municipality(municipality);
}

[[nodiscard]] inline bool municipality_accepted(std::string_view code, date day,
                                                const validation_options& options) noexcept {
    return municipality_valid_on(code, day) || welcome_fictional(code, options);
}

/// Whether a district is none that the municipality has, given whether it is one at all.
[[nodiscard]] inline bool foreign_district(std::string_view district, std::string_view municipality,
                                           bool known) noexcept {
    return !known || !district.starts_with(municipality);
}

/// The day on which codes must be valid: the rule's own, or that of the field at `position`.
[[nodiscard]] inline std::optional<date> day_of_codes(const rule& r, std::size_t position,
                                                      const record_under_test& it) noexcept {
    if (r.on || !it.has(r.fields[position])) {
        return r.on;
    }
    return it.day(r.fields[position]);
}

inline void check_municipality_valid(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto day = day_of_codes(r, 1, it);
    if (!it.has(r.fields[0]) || !day) {
        return;
    }
    const auto code = it.text(r.fields[0]);
    if (municipality_accepted(code, *day, it.options)) {
        return;
    }
    const auto suggestion = suggest_municipality(code, *day);
    std::vector<std::string> instead;
    for (const auto& m : suggestion.municipalities) {
        instead.emplace_back(m.code);
    }
    hits.add(r, {{"status", std::string{municipality_validity_name(suggestion.validity)}},
                 {"instead", std::move(instead)}});
}

inline void check_district_of(const rule& r, const record_under_test& it, rule_hits& hits) {
    const auto day = day_of_codes(r, 2, it);
    if (!it.has(r.fields[0]) || !it.has(r.fields[1]) || !day) {
        return;
    }
    const auto code = it.text(r.fields[0]);
    const auto municipality = it.text(r.fields[1]);
    const bool known = welcome_fictional(municipality, it.options) ? code.size() == 6
                                                                   : district_valid_on(code, *day);
    if (foreign_district(code, municipality, known)) {
        hits.add(r);
    }
}

/// Whether a municipality is one of those that map by district.
[[nodiscard]] inline bool expects_district(const rule& r, std::string_view municipality) noexcept {
    return std::find(r.municipalities.begin(), r.municipalities.end(), municipality) !=
           r.municipalities.end();
}

inline void check_district_expected(const rule& r, const record_under_test& it, rule_hits& hits) {
    if (it.missing(r.fields[0]) && it.has(r.fields[1]) &&
        expects_district(r, it.text(r.fields[1]))) {
        hits.add(r);
    }
}

} // namespace brukerplan::detail
