// Rules about age, pregnancy and the recipient's rights.

#include "rule_cases.hpp"

namespace brukerplan::validation_test {

namespace {

/// Age by the difference of years alone.
case_table::changes only_born_in(std::string year) {
    return {{"national_number", ""}, {"birth_year", std::move(year)}};
}

case_table::changes girl(date born) {
    return identity_of(born, sex::female);
}

case_table::changes pregnant(case_table::changes who) {
    who.emplace_back("pregnant", "yes");
    return who;
}

} // namespace

std::vector<rule_case> person_cases() {
    case_table table;
    table.about("BP-PER-001", severity::error, "birth_year", {"national_number", "mapped_on"})
        .silent("16 on the mapping date", girl(day(2008, 5, 6)))
        .silent("16 by the birth year", only_born_in("2008"), {"BP-PER-002"})
        .found("16 on the day after", girl(day(2008, 5, 7)))
        .found("15 by the birth year", only_born_in("2009"))
        .found("born after the mapping", only_born_in("2025"));
    table.about("BP-PER-002", severity::info, "birth_year", {"mapped_on"})
        .silent("16 by the number", girl(day(2008, 5, 6)))
        .silent("17 by the birth year", only_born_in("2007"))
        .silent("15 by the birth year", only_born_in("2009"), {"BP-PER-001"})
        .found("16 by the birth year", only_born_in("2008"));
    table.about("BP-PER-003", severity::warning, "birth_year", {"national_number", "mapped_on"})
        .silent("100 years old", only_born_in("1924"))
        .silent("a year that nobody has", only_born_in("1849"), {"BP-FLD-004"})
        .found("101 years old", only_born_in("1923"))
        .found("the first year that anybody can have", only_born_in("1850"))
        .found("101 by the number", girl(day(1923, 5, 6)));
    table.about("BP-PER-004", severity::warning, "pregnant", {"sex"})
        .silent("a pregnant woman", {{"pregnant", "yes"}})
        .silent("a man", identity_of(day(1985, 3, 9), sex::male))
        .silent("a man of whom it is not known",
                {{"national_number", ""}, {"sex", "male"}, {"pregnant", "unknown"}})
        .found("a pregnant man", {{"national_number", ""}, {"sex", "male"}, {"pregnant", "yes"}});
    table.about("BP-PER-005", severity::warning, "pregnant", {"birth_year", "national_number"})
        .silent("pregnant at 16", pregnant(girl(day(2008, 5, 6))))
        .silent("pregnant at 55", pregnant(only_born_in("1969")))
        .silent("56 and not pregnant", only_born_in("1968"))
        .silent("15 and not pregnant", only_born_in("2009"), {"BP-PER-001"})
        .found("pregnant at 56", pregnant(only_born_in("1968")))
        .found("pregnant at 15", pregnant(only_born_in("2009")), {"BP-PER-001"});
    table.about("BP-RGT-001", severity::error, "objects")
        .silent("does not object", {})
        .silent("not known whether", {{"objects", "unknown"}})
        .found("objects", {{"objects", "yes"}});
    table.about("BP-RGT-002", severity::warning, "informed", {"mapping_year"})
        .silent("informed", {})
        .silent("not informed, before the regulation",
                {{"informed", "no"}, {"mapping_year", "2023"}, {"mapped_on", "2023-05-06"}})
        .found("not informed", {{"informed", "no"}});
    table.about("BP-RGT-003", severity::warning, "record_noted")
        .silent("noted", {})
        .silent("not answered", {{"record_noted", ""}})
        .found("not noted", {{"record_noted", "no"}});
    return table.take();
}

} // namespace brukerplan::validation_test
