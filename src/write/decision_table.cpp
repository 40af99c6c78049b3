#include <brukerplan/write/decision_table.hpp>

#include <optional>

#include "write/table_cells.hpp"

namespace brukerplan {

namespace {

detail::table_cell fixed(const std::optional<double>& value, int decimals) {
    return value ? detail::fixed_cell(*value, decimals) : detail::table_cell{};
}

std::array<detail::table_cell, decision_columns.size()> cells_of(const decision_row& row) {
    constexpr int probability = 4;
    constexpr int persons = 3;
    constexpr int money = 2;
    const auto& [municipality, service, figures, decided] = row;
    return {municipality,
            service,
            fixed(figures.service_level, probability),
            decided.capacity_needed ? detail::whole_cell(*decided.capacity_needed)
                                    : detail::table_cell{},
            fixed(figures.capacity, persons),
            fixed(decided.probability_exceeded, probability),
            fixed(decided.expected_above, persons),
            fixed(decided.person_years, persons),
            fixed(decided.person_years_q95, persons),
            fixed(decided.cost, money),
            fixed(decided.cost_q95, money)};
}

} // namespace

std::string decision_csv_header() {
    return detail::csv_line(decision_columns);
}

void append_csv_row(const decision_row& row, std::string& to) {
    detail::append_csv_row(cells_of(row), to);
}

void append_ndjson_row(const decision_row& row, std::string& to) {
    detail::append_ndjson_row(decision_columns, cells_of(row), to);
}

} // namespace brukerplan
