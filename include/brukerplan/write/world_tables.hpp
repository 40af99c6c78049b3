// The rounds of a simulated world as files that another model can be tried on: what a mapping sees
// as CSV, and the truth as JSON.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include <brukerplan/simulation/world.hpp>

namespace brukerplan {

/// A CSV file with commas: its header without the line end, and what a round adds to it.
struct world_table {
    std::string_view name;
    std::string_view header;
    void (*append)(const world_round& round, std::string& to);
};

/// `counts` (the four cells of each service), `profiles` (`class:category`; those with nobody are
/// left out), `coverage` (as declared) and `population` (by sex and age, in shares that are the
/// same everywhere). Rows are ordered as in the round; `round` is the mapping year.
inline constexpr std::size_t world_table_count = 4;
[[nodiscard]] std::span<const world_table, world_table_count> world_tables() noexcept;

/// What the tables do not show: the numbers that the world is made with, and for each round the
/// counts of everybody, mapped or not, of the year and of the year after. One JSON document,
/// UTF-8; its format is `brukerplan/world-truth`, version 1.
[[nodiscard]] std::string world_truth(const simulated_world& world,
                                      std::span<const world_round> rounds);

} // namespace brukerplan
