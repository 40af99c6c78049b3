#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/write/projection_table.hpp>

#include "../projection/small_panels.hpp"

using namespace brukerplan;
namespace json = boost::json;

namespace projection_table_test {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::istringstream in{std::string{text}};
    for (std::string part; std::getline(in, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

/// Cells of rows whose names need no quotes.
std::vector<std::string> cells_of(const projected& row) {
    std::string line;
    append_csv_row(row, line);
    REQUIRE(line.ends_with("\n"));
    return split(line.substr(0, line.size() - 1), ',');
}

json::object object_of(const projected& row) {
    std::string line;
    append_ndjson_row(row, line);
    return json::parse(line).as_object();
}

double sum_of_parts(std::string_view cell) {
    double sum = 0;
    for (const auto& part : split(cell, '|')) {
        sum += std::stod(part.substr(part.find('=') + 1));
    }
    return sum;
}

projected made_up() {
    projected row;
    row.municipality = "9001";
    row.service = "gp";
    row.of = quantity::gap;
    row.model = "credibility";
    row.numbers = projected_numbers{-0.0004, 2.00049, {-4, -3, -1, 0, 1, 3, 4}};
    row.band_low = -4.0006;
    row.band_high = 5;
    row.naive.mean = 1.5;
    row.naive.quantiles = {-2, 0, 0, 0, 0, 0, 9};
    row.terms = {{"need", 12.3454}, {"expected_use", -12.3458}};
    row.variance_shares = {0.5, 0.25, 0.25, 0, 0};
    row.flags = {projection_flag::few_recipients, projection_flag::estimated};
    return row;
}

TEST_SUITE("write: projection table") {
    TEST_CASE("the columns are those that are promised") {
        CHECK(projection_csv_header() ==
              "municipality,service,quantity,model,horizon,mean,sd,q05,q10,q25,q50,q75,q90,q95,"
              "band_low,band_high,naive_mean,naive_q05,naive_q95,terms,variance_shares,flags\n");
    }

    TEST_CASE("persons have three decimals and no minus before nothing, quantiles none") {
        std::string line;
        append_csv_row(made_up(), line);
        CHECK(line == "9001,gp,gap,credibility,1,0.000,2.000,-4,-3,-1,0,1,3,4,-4.001,5.000,1.500,"
                      "-2,9,need=12.345|expected_use=-12.346,outcome=0.5000|parameters=0.2500|"
                      "coverage=0.2500|local_shock=0.0000|common_shock=0.0000,"
                      "estimated|few_recipients\n");
    }

    TEST_CASE("a row without numbers has empty cells and says why") {
        auto row = made_up();
        row.numbers.reset();
        row.terms.clear();
        row.flags = {projection_flag::not_asked};
        std::string line;
        append_csv_row(row, line);
        CHECK(line == "9001,gp,gap,credibility,1,,,,,,,,,,,,,,,,,not_asked\n");
        const auto object = object_of(row);
        CHECK(object.at("mean").is_null());
        CHECK(object.at("naive_q95").is_null());
        CHECK(object.at("terms").as_object().empty());
        CHECK(object.at("flags") == json::value(json::array{"not_asked"}));
    }

    TEST_CASE("a name with commas or quotes is one cell") {
        auto row = made_up();
        row.municipality = "north, \"west\"";
        std::string line;
        append_csv_row(row, line);
        CHECK(line.starts_with("\"north, \"\"west\"\"\",gp,"));
        CHECK(object_of(row).at("municipality").as_string() == row.municipality);
    }

    TEST_CASE("an object has the numbers of the line, in the order of the columns") {
        const auto row = made_up();
        const auto cells = cells_of(row);
        const auto object = object_of(row);
        REQUIRE(object.size() == projection_columns.size());
        REQUIRE(cells.size() == projection_columns.size());
        std::size_t column = 0;
        for (const auto& [name, value] : object) {
            CHECK(name == projection_columns[column]);
            if (value.is_number()) {
                CHECK(value.to_number<double>() == std::stod(cells[column]));
            }
            ++column;
        }
        CHECK(object.at("terms").as_object().at("expected_use").as_double() == -12.346);
        CHECK(object.at("flags") == json::value(json::array{"estimated", "few_recipients"}));
    }

    TEST_CASE("printed terms add up to the printed mean, and printed shares to one") {
        projection_options options;
        options.refits = 20;
        options.draws = 200;
        const projector projection{projection_test::made_up_rounds(12, 2021, 2024).panel(),
                                   options};
        std::vector<projected> rows;
        std::vector<std::size_t> everybody;
        for (std::size_t m = 0; m < projection.histories().municipalities.size(); ++m) {
            everybody.push_back(m);
            const auto of_one = projection.municipality(m);
            rows.insert(rows.end(), of_one.begin(), of_one.end());
        }
        const auto of_all = projection.area("all", everybody);
        rows.insert(rows.end(), of_all.begin(), of_all.end());
        REQUIRE(rows.size() == 13 * 3 * 3);
        for (const auto& row : rows) {
            const auto cells = cells_of(row);
            CAPTURE(cells);
            const double terms = static_cast<double>(row.terms.size());
            CHECK(std::abs(sum_of_parts(cells[19]) - std::stod(cells[5])) <
                  0.0005 * (terms + 1) + 1e-9);
            CHECK(std::abs(sum_of_parts(cells[20]) - 1) < 0.00005 * variance_part_count + 1e-9);
        }
    }
}

} // namespace projection_table_test
