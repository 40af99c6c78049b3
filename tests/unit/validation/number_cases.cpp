// Rules about the national number and what agrees with it.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes number(std::string text) {
    return {{"national_number", std::move(text)}};
}

validation_options real_people() {
    return {};
}

/// The same woman in a real municipality, where the test policy is off; she has no number.
sample_record in_real_figures() {
    return woman_with_both_problems().with(
        {{"municipality", "1103"}, {"national_number", ""}, {"birth_year", "1985"}});
}

} // namespace

std::vector<rule_case> number_cases() {
    case_table table;
    const auto born = day(1985, 3, 9);
    const auto hers = number_of(born, sex::female);
    auto wrong = hers;
    wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);

    table.about("BP-ID-001", severity::error, "national_number")
        .silent("a good number", {})
        .silent("a blank before the last five digits",
                number(hers.substr(0, 6) + " " + hers.substr(6)))
        .silent("no number", number(""))
        .found("a wrong digit", number(wrong))
        .found("blanks in other places", number(hers.substr(0, 4) + " " + hers.substr(4)))
        .found("a digit too few", number("1" + hers.substr(2)))
        .found("a number a spreadsheet made short", number("9,8385E+09"))
        .found("twelve digits of no year", number("194912345678"))
        .found("somebody born after the mapping",
               {{"national_number", number_of(day(2025, 3, 9), sex::female)}})
        .under(real_people())
        .on(in_real_figures())
        .found("a number inside the NAV register (published)",
               {{"national_number", "01215010100"}, {"birth_year", "1950"}});
    table.about("BP-ID-002", severity::error, "national_number")
        .silent("a number that begins with a zero", number(hers))
        .found("a number that lost it", number(hers.substr(1)));
    table.about("BP-ID-003", severity::error, "national_number")
        .silent("a test number under the test policy", {})
        .found("a published number of a real kind under it",
               {{"national_number", "20036914700"}, {"birth_year", "1969"}, {"sex", "male"}})
        .found("a published D-number of a real kind under it",
               {{"national_number", "41010555009"}, {"birth_year", "2005"}, {"sex", ""}},
               {"BP-ID-004"})
        .under(real_people())
        .on(in_real_figures())
        .silent("a published number of a real kind without it",
                {{"national_number", "20036914700"}, {"birth_year", "1969"}, {"sex", "male"}})
        .silent("a month + 40: an H-number may be meant",
                number(number_of(born, sex::female, {0, 40})), {"BP-ID-004"})
        .found("a test number without it", number(hers))
        .found("a number of Norsk helsenett without it",
               number(number_of(born, sex::female, {0, 65})));
    table.about("BP-ID-004", severity::info, "national_number")
        .silent("a birth number", {})
        .silent("a month + 40 among test people", number(number_of(born, sex::female, {0, 40})))
        .found("a D-number", number(number_of(born, sex::female, {40, 80})))
        .under(real_people())
        .on(in_real_figures())
        .found("an H-number", number(number_of(born, sex::female, {0, 40})))
        .found("a DUF number (published)", number("201258697561"))
        .found("a DUF number with other control digits", number("201258697506"));
    table.about("BP-ID-005", severity::error, "birth_year", {"national_number"})
        .silent("the same year", {{"birth_year", "1985"}})
        .silent(
            "a D-number, whose century is only usual",
            {{"national_number", number_of(born, sex::female, {40, 80})}, {"birth_year", "1986"}},
            {"BP-ID-004"})
        .silent("a mapping from 2032 on, when the series no longer tell",
                {{"mapping_year", "2032"}, {"mapped_on", "2032-02-01"}, {"birth_year", "1986"}})
        .silent("no year", {{"birth_year", ""}})
        .found("another year", {{"birth_year", "1958"}})
        .found("another century", {{"birth_year", "1885"}});
    table.about("BP-ID-006", severity::warning, "sex", {"national_number"})
        .silent("a woman", {{"sex", "female"}})
        .silent("sex unknown", {{"sex", "unknown"}})
        .silent("a number by the 2032 rule, which does not tell",
                {{"national_number", number_of(born, sex::female, {0, 80, 1})}, {"sex", "male"}},
                {"BP-ID-007"})
        .found("a man by the answers", {{"sex", "male"}});
    table.about("BP-ID-007", severity::error, "national_number", {"mapped_on"})
        .silent("a number by the rule of 1964", {})
        .silent("the same number in 2032",
                {{"national_number", number_of(born, sex::female, {0, 80, 1})},
                 {"mapping_year", "2032"},
                 {"mapped_on", "2032-01-01"}})
        .as(severity::info)
        .found("a test number by the 2032 rule", number(number_of(born, sex::female, {0, 80, 2})))
        .found("the day before 2032",
               {{"national_number", number_of(born, sex::female, {0, 80, 1})},
                {"mapping_year", "2031"},
                {"mapped_on", "2031-12-31"}})
        .as(severity::error)
        .under(real_people())
        .on(in_real_figures())
        .found("a published number by the 2032 rule among real people",
               {{"national_number", "30108299939"}, {"birth_year", "1982"}});
    table.about("BP-ID-008", severity::error, "national_number", {"birth_year"})
        .silent("a number alone", {{"birth_year", ""}})
        .silent("a birth year alone", number(""))
        .silent("a year that cannot be read", {{"national_number", ""}, {"birth_year", "?"}},
                {"BP-FLD-001"})
        .found("neither", {{"national_number", ""}, {"birth_year", ""}})
        .on(minimal_columns())
        .found("neither, and no column for the number", {{"birth_year", ""}});
    return table.take();
}

} // namespace brukerplan::validation_test
