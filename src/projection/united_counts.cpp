#include <brukerplan/projection/united_counts.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <brukerplan/identity/municipality.hpp>

namespace brukerplan {

namespace {

using round_entry = std::pair<const municipality_round, mapped_round>;

/// The day whose codes a round is registered with.
std::optional<date> day_of(const round_entry& entry) {
    if (entry.second.mapped) {
        return entry.second.mapped->last;
    }
    const int year = entry.first.round;
    return year >= year_of(municipality_facts_from) && year <= 9999 ? make_date(year, 7, 1)
                                                                    : std::nullopt;
}

std::optional<date> latest_day(const mapping_counts& counts) {
    std::optional<date> latest;
    for (const auto& entry : counts.rounds) {
        latest = std::max(latest, day_of(entry)); // nothing is less than any day
    }
    return latest;
}

/// Rounds that may make up one of today's municipality.
struct parts_of_today {
    std::vector<const round_entry*> parts;
    bool split = false; ///< not all of some part lies in it
};

/// Whether all that the municipality was, on the day of each of its parts, is among them.
bool complete(std::string_view municipality, date as_of, const parts_of_today& found) {
    return std::all_of(found.parts.begin(), found.parts.end(), [&](const round_entry* part) {
        const auto before = trace_municipality(municipality, as_of, *day_of(*part));
        return before &&
               std::all_of(before->municipalities.begin(), before->municipalities.end(),
                           [&](const traced_municipality& was) {
                               return std::any_of(found.parts.begin(), found.parts.end(),
                                                  [&](const round_entry* other) {
                                                      return other->first.municipality == was.code;
                                                  });
                           });
    });
}

/// Whether a part of another municipality went to it since the day of one of its parts.
bool holds_a_split_part(std::string_view municipality, date as_of, const parts_of_today& found) {
    return std::any_of(found.parts.begin(), found.parts.end(), [&](const round_entry* part) {
        const auto before = trace_municipality(municipality, as_of, *day_of(*part));
        return before && !before->determined();
    });
}

class uniting {
public:
    uniting(const mapping_counts& counts, const coverage_table& coverage)
        : counts_(counts), coverage_(coverage) {
        made_.as_of = latest_day(counts);
    }

    united_counts run() {
        for (const auto& entry : counts_.rounds) {
            trace(entry);
        }
        for (const auto& [key, found] : today_) {
            unite(key, found);
        }
        std::sort(made_.notes.begin(), made_.notes.end(), [](const auto& a, const auto& b) {
            return std::tie(a.municipality, a.round, a.former, a.event, a.service) <
                   std::tie(b.municipality, b.round, b.former, b.event, b.service);
        });
        return std::move(made_);
    }

private:
    void note(territory_event event, const municipality_round& now, std::string former = {},
              std::string service = {}) {
        made_.notes.push_back(
            {event, now.municipality, std::move(former), now.round, std::move(service)});
    }

    void keep(const round_entry& entry) {
        made_.counts.rounds.emplace(entry);
        if (const auto known = coverage_.find(entry.first); known != coverage_.end()) {
            made_.coverage.insert(*known);
        }
    }

    void trace(const round_entry& entry) {
        const auto& [code, round] = entry.first;
        const auto day = day_of(entry);
        if (!day || !municipality_known(code)) {
            keep(entry);
            return;
        }
        const auto traced = trace_municipality(code, *day, *made_.as_of);
        if (!traced) {
            note(territory_event::not_valid, entry.first, code);
            keep(entry);
            return;
        }
        for (const auto& now : traced->municipalities) {
            auto& found = today_[{std::string{now.code}, round}];
            found.parts.push_back(&entry);
            found.split = found.split || !traced->determined();
        }
    }

    void unite(const municipality_round& key, const parts_of_today& found) {
        const bool alone = found.parts.size() == 1;
        if (found.split || holds_a_split_part(key.municipality, *made_.as_of, found)) {
            tell(territory_event::split, key, found);
        } else if (made_.counts.rounds.contains(key) ||
                   !complete(key.municipality, *made_.as_of, found)) {
            tell(territory_event::not_all_took_part, key, found);
        } else if (alone && found.parts.front()->first == key) {
            keep(*found.parts.front());
        } else {
            tell(alone ? territory_event::recoded : territory_event::merged, key, found);
            add_up(key, found);
        }
    }

    void tell(territory_event event, const municipality_round& key, const parts_of_today& found) {
        for (const auto* part : found.parts) {
            note(event, key, part->first.municipality);
        }
    }

    void add_up(const municipality_round& key, const parts_of_today& found) {
        mapping_counts sum;
        std::vector<covered_part> covered;
        bool any_known = false;
        for (const auto* part : found.parts) {
            sum.merge({{{key, part->second}}});
            const auto known = coverage_.find(part->first);
            any_known = any_known || known != coverage_.end();
            covered.push_back({part->second.recipients,
                               known != coverage_.end() ? known->second : assumed_coverage()});
        }
        auto& round = sum.rounds[key];
        drop_what_some_lack(key, found, round);
        made_.counts.rounds.emplace(key, std::move(round));
        if (any_known) {
            made_.coverage.emplace(key, coverage_of_sum(covered));
        }
    }

    /// What a part does not know is not known of the sum: not asked is not nobody.
    void drop_what_some_lack(const municipality_round& key, const parts_of_today& found,
                             mapped_round& sum) {
        std::erase_if(sum.services, [&](const auto& service) {
            const bool lacking =
                std::any_of(found.parts.begin(), found.parts.end(), [&](const round_entry* part) {
                    return !part->second.services.contains(service.first);
                });
            if (lacking) {
                note(territory_event::service_dropped, key, {}, service.first);
            }
            return lacking;
        });
        const bool lacking =
            std::any_of(found.parts.begin(), found.parts.end(), [](const round_entry* part) {
                return part->second.profiles.empty() && part->second.recipients > 0;
            });
        if (lacking && !sum.profiles.empty()) {
            sum.profiles.clear();
            note(territory_event::profiles_dropped, key);
        }
    }

    const mapping_counts& counts_;
    const coverage_table& coverage_;
    united_counts made_;
    std::map<municipality_round, parts_of_today> today_;
};

} // namespace

united_counts united(const mapping_counts& counts, const coverage_table& coverage) {
    return uniting{counts, coverage}.run();
}

coverage_estimate coverage_of_sum(std::span<const covered_part> parts) noexcept {
    double mapped = 0;
    double all = 0;
    double spread = 0;
    auto basis = coverage_basis::units;
    for (const auto& part : parts) {
        const double share = part.coverage.share;
        // Next to nothing, and yet there where no part has mapped anybody.
        const double persons = std::max<double>(part.mapped, 1e-9);
        mapped += persons;
        all += persons / share;
        spread += persons / share * part.coverage.log_sd;
        basis = std::max(basis, part.coverage.basis);
    }
    return {std::min(mapped / all, 1.0), spread / all, basis};
}

} // namespace brukerplan
