#include <brukerplan/validation/batch_facts.hpp>

#include "validation/facts_reader.hpp"

namespace brukerplan {

namespace detail {

namespace {

/// Between these days the same rules and series hold, so that one table of verdicts does for all
/// days between two of them: only births after the day itself are to be left out.
constexpr std::array<date, 3> turning_days{new_d_series_from, d_numbers_without_series_from,
                                           neutral_numbers_from};
constexpr date last_day = date{std::chrono::year{9999} / std::chrono::December / 31};

/// The table for a day; null for a day that is none of a calendar of four-digit years.
const national_id_checker* checker_for(std::optional<date> day) {
    static const std::array<national_id_checker, turning_days.size() + 2> checkers = [] {
        const auto until = [](date day) { return national_id_checker{policy_on(day)}; };
        constexpr std::chrono::days one{1};
        return std::array{until(turning_days[0] - one), until(turning_days[1] - one),
                          until(turning_days[2] - one), until(last_day),
                          national_id_checker{policy_on(std::nullopt)}};
    }();
    if (!day) {
        return &checkers.back();
    }
    const auto passed = static_cast<std::size_t>(std::count_if(
        turning_days.begin(), turning_days.end(), [&](date turning) { return turning <= *day; }));
    return *day <= last_day ? &checkers[passed] : nullptr;
}

} // namespace

numbered_day::numbered_day(std::optional<date> mapped_on)
    : mapping_day(mapped_on), checker(checker_for(mapped_on)),
      key(checker != nullptr ? person_numbers::date_key(parts) : 0) {}

namespace {

/// Out of line, since it is large and called where rows are few.
[[gnu::noinline]] record_facts identity_facts(std::string_view number, const numbered_day& mapped,
                                              std::optional<int> birth_year) noexcept {
    record_facts facts;
    const bool judged = mapped.judges(number);
    const auto verdict = judged ? mapped.checker->check(number) : national_id_verdict{};
    read_identity({number, judged ? &verdict : nullptr, mapped, birth_year}, facts);
    return facts;
}

} // namespace

record_facts facts_by_table(const registration& r) noexcept {
    auto facts = identity_facts(r.national_number(), numbered_day{r.mapped_on()}, r.birth_year());
    facts.children = counted_children(r);
    return facts;
}

record_facts facts_by_table(std::string_view number) noexcept {
    return identity_facts(number, numbered_day{std::nullopt}, std::nullopt);
}

void facts_reader::begin(const column_table& batch, const role_binding& binding) {
    numbers_ = role_column(batch, binding, role::identity_national_number);
    birth_years_ = role_column(batch, binding, role::person_birth_year);
    child_welfare_ = role_column(batch, binding, role::children_with_child_welfare);
    days_.begin(role_column(batch, binding, role::round_mapped_on));
    any_children_ = false;
    for (std::size_t i = 0; i < counted_.size(); ++i) {
        counted_[i] = role_column(batch, binding, counted_children_roles[i]);
        any_children_ = any_children_ || (counted_[i] != nullptr && counted_[i]->present());
    }
}

void facts_reader::judge_numbers(std::size_t first, std::size_t rows) {
    day_keys_.fill(no_day);
    if (numbers_ == nullptr) {
        return;
    }
    const auto* places = numbers_->texts().data() + first;
    const auto* bytes = numbers_->text_bytes();
    auto* verdicts = verdicts_.data();
    for (std::size_t i = 0; i < rows; ++i) {
        const std::string_view text{column::text_at(bytes, places[i]), places[i].size};
        if (const auto& mapped = days_.of(first + i); mapped.judges(text)) {
            std::construct_at(verdicts + i, mapped.checker->check(text));
            day_keys_[i] = mapped.day ? mapped.key : no_day;
        }
    }
}

/// An empty cell counts as 0, in sums and in columns.
void facts_reader::count_children(std::size_t first, std::span<std::int64_t> counts,
                                  std::span<std::uint8_t> known) const {
    const auto rows = counts.size();
    std::fill(counts.begin(), counts.end(), 0);
    std::fill(known.begin(), known.end(), std::uint8_t{any_children_});
    if (!any_children_) {
        return;
    }
    for (const auto* counted : counted_) {
        if (counted == nullptr) {
            continue;
        }
        const auto states = counted->states().subspan(first, rows);
        const auto numbers = counted->numbers().subspan(first, rows);
        for (std::size_t i = 0; i < rows; ++i) {
            known[i] &= static_cast<std::uint8_t>(states[i] != cell_state::unreadable);
        }
        for (std::size_t i = 0; i < rows; ++i) {
            counts[i] += std::max(numbers[i], 0);
        }
    }
    const auto welfare = child_welfare_ != nullptr ? child_welfare_->numbers().subspan(first, rows)
                                                   : std::span<const std::int32_t>{};
    for (std::size_t i = 0; i < welfare.size(); ++i) {
        counts[i] = std::max(counts[i], std::int64_t{welfare[i]});
    }
    for (std::size_t i = 0; i < rows; ++i) {
        counts[i] = known[i] != 0 ? counts[i] : 0;
    }
}

} // namespace detail

void facts_of_rows(const column_table& batch, const role_binding& binding, std::size_t first,
                   std::span<record_facts> facts) {
    detail::facts_reader reader;
    reader.begin(batch, binding);
    const auto take = [&](std::size_t i, const national_id_verdict& verdict, std::int32_t day_key) {
        facts[i] = {};
        detail::take_national_id(verdict, detail::mapping_day{std::nullopt}, facts[i]);
        facts[i].basis = age_basis::birth_date;
        facts[i].age = detail::ordinary_age(verdict, day_key);
    };
    const auto read = [&](std::size_t i, const detail::row_identity& it) {
        facts[i] = {};
        detail::read_identity(it, facts[i]);
    };
    reader.read_identities(first, facts.size(), take, read);
    const auto* numbers = detail::role_column(batch, binding, role::identity_national_number);
    for (std::size_t i = 0; i < facts.size() && numbers != nullptr; ++i) {
        detail::take_merge_number(numbers->text(first + i), facts[i]);
    }
    std::vector<std::int64_t> children(facts.size());
    std::vector<std::uint8_t> known(facts.size());
    reader.count_children(first, children, known);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (known[i] != 0) {
            facts[i].children = children[i];
        }
    }
}

} // namespace brukerplan
