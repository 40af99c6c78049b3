#include "register/merge_rules.hpp"

#include <algorithm>
#include <string_view>

namespace brukerplan::detail {

namespace {

/// Codes that have an order, the gravest last. Ours; that of a list is the one with all its codes
/// but `unknown`.
constexpr std::array<std::array<std::string_view, 4>, 4> orders{{
    {"green", "yellow", "red", ""},
    {"no", "yes", "", ""},
    {"none", "less_serious", "serious", ""},
    {"none", "exposed", "exposes", "both"},
}};

constexpr std::string_view unknown_token = "unknown";

std::optional<std::array<std::uint8_t, code_list::most_codes>> gravity_of(const code_list& list) {
    for (const auto& order : orders) {
        std::array<std::uint8_t, code_list::most_codes> gravity{};
        bool fits = true;
        bool any = false;
        for (std::size_t i = 0; i < list.codes.size() && fits; ++i) {
            const std::string_view token = list.codes[i].token;
            if (token == unknown_token) {
                continue;
            }
            const auto at = std::find(order.begin(), order.end(), token);
            fits = at != order.end();
            any = true;
            gravity[i] = static_cast<std::uint8_t>(at - order.begin() + 1);
        }
        if (fits && any) {
            return gravity;
        }
    }
    return std::nullopt;
}

using answers = std::span<const kept_cell>;

kept_cell latest(const merged_field&, answers of) {
    return of.front();
}

kept_cell latest_known(const merged_field& field, answers of) {
    auto at =
        std::find_if(of.begin(), of.end(), [&](const auto& cell) { return field.is_known(cell); });
    if (at == of.end()) {
        at = std::find_if(of.begin(), of.end(), [](const auto& cell) { return cell.answered; });
    }
    return at == of.end() ? kept_cell{} : *at;
}

/// The first of the known answers with the greatest measure; the latest answer where none is known.
template <class Measure>
kept_cell greatest_known(const merged_field& field, answers of, Measure measure) {
    auto result = latest_known(field, of);
    for (const auto& cell : of) {
        if (field.is_known(cell) && measure(cell) > measure(result)) {
            result = cell;
        }
    }
    return result;
}

kept_cell worst(const merged_field& field, answers of) {
    return greatest_known(field, of, [&](const kept_cell& cell) {
        return (*field.gravity)[static_cast<std::size_t>(cell.number)];
    });
}

kept_cell largest(const merged_field& field, answers of) {
    return greatest_known(field, of, [](const kept_cell& cell) { return cell.number; });
}

kept_cell any_yes(const merged_field& field, answers of) {
    const auto says_yes = [&](const kept_cell& cell) {
        return cell.answered && static_cast<std::size_t>(cell.number) == *field.yes;
    };
    const auto at = std::find_if(of.begin(), of.end(), says_yes);
    return at != of.end() ? *at : latest_known(field, of);
}

kept_cell united(const merged_field& field, answers of) {
    kept_cell all;
    for (const auto& cell : of) {
        all.answered = all.answered || cell.answered;
        all.codes = all.codes | cell.codes;
    }
    if (!all.codes.empty()) {
        all.codes.alone = 0;
    } else if (const auto known = all.codes.alone & ~field.unknown_alone; known != 0) {
        all.codes.alone = static_cast<std::uint8_t>(known & -known); // the first of the list
    }
    return all;
}

/// By `merge_rule`.
constexpr std::array<kept_cell (*)(const merged_field&, answers), merge_rule_tokens.size()>
    functions{latest, latest_known, worst, largest, any_yes, united};

} // namespace

merged_field::merged_field(const pack& instrument, const field& f)
    : type(f.type), counts_children(f.role && *f.role >= role::children_care &&
                                    *f.role <= role::children_with_child_welfare) {
    if (const auto* list = instrument.list_of(f)) {
        unknown = list->find(unknown_token);
        yes = list->find("yes");
        gravity = gravity_of(*list);
        if (const auto at = list->find_alone(unknown_token)) {
            unknown_alone = static_cast<std::uint8_t>(1U << *at);
        }
    }
}

bool merged_field::suits(merge_rule rule) const noexcept {
    switch (rule) {
    case merge_rule::worst:
        return type == field_type::code && gravity.has_value();
    case merge_rule::largest:
        return type == field_type::integer || type == field_type::decimal;
    case merge_rule::any_yes:
        return type == field_type::code && yes.has_value();
    case merge_rule::united:
        return type == field_type::codes;
    default:
        return true;
    }
}

bool merged_field::is_known(const kept_cell& cell) const noexcept {
    if (!cell.answered) {
        return false;
    }
    if (type == field_type::codes) {
        return !cell.codes.empty() || (cell.codes.alone & ~unknown_alone) != 0;
    }
    return type != field_type::code || static_cast<std::size_t>(cell.number) != unknown;
}

kept_cell merged_cell(merge_rule rule, const merged_field& field,
                      std::span<const kept_cell> latest_first) {
    return functions[static_cast<std::size_t>(rule)](field, latest_first);
}

} // namespace brukerplan::detail
