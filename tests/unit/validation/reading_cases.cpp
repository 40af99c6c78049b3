// Rows and cells that cannot be read, and free text.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

std::vector<rule_case> reading_cases() {
    case_table table;
    const auto in_row_ref = [](std::string content) {
        return case_table::changes{{"row_ref", std::move(content)}};
    };

    table.about("BP-ROW-001", severity::fatal, "")
        .silent("a separator in quotation marks", in_row_ref("\"R;17\""))
        .found("a separator too many", in_row_ref("R;17"));
    table.about("BP-ROW-002", severity::fatal, "")
        .silent("a quotation mark inside a text", in_row_ref("R \"17\""))
        .found("a quotation mark never closed", in_row_ref("\"R 17"));
    table.about("BP-ROW-003", severity::fatal, "")
        .silent("a letter of Windows-1252", in_row_ref("R \xE6"))
        .found("a byte that Windows-1252 does not have", in_row_ref("R \x81"));
    table.about("BP-ROW-004", severity::fatal, "")
        .silent_in_text("a JSON object", woman_with_both_problems().json())
        .found_in_text("half of one", woman_with_both_problems().json().substr(0, 200));

    table.about("BP-FLD-001", severity::error, "birth_year")
        .silent("a year as a spreadsheet may write it", {{"birth_year", "1985,0"}})
        .silent("a date with full stops", {{"mapped_on", "06.05.2024"}})
        .found("a year in words", {{"birth_year", "85 (?)"}})
        .at("mapping_year", {})
        .found("a year with decimals", {{"mapping_year", "2024,5"}})
        .at("mapped_on", {})
        .found("a day that does not exist", {{"mapped_on", "2024-02-30"}})
        .found("another order of day and month", {{"mapped_on", "05/06/2024"}});
    table.about("BP-FLD-002", severity::error, "sex")
        .silent("capital letters", {{"sex", "Female"}})
        .found("a word for the token", {{"sex", "woman"}})
        .at("substances", {})
        .found("one misspelt of several", {{"substances", "alcohol|stimulant"}})
        .at("substance_problem", {})
        .found("an answer in Norwegian", {{"substance_problem", "ja"}});
    table.about("BP-FLD-003", severity::error, "municipality")
        .silent("an empty cell elsewhere", {{"mapper", ""}})
        .found("no municipality", {{"municipality", ""}})
        .at("mapping_year", {})
        .found("no year", {{"mapping_year", " "}})
        .at("mapped_on", {})
        .found("no date", {{"mapped_on", ""}});
    table.about("BP-FLD-004", severity::error, "birth_year")
        .on(minimal_columns())
        .silent("a woman of 39", {{"birth_year", "1985"}})
        .silent("the last year possible", {{"birth_year", "2099"}}, {"BP-PER-001"})
        .silent("the first year possible", {{"birth_year", "1850"}}, {"BP-PER-003"})
        .found("a year before any of them", {{"birth_year", "1849"}})
        .found("two digits of a year", {{"birth_year", "85"}})
        .found("a digit too many", {{"birth_year", "19855"}})
        .at("mapping_year", {})
        .found("two digits of the round's year", {{"mapping_year", "24"}}, {"BP-DAT-001"})
        .found("the round's year beyond all", {{"mapping_year", "2100"}}, {"BP-DAT-001"});

    // The number is the record's own; any other tells as much.
    const auto number = number_of(day(1985, 3, 9), sex::female);
    table.about("BP-TXT-001", severity::error, "row_ref")
        .silent("eleven digits that are no number", in_row_ref("20240506001"))
        .silent("a date and a running number", in_row_ref("2024-05-06-001"))
        .silent("digits of a longer number", in_row_ref("1" + number))
        .found("a number", in_row_ref(number))
        .found("a number among words", in_row_ref("bruker " + number + ", hjemme"))
        .found("a number in groups", in_row_ref(number.substr(0, 6) + " " + number.substr(6)))
        .at("unit", {})
        .found("a published number of a real kind as the unit", {{"unit", "20036914700"}})
        .at("mapper", {})
        .found("a published number by the 2032 rule as the mapper", {{"mapper", "30108299939"}});
    return table.take();
}

} // namespace brukerplan::validation_test
