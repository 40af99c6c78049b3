#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/write/unidentified_rows.hpp>

#include "unit/validation/sample_people.hpp"

namespace unidentified_rows_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;
using purpose = unidentified_rows::purpose;

struct written {
    std::string text;
    std::uint64_t without_birth_year = 0;
};

written rows_of(std::string_view file, purpose what) {
    auto reader = csv_reader::from_text(file, instrument());
    REQUIRE(reader.has_value());
    const auto batch = reader->next();
    written result;
    unidentified_rows rows{*instrument(), unidentified_fields(*instrument(), batch), what,
                           csv_style{.separator = ';'},
                           [&](std::string_view part) { result.text += part; }};
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        rows.add(batch, row, std::vector<std::string_view>{"BP-X-001", "BP-X-002"});
    }
    result.without_birth_year = rows.without_birth_year();
    return result;
}

/// What the only row of a file holds in a column.
std::string cell(const std::string& text, std::string_view column) {
    const auto split = [](std::string_view line) {
        std::vector<std::string> cells;
        for (std::size_t at = 0;; ++at) {
            const auto end = std::min(line.find(';', at), line.size());
            cells.emplace_back(line.substr(at, end - at));
            at = end;
            if (at == line.size()) {
                return cells;
            }
        }
    };
    const auto end = text.find('\n');
    const auto names = split(std::string_view{text}.substr(0, end));
    const auto cells = split(std::string_view{text}.substr(end + 1, text.size() - end - 2));
    REQUIRE(names.size() == cells.size());
    const auto at = std::find(names.begin(), names.end(), column);
    return at == names.end() ? "(no column)" : cells[static_cast<std::size_t>(at - names.begin())];
}

std::string corrected_cell(const sample_record& record, std::string_view column) {
    return cell(rows_of(record.file(), purpose::correct).text, column);
}

TEST_SUITE("write: rows without identity") {

    TEST_CASE("cells come out as they are read") {
        const auto record = woman_with_both_problems();
        const auto text = rows_of(record.file(), purpose::use).text;
        for (const auto& [column, content] : record.all()) {
            CAPTURE(column);
            CHECK(cell(text, column) == (column == "national_number" ? "(no column)" : content));
        }
        CHECK(cell(text, "record") == "(no column)");
    }

    TEST_CASE("rows that can be used can be used again") {
        const auto record = woman_with_both_problems().without({"birth_year"});
        const auto before = findings_of(record);
        REQUIRE_FALSE(before.has_errors());
        const auto again = findings_in(rows_of(record.file(), purpose::use).text, test_policy());
        CHECK(again.rows() == 1);
        CHECK_FALSE(again.has_errors());
    }

    TEST_CASE("an empty birth year is filled in where the number makes it certain") {
        const auto number = number_of(day(1985, 3, 9), sex::female);
        const auto d_number = number_of(day(1985, 3, 9), sex::female, {40, 80});
        const auto with = [](const std::string& n, const std::string& year) {
            return woman_with_both_problems().with({{"national_number", n}, {"birth_year", year}});
        };
        const auto filled = rows_of(with(number, "").file(), purpose::use);
        CHECK(cell(filled.text, "birth_year") == "1985");
        CHECK(filled.without_birth_year == 0);
        CHECK(corrected_cell(with(number, "1984"), "birth_year") == "1984");
        const auto uncertain = rows_of(with(d_number, "").file(), purpose::use);
        CHECK(cell(uncertain.text, "birth_year") == "");
        CHECK(uncertain.without_birth_year == 1);
        CHECK(rows_of(with(d_number, "1985").file(), purpose::use).without_birth_year == 0);
    }

    TEST_CASE("rows to correct name their record, their codes and what could not be read") {
        const auto record =
            woman_with_both_problems().with({{"housing", "purple"}, {"mapped_on", "yesterday"}});
        CHECK(corrected_cell(record, "record") == "0");
        CHECK(corrected_cell(record, "codes") == "BP-X-001|BP-X-002");
        CHECK(corrected_cell(record, "unreadable") == "mapped_on|housing");
        CHECK(corrected_cell(record, "housing") == "");
        CHECK(corrected_cell(record, "mapped_on") == "");
    }

    TEST_CASE("a row that cannot be read as a record is a number and its codes") {
        const auto header = woman_with_both_problems().header() + "\n";
        const auto text = rows_of(header + "x;y\n", purpose::correct).text;
        CHECK(cell(text, "record") == "0");
        CHECK(cell(text, "row_ref") == "");
        CHECK(cell(text, "unreadable") == "");
    }

    TEST_CASE("what may be a number or a date of birth is left out of every column") {
        const auto number = number_of(day(1985, 3, 9), sex::female);
        for (const auto& canary : {number, std::string{"15868710169"}, std::string{"09.03.1985"},
                                   std::string{"090385"}, std::string{"09031985"}}) {
            for (const auto& f : instrument()->fields) {
                if (f.type == field_type::national_number) {
                    continue;
                }
                CAPTURE(f.name);
                CAPTURE(canary);
                const auto record = woman_with_both_problems().with(
                    {{"national_number", number}, {f.name, canary}});
                const auto shown = corrected_cell(record, f.name);
                CHECK(shown.find(canary) == shown.npos);
                CHECK(shown.find("1985-03-09") == shown.npos);
                CHECK(shown == (f.type == field_type::text ? "0" : ""));
            }
        }
    }

    TEST_CASE("columns that the input does not have are not made up, but the birth year is") {
        const auto record = woman_with_both_problems().without({"birth_year", "services_needed"});
        const auto text = rows_of(record.file(), purpose::use).text;
        CHECK(cell(text, "services_needed") == "(no column)");
        CHECK(cell(text, "birth_year") != "(no column)");
        CHECK(unidentified_fields(*instrument()).size() == instrument()->fields.size() - 1);
    }
}

} // namespace unidentified_rows_test
