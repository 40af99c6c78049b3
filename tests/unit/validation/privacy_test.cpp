// No finding holds a national number or the content of a cell.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <brukerplan/validation/identity_in_text.hpp>

#include "sample_people.hpp"

namespace privacy_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

/// Everything of a finding that may leave the library.
names words_of(const finding& f) {
    names words{f.row_ref, f.unit};
    for (const auto& p : f.parameters) {
        words.push_back(p.name);
        if (const auto* word = std::get_if<std::string>(&p.value)) {
            words.push_back(*word);
        } else if (const auto* number = std::get_if<std::int64_t>(&p.value)) {
            words.push_back(std::to_string(*number));
        } else {
            const auto& list = std::get<names>(p.value);
            words.insert(words.end(), list.begin(), list.end());
        }
    }
    for (const auto* language : {"nb", "nn", "en"}) {
        words.push_back(message_of(f, *instrument(), language));
        words.push_back(action_of(f, *instrument(), language));
    }
    return words;
}

bool has_eleven_digits(std::string_view text) {
    int run = 0;
    for (const char c : text) {
        run = c >= '0' && c <= '9' ? run + 1 : 0;
        if (run == 11) {
            return true;
        }
    }
    return false;
}

void check_nothing_of(const std::string& canary, const finding_log& log) {
    for (const auto& f : log.details()) {
        CAPTURE(instrument()->rules[f.rule].code);
        for (const auto& word : words_of(f)) {
            CHECK_FALSE(has_eleven_digits(word));
            CHECK(word.find(canary) == word.npos);
        }
    }
}

