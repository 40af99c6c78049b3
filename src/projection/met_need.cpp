#include "projection/met_need.hpp"

#include <algorithm>
#include <cmath>

namespace brukerplan::detail {

namespace {

struct met {
    double received;
    double needed;
};

std::vector<met> met_of(const panel& all, std::size_t service) {
    std::vector<met> result;
    for (const auto& history : all.histories) {
        if (!history.empty() &&
            history.back().services[service].presence == service_presence::present) {
            const auto& cells = history.back().services[service].cells;
            if (cells.needed() > 0) {
                result.push_back({static_cast<double>(cells.received_needed),
                                  static_cast<double>(cells.needed())});
            }
        }
    }
    return result;
}

} // namespace

std::vector<double> met_need_at(const panel& all, double percentile) {
    std::vector<double> result(all.services.size());
    for (std::size_t s = 0; s < result.size(); ++s) {
        const auto municipalities = met_of(all, s);
        double received = 0;
        double needed = 0;
        for (const auto& each : municipalities) {
            received += each.received;
            needed += each.needed;
        }
        if (needed == 0) {
            continue;
        }
        const double rate = received / needed;
        double excess = 0;
        double pairs = 0;
        for (const auto& each : municipalities) {
            const double off = each.received - rate * each.needed;
            excess += off * off - each.needed * rate * (1 - rate);
            pairs += each.needed * (each.needed - 1) * rate * (1 - rate);
        }
        constexpr double least_correlation = 0.01;
        const double correlation =
            pairs > 0 ? std::clamp(excess / pairs, least_correlation, 1.0) : least_correlation;
        const double like_others = 1 / correlation - 1; // persons
        std::vector<double> rates;
        for (const auto& each : municipalities) {
            rates.push_back((each.received + like_others * rate) / (each.needed + like_others));
        }
        const auto place =
            static_cast<std::size_t>(std::ceil(percentile * static_cast<double>(rates.size())) - 1);
        std::nth_element(rates.begin(), rates.begin() + static_cast<std::ptrdiff_t>(place),
                         rates.end());
        result[s] = rates[place];
    }
    return result;
}

double more_met(const panel_round& round, std::size_t service, double rate) noexcept {
    const auto& cells = round.services[service].cells;
    return std::max(rate * cells.needed() - cells.received_needed, 0.0);
}

} // namespace brukerplan::detail
