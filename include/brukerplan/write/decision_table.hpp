// What a planner decides by, as a table.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <brukerplan/projection/decision.hpp>

namespace brukerplan {

inline constexpr std::array<std::string_view, 11> decision_columns{
    "municipality",     "service",
    "service_level",    "capacity_needed",
    "capacity",         "probability_exceeded",
    "expected_above",   "person_years",
    "person_years_q95", "cost",
    "cost_q95"};

struct decision_row {
    std::string municipality;
    std::string service;
    planning_figures figures;
    capacity_decision decided;
};

/// The names of the columns with commas between them, and a line end.
[[nodiscard]] std::string decision_csv_header();

/// One line; what is nothing is an empty cell. Probabilities have four decimals, persons and
/// person-years three, money two; `capacity_needed` is whole.
void append_csv_row(const decision_row& row, std::string& to);

/// One object in one line; what is nothing is null.
void append_ndjson_row(const decision_row& row, std::string& to);

} // namespace brukerplan