TEST_SUITE("validation: privacy") {

    TEST_CASE("a national number in any column appears in no finding") {
        const std::vector<std::string> numbers{
            number_of(day(1985, 3, 9), sex::female),           // Tenor
            number_of(day(2008, 5, 7), sex::male),             // too young
            number_of(day(1985, 3, 9), sex::male, {40, 80}),   // Tenor, D-number
            number_of(day(1985, 3, 9), sex::male, {0, 80, 3}), // by the 2032 rule
            number_of(day(1985, 3, 9), sex::female, {0, 65}),  // Norsk helsenett
            "20036914700",                                     // published
        };
        for (const auto& f : instrument()->fields) {
            for (const auto& number : numbers) {
                for (const auto& options : {test_policy(), validation_options{}}) {
                    CAPTURE(f.name);
                    check_nothing_of(
                        number,
                        findings_of(woman_with_both_problems().with({{f.name, number}}), options));
                }
            }
        }
    }

    TEST_CASE("a national number in every column at once appears in no finding") {
        const auto number = number_of(day(1985, 3, 9), sex::female);
        auto record = woman_with_both_problems();
        for (const auto& f : instrument()->fields) {
            record = record.with({{f.name, number}});
        }
        const auto log = findings_of(record);
        CHECK(log.findings(severity::error) > 20);
        check_nothing_of(number, log);
    }

    TEST_CASE("the content of a cell that cannot be used appears in no finding") {
        const std::string canary = "Kanarifugl";
        for (const auto& f : instrument()->fields) {
            if (f.type == field_type::text) {
                continue; // free text is good as it is, and references are shown
            }
            CAPTURE(f.name);
            const auto log = findings_of(woman_with_both_problems().with({{f.name, canary}}));
            CHECK_FALSE(log.details().empty());
            check_nothing_of(canary, log);
        }
    }

    TEST_CASE("a row that cannot be read as a record appears in no finding") {
        const auto number = number_of(day(1985, 3, 9), sex::female);
        const auto header = woman_with_both_problems().header() + "\n";
        for (const auto& row : {number + ";", "\"" + number, number + "\x81" + number}) {
            const auto log = findings_in(header + row + "\n", test_policy());
            CHECK(log.findings(severity::fatal) == 1);
            check_nothing_of(number, log);
        }
        check_nothing_of(number,
                         findings_in_json("{\"" + number + "\": " + number + "}", test_policy()));
        check_nothing_of(number, findings_in_json("{\"unit\": " + number + ",", test_policy()));
    }

    TEST_CASE("a reference that holds a number is the record's index in every finding") {
        const auto number = number_of(day(1985, 3, 9), sex::female);
        const auto good = woman_with_both_problems().with({{"objects", "yes"}});
        const auto bad = good.with({{"row_ref", "R " + number}, {"unit", number}});
        const auto log =
            findings_in(good.header() + "\n" + good.row() + "\n" + bad.row() + "\n", test_policy());
        CHECK(listed(codes_of(log)) == "BP-RGT-001 BP-RGT-001 BP-TXT-001 BP-TXT-001");
        for (const auto& f : log.details()) {
            CHECK(f.row_ref == (f.record == 0 ? "R-17" : "1"));
            CHECK(f.unit == (f.record == 0 ? "Team A" : "1"));
        }
    }

    TEST_CASE("a reference that may hold a number in any spelling is not shown") {
        // 15868710168 is nobody's: a Tenor number (month + 80).
        for (const std::string_view written :
             {"15868710168", "158687 10168", "158687/10168", "158687_10168", "158687 - 10168",
              "1 5 8 6 8 7 1 0 1 6 8", "1586871016815868710168", "0158687101680",
              "158687\xE2\x80\x93"
              "10168",
              "\xEF\xBC\x91\xEF\xBC\x95"
              "868710168",
              "nr. 15868710168, se mappe", "2012 586975 06"}) {
            CAPTURE(written);
            CHECK(may_hold_identity(written));
            CHECK(shown_reference(written, 7) == "7");
        }
        for (const std::string_view harmless :
             {"", "R000123", "A-17", "2024-10-07", "2024-10-07-001", "07.10.24",
              "rus- og psykisk helseteam 1", "123456789"}) {
            CAPTURE(harmless);
            CHECK_FALSE(may_hold_identity(harmless));
            CHECK(shown_reference(harmless, 7) == harmless);
        }
    }

    TEST_CASE("a reference that may hold a mistyped number or a date of birth is not shown") {
        for (const std::string_view written :
             {"15868710169", "158687 10169", "15.86.87-10169", "1586871016", "158687101688",
              "201258697507", "2012 586975 07", "Kari Nordmann 15868710169", "f. 15.07.1986",
              "1986-07-15", "15071986", "19860715", "15/7-1986", "15. 7. 1986", "Ola 15.07.86",
              "\xEF\xBC\x91\xEF\xBC\x95"
              "868710169"}) {
            CAPTURE(written);
            CHECK(shown_reference(written, 7) == "7");
        }
    }

    TEST_CASE("a reference that holds the birth date of the record's own number is not shown") {
        for (const std::string_view written :
             {"150607", "R-150607", "15.06.07", "15062007", "2007-06-15", "nr 15 06 07"}) {
            CAPTURE(written);
            CHECK(shown_reference(written, 7, "55860712345") == "7"); // D-number, month + 80
            CHECK(shown_reference(written, 7) == written);
        }
    }

    TEST_CASE("a reference that repeats the record's own number is not shown, right or wrong") {
        CHECK(shown_reference("15868710169", 7, "158687 10169") == "7");
        CHECK(shown_reference("nr 158687-10169 x", 7, "15868710169") == "7");
        CHECK(shown_reference("1586871016", 7, "1586871016") == "7");
        CHECK(shown_reference("R000123", 7, "15868710169") == "R000123");
        CHECK(shown_reference("12345", 7, "12345") == "12345"); // too short to be a number
    }

    TEST_CASE("a number is found in free text however people write it") {
        const std::string number = "20036914700"; // published
        const auto grouped = [&](std::initializer_list<std::size_t> sizes, std::string_view by) {
            std::string text;
            std::size_t at = 0;
            for (const auto size : sizes) {
                text += (at == 0 ? "" : std::string{by}) + number.substr(at, size);
                at += size;
            }
            return text;
        };
        for (const auto& text :
             {number, "nr." + number + ".", "x" + number + "x", "2024-" + number, number + " 17",
              "17 " + number, grouped({6, 5}, " "), grouped({6, 5}, "-"),
              grouped({2, 2, 2, 5}, "."), grouped({6, 3, 2}, " "), grouped({6, 5}, "\xC2\xA0"),
              grouped({2, 2, 2, 3, 2}, " ")}) {
            CHECK_MESSAGE(holds_national_number(text), text);
        }
        for (const auto& text :
             {std::string{}, number.substr(1), "1" + number, number + "1", grouped({5, 6}, " "),
              grouped({6, 5}, "/"), std::string{"00000000000"}, std::string{"2024-05-06-001"},
              std::string{"20036914712"}}) {
            CHECK_FALSE_MESSAGE(holds_national_number(text), text);
        }
    }
}

} // namespace privacy_test
