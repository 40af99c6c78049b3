#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/read/csv.hpp>
#include <brukerplan/read/json_record.hpp>
#include <brukerplan/validation/validator.hpp>

namespace json_record_test {

using namespace brukerplan;

const std::shared_ptr<const pack>& instrument() {
    static const auto shipped = newest_pack();
    return shipped;
}

json_record read(std::string_view text) {
    return json_record_reader{instrument()}.read(text);
}

const column& cells(const json_record& record, std::string_view field) {
    return record.table.columns[instrument()->find_field(field).value()];
}

/// The state of the field's cell in `{"<field>": <value>}`.
cell_state state_of(std::string_view field, std::string_view value) {
    const auto text = "{\"" + std::string{field} + "\": " + std::string{value} + "}";
    const auto record = read(text);
    REQUIRE(record.table.origins.front().fault == row_fault::none);
    return cells(record, field).state(0);
}

bool same_cell(const column& a, const column& b) {
    return a.state(0) == b.state(0) && a.unreadable_text(0) == b.unreadable_text(0) &&
           ((a.kind() != storage::number && a.kind() != storage::code) ||
            a.number(0) == b.number(0)) &&
           (a.kind() != storage::codes || a.codes(0) == b.codes(0)) &&
           (a.kind() != storage::text || a.text(0) == b.text(0));
}

TEST_CASE("strings, numbers and lists are read into a row of the pack's shape") {
    const auto record = read(R"({"municipality": "9001", "mapping_year": 2024,
        "mapped_on": "07.10.2024", "housing": "red", "economy": 2,
        "services_received": ["follow_up_team", " GP "], "services_needed": "none"})");
    REQUIRE(record.table.rows() == 1);
    REQUIRE(record.table.columns.size() == instrument()->fields.size());
    CHECK(record.table.origins.front().line == 1);
    CHECK(record.unknown_keys.empty());
    CHECK(cells(record, "municipality").text(0) == "9001");
    CHECK(cells(record, "mapping_year").number(0) == 2024);
    CHECK(cells(record, "mapped_on").day(0) == *make_date(2024, 10, 7));
    const registration view{record.table, instrument()->roles, 0};
    CHECK(view.rating_of(domain::housing) == rating::red);
    CHECK(view.rating_of(domain::economy) == rating::yellow);
    CHECK(view.services_received()->size() == 2);
    CHECK(view.services_needed()->alone != 0);
}

TEST_CASE("keys are column names, in both languages and however they are spelt") {
    const auto record = read("{\"Kartleggings\xC3\xA5r\": 2024, \"KOMMUNE\": \"9001\", "
                             "\"physical health\": \"red\", \"oekonomi\": \"green\"}");
    CHECK(record.unknown_keys.empty());
    CHECK(cells(record, "mapping_year").number(0) == 2024);
    CHECK(cells(record, "municipality").text(0) == "9001");
    CHECK(cells(record, "physical_health").has_value(0));
    CHECK(cells(record, "economy").has_value(0));
}

TEST_CASE("keys that the pack does not know are told by their positions and not read") {
    const auto record =
        read(R"({"shoe_size": 43, "housing": "red", "pets": {"housing": "green", "a": [1, {}]},
                 "": null, "housing kind": "owned", "x": ["y"]})");
    CHECK(record.unknown_keys == std::vector<std::size_t>{1, 3, 4, 6});
    CHECK(cells(record, "housing").has_value(0));
    CHECK(cells(record, "housing_kind").has_value(0));
}

TEST_CASE("null is an empty cell, and a key that is not there a column that is not there") {
    const auto record = read(R"({"housing": null, "economy": "", "network": "  "})");
    for (const auto field : {"housing", "economy", "network"}) {
        CHECK(cells(record, field).state(0) == cell_state::missing);
        CHECK(cells(record, field).present());
    }
    CHECK(cells(record, "activity").state(0) == cell_state::missing);
    CHECK_FALSE(cells(record, "activity").present());
}

TEST_CASE("a value of a type that the field does not take cannot be read") {
    const auto unreadable = cell_state::unreadable;
    for (const auto value : {"true", "false", "{}", "[[]]", "[1]", "[null]", "[{}]", "[true]",
                             "[\"follow_up_team\", 1]", "7"}) {
        CAPTURE(value);
        CHECK(state_of("services_received", value) == unreadable);
    }
    for (const auto field :
         {"housing", "mapping_year", "mapped_on", "municipality", "national_number", "row_ref"}) {
        CAPTURE(field);
        for (const auto value : {"true", "{}", "[]", "[\"red\"]", "{\"housing\": \"red\"}"}) {
            CAPTURE(value);
            CHECK(state_of(field, value) == unreadable);
        }
    }
    // As numbers they would lose their leading zeros.
    CHECK(state_of("municipality", "9001") == unreadable);
    CHECK(state_of("district", "301") == unreadable);
    CHECK(state_of("national_number", "15868710168") == unreadable);
    CHECK(state_of("mapped_on", "20241007") == unreadable);
}

TEST_CASE("numbers are read where a number has a meaning") {
    CHECK(state_of("mapping_year", "2024") == cell_state::value);
    CHECK(state_of("mapping_year", "2024.0") == cell_state::value);
    CHECK(state_of("mapping_year", "2024.5") == cell_state::unreadable);
    CHECK(state_of("mapping_year", "2e3") == cell_state::unreadable);
    CHECK(state_of("mapping_year", "99999999999999999999") == cell_state::unreadable);
    CHECK(state_of("children_care", "-1") == cell_state::value);
    CHECK(state_of("housing", "3") == cell_state::value);
    CHECK(state_of("housing", "4") == cell_state::unreadable);
    CHECK(state_of("housing", "0") == cell_state::missing);
    CHECK(state_of("sex", "1") == cell_state::unreadable);
    CHECK(cells(read(R"({"row_ref": 17})"), "row_ref").text(0) == "17");
}

