// What a caller accepts as a national number. All of it is chosen; nothing is read from a clock.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include <brukerplan/identity/number_kinds.hpp>
#include <brukerplan/model/date.hpp>

namespace brukerplan {

/// Which remainders of the first control sum are accepted. The 1964 rule wants 0; the rule for
/// numbers assigned from 1 January 2032 accepts 0 to 3 and leaves sex and century out of the
/// number. The second control sum must be 0 under either.
enum class control_rule : std::uint8_t {
    strict_1964 = 0, // every number was assigned before 2032
    both = 1,        // either rule: any time of assignment
    by_date = 2,     // as the bound in `assigned_by` says: before 2032 strict, else both
};

/// Which series tell the century of a D-number: those of birth numbers (until 15 November 2021),
/// those published for 16 November 2021 on, or the union of the two answers.
enum class d_number_table : std::uint8_t { old_table = 0, new_table = 1, both = 2 };

/// Whether the individual number must name a year in which the date exists.
enum class date_check : std::uint8_t {
    /// Strict for numbers that were surely assigned by a published series, else lenient. Under the
    /// 1964 rule that is birth numbers, the test numbers made like them, and the D-numbers that the
    /// bound puts before 1 February 2024 or that the old table judges.
    by_rule = 0,
    /// Always, where the tables apply at all (first remainder 0; not NPID or FH).
    strict = 1,
    /// Never: the date must exist in some year that ends in the two digits.
    lenient = 2,
};

/// The first day from which numbers are assigned without sex and century.
inline constexpr date neutral_numbers_from =
    std::chrono::year{2032} / std::chrono::January / std::chrono::day{1};
/// The first day of the wider D-number series.
inline constexpr date new_d_series_from =
    std::chrono::year{2021} / std::chrono::November / std::chrono::day{16};
/// The first day on which D-numbers are assigned from the whole range 000-999 (FOR-2024-02-01-161).
inline constexpr date d_numbers_without_series_from =
    std::chrono::year{2024} / std::chrono::February / std::chrono::day{1};

struct national_id_policy {
    control_rule rule = control_rule::both;
    /// With `control_rule::by_date`: no number in the data was assigned later (the day the data
    /// were collected will do). Absent means unknown. Nobody can be born after it either.
    std::optional<date> assigned_by{};
    /// Kinds that are accepted. A test number needs only its test kind in the set (a Tenor D-number
    /// is accepted by `tenor`); any other number needs all of its kinds.
    number_kinds kinds = real_number_kinds;
    d_number_table d_table = d_number_table::both;
    date_check dates = date_check::by_rule;
    /// Nobody is born after it: later candidate birth dates are dropped. A number left without one
    /// is refused where the series must hold (for D-numbers: before 1 February 2024, by the old
    /// table or with `date_check::strict`); else its century counts as unknown.
    std::optional<date> reference_date{};
    /// Refuse, as `ambiguous`, a number that leaves more than one kind or birth year open.
    bool refuse_ambiguous = false;

    /// Real people only, both rules: the default.
    [[nodiscard]] static constexpr national_id_policy real_numbers() noexcept { return {}; }
    /// Test people only: Tenor, Norsk helsenett and NAV's synthetic numbers; real ones are refused.
    [[nodiscard]] static constexpr national_id_policy test_numbers() noexcept {
        national_id_policy policy;
        policy.kinds = synthetic_number_kinds;
        return policy;
    }
    /// Every kind there is.
    [[nodiscard]] static constexpr national_id_policy every_kind() noexcept {
        national_id_policy policy;
        policy.kinds = national_number_kinds;
        return policy;
    }
    /// Real people only, in data collected on `day` or before.
    [[nodiscard]] static constexpr national_id_policy collected_by(date day) noexcept {
        national_id_policy policy;
        policy.rule = control_rule::by_date;
        policy.assigned_by = day;
        return policy;
    }

    /// True when the policy leaves only the 1964 rule.
    [[nodiscard]] constexpr bool only_1964() const noexcept {
        return rule == control_rule::strict_1964 || (rule == control_rule::by_date && assigned_by &&
                                                     *assigned_by < neutral_numbers_from);
    }

    /// The last day of a birth or an assignment, where the policy has one.
    [[nodiscard]] constexpr std::optional<date> last_day() const noexcept {
        if (rule != control_rule::by_date || !assigned_by) {
            return reference_date;
        }
        return reference_date ? std::min(*reference_date, *assigned_by) : assigned_by;
    }

    friend constexpr bool operator==(const national_id_policy&,
                                     const national_id_policy&) noexcept = default;
};

} // namespace brukerplan
