#include <brukerplan/projection/panel.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace brukerplan {

namespace {

template <class Names, class Keys>
void insert_keys(Names& names, const Keys& of) {
    for (const auto& [name, value] : of) {
        names.insert(name);
    }
}

std::size_t place_of(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::lower_bound(names.begin(), names.end(), name) -
                                    names.begin());
}

/// Of the calendar, so that a day is always in its own year.
double years_of(int number, const mapped_round& counted, bool by_days) {
    constexpr double middle = 0.5; // so that a day of the next year is nearest to one year later
    if (!counted.mapped || !by_days) {
        return number + middle;
    }
    const auto last = counted.mapped->last;
    const int year = year_of(last);
    const auto begins = [](int of) { return *make_date(of, 1, 1); };
    return year + static_cast<double>((last - begins(year)).count()) /
                      static_cast<double>((begins(year + 1) - begins(year)).count());
}

/// Those of which some round says no day, and has a number that is no year beside days: their
/// numbers count instead.
std::set<std::string> municipalities_without_days(const mapping_counts& counts) {
    constexpr int first_year = 1900;
    constexpr int last_year = 2200;
    std::set<std::string> result;
    for (const auto& [key, counted] : counts.rounds) {
        if (!counted.mapped && (key.round < first_year || key.round > last_year)) {
            result.insert(key.municipality);
        }
    }
    return result;
}

panel_round round_of(const municipality_round& key, const mapped_round& counted, const panel& all,
                     const coverage_table& coverage, bool by_days) {
    panel_round round;
    round.number = key.round;
    round.years = years_of(key.round, counted, by_days);
    // The caller's: a mapping that ends in January is still of its round.
    round.period = key.round;
    round.recipients = counted.recipients;
    const auto known = coverage.find(key);
    round.coverage = known == coverage.end() ? assumed_coverage() : known->second;
    round.services.resize(all.services.size());
    for (const auto& [service, cells] : counted.services) {
        round.services[place_of(all.services, service)] = {cells, service_presence::present};
    }
    round.profiles.resize(all.profiles.size());
    for (const auto& [profile, persons] : counted.profiles) {
        round.profiles[place_of(all.profiles, profile)] = persons;
    }
    return round;
}

constexpr double certainly_expected = 10;

/// What each municipality received of a service in the other periods, on average, added up over
/// those that were asked in a period.
double expected_by_other_periods(const panel& all, std::size_t service, int period) {
    double sum = 0;
    for (const auto& history : all.histories) {
        bool asked = false;
        double received = 0;
        double rounds = 0;
        for (const auto& round : history) {
            const auto& [cells, presence] = round.services[service];
            if (presence == service_presence::not_asked) {
                continue;
            }
            asked = asked || round.period == period;
            if (round.period != period) {
                received += cells.received();
                ++rounds;
            }
        }
        sum += asked && rounds > 0 ? received / rounds : 0;
    }
    return sum;
}

void mark_absent_services(panel& all) {
    for (std::size_t s = 0; s < all.services.size(); ++s) {
        std::map<int, double> received;
        for (const auto& history : all.histories) {
            for (const auto& round : history) {
                if (round.services[s].presence != service_presence::not_asked) {
                    received[round.period] += round.services[s].cells.received();
                }
            }
        }
        std::set<int> absent;
        for (const auto& [period, persons] : received) {
            if (persons == 0 && expected_by_other_periods(all, s, period) >= certainly_expected) {
                absent.insert(period);
            }
        }
        for (auto& history : all.histories) {
            for (auto& round : history) {
                auto& presence = round.services[s].presence;
                if (presence != service_presence::not_asked) {
                    presence = absent.contains(round.period) ? service_presence::absent
                                                             : service_presence::present;
                }
            }
        }
    }
}

} // namespace

double panel_round::weight() const noexcept {
    return persons_per_mapped(coverage);
}

