// A step from one stage to the next, for the trail: who did what when, with counts and without
// anybody's identity.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/model/date.hpp>

namespace brukerplan {

/// Who acts and when, as the caller says. `by` is a function or a system ("municipal coordinator"),
/// 1 to 200 bytes of UTF-8 without control characters; `on` lies in the years 2000 to 2199.
struct step_stamp {
    std::string by;
    date on;
};

/// One step that was done. Counts have the names of the receipt.
struct trail_entry {
    std::string_view step; ///< `collected`, `merged`, `made_transferable`, `transferred`
    step_stamp stamp;
    std::vector<std::pair<std::string_view, std::uint64_t>> counts;
};

/// Throws `std::invalid_argument`, with a message without the text itself, when `by` is empty, too
/// long, not plain text, or may hold somebody's national number.
void check(const step_stamp& stamp);

} // namespace brukerplan
