#include <brukerplan/projection/panel.hpp>

#include <algorithm>
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
double years_of(int number, const mapped_round& counted) {
    constexpr double middle = 0.5; // so that a day of the next year is nearest to one year later
    if (!counted.mapped) {
        return number + middle;
    }
    const auto last = counted.mapped->last;
    const int year = year_of(last);
    const auto begins = [](int of) { return *make_date(of, 1, 1); };
    return year + static_cast<double>((last - begins(year)).count()) /
                      static_cast<double>((begins(year + 1) - begins(year)).count());
}

panel_round round_of(const municipality_round& key, const mapped_round& counted, const panel& all,
                     const coverage_table& coverage) {
    panel_round round;
    round.number = key.round;
    round.years = years_of(key.round, counted);
    // With or without dates a year's mappings are of one period.
    round.period = static_cast<int>(std::floor(round.years));
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

/// Received and asked, of one service in one period.
struct period_use {
    double received = 0;
    double asked = 0;
};

constexpr double certainly_expected = 10;

void mark_absent_services(panel& all) {
    for (std::size_t s = 0; s < all.services.size(); ++s) {
        std::map<int, period_use> by_period;
        period_use sum;
        for (const auto& history : all.histories) {
            for (const auto& round : history) {
                if (const auto& [cells, presence] = round.services[s];
                    presence != service_presence::not_asked) {
                    auto& period = by_period[round.period];
                    for (auto* use : {&period, &sum}) {
                        use->received += cells.received();
                        use->asked += round.recipients;
                    }
                }
            }
        }
        const auto absent = [&](int period) {
            const auto& [received, asked] = by_period[period];
            const double others = sum.asked - asked;
            return received == 0 && others > 0 &&
                   sum.received / others * asked >= certainly_expected;
        };
        for (auto& history : all.histories) {
            for (auto& round : history) {
                auto& presence = round.services[s].presence;
                if (presence != service_presence::not_asked) {
                    presence =
                        absent(round.period) ? service_presence::absent : service_presence::present;
                }
            }
        }
    }
}

} // namespace

double panel_round::weight() const noexcept {
    return std::exp(-coverage.log_sd * coverage.log_sd / 2) / coverage.share;
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
    for (const auto& [key, counted] : counts.rounds) {
        if (const auto known = coverage.find(key);
            known != coverage.end() && !(known->second.share > 0)) {
            continue; // nobody can have been mapped
        }
        all.histories[place_of(all.municipalities, key.municipality)].push_back(
            round_of(key, counted, all, coverage));
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
    constexpr double half_as_many_again = 0.405; // log 1.5
    constexpr double standard_errors = 3;
    const auto persons = [](const panel_round& round) { return round.recipients + 0.5; };
    const auto variance = [&](const panel_round& round) {
        return 1 / persons(round) + round.coverage.log_sd * round.coverage.log_sd;
    };
    const double change =
        std::log(persons(to) * to.weight()) - std::log(persons(from) * from.weight());
    return std::abs(change) >
           half_as_many_again + standard_errors * std::sqrt(variance(from) + variance(to));
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
