// Draws from distributions of counts, by inversion: the smallest value whose cumulated probability
// reaches a uniform number. One number in, one draw out, and a larger number never gives a smaller
// draw: so scenarios that share their numbers can be compared draw by draw.
#pragma once

#include <cstdint>
#include <vector>

#include <brukerplan/projection/count_families.hpp>
#include <brukerplan/projection/count_mass.hpp>

namespace brukerplan {

/// One draw without a table: for laws that change with every draw. Time grows with the values that
/// lie under the draw and are likely at all. For a beta-negative binomial, alpha >= 4: a heavier
/// tail takes too many steps. `uniform`: above 0 and below 1
[[nodiscard]] std::uint32_t draw(const poisson& law, double uniform) noexcept;
[[nodiscard]] std::uint32_t draw(const negative_binomial& law, double uniform) noexcept;
[[nodiscard]] std::uint32_t draw(const beta_binomial& law, double uniform) noexcept;
[[nodiscard]] std::uint32_t draw(const beta_negative_binomial& law, double uniform) noexcept;

/// Many draws from one distribution, each in constant time on average (guide table: Chen and Asau,
/// "On generating random variates from an empirical distribution", AIIE Transactions 6, 1974).
class inversion_table {
public:
    explicit inversion_table(const count_mass& distribution);

    /// What `quantile` rounded up gives.
    /// `uniform`: above 0 and below 1
    [[nodiscard]] std::uint32_t operator()(double uniform) const noexcept;

private:
    std::uint32_t first_;
    std::vector<double> cumulated_;
    std::vector<std::uint32_t> guide_; ///< index from which to search, by the uniform's slot
};

} // namespace brukerplan
