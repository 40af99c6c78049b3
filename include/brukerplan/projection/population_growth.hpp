// How much larger a municipality's population will be.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/mapping_counts.hpp>

namespace brukerplan {

/// The youngest who are mapped.
inline constexpr int youngest_recipient = 16;

/// No municipality grows to more than so many times what it was in a few years. Ours.
inline constexpr double most_growth = 10;

struct residents_growth {
    /// Residents of 16 and older so many years after the last mapping year, relative to then.
    std::map<std::string, double, std::less<>> by_municipality;
    /// Municipalities with counts of which a year is missing, has other ages than the other, or
    /// nobody.
    std::size_t unknown = 0;
    /// Municipalities with an age band of both those younger than 16 and older: it is not counted.
    std::size_t straddling = 0;
    /// Municipalities that would grow to more than `most_growth` times what they were: one of the
    /// two numbers is wrong, and neither is used.
    std::size_t unlikely = 0;
};

/// The mapping year is that of the last day of a round; without days it is the round's number.
/// `horizon`: years
[[nodiscard]] residents_growth population_growth(const population_table& population,
                                                 const mapping_counts& counts, int horizon);

} // namespace brukerplan
