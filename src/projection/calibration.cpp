#include <brukerplan/projection/calibration.hpp>

#include <cassert>

#include "support/neumaier_sum.hpp"

namespace brukerplan {

namespace {

/// Of what one transform is spread over, the share at most `level`.
double share_of(const transform_range& transform, double level) noexcept {
    if (level <= 0 || level >= 1) {
        return level <= 0 ? 0 : 1;
    }
    if (level >= transform.up_to) {
        return 1;
    }
    return level <= transform.under
               ? 0
               : (level - transform.under) / (transform.up_to - transform.under);
}

} // namespace

transform_range transform_of(const count_mass& forecast, std::uint32_t observed) noexcept {
    return {observed == 0 ? 0 : cdf(forecast, observed - 1), cdf(forecast, observed)};
}

double share_up_to(std::span<const transform_range> transforms, double level) noexcept {
    assert(!transforms.empty());
    detail::neumaier_sum sum;
    for (const auto& transform : transforms) {
        sum.add(share_of(transform, level));
    }
    return sum.value() / static_cast<double>(transforms.size());
}

double central_coverage(std::span<const transform_range> transforms, double level) noexcept {
    const double side = (1 - level) / 2;
    return share_up_to(transforms, 1 - side) - share_up_to(transforms, side);
}

std::vector<double> transform_histogram(std::span<const transform_range> transforms,
                                        std::size_t bins) {
    std::vector<double> shares;
    shares.reserve(bins);
    double before = 0;
    for (std::size_t i = 1; i <= bins; ++i) {
        const double up_to =
            share_up_to(transforms, static_cast<double>(i) / static_cast<double>(bins));
        shares.push_back(up_to - before);
        before = up_to;
    }
    return shares;
}

} // namespace brukerplan
