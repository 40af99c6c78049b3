// The facts of rows, one after another, from tables of verdicts that are made once a program.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <brukerplan/identity/national_id_batch.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan::detail {

/// The column that holds a role; null when the pack has none.
[[nodiscard]] inline const column* role_column(const column_table& batch,
                                               const role_binding& binding, role r) noexcept {
    const auto at = binding.column_of(r);
    return at == role_binding::unbound ? nullptr : &batch.columns[static_cast<std::size_t>(at)];
}

/// A day with the table of verdicts that holds on it.
struct numbered_day : mapping_day {
    const national_id_checker* checker; ///< null for a day of no calendar of four-digit years
    std::int32_t key;                   ///< orders like the day

    explicit numbered_day(std::optional<date> mapped_on);

    /// Whether a text may be judged by the table.
    [[nodiscard]] bool judges(std::string_view text) const noexcept {
        return text.size() == 11 && checker != nullptr;
    }
    /// What holds of a number on the day itself.
    [[nodiscard]] national_id_verdict verdict_on(std::string_view digits) const noexcept;
};

/// True when some birth date that the verdict names may lie after the day: the verdict is then that
/// of a later day.
[[nodiscard]] inline bool may_be_born_later(const national_id_verdict& verdict,
                                            const numbered_day& mapped) noexcept {
    const auto latest = std::max(verdict.birth_years[0], verdict.birth_years[1]);
    return mapped.day && latest != 0 &&
           (verdict.month == 0 ||
            person_numbers::date_key(latest, verdict.month, verdict.day) > mapped.key);
}

/// Whether eleven digits may be a number by the rule of 1964 or that of 2032, whenever it was
/// assigned and whoever was born since.
[[nodiscard]] bool fits_either_rule(std::string_view digits) noexcept;

/// Whether a text holds a national number: the fast twin of `holds_national_number`.
[[nodiscard]] bool holds_number_by_table(std::string_view text) noexcept;

/// Takes the verdict that the table of the day gives of eleven digits; false when the table alone
/// cannot tell.
inline bool take_verdict(std::string_view number, const national_id_verdict& verdict,
                         const numbered_day& mapped, record_facts& facts) noexcept {
    if (verdict.accepted()) {
        if (may_be_born_later(verdict, mapped)) {
            return false;
        }
        take_national_id(verdict, mapped, facts);
        return true;
    }
    // Blanks and signs may stand among the digits, and a first control digit may be one of 2032.
    if (verdict.reason == national_id_reason::not_a_digit ||
        (verdict.reason == national_id_reason::first_control_digit && fits_either_rule(number))) {
        return false;
    }
    facts.number = number_status::invalid;
    facts.number_cause = token_of(verdict.reason);
    return true;
}

/// What stands in a row of somebody's identity.
struct row_identity {
    std::string_view number;
    const national_id_verdict* verdict; ///< of the table of the day; null where it does not judge
    const numbered_day& mapped;
    std::optional<int> birth_year;
};

/// The only birth year of a verdict that names one.
[[nodiscard]] inline std::int16_t only_birth_year(const national_id_verdict& verdict) noexcept {
    return static_cast<std::int16_t>(verdict.birth_years[0] | verdict.birth_years[1]);
}
/// Whether the verdict of the day with this key is as nearly every one: the number is right, and
/// gives one date of birth for certain, which is on no day that some months or years lack.
[[nodiscard]] inline bool is_ordinary(const national_id_verdict& verdict,
                                      std::int32_t day_key) noexcept {
    const auto last_day = verdict.month == 2 ? 28U : 30U;
    const auto [first, second] = verdict.birth_years;
    const auto year = only_birth_year(verdict);
    const bool dated = verdict.month - 1U < 12 && verdict.day - 1U < last_day;
    // All at once: which of them fails is not to be guessed.
    return (static_cast<unsigned>(verdict.accepted()) & static_cast<unsigned>(dated) &
            static_cast<unsigned>((first == 0) != (second == 0)) &
            static_cast<unsigned>(verdict.birth_year_basis == derivation::assigned_before_2032) &
            static_cast<unsigned>(person_numbers::date_key(year, verdict.month, verdict.day) <=
                                  day_key)) != 0;
}
/// The age that an ordinary verdict gives on the day: `certain_age`.
[[nodiscard]] inline int ordinary_age(const national_id_verdict& verdict,
                                      std::int32_t day_key) noexcept {
    constexpr int days_and_months = 9; // their bits in a key
    return (day_key -
            person_numbers::date_key(only_birth_year(verdict), verdict.month, verdict.day)) >>
           days_and_months;
}

