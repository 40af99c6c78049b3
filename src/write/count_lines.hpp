// Lines of the CSV files that hold counts, of a mapping and of a simulated world alike.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/model/date.hpp>
#include <brukerplan/statistics/need_cells.hpp>

namespace brukerplan::detail {

inline constexpr std::string_view counts_header =
    "municipality,round,mapped_on,service,received_needed,received_only,needed_only,neither,"
    "recipients";
inline constexpr std::string_view profiles_header = "municipality,round,profile,recipients";

/// Cells with commas between them and a line end.
void append_line(std::string& to, std::initializer_list<std::string_view> cells);

/// Where and when a line is about.
struct line_place {
    std::string_view municipality;
    int round = 0;
    std::optional<date> mapped_on;
};

void append_counts_line(std::string& to, const line_place& place, std::string_view service,
                        const need_cells& cells, std::uint32_t recipients);
void append_profile_line(std::string& to, const line_place& place, std::string_view profile,
                         std::uint32_t recipients);

} // namespace brukerplan::detail
