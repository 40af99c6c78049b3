// Rows and cells that cannot be read, places and free text in the municipality survey.

#include "survey_answer.hpp"
#include "survey_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes at(std::string municipality, std::string district = "") {
    return {{"municipality", std::move(municipality)}, {"district", std::move(district)}};
}

case_table::changes comment(std::string content) {
    return {{"comment", std::move(content)}};
}

void add_rows(case_table& table) {
    table.about("BP-ROW-001", severity::fatal, "")
        .on(good_answer())
        .silent("a separator in quotation marks", comment("\"Ja; nei\""))
        .found("a separator too many", comment("Ja; nei"));
    table.about("BP-ROW-002", severity::fatal, "")
        .on(good_answer())
        .silent("a quotation mark inside a text", comment("En \"god\" plan"))
        .found("a quotation mark never closed", comment("\"En plan"));
    table.about("BP-ROW-003", severity::fatal, "")
        .on(good_answer())
        .silent("a letter of Windows-1252", comment("Bl\xE5"))
        .found("a byte that Windows-1252 does not have", comment("Bl\x81"));
    table.about("BP-ROW-004", severity::fatal, "")
        .on(good_answer())
        .silent_in_text("a JSON object", good_answer().json())
        .found_in_text("half of one", good_answer().json().substr(0, 200));
}

void add_cells(case_table& table) {
    table.about("BP-FLD-001", severity::error, "professionals")
        .on(good_answer())
        .silent("a whole number as a spreadsheet may write it", {{"professionals", "16,0"}})
        .silent("three decimals", {{"days", "9,125"}})
        .silent("a decimal point", {{"person_days", "4.25"}})
        .found("half a professional", {{"professionals", "16,5"}})
        .at("days", {})
        .found("a number with a word", {{"days", "ca. 9"}})
        .at("person_days", {})
        .found("four decimals", {{"person_days", "4,1234"}});
    table.about("BP-FLD-002", severity::error, "mappings")
        .on(good_answer())
        .silent("an answer by its number", {{"satisfied_with_training", "4"}})
        .found("more mappings than the form has", {{"mappings", "13"}})
        .at("satisfied_with_training", {})
        .found("training that nobody asked for", {{"satisfied_with_training", "not_asked_for"}})
        .at("political_items", {})
        .found("an answer that the question does not have", {{"political_items", "unknown"}})
        .at("service_kinds", {})
        .found("one misspelt of several", {{"service_kinds", "health_and_care|navv"}});
    table.about("BP-FLD-003", severity::error, "municipality")
        .on(good_answer())
        .silent("an empty cell elsewhere", {{"row_ref", ""}})
        .found("no municipality", at(""));
}

void add_places(case_table& table) {
    table.about("BP-GEO-001", severity::error, "municipality")
        .on(good_answer())
        .silent("a fictional municipality under the test policy", at("9998"))
        .under({})
        .silent("a municipality of 2019", at("1103"))
        .silent("one that merged a year later", at("5012"))
        .silent("one whose code was new in 2018", at("5001"))
        .found("its code until then", at("1601"))
        .found("one that did not exist before 2020", at("5059"))
        .found("a code that has lost its zero", at("301"))
        .found("a fictional municipality among real ones", at("9001"));
    table.about("BP-GEO-002", severity::warning, "district", {"municipality"})
        .on(good_answer())
        .under({})
        .silent("a district of Oslo", at("0301", "030102"))
        .silent("another city with districts", at("1201"))
        .found("Oslo as a whole", at("0301"));
    table.about("BP-GEO-003", severity::error, "district", {"municipality"})
        .on(good_answer())
        .under({})
        .silent("a district of Oslo", at("0301", "030115"))
        .silent("a district of Bergen by its code of 2019", at("1201", "120101"))
        .found("the same by its code since 2020", at("1201", "460101"))
        .found("a district of Stavanger in Oslo", at("0301", "110301"))
        .found("a district that there is not", at("0301", "030155"));
}

void add_free_text(case_table& table) {
    const auto number = number_of(day(1985, 3, 9), sex::female);
    table.about("BP-TXT-001", severity::error, "comment")
        .on(good_answer())
        .silent("eleven digits that are no number", comment("Arkiv 20190506001"))
        .found("a number among words", comment("Gjelder " + number + "."))
        .at("plans_other", {})
        .found("a number in groups",
               {{"plans_other", number.substr(0, 6) + " " + number.substr(6)}})
        .at("row_ref", {})
        .found("a number as the reference", {{"row_ref", number}});
}

} // namespace

std::vector<rule_case> survey_reading_cases() {
    case_table table;
    add_rows(table);
    add_cells(table);
    add_places(table);
    add_free_text(table);
    return table.take();
}

} // namespace brukerplan::validation_test
