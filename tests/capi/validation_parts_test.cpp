// Parts of a table, validated apart and joined: in one process, and by way of a text.
#include "tables.hpp"

namespace capi_validation_parts_test {

using namespace capi_test;

validation merge(const validation& first, const validation& second) {
    bplan_validation* made = nullptr;
    REQUIRE(bplan_validation_merge(first.get(), second.get(), &made, nullptr) == BPLAN_OK);
    return validation{made};
}

std::string save(const validation& of) {
    bplan_document* made = nullptr;
    REQUIRE(bplan_validation_save(of.get(), &made, nullptr) == BPLAN_OK);
    return text_from(&bplan_document_get_text, document{made});
}

std::int32_t restore(const context& with, std::string_view text, validation& to,
                     bplan_error* err = nullptr) {
    bplan_validation* made = nullptr;
    const auto code = bplan_validation_restore(with.get(), text.data(), size_of(text), &made, err);
    to.reset(made);
    return code;
}

/// A stream of the same three rows, several times.
validation whole(const context& with, int times, std::int64_t most_details = many,
                 const std::string& unit = "Team") {
    producer from{rows_of_a_round(unit), times};
    auto stream = from.stream();
    bplan_validation* made = nullptr;
    REQUIRE(bplan_table_validate_stream(with.get(), &stream, most_details, 1, nullptr, nullptr,
                                        &made, nullptr) == BPLAN_OK);
    return validation{made};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

TEST_CASE("parts that are joined are the whole, to the byte") {
    const auto with = make_context(test_options());
    for (const std::int64_t most : {many, std::int64_t{5}, std::int64_t{0}}) {
        const auto joined = merge(whole(with, 1, most), whole(with, 2, most));
        const auto at_once = whole(with, 3, most);
        CHECK(save(joined) == save(at_once));
        CHECK(listed(joined, BPLAN_LISTING_NDJSON) == listed(at_once, BPLAN_LISTING_NDJSON));
    }
}

TEST_CASE("a reference that is hidden is the record of the whole table") {
    const auto with = make_context(test_options());
    const auto joined =
        merge(whole(with, 1, many, "15868710168"), whole(with, 1, many, "15868710168"));
    const auto at_once = whole(with, 2, many, "15868710168");
    CHECK(listed(joined, BPLAN_LISTING_NDJSON) == listed(at_once, BPLAN_LISTING_NDJSON));
    CHECK(save(joined) == save(at_once));
    CHECK(save(joined).find("15868710168") == std::string::npos);
}

TEST_CASE("a validation comes back from its text as it was") {
    const auto with = make_context(test_options());
    const auto first = whole(with, 2);
    const auto text = save(first);
    validation back;
    REQUIRE(restore(with, text, back) == BPLAN_OK);
    CHECK(save(back) == text);
    CHECK(listed(back, BPLAN_LISTING_JSON) == listed(first, BPLAN_LISTING_JSON));
    CHECK(save(merge(back, first)) == save(merge(first, first)));
    std::int64_t rows = 0;
    CHECK(bplan_validation_get_good_rows(back.get(), nullptr, 0, &rows, nullptr) == BPLAN_OK);
    CHECK(rows == 2);
}

TEST_CASE("a text that is no such validation is refused, and says where") {
    const auto with = make_context(test_options());
    const auto text = save(whole(with, 1));
    const auto refused = [&](std::string_view changed, std::string_view where) {
        validation back;
        bplan_error err = BPLAN_ERROR_INIT;
        CHECK(restore(with, changed, back, &err) == BPLAN_ERROR_INVALID_STATE);
        CHECK(back == nullptr);
        INFO(err.message);
        CHECK(std::string_view{err.message}.find(where) != std::string_view::npos);
    };
    refused("", "line 1");
    refused("{}", "format");
    refused(replaced(text, "validation-state", "pack"), "/format");
    refused(replaced(text, "\"version\":1", "\"version\":2"), "/version");
    refused(replaced(text, "brukerplan/2024", "brukerplan/2019"), "/pack");
    refused(replaced(text, "\"rows\":[", "\"rows\":[1,"), "/rows");
    refused(replaced(text, "\"rows\":[1", "\"rows\":[-1"), "/rows/0");
    refused(replaced(text, "\"code\":\"BP-", "\"code\":\"XX-"), "/rules/0/code");
    refused(replaced(text, "\"severity\":3", "\"severity\":0"), "severity");
    refused(replaced(text, "\"record\":1", "\"record\":77"), "record");
    refused(replaced(text, "\"row_ref\":\"A-2\"", "\"row_ref\":\"15868710168\""), "row_ref");
    refused(replaced(text, "\"setting\":\"", "\"setting\":\"0"), "/setting");
    refused(replaced(text, "\"worst\":\"", "\"worst\":\"7"), "/worst");
    refused(replaced(text, "\"worst\":\"", "\"worst\":\"0"), "/worst");
    refused(replaced(text, "\"truncated\":false", "\"truncated\":0"), "/truncated");
    for (std::size_t size = 1; size < text.size(); size += 97) {
        validation back;
        CHECK(restore(with, std::string_view{text}.substr(0, size), back) ==
              BPLAN_ERROR_INVALID_STATE);
    }
}

TEST_CASE("validations by different packs or profiles are not joined") {
    const auto with = make_context(test_options());
    auto asked = test_options();
    const std::string_view profile = R"({"format": "brukerplan/profile", "version": 1, "id": "own",
        "changes": [{"rule": "BP-DOM-001", "severity": "warning", "reason": "a trial"}]})";
    REQUIRE(bplan_options_set_profile_json(asked.get(), profile.data(), size_of(profile),
                                           nullptr) == BPLAN_OK);
    const auto other = make_context(asked);
    const auto first = whole(with, 1);
    const auto second = whole(other, 1);
    bplan_validation* made = nullptr;
    CHECK(bplan_validation_merge(first.get(), second.get(), &made, nullptr) ==
          BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(made == nullptr);
    validation back;
    CHECK(restore(other, save(first), back) == BPLAN_ERROR_INVALID_STATE);
}

TEST_CASE("rows are kept when both parts have them") {
    const auto with = make_context(test_options());
    producer from{rows_of_a_round(), 1};
    auto stream = from.stream();
    bplan_validation* made = nullptr;
    REQUIRE(bplan_table_validate_stream(with.get(), &stream, many, 0, nullptr, nullptr, &made,
                                        nullptr) == BPLAN_OK);
    const validation without{made};
    const auto joined = merge(whole(with, 1), without);
    std::int64_t rows = 0;
    CHECK(bplan_validation_get_good_rows(joined.get(), nullptr, 0, &rows, nullptr) ==
          BPLAN_ERROR_NOT_THERE);
    CHECK(count(&bplan_validation_count_rows, joined, BPLAN_SEVERITY_ANY) == 6);
}

TEST_CASE("validations by packs of one name and other rules, or other policies, are not joined") {
    const auto with = make_context(test_options());
    const auto refuses = [&](const options& asked) {
        const auto other = make_context(asked);
        bplan_validation* made = nullptr;
        const auto code =
            bplan_validation_merge(whole(with, 1).get(), whole(other, 1).get(), &made, nullptr);
        const validation holder{made};
        validation back;
        return code == BPLAN_ERROR_INVALID_ARGUMENT &&
               restore(other, save(whole(with, 1)), back) == BPLAN_ERROR_INVALID_STATE;
    };
    CHECK_FALSE(refuses(test_options()));
    CHECK_FALSE(refuses(test_options("nb"))); // which changes words alone

    const auto policy = make_options();
    CHECK(refuses(policy));
    const auto dated = test_options();
    REQUIRE(bplan_options_set_reference_date(dated.get(), 2024, 12, 31, nullptr) == BPLAN_OK);
    CHECK(refuses(dated));

    const auto own_pack = [](const std::string& rule) {
        const auto json =
            R"({"format": "brukerplan/pack", "version": 1, "id": "own/1", "edition": "1",
            "extends": "brukerplan/2024", "title": {"nb": "Egen", "nn": "Eigen", "en": "Own"},
            "without": {"rules": [")" +
            rule + R"("]}})";
        auto asked = test_options();
        REQUIRE(bplan_options_set_pack_json(asked.get(), json.data(), size_of(json), nullptr) ==
                BPLAN_OK);
        return whole(make_context(asked), 1);
    };
    bplan_validation* made = nullptr;
    CHECK(bplan_validation_merge(own_pack("BP-DOM-001").get(), own_pack("BP-DOM-003").get(), &made,
                                 nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    CHECK(made == nullptr);
}

TEST_CASE("whoever keeps all findings can save and restore what was kept") {
    const auto with = make_context(test_options());
    const auto found = whole(with, 1, INT64_MAX);
    validation back;
    REQUIRE(restore(with, save(found), back) == BPLAN_OK);
    CHECK(listed(back, BPLAN_LISTING_JSON) == listed(found, BPLAN_LISTING_JSON));
}

TEST_CASE("the findings that are kept are the first ones, without a gap") {
    const auto with = make_context(test_options());
    const auto joined = merge(merge(whole(with, 1, many), whole(with, 1, 1)), whole(with, 1, many));
    const auto kept = number_from(&bplan_validation_count_details, joined);
    const auto one = number_from(&bplan_validation_count_details, whole(with, 1, many));
    CHECK(kept == one + 1);
    CHECK(number_from(&bplan_validation_get_truncated, joined) == 1);
}

} // namespace capi_validation_parts_test
