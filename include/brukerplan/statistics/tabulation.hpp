// The basic tables of a round, from additive integer counts: the same whatever the order of the
// persons and however they were split into parts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/assessment.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/code_set.hpp>
#include <brukerplan/model/person.hpp>
#include <brukerplan/scoring/scheme.hpp>
#include <brukerplan/statistics/table.hpp>

namespace brukerplan {

/// One person as statistics see it: no identity, nothing that is not counted.
struct recipient {
    brukerplan::category category = category::unknown;
    brukerplan::sex sex = sex::unknown;
    std::optional<int> age; ///< whole years on the mapping date
    brukerplan::assessment assessment;
    /// Nothing when the question was not answered; an answer "unknown" is also not counted as one.
    std::optional<service_set> services_received;
    std::optional<service_set> services_needed;
};

class tabulation {
public:
    explicit tabulation(const pack& instrument);

    void add(const recipient& person);
    /// Adds the counts of another part of the same round; both must come from the same pack.
    tabulation& operator+=(const tabulation& other);

    [[nodiscard]] std::uint64_t persons() const noexcept { return persons_; }

    /// category, sex, age_group, domains, index, services - in that order. The index is
    /// worked out from the histogram of assessments, so any scheme can be applied.
    [[nodiscard]] std::vector<count_table> tables(const pack& instrument, const scheme& by) const;

    friend bool operator==(const tabulation&, const tabulation&) = default;

private:
    using service_counts = std::array<std::uint64_t, code_list::most_codes>;

    [[nodiscard]] count_table domains_table() const;
    [[nodiscard]] count_table index_table(const scheme& by) const;
    [[nodiscard]] count_table services_table(const pack& instrument) const;

    std::uint64_t persons_ = 0;
    std::array<std::uint64_t, category_tokens.size()> categories_{};
    std::array<std::uint64_t, sex_tokens.size()> sexes_{};
    std::vector<int> age_bounds_;
    std::vector<std::uint64_t> ages_; ///< one a group, then younger, then unknown
    std::vector<std::uint64_t> assessments_;
    std::uint64_t answered_received_ = 0;
    std::uint64_t answered_needed_ = 0;
    service_counts received_{};
    service_counts needed_{};
};

/// Name of an age group: `16-17`, `80+`.
[[nodiscard]] std::string age_group_token(const std::vector<int>& lower_bounds, std::size_t group);

} // namespace brukerplan
