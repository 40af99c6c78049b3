// From registrations to what the register receives: stages that are taken by the next step.
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "tables.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <boost/json.hpp>

using namespace capi_test;

namespace {

struct stage_freed {
    void operator()(bplan_collected* s) const { bplan_collected_free(s); }
    void operator()(bplan_merged* s) const { bplan_merged_free(s); }
    void operator()(bplan_transferable* s) const { bplan_transferable_free(s); }
    void operator()(bplan_transferred* s) const { bplan_transferred_free(s); }
};
using collected = std::unique_ptr<bplan_collected, stage_freed>;
using merged = std::unique_ptr<bplan_merged, stage_freed>;
using transferable = std::unique_ptr<bplan_transferable, stage_freed>;
using transferred = std::unique_ptr<bplan_transferred, stage_freed>;

// ---- Registrations of people who do not exist

using row = std::map<std::string, std::string>;

constexpr std::string_view first_number = "15897113322";  // male, 1971
constexpr std::string_view second_number = "26847932138"; // male, 1979
constexpr std::string_view third_number = "20909818215";  // female, 1998

row person(std::string_view number, const row& other = {}) {
    row made{{"row_ref", "canary-ref"},
             {"municipality", "9001"},
             {"mapping_year", "2024"},
             {"mapped_on", "2024-10-07"},
             {"unit", "canary-unit"},
             {"unit_kind", "health_and_care"},
             {"mapper", "canary-mapper"},
             {"national_number", std::string{number}},
             {"birth_year", ""},
             {"sex", number == third_number ? "female" : "male"},
             {"informed", "yes"},
             {"objects", "no"},
             {"record_noted", "yes"},
             {"substance_problem", "yes"},
             {"mental_disorder", "less_serious"},
             {"housing", "red"},
             {"activity", "red"},
             {"economy", "yellow"},
             {"physical_health", "green"},
             {"mental_health", "yellow"},
             {"substance_use", "red"},
             {"social_functioning", "yellow"},
             {"network", "green"},
             {"substances", "alcohol|cannabis"},
             {"housing_kind", "homeless"},
             {"children_care", "0"},
             {"services_received", "follow_up_team"},
             {"services_needed", "housing_follow_up"},
             {"shoe_size", "canary-column"}};
    for (const auto& [name, value] : other) {
        made[name] = value;
    }
    return made;
}

/// Two units about the first person, one about the second, who is not informed; the third objects
/// to one unit and not to the other; somebody without a number; a row with an error.
std::vector<row> rows_of_a_mapping() {
    return {person(first_number, {{"mapped_on", "2024-10-01"},
                                  {"unit", "canary-other"},
                                  {"housing_kind", "unknown"},
                                  {"services_received", "housing_follow_up"}}),
            person(first_number),
            person(second_number, {{"informed", "no"}}),
            person(third_number, {{"unit", "canary-other"}, {"objects", "yes"}}),
            person(third_number),
            person("", {{"birth_year", "1990"}}),
            person(first_number, {{"housing", "canary-blue"}})};
}

node table_of(const std::vector<row>& rows) {
    std::vector<node> columns;
    for (const auto& [name, ignored] : rows.front()) {
        texts cells;
        for (const auto& r : rows) {
            const auto& cell = r.at(name);
            cells.push_back(cell.empty() ? std::nullopt : std::optional{cell});
        }
        columns.push_back(strings(name, cells));
    }
    return table(std::move(columns));
}

// ---- Steps

struct stamp {
    std::string by = "municipal coordinator";
    std::int32_t year = 2024;
    std::int32_t month = 11;
    std::int32_t day = 30;
};

template <class Handle, class Call>
std::int32_t make(Handle& to, bplan_error& err, Call call) {
    typename Handle::pointer made = nullptr;
    const auto code = call(&made, &err);
    CHECK((made != nullptr) == (code == BPLAN_OK));
    to.reset(made);
    return code;
}

std::int32_t create(collected& to, const context& with, std::string_view id = "autumn-2024",
                    const stamp& s = {}, std::int64_t most_details = many) {
    bplan_error err = BPLAN_ERROR_INIT;
    return make(to, err, [&](auto** made, auto* why) {
        return bplan_collected_create(with.get(), id.data(), size_of(id), s.by.data(),
                                      size_of(s.by), s.year, s.month, s.day, most_details, made,
                                      why);
    });
}

collected begun(const context& with) {
    collected made;
    REQUIRE(create(made, with) == BPLAN_OK);
    return made;
}

std::int32_t add(const collected& to, const std::vector<row>& rows, bplan_error* err = nullptr) {
    const exported batch{table_of(rows)};
    return bplan_collected_add_table(to.get(), &batch.schema, &batch.array, err);
}

collected collected_from(const context& with, const std::vector<row>& rows = rows_of_a_mapping()) {
    auto made = begun(with);
    REQUIRE(add(made, rows) == BPLAN_OK);
    return made;
}

struct merging {
    std::string_view policy;
    std::string_view changes;
};

std::int32_t merge(const collected& from, merged& to, const merging& how = {}, const stamp& s = {},
                   bplan_error* told = nullptr) {
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = make(to, err, [&](auto** made, auto* why) {
        return bplan_collected_merge(from.get(), how.policy.data(), size_of(how.policy),
                                     how.changes.data(), size_of(how.changes), s.by.data(),
                                     size_of(s.by), s.year, s.month, s.day, made, why);
    });
    if (told != nullptr) {
        *told = err;
    }
    return code;
}

merged merged_from(const collected& from, const merging& how = {}) {
    merged made;
    bplan_error err = BPLAN_ERROR_INIT;
    const auto code = merge(from, made, how, {}, &err);
    INFO(err.message);
    REQUIRE(code == BPLAN_OK);
    return made;
}

std::int32_t make_transferable(const merged& from, transferable& to, const stamp& s = {}) {
    bplan_error err = BPLAN_ERROR_INIT;
    return make(to, err, [&](auto** made, auto* why) {
        return bplan_merged_make_transferable(from.get(), s.by.data(), size_of(s.by), s.year,
                                              s.month, s.day, made, why);
    });
}

transferable transferable_from(const merged& from) {
    transferable made;
    REQUIRE(make_transferable(from, made) == BPLAN_OK);
    return made;
}

std::int32_t transfer(const transferable& from, transferred& to, std::string_view without = {},
                      const stamp& s = {}) {
    bplan_error err = BPLAN_ERROR_INIT;
    return make(to, err, [&](auto** made, auto* why) {
        return bplan_transferable_transfer(from.get(), without.data(), size_of(without),
                                           s.by.data(), size_of(s.by), s.year, s.month, s.day, made,
                                           why);
    });
}

transferred prepared(const context& with, const std::vector<row>& rows = rows_of_a_mapping(),
                     const merging& how = {}, std::string_view without = {}) {
    transferred made;
    REQUIRE(transfer(transferable_from(merged_from(collected_from(with, rows), how)), made,
                     without) == BPLAN_OK);
    return made;
}

// ---- What stages tell

template <class Stage, class Get>
std::int64_t total(Get get, const Stage& of, std::int32_t which) {
    std::int64_t number = -1;
    INFO(which);
    REQUIRE(get(of.get(), which, &number, nullptr) == BPLAN_OK);
    return number;
}

std::string written(const transferred& of,
                    decltype(bplan_transferred_write_file)* write = bplan_transferred_write_file) {
    bplan_document* made = nullptr;
    REQUIRE(write(of.get(), &made, nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

boost::json::value receipt_of(const transferred& of) {
    return boost::json::parse(written(of, bplan_transferred_write_receipt));
}

struct records : taken {
    explicit records(const transferred& of) {
        REQUIRE(bplan_transferred_export_records(of.get(), &schema, &array, nullptr) == BPLAN_OK);
    }
    /// The texts of a column, sorted: the order of rows is random.
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const {
        std::vector<std::string> found;
        for (std::int64_t at = 0; at < array.length; ++at) {
            found.push_back(text(name, static_cast<std::size_t>(at)));
        }
        std::sort(found.begin(), found.end());
        return found;
    }
};

validation found_in(const merged& of) {
    bplan_validation* made = nullptr;
    REQUIRE(bplan_merged_copy_validation(of.get(), &made, nullptr) == BPLAN_OK);
    return validation{made};
}

validation found_in(const collected& of) {
    bplan_validation* made = nullptr;
    REQUIRE(bplan_collected_copy_validation(of.get(), &made, nullptr) == BPLAN_OK);
    return validation{made};
}

} // namespace

TEST_CASE("what units registered becomes what the register receives") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    CHECK(total(bplan_collected_get_total, first, BPLAN_PREPARED_ROWS) == 7);
    CHECK(total(bplan_collected_get_total, first, BPLAN_PREPARED_WITH_ERRORS) == 1);
    CHECK(total(bplan_collected_get_total, first, BPLAN_PREPARED_OBJECTED) == 1);
    const auto second = merged_from(first);
    CHECK(total(bplan_merged_get_total, second, BPLAN_PREPARED_WITHDRAWN) == 1);
    CHECK(total(bplan_merged_get_total, second, BPLAN_PREPARED_REGISTRATIONS) == 4);
    CHECK(total(bplan_merged_get_total, second, BPLAN_PREPARED_PERSONS) == 3);
    CHECK(total(bplan_merged_get_total, second, BPLAN_PREPARED_MERGED) == 1);
    CHECK(total(bplan_merged_get_total, second, BPLAN_PREPARED_UNLINKED) == 1);
    const auto third = transferable_from(second);
    CHECK(total(bplan_transferable_get_total, third, BPLAN_PREPARED_TRANSFERABLE) == 2);
    CHECK(total(bplan_transferable_get_total, third, BPLAN_PREPARED_NOT_INFORMED) == 1);
    transferred last;
    REQUIRE(transfer(third, last) == BPLAN_OK);
    for (std::int32_t which = 1; which <= 14; ++which) {
        CHECK(total(bplan_transferred_get_total, last, which) >= 0);
    }
    const records rows{last};
    CHECK(rows.array.length == 2);
    CHECK(rows.all("row_ref") == std::vector<std::string>{"1", "2"});
    CHECK(rows.text("row_ref", 0) == "1");
    CHECK(rows.all("housing_kind") == std::vector<std::string>{"homeless", "homeless"});
    CHECK(rows.all("services_received") ==
          std::vector<std::string>{"follow_up_team", "follow_up_team|housing_follow_up"});
}

TEST_CASE("columns that leave have their types, and nothing that leads to somebody") {
    const auto with = make_context(test_options());
    const auto last = prepared(with);
    const records rows{last};
    const auto type = [&](std::string_view name) {
        const auto* column = rows.schema.children[rows.column(name)];
        return std::string{column->format} + (column->dictionary == nullptr ? "" : "/dictionary");
    };
    CHECK(type("row_ref") == "U");
    CHECK(type("municipality") == "i/dictionary");
    CHECK(type("mapped_on") == "tdD");
    CHECK(type("mapping_year") == "i");
    CHECK(type("housing") == "i/dictionary");
    CHECK(type("substances") == "i/dictionary");
    for (std::int64_t i = 0; i < rows.schema.n_children; ++i) {
        for (const std::string_view name :
             {"national_number", "unit", "mapper", "informed", "objects", "shoe_size"}) {
            CHECK(rows.schema.children[i]->name != name);
        }
    }
    CHECK(rows.values<std::int32_t>("mapped_on")[0] == 20003); // the last day for everybody
    CHECK(rows.values<std::int32_t>("mapped_on")[1] == 20003);
    CHECK(rows.values<std::int32_t>("birth_year")[0] + rows.values<std::int32_t>("birth_year")[1] ==
          1971 + 1990);
}

TEST_CASE("no output holds a number, a date of birth or a reference of the caller's") {
    const auto with = make_context(test_options());
    const auto last = prepared(with);
    auto all = written(last) + written(last, bplan_transferred_write_receipt);
    const records rows{last};
    for (std::int64_t i = 0; i < rows.schema.n_children; ++i) {
        const std::string_view format = rows.schema.children[i]->format;
        if (format == "U" || rows.schema.children[i]->dictionary != nullptr) {
            for (const auto& text : rows.all(rows.schema.children[i]->name)) {
                all += text + "\n";
            }
        }
    }
    for (const std::string_view canary :
         {first_number, second_number, third_number, std::string_view{"canary"},
          std::string_view{"1971-09-15"}, std::string_view{"150971"}, std::string_view{"15.09"}}) {
        INFO(canary);
        CHECK(all.find(canary) == std::string::npos);
    }
}

TEST_CASE("the file and the columns say the same, and are registrations again") {
    const auto with = make_context(test_options());
    const auto last = prepared(with);
    const auto file = written(last);
    CHECK(file.find("row_ref,municipality") == 0);
    CHECK(std::count(file.begin(), file.end(), '\n') == 3);
    const records rows{last};
    bplan_validation* made = nullptr;
    REQUIRE(bplan_table_validate(with.get(), &rows.schema, &rows.array, many, &made, nullptr) ==
            BPLAN_OK);
    const validation again{made};
    CHECK(count(bplan_validation_count_findings, again, BPLAN_SEVERITY_ERROR) == 0);
    CHECK(number_from(&bplan_validation_count_unknown_columns, again) == 0);
}

TEST_CASE("the receipt says what was done, by whom and when") {
    const auto with = make_context(test_options());
    const auto receipt =
        receipt_of(prepared(with, rows_of_a_mapping(),
                            {"worst_known/1", R"({"housing_kind": "latest"})"}, R"(["district"])"));
    CHECK(receipt.at("format") == "brukerplan/receipt");
    CHECK(receipt.at("version") == 1);
    const auto text = boost::json::serialize(receipt);
    for (const std::string_view part :
         {"autumn-2024", "municipal coordinator", "worst_known/1+changed", "transfer/1+reduced"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
}

TEST_CASE("policies and changed rules decide what becomes of different answers") {
    const auto with = make_context(test_options());
    const auto kinds = [&](std::string_view policy, std::string_view changes) {
        auto rows = rows_of_a_mapping();
        rows.resize(2);
        std::swap(rows[0].at("mapped_on"), rows[1].at("mapped_on")); // now `unknown` is the latest
        const auto last = prepared(with, rows, {policy, changes});
        return records{last}.all("housing_kind");
    };
    using one = std::vector<std::string>;
    CHECK(kinds({}, {}) == one{"homeless"});
    CHECK(kinds("latest_mapped_on/1", {}) == one{"unknown"});
    CHECK(kinds({}, R"({"housing_kind": "latest"})") == one{"unknown"});
}

TEST_CASE("what units disagree on is found when their registrations are merged") {
    const auto with = make_context(test_options());
    const auto rows = std::vector<row>{person(first_number, {{"unit", "other"}}),
                                       person(first_number, {{"housing", "green"}})};
    const auto first = collected_from(with, rows);
    const auto before = found_in(first);
    const auto after = found_in(merged_from(first));
    CHECK(count(bplan_validation_count_rows, after, BPLAN_SEVERITY_ANY) == 2);
    CHECK(listed(before, BPLAN_LISTING_NDJSON).find("BP-MRG") == std::string::npos);
    const auto text = listed(after, BPLAN_LISTING_NDJSON);
    CHECK(text.find("BP-MRG-002") != std::string::npos);
    CHECK(text.find(first_number) == std::string::npos);
    CHECK(number_from(&bplan_validation_count_unknown_columns, after) == 1);
}

TEST_CASE("rows of several tables are numbered on") {
    const auto with = make_context(test_options());
    const auto stage = begun(with);
    REQUIRE(add(stage, {person(first_number), person(second_number)}) == BPLAN_OK);
    REQUIRE(add(stage, {person(third_number, {{"housing", "canary"}})}) == BPLAN_OK);
    const auto text = listed(found_in(stage), BPLAN_LISTING_NDJSON);
    CHECK(text.find("\"record\":2") != std::string::npos);
    CHECK(text.find("\"record\":0") == std::string::npos);
}

TEST_CASE("batches of a stream are collected like one table") {
    const auto with = make_context(test_options());
    const auto stage = begun(with);
    producer from{table_of(rows_of_a_mapping()), 2};
    auto stream = from.stream();
    std::int64_t seen = 0;
    const auto note = [](std::int64_t rows, void* payload) -> std::int32_t {
        *static_cast<std::int64_t*>(payload) = rows;
        return 0;
    };
    REQUIRE(bplan_collected_add_stream(stage.get(), &stream, note, &seen, nullptr) == BPLAN_OK);
    CHECK(from.released);
    CHECK(from.alive == 0);
    CHECK(seen == 14);
    CHECK(total(bplan_collected_get_total, stage, BPLAN_PREPARED_ROWS) == 14);
    CHECK(total(bplan_merged_get_total, merged_from(stage), BPLAN_PREPARED_MERGED) == 2);
}

TEST_CASE("a stage that a step has taken is empty") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    const auto second = merged_from(first);
    merged no_merged;
    std::int64_t number = 0;
    bplan_validation* none = nullptr;
    CHECK(merge(first, no_merged) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(add(first, rows_of_a_mapping()) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_collected_get_total(first.get(), BPLAN_PREPARED_ROWS, &number, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_collected_copy_validation(first.get(), &none, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    const auto third = transferable_from(second);
    transferable no_transferable;
    CHECK(make_transferable(second, no_transferable) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_merged_get_total(second.get(), BPLAN_PREPARED_ROWS, &number, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_merged_copy_validation(second.get(), &none, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    transferred last;
    REQUIRE(transfer(third, last) == BPLAN_OK);
    transferred no_transferred;
    CHECK(transfer(third, no_transferred) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(bplan_transferable_get_total(third.get(), BPLAN_PREPARED_ROWS, &number, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a step that is refused has taken nothing") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    merged second;
    for (const auto& how :
         {merging{"no_policy/1", {}}, merging{{}, "{"}, merging{{}, "[]"},
          merging{{}, R"({"no_field": "latest"})"}, merging{{}, R"({"housing": "best"})"},
          merging{{}, R"({"housing": "united"})"}, merging{{}, R"({"housing": 3})"},
          merging{{}, R"({"housing": "latest", "housing": "worst"})"}}) {
        INFO(how.policy, " ", how.changes);
        bplan_error err = BPLAN_ERROR_INIT;
        CHECK(merge(first, second, how, {}, &err) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(std::string_view{err.message}.size() > 5);
    }
    const std::vector<stamp> unusable{{"", 2024, 11, 30},
                                      {std::string(201, 'x'), 2024, 11, 30},
                                      {std::string{first_number}, 2024, 11, 30},
                                      {"two\nlines", 2024, 11, 30},
                                      {"coordinator", 2024, 2, 30},
                                      {"coordinator", 0, 0, 0}};
    for (const auto& s : unusable) {
        INFO(s.by);
        CHECK(merge(first, second, {}, s) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    second = merged_from(first);
    transferable third;
    for (const auto& s : unusable) {
        CHECK(make_transferable(second, third, s) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    third = transferable_from(second);
    transferred last;
    for (const std::string_view without :
         {"[", "{}", R"(["no_field"])", R"(["national_number"])", "[3]"}) {
        INFO(without);
        CHECK(transfer(third, last, without) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    for (const auto& s : unusable) {
        CHECK(transfer(third, last, {}, s) == BPLAN_ERROR_INVALID_ARGUMENT);
    }
    REQUIRE(transfer(third, last) == BPLAN_OK);
    CHECK(records{last}.array.length == 2);
}

TEST_CASE("a mapping begins with an id, somebody who acts, a day and a pack that can be merged") {
    const auto with = make_context(test_options());
    collected none;
    CHECK(create(none, with, "") == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, std::string(101, 'x')) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, first_number) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, "autumn", {"", 2024, 11, 30}) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, "autumn", {"by", 2024, 13, 30}) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(create(none, with, "autumn", {}, -1) == BPLAN_ERROR_INVALID_ARGUMENT);
    const auto survey = test_options();
    const std::string_view id = "municipality-survey/2019";
    REQUIRE(bplan_options_set_pack(survey.get(), id.data(), size_of(id), nullptr) == BPLAN_OK);
    CHECK(create(none, make_context(survey)) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("nothing is merged where nobody is registered") {
    const auto with = make_context(test_options());
    const auto stage = begun(with);
    merged none;
    CHECK(merge(stage, none) == BPLAN_ERROR_INVALID_ARGUMENT);
    REQUIRE(add(stage, rows_of_a_mapping()) == BPLAN_OK); // it was not taken
    CHECK(merge(stage, none) == BPLAN_OK);
}

TEST_CASE("a row of another municipality ends the stage, and the message has no cell") {
    const auto with = make_context(test_options());
    const auto stage = collected_from(with);
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(add(stage, {person(second_number), person(second_number, {{"municipality", "9002"}})},
              &err) == BPLAN_ERROR_INVALID_ARGUMENT);
    const std::string_view message = err.message;
    CHECK(message.find("row 9") != std::string_view::npos); // from 1, in the whole input
    CHECK(message.find("9002") == std::string_view::npos);
    CHECK(message.find("canary") == std::string_view::npos);
    merged none;
    CHECK(merge(stage, none) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a stream that fails or is stopped ends the stage") {
    const auto with = make_context(test_options());
    merged none;
    const auto failed = begun(with);
    producer failing{table_of(rows_of_a_mapping()), 3};
    failing.failure_at = 1;
    auto stream = failing.stream();
    CHECK(bplan_collected_add_stream(failed.get(), &stream, nullptr, nullptr, nullptr) ==
          BPLAN_ERROR_ARROW_STREAM);
    CHECK(failing.released);
    CHECK(merge(failed, none) == BPLAN_ERROR_INVALID_ARGUMENT);

    const auto stopped = begun(with);
    producer from{table_of(rows_of_a_mapping()), 3};
    stream = from.stream();
    const auto stop = [](std::int64_t, void*) -> std::int32_t { return 1; };
    CHECK(bplan_collected_add_stream(stopped.get(), &stream, stop, nullptr, nullptr) ==
          BPLAN_ERROR_CANCELLED);
    CHECK(from.released);
    CHECK(merge(stopped, none) == BPLAN_ERROR_INVALID_ARGUMENT);
}

TEST_CASE("a stage is not touched from within a call that uses it") {
    const auto with = make_context(test_options());
    const auto stage = begun(with);
    producer from{table_of(rows_of_a_mapping()), 2};
    auto stream = from.stream();
    const auto merge_it = [](std::int64_t, void* payload) -> std::int32_t {
        bplan_merged* made = nullptr;
        CHECK(bplan_collected_merge(static_cast<bplan_collected*>(payload), nullptr, 0, nullptr, 0,
                                    "coordinator", 11, 2024, 11, 30, &made,
                                    nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
        CHECK(made == nullptr);
        return 0;
    };
    REQUIRE(bplan_collected_add_stream(stage.get(), &stream, merge_it, stage.get(), nullptr) ==
            BPLAN_OK);
    CHECK(total(bplan_merged_get_total, merged_from(stage), BPLAN_PREPARED_ROWS) == 14);
}

TEST_CASE("a stage tells what it knows, and says what a later one knows") {
    const auto with = make_context(test_options());
    const auto first = collected_from(with);
    std::int64_t number = 7;
    for (const std::int32_t later :
         {BPLAN_PREPARED_WITHDRAWN, BPLAN_PREPARED_PERSONS, BPLAN_PREPARED_NOT_INFORMED}) {
        CHECK(bplan_collected_get_total(first.get(), later, &number, nullptr) ==
              BPLAN_ERROR_NOT_THERE);
        CHECK(number == 0);
    }
    for (const std::int32_t never : {0, 15, -1}) {
        CHECK(bplan_collected_get_total(first.get(), never, &number, nullptr) ==
              BPLAN_ERROR_INVALID_ARGUMENT);
    }
    const auto second = merged_from(first);
    CHECK(bplan_merged_get_total(second.get(), BPLAN_PREPARED_TRANSFERABLE, &number, nullptr) ==
          BPLAN_ERROR_NOT_THERE);
}

TEST_CASE("findings are kept as far as the caller asked, and counted all the same") {
    const auto with = make_context(test_options());
    collected stage;
    REQUIRE(create(stage, with, "autumn", {}, 1) == BPLAN_OK);
    REQUIRE(add(stage, rows_of_a_mapping()) == BPLAN_OK);
    const auto found = found_in(merged_from(stage));
    CHECK(number_from(&bplan_validation_count_details, found) == 1);
    CHECK(number_from(&bplan_validation_get_truncated, found) == 1);
    CHECK(count(bplan_validation_count_findings, found, BPLAN_SEVERITY_ANY) > 1);
}

TEST_CASE("which running number a person gets differs from run to run") {
    const auto with = make_context(test_options());
    std::vector<row> rows;
    for (int year = 1940; year < 2000; ++year) {
        rows.push_back(person("", {{"birth_year", std::to_string(year)}}));
    }
    const auto years = [&] {
        const auto last = prepared(with, rows);
        const records of{last};
        const auto* first = of.values<std::int32_t>("birth_year");
        return std::vector<std::int32_t>{first, first + of.array.length};
    };
    auto once = years();
    auto again = years();
    CHECK(once != again); // by chance the same in one of 60! runs
    std::sort(once.begin(), once.end());
    std::sort(again.begin(), again.end());
    CHECK(once == again);
}
