// Bodies of municipality_name.hpp.
#pragma once

#include <algorithm>
#include <cstddef>

#include <brukerplan/identity/detail/municipality_lookup.hpp>
#include <brukerplan/identity/detail/municipality_name_facts.hpp>
#include <brukerplan/identity/municipality_name.hpp>

namespace brukerplan {

namespace detail::places {

constexpr name_language name_language_of(std::string_view part) noexcept {
    for (const name_language_row& row : name_language_rows) {
        if (row.name == part) {
            return row.language;
        }
    }
    return name_language::undetermined;
}

/// Rows one of whose names is `name`, on a day or, without one, ever.
struct named {
    std::string_view name;
    std::optional<date> day;
    constexpr bool operator()(const municipality& row) const noexcept {
        if (day && !holds_on(row, *day)) {
            return false;
        }
        const municipality_name own = split_municipality_label(row.label);
        return own.label == name || own.name == name ||
               std::any_of(own.parts.begin(), own.parts.end(),
                           [&](const municipality_name_part& part) { return part.text == name; });
    }
};

} // namespace detail::places

constexpr municipality_name split_municipality_label(std::string_view label) noexcept {
    constexpr std::string_view joint = " - ";
    municipality_name result{label, label, {}, {}};
    if (label.ends_with(')')) {
        const auto parenthesis = label.rfind(" (");
        if (parenthesis != label.npos) {
            result.name = label.substr(0, parenthesis);
            result.qualifier = label.substr(parenthesis + 2, label.size() - parenthesis - 3);
        }
    }
    std::string_view rest = result.name;
    for (auto at = rest.find(joint);
         at != rest.npos && result.parts.size() + 1 < municipality_name::most_parts;
         at = rest.find(joint)) {
        const std::string_view part = rest.substr(0, at);
        result.parts.push_back({part, detail::places::name_language_of(part)});
        rest.remove_prefix(at + joint.size());
    }
    const bool only = result.parts.empty();
    result.parts.push_back(
        {rest, only ? name_language::norwegian : detail::places::name_language_of(rest)});
    return result;
}

constexpr std::optional<municipality_name> municipality_name_on(std::string_view code,
                                                                date day) noexcept {
    const municipality* const found = find_municipality(code, day);
    return found == nullptr ? std::nullopt : std::optional{split_municipality_label(found->label)};
}

constexpr auto municipalities_named(std::string_view name, date day) noexcept {
    return detail::places::rows_where<municipality, detail::places::named>(
        detail::places::municipalities, detail::places::named{name, day});
}

constexpr auto municipalities_ever_named(std::string_view name) noexcept {
    return detail::places::rows_where<municipality, detail::places::named>(
        detail::places::municipalities, detail::places::named{name, std::nullopt});
}

} // namespace brukerplan
