#include <brukerplan/projection/terms.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <brukerplan/projection/peers.hpp>

namespace brukerplan {

namespace {

double& value(term_values& values, term which) {
    return values[static_cast<std::size_t>(which)];
}

bool present(const panel_round& round, std::size_t service) {
    return round.services[service].presence == service_presence::present;
}

/// What is said of a round that is so many years older, and its recipients' number (spec of the
/// credibility model: weights n, discounted by age).
double weight_of_past(const panel_round& past, const panel_round& now) {
    constexpr double discount_a_year = 0.9;
    return past.recipients * std::pow(discount_a_year, now.years - past.years);
}

/// Mean of the rounds before. Across a break in level it is the rate that goes on, not the count.
std::optional<double> own_past(const std::vector<panel_round>& history, std::size_t round,
                               std::size_t service) {
    const auto& now = history[round];
    double sum = 0;
    double weights = 0;
    for (std::size_t r = 0; r < round; ++r) {
        const auto& past = history[r];
        if (!present(past, service) || past.recipients == 0) {
            continue;
        }
        const double weight = weight_of_past(past, now);
        const double persons = past.services[service].cells.received() * past.weight();
        const double to_this_level = level_break(past, now) ? now.recipients * now.weight() /
                                                                  (past.recipients * past.weight())
                                                            : 1;
        sum += weight * persons * to_this_level;
        weights += weight;
    }
    if (weights == 0) {
        return std::nullopt;
    }
    return sum / weights;
}

struct conversion_sums {
    double received = 0;
    double expected = 0; ///< if all stated need were met

    void add(const panel_round& from, const panel_round& to, std::size_t service) {
        received += to.services[service].cells.received();
        expected += from.services[service].cells.needed() * from.weight() / to.weight();
    }
};

conversion_prior prior_of(const std::vector<conversion_sums>& municipalities) {
    conversion_sums all;
    double squares = 0;
    for (const auto& sums : municipalities) {
        all.received += sums.received;
        all.expected += sums.expected;
        squares += sums.expected * sums.expected;
    }
    if (all.expected == 0 || all.received == 0) {
        return {1, 1};
    }
    const double mean = all.received / all.expected;
    double excess = 0;
    for (const auto& [received, expected] : municipalities) {
        const double error = received - mean * expected;
        excess += error * error - mean * expected;
    }
    constexpr double least_relative_variance = 0.01;
    const double variance = std::max(excess / squares, least_relative_variance * mean * mean);
    return {mean * mean / variance, mean / variance};
}

} // namespace

term_table::term_table(const panel& all, int years) : services_(all.services.size()) {
    std::size_t rounds = 0;
    for (const auto& history : all.histories) {
        first_round_.push_back(rounds);
        rounds += history.size();
    }
    values_.resize(rounds * services_);
    compared_.resize(values_.size());
    fill_own(all);
    fill_peers(all);
    fill_converted(all, years);
}

void term_table::fill_own(const panel& all) {
    for (std::size_t m = 0; m < all.histories.size(); ++m) {
        const auto& history = all.histories[m];
        for (std::size_t r = 0; r < history.size(); ++r) {
            for (std::size_t s = 0; s < services_; ++s) {
                if (!present(history[r], s)) {
                    continue;
                }
                const auto& cells = history[r].services[s].cells;
                const double weight = history[r].weight();
                auto& values = at(m, r, s).emplace();
                value(values, term::received) = cells.received() * weight;
                value(values, term::needed_not_received) = cells.needed_only * weight;
                value(values, term::needed_and_received) = cells.received_needed * weight;
                value(values, term::needed) = cells.needed() * weight;
                value(values, term::own_past) =
                    own_past(history, r, s).value_or(cells.received() * weight);
            }
        }
    }
}

void term_table::fill_peers(const panel& all) {
    std::map<int, std::vector<std::pair<std::size_t, std::size_t>>> by_period;
    for (std::size_t m = 0; m < all.histories.size(); ++m) {
        for (std::size_t r = 0; r < all.histories[m].size(); ++r) {
            by_period[all.histories[m][r].period].emplace_back(m, r);
        }
    }
    for (const auto& [period, places] : by_period) {
        for (std::size_t s = 0; s < services_; ++s) {
            std::vector<peer_row> rows;
            std::vector<std::pair<std::size_t, std::size_t>> asked;
            for (const auto& [m, r] : places) {
                const auto& round = all.histories[m][r];
                if (present(round, s)) {
                    rows.push_back({static_cast<double>(round.services[s].cells.received()),
                                    static_cast<double>(round.recipients), round.profiles});
                    asked.emplace_back(m, r);
                }
            }
            const auto expected = expected_by_peers(rows);
            has_peers_ = has_peers_ && (asked.empty() || !expected.empty());
            for (std::size_t i = 0; i < asked.size(); ++i) {
                const auto [m, r] = asked[i];
                auto& values = *at(m, r, s);
                compared_[(first_round_[m] + r) * services_ + s] = !expected.empty();
                value(values, term::peers) = expected.empty()
                                                 ? value(values, term::received)
                                                 : expected[i] * all.histories[m][r].weight();
            }
        }
    }
}

void term_table::fill_converted(const panel& all, int years) {
    conversion_.resize(services_);
    const auto pairs = pairs_of(all, years);
    for (std::size_t s = 0; s < services_; ++s) {
        // What each municipality had shown when a round was mapped.
        std::vector<std::vector<conversion_sums>> shown(all.histories.size());
        for (std::size_t m = 0; m < shown.size(); ++m) {
            shown[m].resize(all.histories[m].size());
        }
        for (const auto& [m, from, to] : pairs) {
            const auto& history = all.histories[m];
            for (auto r = to; r < history.size(); ++r) {
                if (present(history[from], s) && present(history[to], s)) {
                    shown[m][r].add(history[from], history[to], s);
                }
            }
        }
        std::vector<conversion_sums> municipalities;
        for (const auto& rounds : shown) {
            if (!rounds.empty()) {
                municipalities.push_back(rounds.back());
            }
        }
        conversion_[s] = prior_of(municipalities);
        for (std::size_t m = 0; m < shown.size(); ++m) {
            for (std::size_t r = 0; r < shown[m].size(); ++r) {
                if (auto& values = at(m, r, s)) {
                    const double part = (conversion_[s].shape + shown[m][r].received) /
                                        (conversion_[s].rate + shown[m][r].expected);
                    value(*values, term::converted) = value(*values, term::needed) * part;
                }
            }
        }
    }
}

} // namespace brukerplan
