// The second stage: one record a person, within the municipality.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <brukerplan/register/collected_round.hpp>
#include <brukerplan/register/merge_policy.hpp>

namespace brukerplan {

namespace detail {
struct merged_rows;
} // namespace detail

struct merge_counts {
    std::uint64_t persons = 0;
    std::uint64_t unlinked = 0;             ///< persons without a valid number to be merged by
    std::uint64_t merged = 0;               ///< persons that several registrations were merged to
    std::uint64_t suspected_pairs = 0;      ///< same birth date and sex under two kinds of number
    std::uint64_t suspected_objections = 0; ///< the same, where one of the two objects
};

/// Holds no national number, no date of birth, and nothing of anybody who objects.
class merged_round {
public:
    merged_round(merged_round&&) noexcept;
    merged_round& operator=(merged_round&&) noexcept;
    merged_round(const merged_round&) = delete;
    merged_round& operator=(const merged_round&) = delete;
    ~merged_round();

    [[nodiscard]] const collection_counts& collected() const noexcept;
    [[nodiscard]] const merge_counts& counts() const noexcept;
    [[nodiscard]] const mapping_round& scope() const noexcept;

private:
    friend struct detail::stage_access;
    explicit merged_round(std::unique_ptr<detail::merged_rows> rows) noexcept;
    std::unique_ptr<detail::merged_rows> rows_;
};

/// Takes a collected round, which is then empty. What units disagree on goes to `findings` by the
/// pack's rules of kind `person` as the validator's profile has them, in the order of records and
/// then of rules; the records are those of the rows that were added, and are not counted again. A
/// parameter `rows` lists the other rows of the person, counted from 1. The result does not depend
/// on the order of rows but among those of one person on one day. The scope has the days of those
/// who do not object. Throws `std::invalid_argument` for a policy of another pack, a round without
/// registrations, or an unusable stamp; the collected round is then as it was.
[[nodiscard]] merged_round merge(collected_round&& round, const merge_policy& policy,
                                 step_stamp stamp, finding_log& findings);

} // namespace brukerplan
