// Registrations as JSON, one object a line.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/read/json_record.hpp>
#include <brukerplan/read/ndjson.hpp>

#include "csv_fixture.hpp"
#include "unit/validation/sample_people.hpp"

namespace ndjson_test {

using namespace brukerplan;
using csv_test::instrument;

ndjson_reader open(std::string_view text) {
    auto reader = ndjson_reader::from_text(text, instrument());
    REQUIRE(reader.has_value());
    return *std::move(reader);
}

/// `unit@line` of each row, or the fault; `/` where a batch ends, `!` for a column that is not
/// there.
std::string rows_of(std::string_view text, std::size_t most_rows = 65'536) {
    auto reader = open(text);
    std::string found;
    for (auto batch = reader.next(most_rows); batch.rows() > 0; batch = reader.next(most_rows)) {
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            const auto& origin = batch.origins[row];
            const auto& unit = batch.columns[csv_test::unit];
            found += origin.fault != row_fault::none ? "fault"
                     : unit.present()                ? std::string{unit.text(row)}
                                                     : "!";
            found += "@" + std::to_string(origin.line) + " ";
        }
        found += "/";
    }
    return found;
}

TEST_SUITE("read: one JSON object a line") {

    TEST_CASE("each line is a row, and blank lines are passed over") {
        CHECK(rows_of("{\"unit\":\"A\"}\n\n  \t\r\n{\"unit\":\"B\"}\r\n{\"unit\":\"C\"}") ==
              "A@1 B@4 C@5 /");
        CHECK(rows_of("\xEF\xBB\xBF{\"unit\":\"A\"}\n") == "A@1 /");
    }

    TEST_CASE("a line that is not one object is a row with a fault, and the rest is read") {
        CHECK(rows_of("{\"unit\":\"A\"}\n{\"unit\":\n17\n{} {}\n{\"unit\":\"B\"}\n") ==
              "A@1 fault@2 fault@3 fault@4 B@5 /");
        CHECK(rows_of("{\"unit\n{\"unit\":\"B\"}\n") == "fault@1 B@2 /");
    }

    TEST_CASE("a line longer than 4 MiB is a row with a fault, and the rest is read") {
        const std::string longest(std::size_t{5} << 20U, 'x');
        CHECK(rows_of("{\"unit\":\"A\"}\n{\"unit\":\"" + longest + "\"}\n{\"unit\":\"B\"}\n") ==
              "A@1 fault@2 B@3 /");
        CHECK(rows_of("{\"unit\":\"A\"}\n{\"unit\":\"" + longest) == "A@1 fault@2 /");
    }

    TEST_CASE("a batch ends where the keys change, and at the number of rows asked for") {
        const std::string_view text = "{\"unit\":\"A\",\"economy\":\"red\"}\n"
                                      "{\"economy\":null,\"unit\":\"B\"}\n"
                                      "{\"economy\":\"red\"}\n"
                                      "nothing\n"
                                      "{\"unit\":\"C\",\"economy\":\"red\"}\n";
        CHECK(rows_of(text) == "A@1 B@2 /!@3 fault@4 /C@5 /");
        CHECK(rows_of(text, 1) == "A@1 /B@2 /!@3 /fault@4 /C@5 /");
    }

    TEST_CASE("records are counted through the whole input") {
        auto reader = open("{\"unit\":\"A\"}\n{}\n{\"unit\":\"B\"}\n");
        CHECK(reader.next().first_record == 0);
        CHECK(reader.next().first_record == 1);
        CHECK(reader.next().first_record == 2);
        CHECK(reader.next().rows() == 0);
    }

    TEST_CASE("keys that are not known are counted and not read") {
        auto reader =
            open("{\"unit\":\"A\",\"x\":1}\n{\"unit\":\"B\",\"y\":{\"unit\":2},\"z\":3}\n");
        CHECK(reader.next().rows() == 2);
        CHECK(reader.dialect().unknown_keys == 3);
        CHECK_FALSE(reader.dialect().byte_order_mark);
    }

    TEST_CASE("an input that is no text is refused") {
        CHECK(ndjson_reader::from_text("", instrument()).error().fault == read_fault::empty);
        const std::string wide{"{\0\"\0u\0n\0i\0t\0\"\0", 14};
        CHECK(ndjson_reader::from_text(wide, instrument()).error().fault == read_fault::utf16);
        CHECK(ndjson_reader::from_file("nowhere.ndjson", instrument()).error().fault ==
              read_fault::not_found);
    }

    TEST_CASE("how the source delivers the bytes does not matter") {
        const std::string text = "{\"unit\":\"A\"}\r\n{\"unit\":\"\xC3\xB8st\"}\nnothing\n";
        auto whole = text_source(text);
        auto reader = ndjson_reader::from_source(
            [&](std::span<char> into) { return whole(into.first(1)); }, instrument());
        REQUIRE(reader.has_value());
        const auto batch = reader->next();
        CHECK(batch.rows() == 3);
        CHECK(batch.columns[csv_test::unit].text(1) == "\xC3\xB8st");
    }

    TEST_CASE("a line is read as a record of its own is") {
        using validation_test::woman_with_both_problems;
        const auto pack = validation_test::instrument();
        std::vector<std::string> lines;
        for (const auto& f : pack->fields) {
            lines.push_back(woman_with_both_problems().with({{f.name, "no"}}).json());
            lines.push_back(woman_with_both_problems().without({f.name}).json());
        }
        lines.emplace_back("{\"unit\": [1]");
        std::string text;
        for (const auto& line : lines) {
            text += line + "\n";
        }
        auto reader = ndjson_reader::from_text(text, pack);
        REQUIRE(reader.has_value());
        json_record_reader records{pack};
        std::size_t at = 0;
        for (auto batch = reader->next(); batch.rows() > 0; batch = reader->next()) {
            for (std::size_t row = 0; row < batch.rows(); ++row, ++at) {
                const auto alone = records.read(lines[at]).table;
                CHECK(batch.origins[row].fault == alone.origins[0].fault);
                for (std::size_t f = 0; f < pack->fields.size(); ++f) {
                    const auto& one = alone.columns[f];
                    const auto& in_batch = batch.columns[f];
                    CHECK(in_batch.state(row) == one.state(0));
                    CHECK((alone.origins[0].fault != row_fault::none ||
                           in_batch.present() == one.present()));
                    if (one.kind() == storage::text && one.has_value(0)) {
                        CHECK(in_batch.text(row) == one.text(0));
                    }
                }
            }
        }
        CHECK(at == lines.size());
    }

    TEST_CASE("the same rows as CSV and as JSON give the same findings") {
        using namespace validation_test;
        std::string csv = woman_with_both_problems().header() + "\n";
        std::string ndjson;
        for (const auto& f : validation_test::instrument()->fields) {
            for (const auto* content : {"", "no", "9001", "99", "31.12.2024", "unknown"}) {
                const auto changed = woman_with_both_problems().with({{f.name, content}});
                if (changed.header() + "\n" == csv.substr(0, csv.find('\n') + 1)) {
                    csv += changed.row() + "\n";
                    ndjson += changed.json() + "\n";
                }
            }
        }
        const auto from_csv = findings_in(csv, test_policy());
        finding_log from_json;
        auto reader = ndjson_reader::from_text(ndjson, validation_test::instrument());
        REQUIRE(reader.has_value());
        const validator rules{validation_test::instrument(), test_policy()};
        for (auto batch = reader->next(); batch.rows() > 0; batch = reader->next()) {
            rules.validate(batch, from_json);
        }
        CHECK(from_csv.rows() > 100);
        CHECK(from_json.rows() == from_csv.rows());
        REQUIRE(from_json.details().size() == from_csv.details().size());
        for (std::size_t i = 0; i < from_csv.details().size(); ++i) {
            const auto& a = from_csv.details()[i];
            const auto& b = from_json.details()[i];
            CHECK(a.record == b.record);
            CHECK(a.rule == b.rule);
            CHECK(a.field == b.field);
            CHECK(message_of(a, rules.instrument(), "nb") ==
                  message_of(b, rules.instrument(), "nb"));
        }
    }
}

} // namespace ndjson_test
