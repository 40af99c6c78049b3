#include "write/count_lines.hpp"

#include "write/listing.hpp"

namespace brukerplan::detail {

void append_line(std::string& to, std::initializer_list<std::string_view> cells) {
    std::string_view before;
    for (const auto cell : cells) {
        to.append(before).append(csv_cell(cell, ','));
        before = ",";
    }
    to += '\n';
}

void append_counts_line(std::string& to, const line_place& place, std::string_view service,
                        const need_cells& cells, std::uint32_t recipients) {
    const auto day = format_date(place.mapped_on.value_or(date{}));
    const std::string_view mapped_on{day.data(), place.mapped_on ? day.size() : 0};
    append_line(to, {place.municipality, std::to_string(place.round), mapped_on, service,
                     std::to_string(cells.received_needed), std::to_string(cells.received_only),
                     std::to_string(cells.needed_only), std::to_string(cells.neither),
                     std::to_string(recipients)});
}

void append_profile_line(std::string& to, const line_place& place, std::string_view profile,
                         std::uint32_t recipients) {
    append_line(
        to, {place.municipality, std::to_string(place.round), profile, std::to_string(recipients)});
}

} // namespace brukerplan::detail
