// An export with names and codes of its own is read as the pack would have it.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

#include <brukerplan/instrument/mapping.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/read/json_record.hpp>

#include "unit/shipped_pack.hpp"

namespace mapping_test {

using namespace brukerplan;

constexpr std::string_view vendor = R"({
  "format": "brukerplan/mapping", "version": 1, "id": "vendor/3", "pack": "brukerplan/2024",
  "columns": {"Komm nr": "municipality", "Dato": "mapped_on", "Bolig_kode": "housing"},
  "codes": {"sex": {"K": "female", "M": "male", "-": ""},
            "housing": {"3": "green", "1": "red"},
            "services_received": {"T16": "gp", "T0": "none"}},
  "constants": {"mapping_year": "2024", "mental_disorder": "none"}})";

std::shared_ptr<const pack> mapped() {
    const auto made = apply_mapping(vendor, *shipped_pack());
    REQUIRE(made.has_value());
    return *made;
}

constexpr std::string_view header = "KOMMNR;dato;foedselsaar;kjoenn;boligkode;rusproblem;aktivitet;"
                                    "oekonomi;fysisk_helse;psykisk_helse;rusmiddelbruk;"
                                    "sosial_fungering;nettverk;tjenester_mottatt\n";

column_table read(std::string_view rows) {
    const auto text = std::string{header} + std::string{rows};
    auto reader = csv_reader::from_text(text, mapped());
    REQUIRE(reader.has_value());
    return reader->next();
}

const column& cells(const column_table& table, role r) {
    return table.columns[static_cast<std::size_t>(shipped_pack()->roles.column_of(r))];
}

mapping_error refused(std::string_view json) {
    const auto made = apply_mapping(json, *shipped_pack());
    REQUIRE_FALSE(made.has_value());
    return made.error();
}

std::string with(std::string_view part) {
    return R"({"format": "brukerplan/mapping", "version": 1, "id": "v/1", "pack": "brukerplan/2024",)" +
           std::string{part} + "}";
}

TEST_SUITE("instrument: mappings") {

    TEST_CASE("columns, words and constants of an export are understood") {
        const auto table =
            read("9001;2024-10-07;1987;k;3;yes;red;red;red;red;red;red;red;T16|follow_up_team\n"
                 "9001;2024-10-07;1987;-;1;yes;red;red;red;red;red;red;red;t0\n"
                 "9001;2024-10-07;1987;male;2;yes;red;red;red;red;red;red;red;gp\n");
        REQUIRE(table.rows() == 3);
        CHECK(cells(table, role::place_municipality).text(0) == "9001");
        const auto& sex = cells(table, role::person_sex);
        CHECK(sex.number(0) == 0);
        CHECK(sex.state(1) == cell_state::missing);
        CHECK(sex.number(2) == 1);
        const auto& housing = cells(table, role::domain_housing);
        CHECK(housing.number(0) == 0); // 3 means green here, and red in the pack
        CHECK(housing.number(1) == 2);
        CHECK(housing.number(2) == 1); // what the mapping leaves alone keeps its meaning
        const auto& received = cells(table, role::services_received);
        CHECK(received.codes(0).size() == 2);
        CHECK(received.codes(1).alone != 0);
        CHECK(cells(table, role::round_mapping_year).number(2) == 2024);
        CHECK(cells(table, role::problem_mental_disorder).number(0) == 0);
    }

    TEST_CASE("a record as JSON is read through the mapping too") {
        json_record_reader reader{mapped()};
        const auto record = reader.read(R"({"kommnr": "9001", "sex": "K", "mapping_year": 2019})");
        CHECK(cells(record.table, role::place_municipality).text(0) == "9001");
        CHECK(cells(record.table, role::person_sex).number(0) == 0);
        CHECK(cells(record.table, role::round_mapping_year).number(0) == 2019);
        CHECK(cells(record.table, role::problem_mental_disorder).has_value(0));
    }

    TEST_CASE("a pack keeps what it is, and says through what it is read") {
        CHECK(mapped()->mapping == "vendor/3");
        CHECK(mapped()->id == "brukerplan/2024");
        CHECK(shipped_pack()->mapping.empty());
    }

    TEST_CASE("a mapping that does not fit is refused with its place") {
        CHECK(refused("[").message.find("not JSON") != std::string::npos);
        CHECK(refused(with(R"("columns": {"x": "shoe_size"})")).path == "/columns/x");
        CHECK(refused(with(R"("columns": {"a b": "sex", "AB": "unit"})")).path == "/columns/AB");
        CHECK(refused(with(R"("codes": {"sex": {"K": "woman"}})")).path == "/codes/sex/K");
        CHECK(refused(with(R"("codes": {"unit": {"K": "x"}})")).path == "/codes/unit");
        CHECK(refused(with(R"("constants": {"national_number": "x"})")).path ==
              "/constants/national_number");
        CHECK(refused(with(R"("colums": {})")).message.find("not known") != std::string::npos);
        CHECK(refused(with(R"("columns": {"a": "sex", "a": "unit"})")).message.find("twice") !=
              std::string::npos);
        CHECK(refused(R"({"format": "brukerplan/mapping", "version": 1, "id": "v/1",
                          "pack": "brukerplan/1999"})")
                  .path == "/pack");
    }
}

} // namespace mapping_test
