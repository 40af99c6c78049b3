// Rows of a projection, of a municipality or an area: what is written beside the numbers.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/projection.hpp>

namespace brukerplan::detail {

/// One service of one municipality, or of an area.
struct row_place {
    std::string municipality;
    std::string service;
    int horizon = 1;
    double coverage = 1; ///< the part of all that was mapped
    unseen_use unseen;   ///< what those who were not may use
};

struct row_numbers {
    projected_numbers numbers;
    std::vector<explained_term> terms;
    std::array<double, variance_part_count> variance_shares{};
    projection_flags flags; ///< with a status
};

/// `of_mapped`: persons who need it of those who were mapped, as many as they grow to; what is not
/// known is about the others
[[nodiscard]] projected need_row(const row_place& where, row_numbers need, double of_mapped);
[[nodiscard]] projected use_row(const row_place& where, row_numbers use, model_kind kind);
[[nodiscard]] projected gap_row(const row_place& where, const projected& need, const projected& use,
                                const projected_numbers& gap);

/// Three rows that say why there are no numbers.
void add_rows_without_numbers(std::vector<projected>& to, const row_place& where, model_kind kind,
                              projection_flags flags);

/// What part of a need's variance is chance, and what part is from what is not known of coverage.
/// `chance`: in squared persons
[[nodiscard]] std::array<double, variance_part_count> need_shares(double sd,
                                                                  double chance) noexcept;

} // namespace brukerplan::detail
