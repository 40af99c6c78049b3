// The third stage: persons who were informed and have not objected, by running numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/register/merged_round.hpp>

namespace brukerplan {

namespace detail {
struct transferable_rows;
} // namespace detail

/// Id of the set of fields that leave when none are left out; ours.
inline constexpr std::string_view whole_transfer_set = "transfer/1";

/// Which fields leave.
struct transfer_set {
    std::string id; ///< `transfer/1`, with `+reduced` behind it when fields were left out
    std::vector<std::size_t> fields; ///< indices in the pack: `row_ref`, then those in its order
};

/// The whole set, or without some of its fields by name. Throws `std::invalid_argument` for a name
/// that is not in the set, or whose column a file of registrations must have.
[[nodiscard]] transfer_set make_transfer_set(const pack& instrument,
                                             std::span<const std::string> without = {});

struct transfer_counts {
    std::uint64_t transferable = 0;
    std::uint64_t not_informed = 0; ///< persons who stay with the municipality
};

/// Holds no pseudonym and no key: running numbers have taken their place.
class transferable_round {
public:
    transferable_round(transferable_round&&) noexcept;
    transferable_round& operator=(transferable_round&&) noexcept;
    transferable_round(const transferable_round&) = delete;
    transferable_round& operator=(const transferable_round&) = delete;
    ~transferable_round();

    [[nodiscard]] const collection_counts& collected() const noexcept;
    [[nodiscard]] const merge_counts& merged() const noexcept;
    [[nodiscard]] const transfer_counts& counts() const noexcept;
    [[nodiscard]] const mapping_round& scope() const noexcept;

private:
    friend struct detail::stage_access;
    explicit transferable_round(std::unique_ptr<detail::transferable_rows> rows) noexcept;
    std::unique_ptr<detail::transferable_rows> rows_;
};

/// Takes a merged round, which is then empty, and destroys the key of the mapping. Throws
/// `std::invalid_argument` for an unusable stamp; the merged round is then as it was.
[[nodiscard]] transferable_round make_transferable(merged_round&& round, step_stamp stamp);

} // namespace brukerplan
