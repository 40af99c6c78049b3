// The tokens of the interface's numbers, and what packs say of themselves.
#include "handles.hpp"

#include <boost/json.hpp>

namespace capi_names_test {

using namespace capi_test;

using namer = decltype(&bplan_severity_get_name);

/// The names from a first number on, until there is none.
std::string names_from(namer get, std::int32_t first = 0) {
    std::string all;
    const char* name = nullptr;
    std::int64_t length = 0;
    for (auto value = first; get(value, &name, &length, nullptr) == BPLAN_OK; ++value) {
        CHECK(name[length] == '\0');
        all += (all.empty() ? "" : " ") + std::string{name, static_cast<std::size_t>(length)};
    }
    CHECK(name == nullptr);
    CHECK(get(first - 1, &name, &length, nullptr) == BPLAN_ERROR_INVALID_ARGUMENT);
    return all;
}

std::string text_of(const document& from) {
    return text_from(&bplan_document_get_text, from);
}

/// Green when every domain is, else red.
std::string own_scheme(std::string_view id) {
    return R"({"id": ")" + std::string{id} + R"(", "kind": "weighted_sum", "ground": "ours",
        "label": {"nb": "Egen"}, "points": {"green": 0, "yellow": 1, "red": 2}, "weights": {},
        "minimum_assessed": 8,
        "classes": [{"class": "green", "from": 0}, {"class": "red", "from": 1}]})";
}

options options_with_scheme(std::string_view id) {
    auto asked = test_options();
    const auto json = own_scheme(id);
    REQUIRE(bplan_options_set_scheme_json(asked.get(), json.data(), size_of(json), nullptr) ==
            BPLAN_OK);
    return asked;
}

document described(const context& with) {
    bplan_document* made = nullptr;
    REQUIRE(bplan_context_describe(with.get(), &made, nullptr) == BPLAN_OK);
    return document{made};
}

TEST_CASE("numbers have the tokens that files have for them") {
    CHECK(names_from(&bplan_severity_get_name) == "none info warning error fatal");
    CHECK(names_from(&bplan_class_get_name) == "none green yellow red blue_light");
    CHECK(names_from(&bplan_no_class_get_name) ==
          "none nothing_assessed too_few_assessed below_classes unreadable no_rule_holds");
    CHECK(names_from(&bplan_rating_get_name) == "not_assessed green yellow red");
    CHECK(names_from(&bplan_domain_get_name) ==
          "housing activity economy physical_health mental_health substance_use social_functioning "
          "network");
    CHECK(names_from(&bplan_sex_get_name) == "unknown female male");
    CHECK(names_from(&bplan_municipality_validity_get_name, BPLAN_MUNICIPALITY_VALID) ==
          "valid not_yet_valid no_longer_valid unknown_code malformed_code fictional_code "
          "before_facts");
    CHECK(names_from(&bplan_unit_kind_get_name) == "named unnamed masked others");
    CHECK(names_from(&bplan_number_basis_get_name) ==
          "unknown assigned_before_2032 if_assigned_before_2032 convention not_guaranteed");
    CHECK(names_from(&bplan_pseudonym_basis_get_name, BPLAN_PSEUDONYM_BASIS_EPHEMERAL) ==
          "ephemeral caller_linking_key");
}

TEST_CASE("the packs that come with the library are listed") {
    bplan_document* made = nullptr;
    REQUIRE(bplan_pack_list(&made, nullptr) == BPLAN_OK);
    const document list{made};
    const auto packs = boost::json::parse(text_of(list)).at("packs").as_array();
    REQUIRE(packs.size() == 3);
    for (const auto& pack : packs) {
        auto asked = make_options();
        const auto& id = pack.at("pack").as_string();
        REQUIRE(bplan_options_set_pack(asked.get(), id.data(), size_of(id), nullptr) == BPLAN_OK);
        const auto with = make_context(asked);
        CHECK(text_from(&bplan_context_get_pack_id, with) == std::string_view{id});
        CHECK(!pack.at("title").at("nb").as_string().empty());
    }
    CHECK(packs.back().at("pack") == "brukerplan/2024");
}

TEST_CASE("a context says what its pack asks, in its language") {
    const auto with = make_context(test_options("en"));
    const auto pack = boost::json::parse(text_of(described(with)));
    CHECK(pack.at("format") == "brukerplan/pack-description");
    CHECK(pack.at("fields").as_array().size() == 44);
    CHECK(pack.at("rules").as_array().size() ==
          77); // one of the pack's 78 is not in force in its year
    const auto& fields = pack.at("fields").as_array();
    const auto housing = std::find_if(fields.begin(), fields.end(),
                                      [](const auto& f) { return f.at("name") == "housing"; });
    REQUIRE(housing != fields.end());
    CHECK(housing->at("alias") == "bolig");
    CHECK(housing->at("required").as_bool());
    const auto& lists = pack.at("code_lists").as_array();
    const auto colours = std::find_if(lists.begin(), lists.end(), [&](const auto& list) {
        return list.at("name") == housing->at("list");
    });
    REQUIRE(colours != lists.end());
    CHECK(colours->at("codes").at(2).at("token") == "red");
    CHECK(colours->at("codes").at(2).at("number") == 3);

    const auto bokmal = boost::json::parse(text_of(described(make_context(test_options("nb")))));
    CHECK(bokmal.at("rules").at(0).at("code") == pack.at("rules").at(0).at("code"));
    CHECK(bokmal.at("rules").at(0).at("title") != pack.at("rules").at(0).at("title"));
}

TEST_CASE("a scheme of one's own scores records and says its own id") {
    const auto asked = options_with_scheme("own/1");
    const auto with = make_context(asked);
    CHECK(text_from(&bplan_context_get_scheme_id, with) == "own/1");
    const auto nearly_green = check(with, R"({"housing": 1, "activity": 1, "economy": 1,
        "physical_health": 1, "mental_health": 1, "substance_use": 1, "social_functioning": 1,
        "network": 2})");
    CHECK(number_from(&bplan_document_get_class, nearly_green) == BPLAN_CLASS_RED);

    // The last way to ask counts.
    REQUIRE(bplan_options_set_scheme(asked.get(), "sum16/1", 7, nullptr) == BPLAN_OK);
    CHECK(text_from(&bplan_context_get_scheme_id, make_context(asked)) == "sum16/1");
}

TEST_CASE("a scheme of one's own may not take the id of one of the pack's") {
    const auto asked = options_with_scheme("sum16/1");
    bplan_context* made = nullptr;
    bplan_error err = BPLAN_ERROR_INIT;
    CHECK(bplan_context_create(asked.get(), &made, &err) == BPLAN_ERROR_INVALID_SCHEME);
    CHECK(made == nullptr);
    CHECK(std::string_view{err.message}.find("/id") != std::string_view::npos);
}

} // namespace capi_names_test
