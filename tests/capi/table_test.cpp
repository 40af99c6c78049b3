// The column door: tables of Arrow columns in, what was found out.
#include "tables.hpp"

#include <cstring>
#include <functional>
#include <vector>

namespace capi_table_test {

using namespace capi_test;

struct run_of_a_stream {
    std::int32_t code;
    validation result;
    std::string message;
};

run_of_a_stream run(const context& with, producer& from, std::int32_t keep_rows = 1,
                    bplan_progress* progress = nullptr, void* payload = nullptr) {
    auto stream = from.stream();
    bplan_validation* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = bplan_table_validate_stream(with.get(), &stream, many, keep_rows, progress,
                                                  payload, &made, &err);
    CHECK((stream.release == nullptr));
    CHECK(from.released);
    CHECK(from.alive == 0);
    CHECK((made != nullptr) == (code == BPLAN_OK));
    return {code, validation{made}, err.message};
}

TEST_CASE("a batch is validated and its rows and findings are counted") {
    const auto with = make_context(test_options());
    const auto found = validate(with, exported{rows_of_a_round()});
    CHECK(count(&bplan_validation_count_rows, found, BPLAN_SEVERITY_ANY) == 3);
    CHECK(count(&bplan_validation_count_rows, found, BPLAN_SEVERITY_NONE) == 1);
    const auto findings = count(&bplan_validation_count_findings, found, BPLAN_SEVERITY_ANY);
    std::int64_t by_severity = 0;
    for (std::int32_t s = BPLAN_SEVERITY_INFO; s <= BPLAN_SEVERITY_FATAL; ++s) {
        by_severity += count(&bplan_validation_count_findings, found, s);
    }
    CHECK(findings == by_severity);
    CHECK(number_from(&bplan_validation_count_details, found) == findings);
    CHECK(number_from(&bplan_validation_get_truncated, found) == 0);
    CHECK(number_from(&bplan_validation_count_unknown_columns, found) == 1);
    std::int64_t position = -1;
    REQUIRE(bplan_validation_get_unknown_column(found.get(), 0, &position, nullptr) == BPLAN_OK);
    CHECK(position == 23);
    CHECK(bplan_validation_get_unknown_column(found.get(), 1, &position, nullptr) ==
          BPLAN_ERROR_OUT_OF_RANGE);
}

TEST_CASE("counts by rule, field and unit are those of the findings") {
    const auto with = make_context(test_options());
    const auto found = validate(with, exported{rows_of_a_round()});
    std::int64_t by_rule = 0;
    std::int64_t colours = 0;
    const auto rules = number_from(&bplan_validation_count_rules, found);
    for (std::int64_t rule = 0; rule < rules; ++rule) {
        std::int64_t findings = -1;
        std::int64_t records = -1;
        REQUIRE(bplan_validation_count_rule_findings(found.get(), rule, BPLAN_SEVERITY_ANY,
                                                     &findings, nullptr) == BPLAN_OK);
        REQUIRE(bplan_validation_count_rule_records(found.get(), rule, BPLAN_SEVERITY_ANY, &records,
                                                    nullptr) == BPLAN_OK);
        CHECK(records <= findings);
        by_rule += findings;
        const char* code = nullptr;
        std::int64_t length = 0;
        REQUIRE(bplan_validation_get_rule_code(found.get(), rule, &code, &length, nullptr) ==
                BPLAN_OK);
        colours += std::string_view{code} == "BP-DOM-001" ? records : 0;
    }
    CHECK(by_rule == count(&bplan_validation_count_findings, found, BPLAN_SEVERITY_ANY));
    CHECK(colours == 1);

    const auto fields = number_from(&bplan_validation_count_fields, found);
    bool about_housing = false;
    for (std::int64_t field = 0; field < fields; ++field) {
        const char* name = nullptr;
        std::int64_t length = 0;
        std::int64_t findings = 0;
        REQUIRE(bplan_validation_get_field_name(found.get(), field, &name, &length, nullptr) ==
                BPLAN_OK);
        REQUIRE(bplan_validation_count_field_findings(found.get(), field, BPLAN_SEVERITY_ANY,
                                                      &findings, nullptr) == BPLAN_OK);
        about_housing = about_housing || (std::string_view{name} == "housing" && findings == 1);
    }
    CHECK(about_housing);

    REQUIRE(number_from(&bplan_validation_count_units, found) == 2);
    std::int32_t kind = -1;
    const char* name = nullptr;
    std::int64_t length = 0;
    std::int64_t rows = 0;
    std::int64_t findings = 0;
    REQUIRE(bplan_validation_get_unit_kind(found.get(), 0, &kind, nullptr) == BPLAN_OK);
    CHECK(kind == BPLAN_UNIT_NAMED);
    REQUIRE(bplan_validation_get_unit_name(found.get(), 0, &name, &length, nullptr) == BPLAN_OK);
    CHECK(std::string_view{name} == "Team");
    REQUIRE(bplan_validation_count_unit_rows(found.get(), 0, BPLAN_SEVERITY_ANY, &rows, nullptr) ==
            BPLAN_OK);
    CHECK(rows == 2);
    REQUIRE(bplan_validation_get_unit_kind(found.get(), 1, &kind, nullptr) == BPLAN_OK);
    CHECK(kind == BPLAN_UNIT_UNNAMED);
    REQUIRE(bplan_validation_count_unit_findings(found.get(), 1, BPLAN_SEVERITY_ANY, &findings,
                                                 nullptr) == BPLAN_OK);
    CHECK(findings > 0);
    std::int64_t of_rules = 0;
    for (std::int64_t rule = 0; rule < rules; ++rule) {
        std::int64_t records = 0;
        REQUIRE(bplan_validation_count_unit_rule_records(found.get(), 1, rule, &records, nullptr) ==
                BPLAN_OK);
        of_rules += records;
    }
    CHECK(of_rules > 0);
}

TEST_CASE("indices and severities that there are not are refused") {
    const auto with = make_context(test_options());
    const auto found = validate(with, exported{rows_of_a_round()});
    const auto* v = found.get();
    std::int64_t number = 7;
    std::int32_t kind = 7;
    const char* text = nullptr;
    for (const std::int64_t index : {std::int64_t{-1}, std::int64_t{1'000'000}}) {
        CHECK(bplan_validation_get_rule_code(v, index, &text, &number, nullptr) ==
              BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(bplan_validation_count_rule_findings(v, index, 1, &number, nullptr) ==
              BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(bplan_validation_get_field_name(v, index, &text, &number, nullptr) ==
              BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(bplan_validation_get_unit_kind(v, index, &kind, nullptr) == BPLAN_ERROR_OUT_OF_RANGE);
        CHECK(bplan_validation_count_unit_rule_records(v, 0, index, &number, nullptr) ==
              BPLAN_ERROR_OUT_OF_RANGE);
    }
    for (const std::int32_t severity : {-2, 5}) {
        CHECK(bplan_validation_count_rows(v, severity, &number, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(bplan_validation_count_rule_records(v, 0, severity, &number, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
    }
    bplan_document* made = nullptr;
    CHECK(bplan_validation_list_findings(v, 0, &made, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(made == nullptr);
}

TEST_CASE("rows are told apart so that a table can be split") {
    const auto with = make_context(test_options());
    const auto found = validate(with, exported{rows_of_a_round()});
    std::vector<std::int8_t> worst(5, 7);
    std::int64_t rows = 0;
    REQUIRE(bplan_validation_get_worst_severities(found.get(), worst.data(), 5, &rows, nullptr) ==
            BPLAN_OK);
    CHECK(rows == 3);
    CHECK(worst[0] == BPLAN_SEVERITY_NONE);
    CHECK(worst[1] == BPLAN_SEVERITY_ERROR);
    CHECK(worst[4] == 0);
    std::vector<std::int64_t> good(1, 7);
    std::vector<std::int64_t> bad(2, 7);
    REQUIRE(bplan_validation_get_good_rows(found.get(), good.data(), 1, &rows, nullptr) ==
            BPLAN_OK);
    CHECK(rows == 1);
    CHECK(good == std::vector<std::int64_t>{0});
    REQUIRE(bplan_validation_get_bad_rows(found.get(), bad.data(), 2, &rows, nullptr) == BPLAN_OK);
    CHECK(bad == std::vector<std::int64_t>{1, 2});
    // Without room the number is told and nothing is written.
    REQUIRE(bplan_validation_get_bad_rows(found.get(), bad.data(), 1, &rows, nullptr) == BPLAN_OK);
    CHECK(rows == 2);
    CHECK(bad == std::vector<std::int64_t>{0, 2});
    REQUIRE(bplan_validation_get_bad_rows(found.get(), nullptr, 0, &rows, nullptr) == BPLAN_OK);
    CHECK(rows == 2);
    CHECK(bplan_validation_get_bad_rows(found.get(), bad.data(), -1, &rows, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);

    taken severities;
    REQUIRE(bplan_validation_export_worst_severities(found.get(), &severities.schema,
                                                     &severities.array, nullptr) == BPLAN_OK);
    CHECK(severities.schema.format == std::string_view{"c"});
    REQUIRE(severities.array.length == 3);
    CHECK(std::memcmp(severities.array.buffers[1], worst.data(), 3) == 0);
}

TEST_CASE("findings are exported with the frozen columns and outlive everything they came from") {
    taken findings;
    std::string ndjson;
    {
        const auto with = make_context(test_options());
        const auto found = validate(with, exported{rows_of_a_round()});
        REQUIRE(bplan_validation_export_findings(found.get(), &findings.schema, &findings.array,
                                                 nullptr) == BPLAN_OK);
        ndjson = listed(found, BPLAN_LISTING_NDJSON);
        CHECK(listed(found, BPLAN_LISTING_JSON).starts_with("[\n{\"code\":"));
    }
    std::string names;
    for (std::int64_t i = 0; i < findings.schema.n_children; ++i) {
        names += std::string{findings.schema.children[i]->name} + " ";
    }
    CHECK(names == "code severity record row_ref unit field related message action pack params ");
    // Each row, put together again, is the line of the listing.
    std::string lines;
    const auto* related = findings.array.children[findings.column("related")];
    const auto* offsets = static_cast<const std::int32_t*>(related->buffers[1]);
    const auto* words = related->children[0];
    const auto* places = static_cast<const std::int32_t*>(words->buffers[1]);
    for (std::size_t row = 0; row < static_cast<std::size_t>(findings.array.length); ++row) {
        const auto quoted = [&](std::string_view name) {
            const auto text = findings.text(name, row);
            return text == "-" ? std::string{"null"} : "\"" + text + "\"";
        };
        std::string list;
        for (auto i = offsets[row]; i < offsets[row + 1]; ++i) {
            const auto* bytes = static_cast<const char*>(words->buffers[2]);
            list += (list.empty() ? "\"" : ",\"") +
                    std::string{bytes + places[i], bytes + places[i + 1]} + "\"";
        }
        lines += "{\"code\":" + quoted("code") + ",\"severity\":" + quoted("severity") +
                 ",\"record\":" + std::to_string(findings.values<std::int64_t>("record")[row]) +
                 ",\"row_ref\":" + quoted("row_ref") + ",\"unit\":" + quoted("unit") +
                 ",\"field\":" + quoted("field") + ",\"related\":[" + list +
                 "],\"message\":" + quoted("message") + ",\"action\":" + quoted("action") +
                 ",\"pack\":" + quoted("pack") + ",\"params\":" + findings.text("params", row) +
                 "}\n";
    }
    CHECK(lines == ndjson);
    CHECK(lines.find("15868710168") == std::string::npos);
}

TEST_CASE("counts by rule are exported as they are told one by one, and outlive the validation") {
    const auto with = make_context(test_options());
    const auto found = validate(with, exported{rows_of_a_round()}, 1); // one finding whole
    const auto told = [&](auto get, std::int64_t rule, std::int32_t severity) {
        std::int64_t count = -1;
        REQUIRE(get(found.get(), rule, severity, &count, nullptr) == BPLAN_OK);
        return count;
    };
    std::string expected;
    for (std::int64_t rule = 0; rule < number_from(&bplan_validation_count_rules, found); ++rule) {
        const auto findings = told(&bplan_validation_count_rule_findings, rule, BPLAN_SEVERITY_ANY);
        if (findings == 0) {
            continue;
        }
        const char* code = nullptr;
        std::int64_t length = 0;
        REQUIRE(bplan_validation_get_rule_code(found.get(), rule, &code, &length, nullptr) ==
                BPLAN_OK);
        expected += std::string{code} + " ";
        for (auto severity = BPLAN_SEVERITY_FATAL; severity > BPLAN_SEVERITY_NONE; --severity) {
            expected +=
                std::to_string(told(&bplan_validation_count_rule_findings, rule, severity)) + " ";
        }
        expected +=
            std::to_string(findings) + " " +
            std::to_string(told(&bplan_validation_count_rule_records, rule, BPLAN_SEVERITY_ANY)) +
            "\n";
    }

    taken counts;
    {
        const auto own = validate(with, exported{rows_of_a_round()}, 1);
        REQUIRE(bplan_validation_export_summary(own.get(), &counts.schema, &counts.array,
                                                nullptr) == BPLAN_OK);
    }
    std::string names;
    std::string formats;
    for (std::int64_t i = 0; i < counts.schema.n_children; ++i) {
        names += std::string{counts.schema.children[i]->name} + " ";
        formats += counts.schema.children[i]->format;
    }
    CHECK(names == "code fatal error warning info findings records ");
    CHECK(formats == "ullllll");
    std::string exported_rows;
    for (std::size_t row = 0; row < static_cast<std::size_t>(counts.array.length); ++row) {
        exported_rows += counts.text("code", row);
        for (const auto* name : {"fatal", "error", "warning", "info", "findings", "records"}) {
            exported_rows += " " + std::to_string(counts.values<std::int64_t>(name)[row]);
        }
        exported_rows += "\n";
    }
    CHECK(counts.array.length > 1);
    CHECK(exported_rows == expected);
}

TEST_CASE("where nothing was found the counts by rule have no row") {
    const auto with = make_context(test_options());
    producer none{rows_of_a_round(), 0};
    auto stream = none.stream();
    bplan_validation* made = nullptr;
    REQUIRE(bplan_table_validate_stream(with.get(), &stream, many, 0, nullptr, nullptr, &made,
                                        nullptr) == BPLAN_OK);
    const validation found{made};
    taken counts;
    REQUIRE(bplan_validation_export_summary(found.get(), &counts.schema, &counts.array, nullptr) ==
            BPLAN_OK);
    CHECK(counts.array.length == 0);
    CHECK(counts.schema.n_children == 7);
}

TEST_CASE("a part of what is exported may be moved out and released later") {
    const auto with = make_context(test_options());
    const auto found = validate(with, exported{rows_of_a_round()});
    ArrowArray moved{};
    {
        taken findings;
        REQUIRE(bplan_validation_export_findings(found.get(), &findings.schema, &findings.array,
                                                 nullptr) == BPLAN_OK);
        moved = *findings.array.children[2];
        findings.array.children[2]->release = nullptr;
    }
    CHECK(static_cast<const std::int64_t*>(moved.buffers[1])[0] == 1);
    moved.release(&moved);
    CHECK((moved.release == nullptr));
}

TEST_CASE("details are bounded and counts are not") {
    const auto with = make_context(test_options());
    const exported rows{rows_of_a_round()};
    const auto all = validate(with, rows);
    const auto some = validate(with, rows, 1);
    CHECK(number_from(&bplan_validation_count_details, some) == 1);
    CHECK(number_from(&bplan_validation_get_truncated, some) == 1);
    CHECK(count(&bplan_validation_count_findings, some, BPLAN_SEVERITY_ANY) ==
          count(&bplan_validation_count_findings, all, BPLAN_SEVERITY_ANY));
    bplan_validation* made = nullptr;
    CHECK(bplan_table_validate(with.get(), &rows.schema, &rows.array, -1, &made, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    const auto none = validate(with, rows, 0);
    taken findings;
    REQUIRE(bplan_validation_export_findings(none.get(), &findings.schema, &findings.array,
                                             nullptr) == BPLAN_OK);
    CHECK(findings.array.length == 0);
    CHECK(listed(none, BPLAN_LISTING_JSON) == "[]\n");
}

TEST_CASE("a stream is read to its end and released") {
    const auto with = make_context(test_options());
    producer three{rows_of_a_round(), 3};
    const auto [code, found, message] = run(with, three);
    REQUIRE(code == BPLAN_OK);
    CHECK(count(&bplan_validation_count_rows, found, BPLAN_SEVERITY_ANY) == 9);
    std::vector<std::int64_t> bad(6);
    std::int64_t rows = 0;
    REQUIRE(bplan_validation_get_bad_rows(found.get(), bad.data(), 6, &rows, nullptr) == BPLAN_OK);
    CHECK(bad == std::vector<std::int64_t>{1, 2, 4, 5, 7, 8});

    producer none{rows_of_a_round(), 0};
    const auto empty = run(with, none);
    REQUIRE(empty.code == BPLAN_OK);
    CHECK(count(&bplan_validation_count_rows, empty.result, BPLAN_SEVERITY_ANY) == 0);

    producer counted{rows_of_a_round(), 2};
    const auto without_rows = run(with, counted, 0);
    REQUIRE(without_rows.code == BPLAN_OK);
    std::int8_t worst = 7;
    CHECK(bplan_validation_get_worst_severities(without_rows.result.get(), &worst, 1, &rows,
                                                nullptr) == BPLAN_ERROR_NOT_THERE);
    CHECK(worst == 0);
}

TEST_CASE("a stream is released whatever goes wrong, and its own words are not repeated") {
    const auto with = make_context(test_options());
    producer failing{rows_of_a_round(), 3};
    failing.failure_at = 2;
    const auto failed = run(with, failing);
    CHECK(failed.code == BPLAN_ERROR_ARROW_STREAM);
    CHECK(failed.message.find("1791") == std::string::npos);
    producer no_schema{rows_of_a_round(), 3};
    no_schema.schema_failure = 12;
    CHECK(run(with, no_schema).code == BPLAN_ERROR_ARROW_STREAM);
    producer other_columns{table({strings("unit", {})}), 3};
    CHECK(run(with, other_columns).code == BPLAN_ERROR_MISSING_COLUMNS);
    producer broken{rows_of_a_round(), 3};
    broken.rows.array.children[2]->length = 1;
    CHECK(run(with, broken).code == BPLAN_ERROR_ARROW_BATCH);
    producer choice{rows_of_a_round(), 3};
    CHECK(run(with, choice, 2).code == BPLAN_ERROR_INVALID_ARGUMENT);
    producer no_context{rows_of_a_round(), 3};
    CHECK(run(context{}, no_context).code == BPLAN_ERROR_NULL_ARGUMENT);
    producer no_output{rows_of_a_round(), 3};
    auto stream = no_output.stream();
    CHECK(bplan_table_validate_stream(with.get(), &stream, 1, 1, nullptr, nullptr, nullptr,
                                      nullptr) == BPLAN_ERROR_NULL_ARGUMENT);
    CHECK(no_output.released);
    bplan_validation* made = nullptr;
    CHECK(bplan_table_validate_stream(with.get(), &stream, 1, 1, nullptr, nullptr, &made,
                                      nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a caller is told how far it has come and may cancel") {
    const auto with = make_context(test_options());
    std::vector<std::int64_t> told;
    bplan_progress* note = [](std::int64_t rows, void* to) -> std::int32_t {
        auto& list = *static_cast<std::vector<std::int64_t>*>(to);
        list.push_back(rows);
        return list.size() == 3 ? 1 : 0;
    };
    producer two{rows_of_a_round(), 2};
    CHECK(run(with, two, 0, note, &told).code == BPLAN_OK);
    CHECK(told == std::vector<std::int64_t>{3, 6});
    told.clear();
    producer five{rows_of_a_round(), 5};
    CHECK(run(with, five, 0, note, &told).code == BPLAN_ERROR_CANCELLED);
    CHECK(five.given == 3);
}

TEST_CASE("a table that cannot be used says which column it is about") {
    const auto with = make_context(test_options());
    bplan_error err = BPLAN_ERROR_INIT;
    bplan_validation* made = nullptr;
    const auto refused = [&](node of) {
        const exported rows{std::move(of)};
        const auto code =
            bplan_table_validate(with.get(), &rows.schema, &rows.array, many, &made, &err);
        CHECK(made == nullptr);
        return code;
    };
    auto rows = rows_of_a_round();
    rows.children[13].dictionary->format = "z";
    CHECK(refused(rows) == BPLAN_ERROR_COLUMN_TYPE);
    CHECK(err.column == 13);
    CHECK(std::string_view{err.message}.find("housing") != std::string_view::npos);
    rows = rows_of_a_round();
    rows.children[23].name = "bolig";
    CHECK(refused(rows) == BPLAN_ERROR_DUPLICATE_COLUMNS);
    CHECK(err.column == 23);
    CHECK(err.row == -1);
    rows = rows_of_a_round();
    rows.children[13].name = "shelter of Kari Nordmann";
    CHECK(refused(rows) == BPLAN_ERROR_MISSING_COLUMNS);
    CHECK(std::string_view{err.message}.find("Nordmann") == std::string_view::npos);
    CHECK(std::string_view{err.message}.find("housing (bolig)") != std::string_view::npos);
    CHECK(refused(rows.children[0]) == BPLAN_ERROR_ARROW_SCHEMA);
    rows = rows_of_a_round();
    rows.children[13].buffers[1]->at(2) = std::byte{100};
    CHECK(refused(rows) == BPLAN_ERROR_ARROW_BATCH);
    CHECK(err.column == 13);
    CHECK(err.row == 2);
}

TEST_CASE("rows are scored from the columns of the eight domains") {
    const auto with = make_context(test_options());
    auto columns = rows_of_a_round().children;
    // Nothing but a reference and the domains.
    const exported rows{table({columns[0], columns[13], columns[14], columns[15], columns[16],
                               columns[17], columns[18], columns[19], columns[20]})};
    taken scores;
    REQUIRE(bplan_table_score(with.get(), &rows.schema, &rows.array, &scores.schema, &scores.array,
                              nullptr) == BPLAN_OK);
    REQUIRE(scores.array.length == 3);
    std::string names;
    for (std::int64_t i = 0; i < scores.schema.n_children; ++i) {
        names += std::string{scores.schema.children[i]->name} + " ";
    }
    CHECK(names == "row_ref points class answered scheme reason ");
    CHECK(scores.text("row_ref", 0) == "A-1");
    CHECK(scores.text("row_ref", 2) == "-");
    CHECK(scores.text("class", 0) == "red");
    CHECK(scores.values<std::int32_t>("points")[0] == 9);
    CHECK(scores.text("reason", 0) == "-");
    CHECK(scores.text("class", 1) == "none");
    CHECK(scores.text("reason", 1) == "unreadable");
    CHECK(scores.values<std::int8_t>("answered")[1] == 6);
    CHECK(scores.text("scheme", 1) == "sum16/1");

    const exported without{table({columns[0], columns[13]})};
    taken nothing_scored;
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(bplan_table_score(with.get(), &without.schema, &without.array, &nothing_scored.schema,
                            &nothing_scored.array, &err) == BPLAN_ERROR_MISSING_COLUMNS);
    CHECK((nothing_scored.schema.release == nullptr));
    CHECK((nothing_scored.array.release == nullptr));
}

} // namespace capi_table_test
