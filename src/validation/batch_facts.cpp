#include <brukerplan/validation/batch_facts.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/identity/national_id_batch.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan {

namespace {

/// Between these days the same rules and series hold, so that one table of verdicts does for all
/// days between two of them: only births after the day itself are to be left out.
constexpr std::array<date, 3> turning_days{new_d_series_from, d_numbers_without_series_from,
                                           neutral_numbers_from};
constexpr date last_day = date{std::chrono::year{9999} / std::chrono::December / 31};

/// The table for a day; null for a day that is none of a calendar of four-digit years.
const national_id_checker* checker_for(std::optional<date> day) {
    static const std::array<national_id_checker, turning_days.size() + 2> checkers = [] {
        const auto until = [](date day) { return national_id_checker{detail::policy_on(day)}; };
        constexpr std::chrono::days one{1};
        return std::array{until(turning_days[0] - one), until(turning_days[1] - one),
                          until(turning_days[2] - one), until(last_day),
                          national_id_checker{detail::policy_on(std::nullopt)}};
    }();
    if (!day) {
        return &checkers.back();
    }
    const auto passed = static_cast<std::size_t>(
        std::count_if(turning_days.begin(), turning_days.end(),
                      [&](date turning) { return turning <= *day; }));
    return *day <= last_day ? &checkers[passed] : nullptr;
}

struct numbered_day : detail::mapping_day {
    const national_id_checker* checker;
    std::int32_t key; ///< orders like the day

    explicit numbered_day(std::optional<date> day)
        : mapping_day(day), checker(checker_for(day)),
          key(checker != nullptr ? detail::person_numbers::date_key(parts) : 0) {}
};

/// True when some birth date that the verdict names may lie after the day: the verdict is then that
/// of a later day.
bool may_be_born_later(const national_id_verdict& verdict, const numbered_day& mapped) noexcept {
    const auto latest = std::max(verdict.birth_years[0], verdict.birth_years[1]);
    return mapped.day && latest != 0 &&
           (verdict.month == 0 || detail::person_numbers::date_key(latest, verdict.month,
                                                                   verdict.day) > mapped.key);
}

/// Reads eleven digits by the table of their day; false when the table alone cannot tell.
bool read_by_table(std::string_view text, const numbered_day& mapped, record_facts& facts) {
    if (text.size() != 11 || mapped.checker == nullptr) {
        return false;
    }
    const auto verdict = mapped.checker->check(text);
    if (verdict.accepted()) {
        if (may_be_born_later(verdict, mapped)) {
            return false;
        }
        detail::take_national_id(verdict, text, mapped, facts);
        return true;
    }
    // Blanks and signs may stand among the digits, and a first control digit may be one of 2032.
    if (verdict.reason == national_id_reason::not_a_digit ||
        verdict.reason == national_id_reason::first_control_digit) {
        return false;
    }
    facts.number = number_status::invalid;
    facts.number_cause = token_of(verdict.reason);
    return true;
}

/// Columns by role, null where the pack has none.
class role_columns {
public:
    role_columns(const column_table& batch, const role_binding& binding)
        : batch_(batch), binding_(binding) {}
    const column* operator()(role r) const noexcept {
        const auto at = binding_.column_of(r);
        return at == role_binding::unbound ? nullptr : &batch_.columns[static_cast<std::size_t>(at)];
    }

private:
    const column_table& batch_;
    const role_binding& binding_;
};

bool has_value(const column* c, std::size_t row) noexcept {
    return c != nullptr && c->has_value(row);
}

void read_identity(const role_columns& column_of, std::size_t first,
                   std::span<record_facts> facts) {
    const auto* numbers = column_of(role::identity_national_number);
    const auto* mapped_on = column_of(role::round_mapped_on);
    const auto* birth_years = column_of(role::person_birth_year);
    numbered_day mapped{std::nullopt};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto row = first + i;
        auto& own = facts[i];
        own = {};
        const auto day =
            has_value(mapped_on, row) ? std::optional{mapped_on->day(row)} : std::nullopt;
        if (day != mapped.day) {
            mapped = numbered_day{day};
        }
        const auto text = numbers != nullptr ? numbers->text(row) : std::string_view{};
        if (!text.empty() && !read_by_table(text, mapped, own)) {
            detail::read_number(text, mapped, own);
        }
        if (own.basis == age_basis::unknown && day && has_value(birth_years, row)) {
            own.basis = age_basis::birth_year;
            own.age = static_cast<int>(mapped.parts.year()) - birth_years->number(row);
        }
    }
}

void count_children(const role_columns& column_of, std::size_t first,
                    std::span<record_facts> facts) {
    for (const role each : detail::counted_children_roles) {
        const auto* counted = column_of(each);
        if (counted == nullptr || !counted->present()) {
            continue;
        }
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const auto more = std::int64_t{std::max(counted->number(first + i), 0)};
            facts[i].children = facts[i].children.value_or(0) + more;
        }
    }
    if (const auto* welfare = column_of(role::children_with_child_welfare)) {
        for (std::size_t i = 0; i < facts.size(); ++i) {
            if (facts[i].children && welfare->has_value(first + i)) {
                facts[i].children =
                    std::max(*facts[i].children, std::int64_t{welfare->number(first + i)});
            }
        }
    }
    for (const role each : detail::counted_children_roles) {
        const auto* counted = column_of(each);
        for (std::size_t i = 0; counted != nullptr && i < facts.size(); ++i) {
            if (counted->state(first + i) == cell_state::unreadable) {
                facts[i].children.reset();
            }
        }
    }
}

} // namespace

void facts_of_rows(const column_table& batch, const role_binding& binding, std::size_t first,
                   std::span<record_facts> facts) {
    const role_columns column_of{batch, binding};
    read_identity(column_of, first, facts);
    count_children(column_of, first, facts);
}

} // namespace brukerplan
