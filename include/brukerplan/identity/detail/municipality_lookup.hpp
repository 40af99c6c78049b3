// Bodies of municipality_code.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include <brukerplan/identity/detail/municipality_facts.hpp>
#include <brukerplan/identity/municipality_code.hpp>

namespace brukerplan {

namespace detail::places {

inline constexpr auto municipalities = [] {
    std::array<municipality, municipality_rows.size()> dated{};
    for (std::size_t i = 0; i < dated.size(); ++i) {
        const municipality_row& row = municipality_rows[i];
        dated[i] = {row.code, row.label, first_of_january(row.from_year), table_date(row.to_year)};
    }
    return dated;
}();

/// Whether a row of facts with dates holds on a day on which there are facts.
template <class Row>
constexpr bool holds_on(const Row& row, date day) noexcept {
    return day >= municipality_facts_from && row.valid_from <= day &&
           (!row.valid_to || day < *row.valid_to);
}

/// Rows that hold on a day.
struct held_on {
    date day;
    template <class Row>
    constexpr bool operator()(const Row& row) const noexcept {
        return holds_on(row, day);
    }
};

/// Municipalities that hold on a day and lie in a county.
struct in_county_on {
    std::string_view county_code;
    date day;
    constexpr bool operator()(const municipality& row) const noexcept {
        return row.code.substr(0, 2) == county_code && holds_on(row, day);
    }
};

constexpr bool all_digits(std::string_view text) noexcept {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace detail::places

constexpr std::string_view municipality_validity_name(municipality_validity validity) noexcept {
    constexpr std::string_view names[] = {"valid",        "not_yet_valid",  "no_longer_valid",
                                          "unknown_code", "malformed_code", "fictional_code",
                                          "before_facts"};
    return names[static_cast<std::size_t>(validity)];
}

constexpr std::span<const municipality> municipality_history(std::string_view code) noexcept {
    const auto& all = detail::places::municipalities;
    const auto* const first =
        std::lower_bound(all.data(), all.data() + all.size(), code,
                         [](const municipality& row, std::string_view c) { return row.code < c; });
    const auto* last = first;
    while (last != all.data() + all.size() && last->code == code) {
        ++last;
    }
    return {first, last};
}

constexpr bool is_fictional_municipality(std::string_view code) noexcept {
    return code.size() == 4 && detail::places::all_digits(code) && code >= "9001" && code <= "9998";
}

constexpr municipality_validity municipality_validity_on(std::string_view code, date day) noexcept {
    if (code.size() != 4 || !detail::places::all_digits(code)) {
        return municipality_validity::malformed_code;
    }
    if (is_fictional_municipality(code)) {
        return municipality_validity::fictional_code;
    }
    const auto history = municipality_history(code);
    if (history.empty()) {
        return municipality_validity::unknown_code;
    }
    if (day < municipality_facts_from) {
        return municipality_validity::before_facts;
    }
    if (municipality_valid_on(code, day)) {
        return municipality_validity::valid;
    }
    return day < history.front().valid_from ? municipality_validity::not_yet_valid
                                            : municipality_validity::no_longer_valid;
}

constexpr bool municipality_valid_on(std::string_view code, date day) noexcept {
    const auto history = municipality_history(code);
    return std::any_of(history.begin(), history.end(), [day](const municipality& row) {
        return detail::places::holds_on(row, day);
    });
}

constexpr bool municipality_known(std::string_view code) noexcept {
    return !municipality_history(code).empty();
}

constexpr const municipality* find_municipality(std::string_view code, date day) noexcept {
    for (const municipality& row : municipality_history(code)) {
        if (detail::places::holds_on(row, day)) {
            return &row;
        }
    }
    return nullptr;
}

constexpr auto municipalities_of_county(std::string_view county_code, date day) noexcept {
    return detail::places::rows_where<municipality, detail::places::in_county_on>(
        detail::places::municipalities, detail::places::in_county_on{county_code, day});
}

constexpr auto municipalities_on(date day) noexcept {
    return detail::places::rows_where<municipality, detail::places::held_on>(
        detail::places::municipalities, detail::places::held_on{day});
}

} // namespace brukerplan
