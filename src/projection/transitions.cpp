#include <brukerplan/projection/model.hpp>

#include <algorithm>
#include <set>

namespace brukerplan {

namespace {

double known_coverage_variance(const coverage_estimate& coverage) {
    // An assumption errs the same way every year, so the past does not show it.
    return coverage.basis == coverage_basis::assumed ? 0 : coverage.log_sd * coverage.log_sd;
}

bool is_predictable(const panel_round& then, const panel_round& now) {
    return then.period < now.period;
}

void add_transitions(std::vector<std::vector<transition>>& services, std::size_t municipality,
                     const panel_round& then, const panel_round& now, const term_table& terms,
                     std::size_t from) {
    for (std::size_t s = 0; s < services.size(); ++s) {
        const auto& known = terms(municipality, from, s);
        if (known && now.services[s].presence == service_presence::present) {
            services[s].push_back({static_cast<std::uint32_t>(municipality), now.period,
                                   static_cast<std::uint8_t>(size_group_of(then.recipients)),
                                   static_cast<double>(now.services[s].cells.received()),
                                   1 / now.weight(), known_coverage_variance(then.coverage),
                                   *known});
        }
    }
}

bool says_something(const transition& seen) {
    return seen.observed > 0 || seen.terms[static_cast<std::size_t>(term::received)] > 0 ||
           seen.terms[static_cast<std::size_t>(term::needed)] > 0;
}

/// A service that nobody received or needed would be predicted without fault by any model, and
/// other services would be taken to vary as little.
void leave_out_silent_services(std::vector<std::vector<transition>>& services) {
    for (auto& seen : services) {
        if (std::none_of(seen.begin(), seen.end(), says_something)) {
            seen.clear();
        }
    }
}

} // namespace

std::vector<std::vector<transition>> transitions_of(const panel& all, const term_table& terms,
                                                    int years) {
    std::vector<std::vector<transition>> result(all.services.size());
    for (const auto& [m, from, to] : pairs_of(all, years)) {
        const auto& history = all.histories[m];
        add_transitions(result, m, history[from], history[to], terms, from);
    }
    leave_out_silent_services(result);
    return result;
}

std::vector<std::vector<transition>> transitions_into(const panel& all, int period,
                                                      const term_table& known, int years) {
    std::vector<std::vector<transition>> result(all.services.size());
    for (const auto& [m, from, to] : pairs_of(all, years)) {
        const auto& history = all.histories[m];
        if (history[to].period == period && is_predictable(history[from], history[to])) {
            add_transitions(result, m, history[from], history[to], known, from);
        }
    }
    leave_out_silent_services(result);
    return result;
}

std::vector<int> predictable_periods(const panel& all, int years) {
    std::set<int> periods;
    for (const auto& [m, from, to] : pairs_of(all, years)) {
        if (is_predictable(all.histories[m][from], all.histories[m][to])) {
            periods.insert(all.histories[m][to].period);
        }
    }
    return {periods.begin(), periods.end()};
}

} // namespace brukerplan