TEST_CASE("an empty list is an empty cell") {
    CHECK(state_of("services_received", "[]") == cell_state::missing);
    CHECK(state_of("services_received", "[\"\"]") == cell_state::missing);
}

TEST_CASE("a field that is there twice cannot be read, whatever its values") {
    for (const auto text :
         {R"({"housing": "red", "housing": "green"})", R"({"housing": "red", "bolig": "red"})",
          R"({"housing": null, "housing": "red"})", R"({"housing": "red", "Housing": null})",
          R"({"housing": "red", "housing": "red", "housing": "red"})"}) {
        CAPTURE(text);
        CHECK(cells(read(text), "housing").state(0) == cell_state::unreadable);
    }
    CHECK(cells(read(R"({"services_received": ["gp"], "services_received": ["gp"]})"),
                "services_received")
              .state(0) == cell_state::unreadable);
}

TEST_CASE("what is not one JSON object is a row that cannot be read") {
    for (const std::string_view text : {"",
                                        " ",
                                        "{",
                                        "}",
                                        "[]",
                                        "[{}]",
                                        "null",
                                        "true",
                                        "1",
                                        "1.5",
                                        "\"{}\"",
                                        "{} x",
                                        "{}{}",
                                        "{\"housing\"}",
                                        "{\"housing\": red}",
                                        "{\"housing\": \"red\",}",
                                        "{'housing': 'red'}",
                                        "{\"housing\": \"\xFF\"}",
                                        "{\"housing\": \"\xC3\"}",
                                        "// {}",
                                        "{\"a\": 01}"}) {
        CAPTURE(text);
        const auto record = read(text);
        REQUIRE(record.table.rows() == 1);
        CHECK(record.table.origins.front().fault == row_fault::json);
        CHECK(record.unknown_keys.empty());
        for (const auto& column : record.table.columns) {
            CHECK(column.state(0) == cell_state::missing);
        }
    }
    CHECK(read(std::string(100'000, '[')).table.origins.front().fault == row_fault::json);
    CHECK(read(std::string_view{"{\0}", 3}).table.origins.front().fault == row_fault::json);
    CHECK(read("\xEF\xBB\xBF {\"a\": 1} \r\n").table.origins.front().fault == row_fault::none);
}

TEST_CASE("long and escaped keys and values are put together again") {
    const std::string long_text(20'000, 'a');
    const auto record =
        read("{\"\\u0068ousing\": \"r\\u0065d\", \"unit\": \"" + long_text + "\\n" + long_text +
             "\", \"" + long_text + "\": 1, \"row_ref\": \"\\uD83D\\uDE00\"}");
    CHECK(cells(record, "housing").has_value(0));
    CHECK(cells(record, "unit").text(0) == long_text + "\n" + long_text);
    CHECK(cells(record, "row_ref").text(0) == "\xF0\x9F\x98\x80");
    CHECK(record.unknown_keys == std::vector<std::size_t>{3});
}

TEST_CASE("a reader keeps nothing from one record to the next") {
    json_record_reader reader{instrument()};
    const auto first = reader.read(R"({"housing": "red", "x": 1, "services_received": ["gp"]})");
    CHECK(reader.read("{\"unit\": \"broken").table.origins.front().fault == row_fault::json);
    const auto last = reader.read(R"({"economy": "red"})");
    CHECK(cells(last, "housing").state(0) == cell_state::missing);
    CHECK(cells(last, "services_received").state(0) == cell_state::missing);
    CHECK(cells(last, "economy").has_value(0));
    CHECK(last.unknown_keys.empty());
    CHECK(cells(first, "housing").has_value(0));
}

TEST_CASE("a string is the cell that it would be in a file") {
    for (const std::string value : {"red",         " RED ",
                                    "3",           "0",
                                    "2024",        "2024,0",
                                    "2024.50",     "07.10.2024",
                                    "2024-10-07",  "2024-02-30",
                                    "15868710168", "158687 10168",
                                    "gp",          "gp|follow_up_team",
                                    "gp,none",     "none",
                                    "gp|nothing",  "yes",
                                    "unknown",     "9001",
                                    "x y"}) {
        CAPTURE(value);
        std::string header;
        std::string row;
        std::string json;
        for (const auto& f : instrument()->fields) {
            header += (header.empty() ? "" : ";") + f.name;
            row += (row.empty() ? "\"" : ";\"") + value + "\"";
            json += (json.empty() ? "{\"" : ",\"") + f.name + "\":\"" + value + "\"";
        }
        const auto text = header + "\n" + row + "\n";
        auto file = csv_reader::from_text(text, instrument());
        REQUIRE(file);
        const auto from_file = file->next();
        const auto from_json = read(json + "}");
        REQUIRE(from_file.rows() == 1);
        for (std::size_t i = 0; i < instrument()->fields.size(); ++i) {
            CAPTURE(instrument()->fields[i].name);
            CHECK(same_cell(from_json.table.columns[i], from_file.columns[i]));
        }
    }
}

TEST_CASE("every cell that cannot be read gives a finding") {
    const validator rules{instrument()};
    for (const auto& f : instrument()->fields) {
        CAPTURE(f.name);
        const auto record = read("{\"" + f.name + "\": {}}");
        finding_log log;
        (void)rules.validate(record.table, log);
        bool told = false;
        for (const auto& found : log.details()) {
            told = told ||
                   (found.field != finding::no_field &&
                    instrument()->fields[found.field].name == f.name && is_error(found.severity));
        }
        CHECK(told);
    }
}

} // namespace json_record_test
