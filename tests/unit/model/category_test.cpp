#include <doctest/doctest.h>

#include <brukerplan/model/category.hpp>

namespace category_test {

using namespace brukerplan;

struct stated_category {
    yes_no substance_problem;
    mental_disorder disorder;
    category expected;
};

/// brukerplan.md section 5, with an unknown fact making the category unknown.
constexpr stated_category whole_table[] = {
    {yes_no::yes, mental_disorder::none, category::substance_only},
    {yes_no::yes, mental_disorder::less_serious, category::substance_and_less_serious_mental},
    {yes_no::yes, mental_disorder::serious, category::substance_and_serious_mental},
    {yes_no::yes, mental_disorder::unknown, category::unknown},
    {yes_no::no, mental_disorder::none, category::none},
    {yes_no::no, mental_disorder::less_serious, category::mental_only_less_serious},
    {yes_no::no, mental_disorder::serious, category::mental_only_serious},
    {yes_no::no, mental_disorder::unknown, category::unknown},
    {yes_no::unknown, mental_disorder::none, category::unknown},
    {yes_no::unknown, mental_disorder::less_serious, category::unknown},
    {yes_no::unknown, mental_disorder::serious, category::unknown},
    {yes_no::unknown, mental_disorder::unknown, category::unknown},
};

TEST_SUITE("model: category") {

    TEST_CASE("the category follows from the two recorded facts") {
        for (const auto& [substance_problem, disorder, expected] : whole_table) {
            CHECK(categorise(substance_problem, disorder) == expected);
        }
    }

    TEST_CASE("the tokens of the categories are frozen") {
        CHECK(token_of(category::substance_only) == "substance_only");
        CHECK(token_of(category::substance_and_less_serious_mental) ==
              "substance_and_less_serious_mental");
        CHECK(token_of(category::substance_and_serious_mental) == "substance_and_serious_mental");
        CHECK(token_of(category::mental_only_less_serious) == "mental_only_less_serious");
        CHECK(token_of(category::mental_only_serious) == "mental_only_serious");
        CHECK(token_of(category::none) == "none");
        CHECK(token_of(category::unknown) == "unknown");
    }
}

} // namespace category_test
