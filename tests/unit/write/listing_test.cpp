#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "write/listing.hpp"

namespace listing_test {

using namespace brukerplan::detail;
namespace json = boost::json;

constexpr std::array<std::string_view, 3> columns{"code", "record", "words"};

std::string listed(listing_format format, const std::vector<json::object>& rows) {
    std::string text;
    listing list{format, columns, [&](std::string_view part) { text += part; }};
    for (const auto& row : rows) {
        list.add(row);
    }
    list.finish();
    return text;
}

const std::vector<json::object> two_rows{
    {{"code", "BP-1"}, {"record", 7}, {"words", json::array{"a", "b"}}},
    {{"code", "BP-22"}, {"record", nullptr}, {"words", "\xC3\xA5 si, \"nei\""}}};

TEST_SUITE("write: listings") {

    TEST_CASE("CSV has the columns as header, quoted cells and joined lists") {
        CHECK(listed(listing_format::csv, two_rows) == "code,record,words\n"
                                                       "BP-1,7,a|b\n"
                                                       "BP-22,,\"\xC3\xA5 si, \"\"nei\"\"\"\n");
    }

    TEST_CASE("a table is as wide as its cells, one column a letter") {
        CHECK(listed(listing_format::table, two_rows) == "code   record  words\n"
                                                         "BP-1   7       a|b\n"
                                                         "BP-22          \xC3\xA5 si, \"nei\"\n");
        CHECK(display_width("\xC3\xA5 \xE2\x80\x93 a") == 5);
    }

    TEST_CASE("no cell breaks a line of a table or speaks to the terminal") {
        const auto text = listed(listing_format::table, {{{"code", "a\nb\r\x1B[31m"},
                                                          {"words", "\x7F\xC2\x9B"
                                                                    "1m\xC2\xA0"}}});
        CHECK(text == "code       record  words\na b  [31m            1m\xC2\xA0\n");
    }

    TEST_CASE("NDJSON is one object a line, whole") {
        const auto text = listed(listing_format::ndjson, two_rows);
        const auto end = text.find('\n');
        CHECK(json::parse(text.substr(0, end)) == two_rows[0]);
        CHECK(json::parse(text.substr(end + 1)) == two_rows[1]);
        CHECK(text.back() == '\n');
    }

    TEST_CASE("JSON is one list") {
        const auto list = json::parse(listed(listing_format::json, two_rows)).as_array();
        REQUIRE(list.size() == 2);
        CHECK(list[0] == two_rows[0]);
        CHECK(list[1] == two_rows[1]);
    }

    TEST_CASE("no rows make a listing that can still be read") {
        CHECK(listed(listing_format::csv, {}) == "code,record,words\n");
        CHECK(listed(listing_format::table, {}) == "code  record  words\n");
        CHECK(listed(listing_format::ndjson, {}).empty());
        CHECK(json::parse(listed(listing_format::json, {})).as_array().empty());
    }

    TEST_CASE("a column that a row does not have is empty, objects stay JSON") {
        CHECK(listed(listing_format::csv, {{{"words", json::object{{"minimum", 1}}}}}) ==
              "code,record,words\n,,\"{\"\"minimum\"\":1}\"\n");
    }

    TEST_CASE("a number with decimals is written out in a cell, and is the same when read back") {
        CHECK(listed(listing_format::csv, {{{"record", 0.0625}}, {{"record", 1.0}}}) ==
              "code,record,words\n,0.0625,\n,1,\n");
        CHECK(listed(listing_format::csv, {{{"record", 1.0 / 3}}, {{"record", 1e-7}}}) ==
              "code,record,words\n,0.3333333333333333,\n,0.0000001,\n");
    }

    TEST_CASE("a cell is quoted where it must be, and only there") {
        CHECK(csv_cell("a b", ';') == "a b");
        CHECK(csv_cell("a,b", ';') == "a,b");
        CHECK(csv_cell("a;b", ';') == "\"a;b\"");
        CHECK(csv_cell("a\rb", ';') == "\"a\rb\"");
        CHECK(csv_cell("\"", ';') == "\"\"\"\"");
        CHECK(csv_cell("", ';').empty());
    }
}

} // namespace listing_test
