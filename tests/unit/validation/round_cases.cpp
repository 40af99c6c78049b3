// Rules about when and where the mapping was.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

case_table::changes mapped(std::string year, std::string on) {
    return {{"mapping_year", std::move(year)}, {"mapped_on", std::move(on)}};
}

case_table::changes in_municipality(std::string code, std::string district = "") {
    return {{"municipality", std::move(code)}, {"district", std::move(district)}};
}

validation_options period(std::optional<date> first, std::optional<date> last) {
    auto options = test_policy();
    options.period_first = first;
    options.period_last = last;
    return options;
}

validation_options today(date reference) {
    auto options = test_policy();
    options.reference_date = reference;
    return options;
}

} // namespace

std::vector<rule_case> round_cases() {
    case_table table;
    table.about("BP-DAT-001", severity::error, "mapped_on", {"mapping_year"})
        .silent("the first day of the year", mapped("2024", "2024-01-01"))
        .silent("the last day of the year", mapped("2024", "2024-12-31"))
        .silent("no year", mapped("", "2024-05-06"), {"BP-FLD-003"})
        .as(severity::warning)
        .found("the day before", mapped("2024", "2023-12-31"))
        .found("31 days before", mapped("2024", "2023-12-01"))
        .found("31 days after", mapped("2023", "2024-01-31"))
        .as(severity::error)
        .found("32 days before", mapped("2024", "2023-11-30"))
        .found("32 days after", mapped("2023", "2024-02-01"))
        .found("another year", mapped("2022", "2024-05-06"))
        .found("a year that no calendar has", mapped("-2147483648", "2024-05-06"), {"BP-FLD-004"});

    const auto first = day(2024, 5, 6);
    table.about("BP-DAT-002", severity::warning, "mapped_on")
        .silent("no period given", {})
        .under(period(first, first))
        .silent("the only day of the period", {})
        .silent("no date", {{"mapped_on", ""}}, {"BP-FLD-003"})
        .found("the day before", {{"mapped_on", "2024-05-05"}})
        .found("the day after", {{"mapped_on", "2024-05-07"}})
        .under(period(day(2024, 5, 7), std::nullopt))
        .found("before a period without an end", {})
        .under(period(std::nullopt, day(2024, 5, 5)))
        .found("after a period without a beginning", {});
    table.about("BP-DAT-003", severity::error, "mapped_on")
        .silent("no reference date given", {})
        .under(today(first))
        .silent("today", {})
        .found("tomorrow", {{"mapped_on", "2024-05-07"}});

    // Real codes here: the rules are about them.
    table.about("BP-GEO-001", severity::error, "municipality", {"mapped_on"})
        .silent("a fictional municipality under the test policy", {})
        .silent("a real one", in_municipality("4601"))
        .silent("the number of that time",
                {{"municipality", "1201"}, {"mapping_year", "2019"}, {"mapped_on", "2019-12-31"}})
        .found("a number that has gone", in_municipality("1201"))
        .found("a number that was split", in_municipality("1507"))
        .found("a number before its time",
               {{"municipality", "4601"}, {"mapping_year", "2019"}, {"mapped_on", "2019-12-31"}})
        .found("a leading zero that a spreadsheet dropped", in_municipality("301"))
        .found("a name", in_municipality("Oslo"))
        .under({})
        .on(woman_with_both_problems().with({{"national_number", ""}}))
        .found("a fictional municipality without the test policy", {});
    table.about("BP-GEO-002", severity::warning, "district", {"municipality"})
        .silent("elsewhere", {})
        .silent("Oslo with its district", in_municipality("0301", "030101"))
        .silent("Oslo with a district unknown", in_municipality("0301", "030199"))
        .found("Oslo without a district", in_municipality("0301"))
        .on(minimal_columns())
        .found("a file from Oslo without the column", {{"municipality", "0301"}});
    table.about("BP-GEO-003", severity::error, "district", {"municipality", "mapped_on"})
        .silent("no district", {})
        .silent("a district of a fictional municipality", in_municipality("9001", "900102"))
        .silent("a district of Bergen", in_municipality("4601", "460101"))
        .found("another fictional municipality's", in_municipality("9001", "900202"))
        .found("too short", in_municipality("9001", "90012"))
        .found("another city's", in_municipality("4601", "030101"))
        .found("one that is no longer", in_municipality("4601", "120101"));
    return table.take();
}

} // namespace brukerplan::validation_test
