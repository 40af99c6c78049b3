#include <brukerplan/projection/mapping_counts.hpp>

#include <algorithm>

namespace brukerplan {

void widen(std::optional<mapping_dates>& dates, const std::optional<mapping_dates>& by) noexcept {
    if (dates && by) {
        dates = mapping_dates{std::min(dates->first, by->first), std::max(dates->last, by->last)};
    } else if (by) {
        dates = by;
    }
}

namespace {

void add(mapped_round& to, const mapped_round& other) {
    widen(to.mapped, other.mapped);
    for (auto& [service, cells] : to.services) {
        if (!other.services.contains(service)) {
            cells.neither += other.recipients;
        }
    }
    for (const auto& [service, cells] : other.services) {
        const auto [at, is_new] = to.services.try_emplace(service);
        at->second.neither += is_new ? to.recipients : 0;
        at->second += cells;
    }
    for (const auto& [profile, persons] : other.profiles) {
        to.profiles[profile] += persons;
    }
    to.recipients += other.recipients;
}

} // namespace

void mapping_counts::merge(const mapping_counts& other) {
    if (&other == this) {
        merge(mapping_counts{other});
        return;
    }
    for (const auto& [key, round] : other.rounds) {
        const auto [at, is_new] = rounds.try_emplace(key, round);
        if (!is_new) {
            add(at->second, round);
        }
    }
}

} // namespace brukerplan
