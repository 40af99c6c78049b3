#include <brukerplan/projection/decision.hpp>

#include <algorithm>

namespace brukerplan {

namespace {

constexpr double high_level = 0.95;

/// Sum over more than `room` persons of each one's part in what is asked.
template <class Part>
double sum_above(const count_mass& use, double room, const Part& part_of) {
    double sum = 0;
    for (std::size_t i = use.masses.size(); i-- > 0;) { // the smallest first
        const double persons = static_cast<double>(use.first) + static_cast<double>(i);
        if (persons <= room) {
            break;
        }
        sum += use.masses[i] * part_of(persons);
    }
    return sum;
}

} // namespace

double service_level_of(double under, double over) noexcept {
    return under / (under + over);
}

capacity_decision decide(const count_mass& use, const planning_figures& figures) {
    capacity_decision result;
    if (figures.service_level) {
        result.capacity_needed = quantile(use, *figures.service_level, quantile_rounding::up);
    }
    if (figures.capacity) {
        const double room = *figures.capacity;
        result.probability_exceeded =
            std::min(sum_above(use, room, [](double) { return 1.0; }) + use.above, 1.0);
        result.expected_above =
            sum_above(use, room, [&](double persons) { return persons - room; });
    }
    const double expected = mean(use);
    const double high = quantile(use, high_level, quantile_rounding::up);
    if (figures.person_years) {
        result.person_years = expected * *figures.person_years;
        result.person_years_q95 = high * *figures.person_years;
    }
    if (figures.cost) {
        result.cost = expected * *figures.cost;
        result.cost_q95 = high * *figures.cost;
    }
    return result;
}

capacity_table capacities_of(const planning_table& table) {
    capacity_table result;
    for (const auto& [where, figures] : table) {
        if (figures.capacity) {
            result.emplace(where, *figures.capacity);
        }
    }
    return result;
}

} // namespace brukerplan
