// The files of a simulated world; what they say is compared with registrations by the command's
// test.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <brukerplan/write/world_tables.hpp>

namespace world_tables_test {

using namespace brukerplan;

const world_table& table_named(std::string_view name) {
    const auto tables = world_tables();
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.name == name; });
    REQUIRE(found != tables.end());
    return *found;
}

std::string text_of(std::string_view name, const world_round& round) {
    std::string text;
    table_named(name).append(round, text);
    return text;
}

world_round made_up() {
    world_round round;
    round.municipality = 9017;
    round.year = 2024;
    round.mapped_on = date{std::chrono::year{2024} / 10 / 7};
    round.population = 1'003;
    round.mapped = 10;
    round.cells.fill({1, 2, 3, 4});
    round.profiles[2][0] = 10;
    round.coverage_declared = 0.81254;
    round.coverage_sd = 0.08;
    return round;
}

TEST_CASE("every row of a world's table has a cell for each column") {
    for (const auto& table : world_tables()) {
        CAPTURE(table.name);
        const auto columns = std::count(table.header.begin(), table.header.end(), ',') + 1;
        std::string text;
        table.append(made_up(), text);
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find('\n', at);
            REQUIRE(end != text.npos);
            CHECK(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                             text.begin() + static_cast<std::ptrdiff_t>(end), ',') +
                      1 ==
                  columns);
            at = end + 1;
        }
    }
}

TEST_CASE("a round's rows are written as they are named") {
    CHECK(text_of("counts", made_up())
              .starts_with("9017,2024,2024-10-07,follow_up_team,1,2,3,4,10\n"));
    CHECK(text_of("profiles", made_up()) == "9017,2024,yellow:substance_only,10\n");
    CHECK(text_of("coverage", made_up()) == "9017,2024,0.8125,0.0800,declared\n");
}

TEST_CASE("the residents by sex and age are all residents") {
    for (const std::uint32_t population : {0U, 1U, 7U, 1'003U, 700'001U}) {
        auto round = made_up();
        round.population = population;
        const auto text = text_of("population", round);
        std::uint64_t sum = 0;
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
            const auto end = text.find('\n', at);
            sum += std::stoull(text.substr(text.rfind(',', end) + 1));
        }
        CHECK(sum == population);
    }
}

} // namespace world_tables_test
