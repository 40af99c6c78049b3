#include "projection/need_law.hpp"

#include <algorithm>

namespace brukerplan::detail {

namespace {

constexpr mass_limits limits{1e-9};
// However alike municipalities look, they are not more alike than this. Ours.
constexpr double least_variance = 0.05;
constexpr double half_a_person = 0.5;

count_mass moved(count_mass mass, std::uint32_t by) {
    mass.first += by;
    return mass;
}

} // namespace

std::vector<need_rate> need_rates_of(const panel& all) {
    std::vector<need_rate> rates(all.services.size());
    for (std::size_t s = 0; s < rates.size(); ++s) {
        double needed = half_a_person;
        double recipients = 1;
        const auto for_each_last_round = [&](const auto& use) {
            for (const auto& history : all.histories) {
                if (!history.empty() &&
                    history.back().services[s].presence != service_presence::not_asked) {
                    use(history.back().services[s].cells.needed(), history.back().recipients);
                }
            }
        };
        for_each_last_round([&](double own, double persons) {
            needed += own;
            recipients += persons;
        });
        const double rate = needed / recipients;
        double excess = 0;
        double squares = 0;
        for_each_last_round([&](double own, double persons) {
            const double mean = rate * persons;
            excess += (own - mean) * (own - mean) - mean;
            squares += mean * mean;
        });
        const double variance = squares > 0 ? std::max(excess / squares, least_variance) : 1;
        rates[s] = {rate, 1 / variance};
    }
    return rates;
}

count_mass need_law::mass() const {
    return moved(unseen_persons(stated, coverage, peers, limits), stated);
}

count_mass need_law::mass_at(double share, mass_limits limits) const {
    return moved(unseen_persons(stated, {share, 0, coverage.basis}, peers, limits), stated);
}

need_law need_of(const panel_round& round, std::size_t service, const need_rate& rate) noexcept {
    const double least_mean = 1e-6;
    const double persons = rate.rate * round.recipients / round.coverage.share;
    return {round.services[service].cells.needed(),
            {std::max(persons, least_mean), rate.shape},
            round.coverage};
}

} // namespace brukerplan::detail
