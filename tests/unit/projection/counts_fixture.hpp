// Small counts for the tests of what a projection rests on.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <brukerplan/projection/mapping_counts.hpp>

namespace brukerplan::testing {

inline date day(int year, unsigned month, unsigned of_month) {
    return make_date(year, month, of_month).value();
}

/// A round in which `received` of the recipients had the service `gp` and nobody needs it.
inline mapped_round round_with(std::uint32_t recipients, std::uint32_t received = 0) {
    mapped_round round;
    round.recipients = recipients;
    round.services["gp"] = {0, received, 0, recipients - received};
    round.profiles["red:substance_only"] = recipients;
    return round;
}

/// A person as counts see one.
struct counted_person {
    municipality_round where;
    date mapped_on{};
    bool received = false;
    bool needed = false;
    std::string profile;
};

inline std::vector<counted_person> some_persons(std::mt19937& random, std::size_t size) {
    std::vector<counted_person> persons;
    for (std::size_t i = 0; i < size; ++i) {
        persons.push_back({{std::to_string(9001 + random() % 3), 2020 + int(random() % 3)},
                           day(2020, 1, 1) + std::chrono::days{random() % 900},
                           random() % 2 == 0,
                           random() % 3 == 0,
                           random() % 2 == 0 ? "red:substance_only" : "green:substance_only"});
    }
    return persons;
}

/// Counts of each person on his or her own are merged one by one: the slow way.
inline mapping_counts counts_of(const std::vector<counted_person>& persons) {
    mapping_counts counts;
    for (const auto& p : persons) {
        mapped_round alone;
        alone.recipients = 1;
        alone.mapped = mapping_dates{p.mapped_on, p.mapped_on};
        alone.services["gp"] = {p.received && p.needed, p.received && !p.needed,
                                !p.received && p.needed, !p.received && !p.needed};
        alone.profiles[p.profile] = 1;
        counts.merge({{{p.where, alone}}});
    }
    return counts;
}

} // namespace brukerplan::testing