panel make_panel(const mapping_counts& counts, const coverage_table& coverage) {
    panel all;
    std::set<std::string> municipalities;
    std::set<std::string> services;
    std::set<std::string> profiles;
    for (const auto& [key, counted] : counts.rounds) {
        municipalities.insert(key.municipality);
        insert_keys(services, counted.services);
        insert_keys(profiles, counted.profiles);
    }
    all.municipalities.assign(municipalities.begin(), municipalities.end());
    all.services.assign(services.begin(), services.end());
    all.profiles.assign(profiles.begin(), profiles.end());
    all.histories.resize(all.municipalities.size());
    const auto without_days = municipalities_without_days(counts);
    for (const auto& [key, counted] : counts.rounds) {
        if (const auto known = coverage.find(key);
            known != coverage.end() && !(known->second.share > 0)) {
            continue; // nobody can have been mapped
        }
        if (counted.recipients == 0) {
            continue; // nothing is known of it
        }
        all.histories[place_of(all.municipalities, key.municipality)].push_back(
            round_of(key, counted, all, coverage, !without_days.contains(key.municipality)));
    }
    for (auto& history : all.histories) {
        std::stable_sort(history.begin(), history.end(),
                         [](const auto& a, const auto& b) { return a.years < b.years; });
    }
    mark_absent_services(all);
    return all;
}

int lag(const panel_round& from, const panel_round& to) noexcept {
    return static_cast<int>(std::lround(to.years - from.years));
}

bool level_break(const panel_round& from, const panel_round& to) noexcept {
    constexpr double a_third_again = 0.288; // log 4/3
    constexpr double standard_errors = 2.5;
    const auto persons = [](const panel_round& round) { return round.recipients + 0.5; };
    const auto variance = [&](const panel_round& round) {
        return 1 / persons(round) + round.coverage.log_sd * round.coverage.log_sd;
    };
    const double change =
        std::log(persons(to) * to.weight()) - std::log(persons(from) * from.weight());
    return std::abs(change) >
           a_third_again + standard_errors * std::sqrt(variance(from) + variance(to));
}

std::vector<round_pair> pairs_of(const panel& all, int years) {
    std::vector<round_pair> pairs;
    for (std::size_t m = 0; m < all.histories.size(); ++m) {
        const auto& history = all.histories[m];
        for (std::size_t to = 1; to < history.size(); ++to) {
            for (std::size_t from = 0; from < to; ++from) {
                if (lag(history[from], history[to]) == years &&
                    !level_break(history[from], history[to])) {
                    pairs.push_back({m, from, to});
                }
            }
        }
    }
    return pairs;
}

int learning_lag(const panel& all, int horizon) {
    constexpr int longest = 10;
    constexpr std::size_t enough = 40;
    std::array<std::size_t, longest + 1> pairs{};
    for (int years = 1; years <= longest; ++years) {
        pairs[static_cast<std::size_t>(years)] = pairs_of(all, years).size();
    }
    const auto has_enough = [&](int years) {
        return pairs[static_cast<std::size_t>(years)] >= enough;
    };
    for (int years = horizon; years <= longest; ++years) {
        if (has_enough(years)) {
            return years;
        }
    }
    for (int years = horizon - 1; years >= 1; --years) {
        if (has_enough(years)) {
            return years;
        }
    }
    int best = horizon;
    for (int off = 0; off < longest; ++off) { // nearest first, and of two the longer one
        for (const int years : {horizon + off, horizon - off}) {
            if (years >= 1 && years <= longest &&
                pairs[static_cast<std::size_t>(years)] > pairs[static_cast<std::size_t>(best)]) {
                best = years;
            }
        }
    }
    return best;
}

panel before_period(const panel& all, int period) {
    panel known = all;
    for (auto& history : known.histories) {
        std::erase_if(history, [&](const auto& round) { return round.period >= period; });
    }
    mark_absent_services(known); // later rounds may have told
    return known;
}

} // namespace brukerplan
