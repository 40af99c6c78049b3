// Names of municipalities, their parts and languages. UTF-8 in octal escapes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include <brukerplan/identity/municipality_name.hpp>

namespace municipality_name_test {

using namespace brukerplan;

date day(int year, unsigned month = 1, unsigned in_month = 1) {
    return *make_date(year, month, in_month);
}

using codes = std::vector<std::string_view>;

template <class Range>
codes codes_in(const Range& rows) {
    codes result;
    for (const auto& row : rows) {
        result.push_back(row.code);
    }
    return result;
}

TEST_SUITE("names of municipalities") {
    TEST_CASE("a label is split at the joint, not at a hyphen") {
        const auto kaafjord = municipality_name_on("5540", day(2024));
        REQUIRE(kaafjord.has_value());
        CHECK(kaafjord->label == "G\303\241ivuotna - K\303\245fjord - Kaivuono");
        REQUIRE(kaafjord->parts.size() == 3);
        CHECK(kaafjord->parts[0].text == "G\303\241ivuotna");
        CHECK(kaafjord->parts[1].text == "K\303\245fjord");
        CHECK(kaafjord->parts[2].text == "Kaivuono");
        const auto hyphen = municipality_name_on("3451", day(2024));
        REQUIRE(hyphen.has_value());
        CHECK(hyphen->label == "Nord-Aurdal");
        REQUIRE(hyphen->parts.size() == 1);
        CHECK(hyphen->parts[0].text == "Nord-Aurdal");
        CHECK_FALSE(municipality_name_on("0101", day(2024)).has_value());
    }

    TEST_CASE("a language is named where the facts say it, whatever the order") {
        const auto hamaroey = *municipality_name_on("1875", day(2024));
        CHECK(hamaroey.in(name_language::norwegian) == "Hamar\303\270y");
        CHECK(hamaroey.in(name_language::lule_sami) == "H\303\241bmer");
        const auto roeros = *municipality_name_on("5025", day(2024));
        CHECK(roeros.in(name_language::norwegian) == "R\303\270ros");
        CHECK(roeros.in(name_language::south_sami) == "Rosse");
        const auto karasjok = *municipality_name_on("5610", day(2024));
        CHECK(karasjok.in(name_language::norwegian) == "Karasjok");
        CHECK(karasjok.in(name_language::north_sami) == "K\303\241r\303\241\305\241johka");
        CHECK(name_language_tag(name_language::lule_sami) == "smj");
        CHECK(name_language_tag(name_language::undetermined) == "und");
    }

    TEST_CASE("a language that does not follow from the facts stays undetermined") {
        const auto porsanger = *municipality_name_on("5622", day(2024));
        CHECK(porsanger.in(name_language::norwegian) == "Porsanger");
        CHECK_FALSE(porsanger.in(name_language::north_sami).has_value());
        CHECK(porsanger.parts[1].language == name_language::undetermined);
        CHECK(porsanger.parts[2].language == name_language::undetermined);
        const auto trondheim = *municipality_name_on("5001", day(2024));
        CHECK(trondheim.in(name_language::norwegian) == "Trondheim");
        CHECK(trondheim.parts[1].language == name_language::undetermined);
    }

    TEST_CASE("every label has exactly one Norwegian part, and 26 of 2024 have several parts") {
        for (const municipality& row : detail::places::municipalities) {
            CAPTURE(row.code);
            const auto name = split_municipality_label(row.label);
            CHECK(std::count_if(name.parts.begin(), name.parts.end(), [](const auto& part) {
                      return part.language == name_language::norwegian;
                  }) == 1);
            for (const auto& part : name.parts) {
                CHECK_FALSE(part.text.empty());
                CHECK(part.text.find(" - ") == part.text.npos);
                CHECK(part.text.find('(') == part.text.npos);
            }
        }
        const auto today = municipalities_on(day(2024));
        CHECK(std::count_if(today.begin(), today.end(), [](const municipality& row) {
                  return split_municipality_label(row.label).parts.size() > 1;
              }) == 26);
    }

    TEST_CASE("every part whose language is listed occurs, and is in one label with another") {
        for (const auto& row : detail::places::name_language_rows) {
            CAPTURE(row.name);
            const auto rows = municipalities_ever_named(row.name);
            CHECK(std::any_of(rows.begin(), rows.end(), [&](const municipality& found) {
                return split_municipality_label(found.label).parts.size() > 1;
            }));
        }
    }

    TEST_CASE("a name may be that of several municipalities") {
        const std::string_view heroey = "Her\303\270y";
        const std::string_view vaaler = "V\303\245ler";
        CHECK(codes_in(municipalities_named(heroey, day(2024))) == codes{"1515", "1818"});
        CHECK(codes_in(municipalities_named(vaaler, day(2024))) == codes{"3114", "3419"});
        CHECK(codes_in(municipalities_named(vaaler, day(2020))) == codes{"3018", "3419"});
        CHECK(codes_in(municipalities_named(vaaler, day(2019))) == codes{"0137", "0426"});
        CHECK(codes_in(municipalities_named("Os", day(2019))) == codes{"0441", "1243"});
        CHECK(codes_in(municipalities_named("Nes", day(2019))) == codes{"0236", "0616"});
        CHECK(codes_in(municipalities_named("B\303\270", day(2019))) == codes{"0821", "1867"});
        CHECK(codes_in(municipalities_named("Sande", day(2019))) == codes{"0713", "1514"});
        CHECK(codes_in(municipalities_named("Sande", day(2020))) == codes{"1514"});
    }

    TEST_CASE("the parenthesis tells them apart and follows the county of the time") {
        CHECK(codes_in(municipalities_named("V\303\245ler (Viken)", day(2020))) == codes{"3018"});
        CHECK(municipalities_named("V\303\245ler (Viken)", day(2024)).empty());
        const auto name = *municipality_name_on("3114", day(2024));
        CHECK(name.name == "V\303\245ler");
        CHECK(name.qualifier == "\303\230stfold");
        CHECK(name.in(name_language::norwegian) == "V\303\245ler");
        CHECK(municipality_name_on("0301", day(2024))->qualifier.empty());
    }

    TEST_CASE("a municipality is found by each part of its name and by the whole label") {
        for (const std::string_view name :
             {"Trondheim", "Tr\303\245ante", "Trondheim - Tr\303\245ante"}) {
            CHECK(codes_in(municipalities_named(name, day(2024))) == codes{"5001"});
        }
        CHECK(municipalities_named("Tr\303\245ante", day(2022)).empty());
        CHECK(municipalities_named("", day(2024)).empty());
        CHECK(municipalities_named("trondheim", day(2024)).empty()); // letters as written
        CHECK(codes_in(municipalities_ever_named("Halden")) == codes{"0101", "3001", "3101"});
        for (const municipality& row : detail::places::municipalities) {
            const auto found = codes_in(municipalities_ever_named(row.label));
            CHECK(std::find(found.begin(), found.end(), row.code) != found.end());
        }
    }

    TEST_CASE("a label of any shape is taken apart without harm") {
        CHECK(split_municipality_label("").parts.size() == 1);
        CHECK(split_municipality_label(")").name == ")");
        CHECK(split_municipality_label("A (").name == "A (");
        CHECK(split_municipality_label("A (B)").qualifier == "B");
        CHECK(split_municipality_label(" - ").parts.size() == 2);
        const auto many = split_municipality_label("A - B - C - D - E - F");
        REQUIRE(many.parts.size() == 4);
        CHECK(many.parts[3].text == "D - E - F");
    }
}

} // namespace municipality_name_test
