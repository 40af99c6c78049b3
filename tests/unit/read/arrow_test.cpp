#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/read/arrow.hpp>

#include "arrow_fixture.hpp"
#include "csv_fixture.hpp"

namespace arrow_reader_test {

using namespace brukerplan;
using namespace arrow_test;
using csv_test::instrument;
using csv_test::written_out;

/// Cells of all rows, without where the rows stood.
std::vector<std::string> cells_of(const column_table& table) {
    std::vector<std::string> rows;
    for (const auto& row : written_out(table)) {
        rows.push_back(row.substr(row.find(':') + 2));
    }
    return rows;
}

std::optional<arrow_error> refusal_of_schema(const node& columns) {
    const exported made{columns};
    auto reader = arrow_batch_reader::from_schema(made.schema, instrument());
    return reader ? std::nullopt : std::optional{reader.error()};
}

struct outcome {
    std::vector<std::string> rows;
    std::optional<arrow_error> error;
};

outcome read_out(const exported& made, std::size_t most_rows = 3) {
    auto reader = arrow_batch_reader::from_schema(made.schema, instrument());
    REQUIRE_MESSAGE(reader.has_value(), reader.error().message);
    outcome result{{}, reader->begin(made.array)};
    auto table = reader->make_table();
    while (!result.error) {
        result.error = reader->next(table, most_rows);
        if (result.error || table.rows() == 0) {
            CHECK(table.rows() == 0);
            break;
        }
        for (auto& row : cells_of(table)) {
            result.rows.push_back(std::move(row));
        }
    }
    return result;
}

outcome read_out(const node& columns, std::size_t most_rows = 3) {
    return read_out(exported{columns}, most_rows);
}

/// A table of one column besides the one that must be there.
node with(node column) {
    auto unit = nothing("unit", static_cast<std::size_t>(column.length + column.offset));
    unit.length = column.length;
    return table({std::move(unit), std::move(column)});
}

/// What stands in one column, as CSV has the same cells: that is what it must be.
std::vector<std::string> csv_cells(std::string_view name, const std::vector<std::string>& cells) {
    std::string text = "unit;" + std::string{name} + ";note\n";
    for (const auto& cell : cells) {
        text += ";\"" + cell + "\";-\n";
    }
    return cells_of(csv_test::read(text));
}

void check_as_csv(const node& column, const std::vector<std::string>& cells) {
    CAPTURE(column.name);
    CAPTURE(column.format);
    const auto read = read_out(with(column));
    REQUIRE_FALSE(read.error);
    CHECK(read.rows == csv_cells(column.name, cells));
}

std::string error_of(const node& columns) {
    const auto read = read_out(columns);
    REQUIRE(read.error);
    CHECK(read.error->fault == arrow_fault::batch);
    return read.error->message;
}

constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

TEST_SUITE_BEGIN("read: arrow");

TEST_CASE("columns are found by their names in either language, in any order") {
    const auto read = read_out(table({strings("Oekonomi", {"red", "1"}),
                                      strings("note", {"a", "b"}), strings("ENHET", {"A", "B"})}));
    REQUIRE_FALSE(read.error);
    CHECK(read.rows == cells_of(csv_test::read("unit;economy\nA;red\nB;1\n")));
}

TEST_CASE("columns that the pack does not know are told by their position and not looked at") {
    auto strange = strings("a name of somebody", {"x"});
    strange.format = "+us:0,1";
    strange.length = -5;
    const exported made{table({strange, strings("unit", {"A"}), nothing("", 1)})};
    auto reader = arrow_batch_reader::from_schema(made.schema, instrument());
    REQUIRE(reader.has_value());
    CHECK(reader->unknown_columns() == std::vector<std::size_t>{0, 2});
    // The struct's own length is that of its first part here.
    auto array = made.array;
    array.length = 1;
    REQUIRE_FALSE(reader->begin(array));
    auto rows = reader->make_table();
    REQUIRE_FALSE(reader->next(rows));
    CHECK(rows.columns[csv_test::unit].text(0) == "A");
    CHECK(rows.columns[csv_test::unit].present());
    CHECK_FALSE(rows.columns[csv_test::economy].present());
}

TEST_CASE("strings of every kind are cells of a file") {
    const std::vector<std::string> cells{
        "red", " RED ", "", "blue", "0", "3", "\xC2\xA0yellow", "a word beyond twelve bytes"};
    texts held{cells.begin(), cells.end()};
    check_as_csv(strings("economy", held), cells);
    check_as_csv(strings<std::int64_t>("economy", held), cells);
    check_as_csv(views("economy", held), cells);
    check_as_csv(encoded<std::int8_t>("economy", held), cells);
    check_as_csv(encoded<std::uint64_t>("economy", held), cells);
    for (const auto* name : {"unit2", "birth_year", "mapped_on", "services"}) {
        const std::vector<std::string> others{"1984",     "1984,0", "5.11.2024",
                                              "gp|DETOX", "none",   "2024-11-05",
                                              "",         " x ",    "31.02.2024"};
        texts as_held{others.begin(), others.end()};
        const std::string field = name == std::string_view{"unit2"} ? "birth_year" : name;
        check_as_csv(strings(field, as_held), others);
        check_as_csv(views(field, as_held), others);
        check_as_csv(encoded<std::int16_t>(field, as_held), others);
    }
}

TEST_CASE("free text is trimmed and lies where it was") {
    const texts held{" A ", "", "  ", std::nullopt, "a longer name of a unit", "\xC3\x85s"};
    const std::vector<std::string> expected{"A",        "", "", "", "a longer name of a unit",
                                            "\xC3\x85s"};
    for (const auto& column : {strings("unit", held), strings<std::int64_t>("unit", held),
                               views("unit", held), encoded<std::int32_t>("unit", held)}) {
        CAPTURE(column.format);
        const exported made{table({column})};
        auto reader = arrow_batch_reader::from_schema(made.schema, instrument());
        REQUIRE(reader.has_value());
        REQUIRE_FALSE(reader->begin(made.array));
        auto read = reader->make_table();
        REQUIRE_FALSE(reader->next(read));
        for (std::size_t row = 0; row < expected.size(); ++row) {
            CHECK(read.columns[csv_test::unit].text(row) == expected[row]);
            CHECK(read.columns[csv_test::unit].has_value(row) == !expected[row].empty());
        }
        if (column.format == "u") {
            const auto* data = static_cast<const char*>(made.array.children[0]->buffers[2]);
            CHECK(read.columns[csv_test::unit].text_bytes() == data);
        }
    }
}

TEST_CASE("a string that is not UTF-8 cannot be read, and is not kept") {
    for (const auto* name : {"unit", "birth_year", "mapped_on", "economy", "services"}) {
        CAPTURE(name);
        const texts held{"\xFF"
                         "red"};
        for (const auto& column :
             {strings(name, held), views(name, held), encoded<std::int8_t>(name, held)}) {
            auto columns = std::string_view{name} == "unit" ? table({column}) : with(column);
            const exported made{columns};
            auto reader = arrow_batch_reader::from_schema(made.schema, instrument());
            REQUIRE(reader.has_value());
            REQUIRE_FALSE(reader->begin(made.array));
            auto read = reader->make_table();
            REQUIRE_FALSE(reader->next(read));
            const auto field = instrument()->find_field(name).value();
            CHECK(read.columns[field].state(0) == cell_state::unreadable);
            CHECK(read.columns[field].unreadable_text(0).empty());
        }
    }
}

TEST_CASE_TEMPLATE("an integer of any width is the cell with its digits", T, std::int8_t,
                   std::uint8_t, std::int16_t, std::uint16_t, std::int32_t, std::uint32_t,
                   std::int64_t, std::uint64_t) {
    const cells<T> held{T{1}, std::nullopt, T{0}, T{3}, T{4}, T{100}, static_cast<T>(-1)};
    const std::vector<std::string> digits{
        "1", "", "0", "3", "4", "100", std::to_string(static_cast<T>(-1))};
    for (const auto* name : {"economy", "birth_year", "ratings", "mapped_on"}) {
        check_as_csv(values<T>(name, held), digits);
    }
    check_as_csv(dictionary<std::int8_t>("economy", {0, 3, 1, 4}, values<T>("", held)),
                 {"1", "3", "", "4"});
}

TEST_CASE("a float is the cell with its shortest notation, and NaN is none") {
    const cells<double> held{1.0, not_a_number, -0.0, 3.0, 1.5, std::nullopt, 1e-300};
    const std::vector<std::string> digits{"1", "", "0", "3", "1.5", "", ""};
    for (const auto* name : {"economy", "birth_year", "mapped_on", "ratings"}) {
        auto as_csv = csv_cells(name, digits);
        const auto read = read_out(with(values<double>(name, held)));
        REQUIRE_FALSE(read.error);
        as_csv.pop_back();
        CHECK(std::vector<std::string>{read.rows.begin(), read.rows.end() - 1} == as_csv);
        CHECK(read.rows.back().find("2[") != std::string::npos);
    }
    check_as_csv(values<float>("birth_year", {1984.0F, 1984.5F, std::nanf("")}),
                 {"1984", "1984.5", ""});
}

TEST_CASE("a float that is no number of a form cannot be read") {
    const auto read = read_out(
        with(values<double>("birth_year", {std::numeric_limits<double>::infinity(), 1e300})));
    REQUIRE_FALSE(read.error);
    CHECK(read.rows ==
          std::vector<std::string>(2, csv_cells("birth_year", {"x"})[0].replace(
                                          csv_cells("birth_year", {"x"})[0].find("|x"), 2, "|")));
}

TEST_CASE("days and instants are days") {
    const std::vector<std::string> days{"2024-11-05", "", "1969-12-31", "0001-01-01"};
    const std::int64_t day = 20032;
    check_as_csv(values<std::int32_t>("mapped_on", {20032, std::nullopt, -1, -719162}, "tdD"),
                 days);
    for (const auto& [format, units] :
         {std::pair{"tdm", 86'400'000LL}, std::pair{"tss:", 86'400LL},
          std::pair{"tsm:Europe/Oslo", 86'400'000LL}, std::pair{"tsu:", 86'400'000'000LL}}) {
        check_as_csv(
            values<std::int64_t>(
                "mapped_on", {day * units + units - 1, std::nullopt, -1, -719162 * units}, format),
            days);
    }
    const auto nanoseconds = 86'400'000'000'000LL;
    check_as_csv(
        values<std::int64_t>("mapped_on", {day * nanoseconds, std::nullopt, -1}, "tsn:UTC"),
        {"2024-11-05", "", "1969-12-31"});
    check_as_csv(
        dictionary<std::uint8_t>("mapped_on", {1, 0}, values<std::int32_t>("", {20032, -1}, "tdD")),
        {"1969-12-31", "2024-11-05"});
}

TEST_CASE("a day that no calendar of a form has cannot be read") {
    const auto read = read_out(with(values<std::int32_t>(
        "mapped_on", {2932897, -719163, std::numeric_limits<int>::min()}, "tdD")));
    REQUIRE_FALSE(read.error);
    for (const auto& row : read.rows) {
        CHECK(row.find("2[0|]") != row.npos);
    }
}

TEST_CASE("lists hold the codes of a field of several") {
    const auto words = texts{"gp", " Detox ", "none", "", "gp", "x", "nav_guidance"};
    const cells<std::size_t> sizes{2, 1, std::nullopt, 0, 1, 2, 1};
    const std::vector<std::string> expected{"gp| Detox ", "none",        "", "", "",
                                            "gp|x",       "nav_guidance"};
    check_as_csv(lists("services", sizes, strings("item", words)), expected);
    check_as_csv(lists<std::int64_t>("services", sizes, strings<std::int64_t>("item", words)),
                 expected);
    check_as_csv(lists("services", sizes, views("item", words)), expected);
    check_as_csv(lists("services", sizes, encoded<std::uint16_t>("item", words)), expected);
    check_as_csv(fixed_lists("services", 2, 2, strings("item", {"gp", "detox", "", "x"})),
                 {"gp|detox", "|x"});
    check_as_csv(fixed_lists("services", 2, 0, strings("item", {})), {"", ""});
    check_as_csv(lists("services", {0, std::nullopt}, nothing("item", 0)), {"", ""});
}

TEST_CASE("a list with a null in it cannot be read") {
    for (const auto& elements :
         {strings("item", {"gp", std::nullopt}), nothing("item", 2),
          encoded<std::int8_t>("item", {"gp", std::nullopt}),
          dictionary<std::int8_t>("item", {0, 1}, strings("", {"gp", std::nullopt})),
          dictionary<std::int8_t>("item", {0, 0}, nothing("", 1))}) {
        const auto read = read_out(with(lists("services", {2}, elements)));
        REQUIRE_FALSE(read.error);
        CHECK(read.rows.front().find("2[0+0|]") != std::string::npos);
    }
}

TEST_CASE("what is null by its index, by its dictionary or by its row is an empty cell") {
    const auto entries = strings("", {"red", std::nullopt, "green"});
    check_as_csv(dictionary<std::int8_t>("economy", {2, 1, std::nullopt, 0}, entries),
                 {"green", "", "", "red"});
    check_as_csv(dictionary<std::uint32_t>("economy", {2, 1, std::nullopt, 0}, entries),
                 {"green", "", "", "red"});
    check_as_csv(nothing("economy", 2), {"", ""});
    check_as_csv(dictionary<std::int8_t>("economy", {5, 6}, nothing("", 1)), {"", ""});

    auto rows = table({strings("unit", {"A", "B", "C"}), strings("economy", {"red", "x", "green"}),
                       values<std::int16_t>("birth_year", {1984, 1985, 1986}),
                       lists("services", {1, 1, 0}, strings("item", {"gp", "x"}))});
    rows.null_count = 1;
    rows.buffers.front() = bytes{std::byte{0b101}};
    const auto read = read_out(rows);
    REQUIRE_FALSE(read.error);
    auto expected = cells_of(
        csv_test::read("unit;economy;birth_year;services\nA;red;1984;gp\nC;green;1986;\n"));
    expected.insert(expected.begin() + 1, csv_cells("economy", {""}).front());
    CHECK(read.rows == expected);
}

TEST_CASE("offsets count at every level") {
    auto economy = sliced(strings("economy", {"x", "x", "x", "red", "green", std::nullopt}), 1, 5);
    auto entries = sliced(strings("", {"?", "gp", "detox"}), 1, 2);
    auto words = sliced(dictionary<std::int8_t>("item", {9, 9, 0, 1, 1}, entries), 2, 3);
    auto services = sliced(lists("services", {0, 0, 0, 1, 2, 0}, words), 1, 5);
    auto unit = sliced(views("unit", {"?", "?", "?", "A", "a name beyond the view", "C"}), 1, 5);
    auto year = sliced(values<std::int64_t>("birth_year", {0, 0, 0, 1, std::nullopt, 3}), 1, 5);
    auto rows = sliced(table({unit, economy, services, year}), 2, 3);
    const auto expected = cells_of(csv_test::read("unit;economy;services;birth_year\n"
                                                  "A;red;gp;1\n"
                                                  "a name beyond the view;green;detox|detox;\n"
                                                  "C;;;3\n"));
    for (const std::size_t most : {1, 2, 100}) {
        const auto read = read_out(rows, most);
        REQUIRE_FALSE(read.error);
        CHECK(read.rows == expected);
    }
}

TEST_CASE("booleans answer questions with yes and no") {
    // A pack whose lists have the two answers is the shipped one.
    const exported made{table({booleans("housing", {true})})};
    const auto shipped = newest_pack();
    const auto refused = arrow_batch_reader::from_schema(
        exported{table({strings("municipality", {}), booleans("housing", {})})}.schema, shipped,
        arrow_columns::of_an_index);
    REQUIRE_FALSE(refused.has_value());
    std::vector<node> columns;
    for (const auto& f : shipped->fields) {
        columns.push_back(f.name == "pregnant" ? booleans("pregnant", {true, false, std::nullopt})
                                               : nothing(f.name, 3));
    }
    const exported answered{table(columns)};
    auto reader = arrow_batch_reader::from_schema(answered.schema, shipped);
    REQUIRE(reader.has_value());
    REQUIRE_FALSE(reader->begin(answered.array));
    auto read = reader->make_table();
    REQUIRE_FALSE(reader->next(read));
    const auto field = shipped->find_field("pregnant").value();
    const auto& codes = shipped->list_of(shipped->fields[field])->codes;
    const auto& column = read.columns[field];
    CHECK(codes[static_cast<std::size_t>(column.number(0))].token == "yes");
    CHECK(codes[static_cast<std::size_t>(column.number(1))].token == "no");
    CHECK(column.state(2) == cell_state::missing);
}

TEST_CASE("for an index nothing is read but the domains and what rows are called by") {
    const auto shipped = newest_pack();
    std::vector<node> columns;
    for (const domain d : all_domains) {
        columns.push_back(strings(shipped->field_of(role_of(d))->name, {"red"}));
    }
    columns.push_back(strings("row_ref", {"A-1"}));
    columns.push_back(booleans("mapped_on", {true})); // which is no day
    const exported rated{table(columns)};
    auto reader =
        arrow_batch_reader::from_schema(rated.schema, shipped, arrow_columns::of_an_index);
    REQUIRE(reader.has_value());
    CHECK(reader->unknown_columns().empty());
    REQUIRE_FALSE(reader->begin(rated.array));
    auto read = reader->make_table();
    REQUIRE_FALSE(reader->next(read));
    const registration row{read, shipped->roles, 0};
    CHECK(row.row_ref() == "A-1");
    CHECK(row.assessment()[domain::network] == rating::red);
    CHECK_FALSE(row.mapped_on().has_value());
    CHECK_FALSE(arrow_batch_reader::from_schema(rated.schema, shipped).has_value());
}

TEST_CASE("records count on from batch to batch") {
    const exported made{table({strings("unit", {"A", "B"})})};
    auto reader = arrow_batch_reader::from_schema(made.schema, instrument());
    auto rows = reader->make_table();
    for (std::uint64_t record = 0; record < 6; record += 2) {
        REQUIRE_FALSE(reader->begin(made.array));
        REQUIRE_FALSE(reader->next(rows));
        CHECK(rows.first_record == record);
        REQUIRE_FALSE(reader->next(rows));
        CHECK(rows.rows() == 0);
    }
}

TEST_CASE("a batch without rows needs no buffers") {
    auto empty =
        table({strings("unit", {}), strings("economy", {}), values<double>("birth_year", {}),
               lists("services", {}, strings("item", {}))});
    for (auto& column : empty.children) {
        for (auto& buffer : column.buffers) {
            buffer.reset();
        }
    }
    const auto read = read_out(empty);
    CHECK_FALSE(read.error);
    CHECK(read.rows.empty());
}

TEST_CASE("columns that are needed are named when they are not there") {
    const auto missing = refusal_of_schema(table({strings("economy", {})}));
    REQUIRE(missing);
    CHECK(missing->fault == arrow_fault::missing_columns);
    CHECK(missing->columns == std::vector<std::string>{"unit (enhet)"});
    const auto twice = refusal_of_schema(table({strings("unit", {}), strings("enhet", {})}));
    REQUIRE(twice);
    CHECK(twice->fault == arrow_fault::duplicate_columns);
    CHECK(refusal_of_schema(table({strings("nobody", {})}))->fault == arrow_fault::no_columns);
    CHECK(refusal_of_schema(strings("unit", {}))->fault == arrow_fault::schema);
}

TEST_CASE("a type that cannot be read is told with the position and the field of its column") {
    for (const auto* format : {"e",   "z",  "Z",  "vz",      "w:4",     "d:19,4", "ttm", "tDs",
                               "tiM", "+s", "+m", "+ud:0,1", "+us:0,1", "+r",     "+vl", "+vL",
                               "",    "x",  "ts", "+w:",     "+w:-1",   "+w:2x",  "+l"}) {
        CAPTURE(format);
        auto column = strings("services", {});
        column.format = format;
        const auto error = refusal_of_schema(table({strings("unit", {}), column}));
        REQUIRE(error);
        CHECK(error->fault == arrow_fault::column_type);
        CHECK(error->column == 1);
        CHECK(error->message.starts_with("column 1 (services) "));
    }
    const auto words = strings("item", {});
    for (const auto& column :
         {lists("economy", {}, words), values<std::int32_t>("economy", {}, "tdD"),
          booleans("economy", {}), booleans("unit", {}),
          lists("services", {}, values<std::int8_t>("item", {})),
          lists("services", {}, lists("item", {}, words)), dictionary<float>("economy", {}, words),
          dictionary<std::int8_t>("services", {}, lists("", {}, words)),
          dictionary<std::int8_t>("economy", {}, dictionary<std::int8_t>("", {}, words))}) {
        CAPTURE(column.format);
        const auto error =
            refusal_of_schema(table({nothing("unit2", 0), strings("enhet", {}), column}));
        REQUIRE(error);
        CHECK((error->fault == arrow_fault::column_type ||
               error->fault == arrow_fault::duplicate_columns));
    }
}

TEST_CASE("an index beyond its dictionary makes the batch unusable") {
    const auto entries = strings("", {"red", "green"});
    const auto words = strings("", {"gp"});
    CHECK(error_of(with(dictionary<std::int8_t>("economy", {0, 2}, entries))).find("index") == 3);
    error_of(with(dictionary<std::int8_t>("economy", {-1}, entries)));
    error_of(with(dictionary<std::uint8_t>("economy", {200}, entries)));
    error_of(with(
        dictionary<std::int64_t>("economy", {std::numeric_limits<std::int64_t>::min()}, entries)));
    error_of(with(dictionary<std::int32_t>("birth_year", {1, 0, 2}, entries)));
    error_of(with(dictionary<std::int32_t>("services", {-1}, entries)));
    error_of(table({dictionary<std::int16_t>("unit", {2}, entries)}));
    error_of(with(lists("services", {1}, dictionary<std::int32_t>("item", {1}, words))));
    error_of(with(lists("services", {1}, dictionary<std::int32_t>("item", {-1}, words))));
}

TEST_CASE("an array that is not what its schema says makes the batch unusable") {
    const auto good = table({strings("unit", {"A", "B", "C"}), strings("economy", {"red", "", "x"}),
                             lists("services", {1, 0, 1}, strings("item", {"gp", "detox"}))});
    REQUIRE_FALSE(read_out(good).error);
    const auto changed = [&](auto change) {
        exported made{good};
        change(made.array);
        const auto read = read_out(made);
        REQUIRE(read.error);
        CHECK(read.error->fault == arrow_fault::batch);
        CHECK_FALSE(read.error->message.empty());
    };
    changed([](ArrowArray& a) { a.release = nullptr; });
    changed([](ArrowArray& a) { a.length = -1; });
    changed([](ArrowArray& a) { a.offset = -1; });
    changed([](ArrowArray& a) { a.length = 4; });
    changed([](ArrowArray& a) { a.offset = 1; });
    changed([](ArrowArray& a) { a.offset = std::numeric_limits<std::int64_t>::max(); });
    changed([](ArrowArray& a) { a.n_children = 2; });
    changed([](ArrowArray& a) { a.n_buffers = 2; });
    changed([](ArrowArray& a) { a.buffers = nullptr; });
    changed([](ArrowArray& a) { a.children = nullptr; });
    changed([](ArrowArray& a) { a.children[1] = nullptr; });
    changed([](ArrowArray& a) { a.null_count = 1; });
    changed([](ArrowArray& a) { a.null_count = -2; });
    changed([](ArrowArray& a) { a.dictionary = a.children[0]; });
    for (const std::size_t at : {0, 1, 2}) {
        const auto part = [&](auto change) {
            changed([&](ArrowArray& a) { change(*a.children[at]); });
        };
        part([](ArrowArray& a) { a.release = nullptr; });
        part([](ArrowArray& a) { a.length = -1; });
        part([](ArrowArray& a) { a.length = 2; });
        part([](ArrowArray& a) { a.length = std::numeric_limits<std::int64_t>::max(); });
        part([](ArrowArray& a) { a.offset = std::numeric_limits<std::int64_t>::max(); });
        part([](ArrowArray& a) { a.n_buffers = 1; });
        part([](ArrowArray& a) { a.n_buffers = 4; });
        part([](ArrowArray& a) { a.n_buffers = -1; });
        part([](ArrowArray& a) { a.buffers = nullptr; });
        part([](ArrowArray& a) { a.buffers[1] = nullptr; });
        part([](ArrowArray& a) { a.null_count = 2; });
        part([](ArrowArray& a) { a.dictionary = &a; });
        part([](ArrowArray& a) { a.n_children = a.n_children == 0 ? 1 : 0; });
    }
    changed([](ArrowArray& a) { a.children[0]->buffers[2] = nullptr; });
    changed([](ArrowArray& a) { a.children[2]->children[0]->buffers[2] = nullptr; });
    changed([](ArrowArray& a) { a.children[2]->children[0]->length = 1; });
    changed([](ArrowArray& a) { a.children[2]->children = nullptr; });
    changed([](ArrowArray& a) {
        a.children[0]->buffers[1] = static_cast<const char*>(a.children[0]->buffers[1]) + 1;
    });
}

TEST_CASE("offsets that fall make the batch unusable") {
    for (const auto& offsets :
         {std::vector<std::int32_t>{0, 2, 1}, std::vector<std::int32_t>{-1, 0, 1},
          std::vector<std::int32_t>{0, std::numeric_limits<std::int32_t>::min(), 1}}) {
        auto unit = strings("unit", {"A", "B"});
        unit.buffers[1] = bytes_of(offsets);
        error_of(table({unit}));
        auto economy = strings("economy", {"A", "B"});
        economy.buffers[1] = bytes_of(offsets);
        error_of(with(economy));
        auto services = lists("services", {1, 1}, strings("item", {"A", "B"}));
        services.buffers[1] = bytes_of(offsets);
        error_of(with(services));
    }
    auto services = lists("services", {1, 5}, strings("item", {"A", "B"}));
    error_of(with(services));
    auto fixed = fixed_lists("services", 3, 2, strings("item", {"A", "B", "C", "D", "E"}));
    error_of(with(fixed));
    auto many = fixed_lists("services", 3, std::size_t{1} << 62U, strings("item", {"A"}));
    error_of(with(many));
}

TEST_CASE("strings that stand in their views are read as others are, whatever stands behind them") {
    for (const std::string_view other :
         {"a", "!", "~", " ", "\t", "\x7F", "\xC3\xB8", "\xC2\xA0", "\xFF"}) {
        for (std::size_t size = 0; size <= 12; ++size) {
            for (std::size_t at = 0; at + other.size() <= size; ++at) {
                std::string text(size, 'x');
                text.replace(at, other.size(), other);
                // Alone, and where many that are plain stand before it.
                texts cells(at % 2 == 0 ? 1 : 300, std::string(size, '5'));
                cells.back() = text;
                auto column = views("unit", cells);
                auto& bytes = *column.buffers[1];
                std::fill(bytes.end() - 16 + 4 + static_cast<std::ptrdiff_t>(size), bytes.end(),
                          static_cast<arrow_test::bytes::value_type>(0xFF));
                const auto read = read_out(table({column}), cells.size());
                REQUIRE_FALSE(read.error);
                CHECK(read.rows == read_out(table({strings("unit", cells)})).rows);
            }
        }
    }
}

TEST_CASE("a string view must lie in its buffers") {
    const auto broken = [](std::size_t part, std::int32_t value) {
        auto column = views("unit", {"a text that is too long for a view"});
        std::memcpy(column.buffers[1]->data() + part * 4, &value, 4);
        return table({column});
    };
    CHECK(error_of(broken(0, -1)).find("string view") != std::string::npos);
    error_of(broken(0, 1000));
    error_of(broken(2, 2));
    error_of(broken(2, -1));
    error_of(broken(2, 1));
    error_of(broken(3, -1));
    error_of(broken(3, 1));
    error_of(broken(3, std::numeric_limits<std::int32_t>::max()));
    auto without = views("unit", {"a text that is too long for a view"});
    without.buffers[4].reset();
    error_of(table({without}));
    without.buffers = {std::nullopt, without.buffers[1], std::nullopt};
    error_of(table({without}));
}

TEST_CASE("after a batch that cannot be used the next one is read") {
    const exported bad{with(dictionary<std::int8_t>("economy", {0, 2}, strings("", {"red"})))};
    const exported good{with(dictionary<std::int8_t>("economy", {0, 0}, strings("", {"red"})))};
    auto reader = arrow_batch_reader::from_schema(bad.schema, instrument());
    auto rows = reader->make_table();
    REQUIRE_FALSE(reader->begin(bad.array));
    CHECK(reader->next(rows));
    CHECK(rows.rows() == 0);
    REQUIRE_FALSE(reader->next(rows));
    CHECK(rows.rows() == 0);
    REQUIRE_FALSE(reader->begin(good.array));
    REQUIRE_FALSE(reader->next(rows));
    CHECK(rows.rows() == 2);
}

TEST_CASE("no error repeats the name of a column that the pack does not know, or a format") {
    auto strange = strings("Kari Nordmann 17912099997", {"x"});
    auto unit = strings("unit", {"x"});
    unit.format = "d:17912099997";
    const auto error = refusal_of_schema(table({strange, unit}));
    REQUIRE(error);
    CHECK(error->column == 1);
    CHECK(error->message.find("1791") == std::string::npos);
    CHECK(error->message.find("Kari") == std::string::npos);
}

TEST_SUITE_END();

} // namespace arrow_reader_test
