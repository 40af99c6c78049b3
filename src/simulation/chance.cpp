#include "simulation/chance.hpp"

#include <cmath>

namespace brukerplan::detail::synthetic {

std::uint32_t draw_poisson(random_stream& random, double mean) noexcept {
    constexpr double most = 16;
    std::uint32_t sum = 0;
    while (mean > 0) {
        const double part = mean < most ? mean : most;
        mean -= part;
        const double u = uniform_of(random.next());
        double share = std::exp(-part);
        double below = share;
        // Beyond 200 there is nothing left of a mean of 16.
        for (std::uint32_t count = 1; below <= u && count < 200; ++count, ++sum) {
            share *= part / count;
            below += share;
        }
    }
    return sum;
}

} // namespace brukerplan::detail::synthetic
