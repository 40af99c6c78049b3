#include <brukerplan/projection/model.hpp>

namespace brukerplan {

namespace {

double known_coverage_variance(const coverage_estimate& coverage) {
    // An assumption errs the same way every year, so the past does not show it.
    return coverage.basis == coverage_basis::assumed ? 0 : coverage.log_sd * coverage.log_sd;
}

} // namespace

std::vector<std::vector<transition>> transitions_of(const panel& all, const term_table& terms,
                                                    int years) {
    std::vector<std::vector<transition>> result(all.services.size());
    for (std::size_t m = 0; m < all.histories.size(); ++m) {
        const auto& history = all.histories[m];
        for (std::size_t to = 1; to < history.size(); ++to) {
            for (std::size_t from = 0; from < to; ++from) {
                const auto& then = history[from];
                const auto& now = history[to];
                if (lag(then, now) != years || level_break(then, now)) {
                    continue;
                }
                for (std::size_t s = 0; s < all.services.size(); ++s) {
                    const auto& known = terms(m, from, s);
                    if (known && now.services[s].presence == service_presence::present) {
                        result[s].push_back(
                            {static_cast<std::uint32_t>(m), now.period,
                             static_cast<std::uint8_t>(size_group_of(then.recipients)),
                             static_cast<double>(now.services[s].cells.received()),
                             1 / now.weight(), known_coverage_variance(then.coverage), *known});
                    }
                }
            }
        }
    }
    return result;
}

} // namespace brukerplan
