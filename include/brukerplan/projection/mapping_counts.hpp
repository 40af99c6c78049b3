// What a projection rests on: how many mapped persons received and need each service, by
// municipality and round. Whole numbers that add: states of any parts of the records, merged in
// any order, are the state of all of them.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/model/date.hpp>
#include <brukerplan/statistics/need_cells.hpp>

namespace brukerplan {

/// One municipality in one round.
struct municipality_round {
    std::string municipality; ///< its code as registered; in counts from elsewhere a free token
    int round = 0;            ///< the mapping year; in counts from elsewhere any number that grows

    friend auto operator<=>(const municipality_round&, const municipality_round&) = default;
};

/// The days on which the persons of a round were mapped.
struct mapping_dates {
    date first{};
    date last{};

    friend bool operator==(const mapping_dates&, const mapping_dates&) = default;
};

/// From the first to the last of both; what is not known takes nothing away.
void widen(std::optional<mapping_dates>& dates, const std::optional<mapping_dates>& by) noexcept;

/// What was counted in one round of one municipality.
struct mapped_round {
    std::uint32_t recipients = 0; ///< mapped persons
    std::optional<mapping_dates> mapped;
    /// By service. `neither` is filled: the persons of each service are the recipients. A service
    /// that is not here was not asked for, or its row is missing: never taken for nobody.
    std::map<std::string, need_cells, std::less<>> services;
    /// Recipients by profile: how they live and what is the matter, such as `red:substance_only`.
    /// Empty when profiles are not known; of fewer than the recipients when some are not.
    std::map<std::string, std::uint32_t, std::less<>> profiles;

    friend bool operator==(const mapped_round&, const mapped_round&) = default;
};

/// Every container is ordered, so that the same counts are the same bytes.
struct mapping_counts {
    std::map<municipality_round, mapped_round> rounds;

    /// Adds what was counted elsewhere, of other persons. Associative and commutative. A service
    /// that one side does not know has received nobody there: the persons of that side go to
    /// `neither`.
    void merge(const mapping_counts& other);

    friend bool operator==(const mapping_counts&, const mapping_counts&) = default;
};

} // namespace brukerplan