inline void read_identity(const row_identity& it, record_facts& facts) noexcept {
    if (!it.number.empty() &&
        !(it.verdict != nullptr && take_verdict(it.number, *it.verdict, it.mapped, facts))) {
        read_number(it.number, it.mapped, facts,
                    [&](std::string_view digits) { return it.mapped.verdict_on(digits); });
    }
    if (facts.basis == age_basis::unknown && it.mapped.day && it.birth_year) {
        take_birth_year(*it.birth_year, static_cast<int>(it.mapped.parts.year()), facts);
    }
}

/// Adds what only merging needs. Eleven digits were read by a table; others bring theirs.
inline void take_merge_number(std::string_view number, record_facts& facts) noexcept {
    if (facts.number == number_status::valid && number.size() == 11) {
        facts.merge_number = number_value(number);
    }
}

/// The same as `facts_of` but for `merge_number`.
[[nodiscard]] record_facts facts_by_table(const registration& r) noexcept;
/// The same of a number by itself, as of no day.
[[nodiscard]] record_facts facts_by_table(std::string_view number) noexcept;

/// Days that rows were mapped on, each worked out once for the rows about it.
class day_cache {
public:
    /// Borrows the column, which may be null.
    void begin(const column* mapped_on) noexcept {
        states_ = mapped_on != nullptr ? mapped_on->states() : std::span<const cell_state>{};
        numbers_ = mapped_on != nullptr ? mapped_on->numbers() : std::span<const std::int32_t>{};
    }

    const numbered_day& of(std::size_t row) {
        if (states_.empty() || states_[row] != cell_state::value) {
            return none_;
        }
        const date day{std::chrono::days{numbers_[row]}};
        auto& slot = slots_[static_cast<std::uint32_t>(numbers_[row]) % most_days];
        if (slot.day != day) {
            slot = numbered_day{day};
        }
        return slot;
    }

private:
    static constexpr std::size_t most_days = 64;

    std::span<const cell_state> states_;
    std::span<const std::int32_t> numbers_;
    numbered_day none_{std::nullopt};
    std::vector<numbered_day> slots_ = std::vector(most_days, numbered_day{std::nullopt});
};

/// Reads facts of the rows of a batch; may be kept from batch to batch.
class facts_reader {
public:
    /// Borrows both.
    void begin(const column_table& batch, const role_binding& binding);

    /// For `rows` rows from row `first` on, i from 0, calls `take(i, verdict, key)`, with the key
    /// of the day, where a table of verdicts settles what the number says, as it does of nearly
    /// every one; else `use(i, row_identity)`.
    template <class Take, class Use>
    void read_identities(std::size_t first, std::size_t rows, Take take, Use use) {
        for (std::size_t from = 0; from < rows; from += part_rows) {
            const auto some = std::min(rows - from, part_rows);
            judge_numbers(first + from, some);
            for (std::size_t i = 0; i < some; ++i) {
                if (is_ordinary(verdicts_[i], day_keys_[i])) {
                    take(from + i, verdicts_[i], day_keys_[i]);
                } else {
                    use(from + i, identity(first + from + i, verdicts_[i]));
                }
            }
        }
    }
    /// The children counted in `counts.size()` rows from row `first` on, 0 where `known` is 0.
    void count_children(std::size_t first, std::span<std::int64_t> counts,
                        std::span<std::uint8_t> known) const;

private:
    /// Rows whose verdicts are made before one is looked at: reading back what has just been stored
    /// in pieces would wait for it.
    static constexpr std::size_t part_rows = 64;

    /// The key of a day that is not known: nobody is born before it.
    static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

    void judge_numbers(std::size_t first, std::size_t rows);

    row_identity identity(std::size_t row, const national_id_verdict& verdict) {
        const auto& mapped = days_.of(row);
        const auto text = numbers_ != nullptr ? numbers_->text(row) : std::string_view{};
        const bool dated = birth_years_ != nullptr && birth_years_->has_value(row);
        return {text, mapped.judges(text) ? &verdict : nullptr, mapped,
                dated ? std::optional<int>{birth_years_->number(row)} : std::nullopt};
    }

    const column* numbers_ = nullptr;
    const column* birth_years_ = nullptr;
    std::array<const column*, counted_children_roles.size()> counted_{};
    const column* child_welfare_ = nullptr;
    bool any_children_ = false;
    day_cache days_;
    std::array<national_id_verdict, part_rows> verdicts_;
    std::array<std::int32_t, part_rows> day_keys_; ///< `no_day` where there is no verdict
};

} // namespace brukerplan::detail
