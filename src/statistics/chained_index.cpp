#include <brukerplan/statistics/chained_index.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>

namespace brukerplan {

namespace {

using persons_by_unit = std::map<std::string_view, std::uint64_t>;

persons_by_unit by_unit(const reported_round& round) {
    persons_by_unit result;
    for (const auto& unit : round.units) {
        if (!result.emplace(unit.unit, unit.persons).second) {
            throw std::invalid_argument("a unit stands twice in a round");
        }
    }
    return result;
}

/// Where nobody is counted, nobody is unmatched.
double share_of_all(std::uint64_t matched, const persons_by_unit& units) {
    const auto all =
        std::accumulate(units.begin(), units.end(), std::uint64_t{0},
                        [](std::uint64_t sum, const auto& unit) { return sum + unit.second; });
    return all == 0 ? 1 : static_cast<double>(matched) / static_cast<double>(all);
}

/// Sets what is said of the link, its state included.
void link(index_point& point, const persons_by_unit& before, const persons_by_unit& now) {
    for (const auto& [unit, persons] : now) {
        if (const auto found = before.find(unit); found != before.end()) {
            ++point.matched_units;
            point.matched_before += found->second;
            point.matched_now += persons;
        }
    }
    point.matched_share =
        std::min(share_of_all(point.matched_before, before), share_of_all(point.matched_now, now));
    if (point.matched_before == 0) {
        point.link = link_state::nobody_matched;
    } else if (point.matched_share < least_matched_share) {
        point.link = link_state::too_few_matched;
    } else {
        point.link = link_state::linked;
        point.ratio =
            static_cast<double>(point.matched_now) / static_cast<double>(point.matched_before);
    }
}

} // namespace

std::vector<index_point> chained_index(std::span<const reported_round> rounds) {
    std::vector<index_point> points;
    persons_by_unit before;
    for (const auto& round : rounds) {
        auto now = by_unit(round);
        index_point point;
        point.year = round.year;
        if (!points.empty()) {
            const auto& last = points.back();
            if (round.year <= last.year) {
                throw std::invalid_argument("the years of the rounds do not rise");
            }
            if (round.breaks) {
                point.link = link_state::broken;
            } else {
                link(point, before, now);
            }
            point.series = last.series + (point.ratio ? 0 : 1);
            point.index = point.ratio ? last.index * *point.ratio : 1;
        }
        points.push_back(point);
        before = std::move(now);
    }
    return points;
}

} // namespace brukerplan
