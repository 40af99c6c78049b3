// Counts are exact, whatever is kept of the details.

#include <doctest/doctest.h>

#include <string>

#include "sample_people.hpp"

namespace finding_log_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

finding about(std::uint64_t record, std::size_t rule, severity how) {
    finding f;
    f.record = record;
    f.rule = rule;
    f.severity = how;
    return f;
}

TEST_SUITE("validation: log of findings") {

    TEST_CASE("counts findings and records by rule, and rows by the worst") {
        finding_log log;
        log.add(about(0, 3, severity::error));
        log.add(about(0, 3, severity::error));
        log.add(about(0, 5, severity::info));
        log.end_row(severity::error);
        log.end_row(severity::none);
        log.add(about(2, 3, severity::warning));
        log.end_row(severity::warning);
        CHECK(log.findings(3) == 3);
        CHECK(log.records(3) == 2);
        CHECK(log.records(3, severity::error) == 1);
        CHECK(log.records(3, severity::warning) == 1);
        CHECK(log.records(3, severity::info) == 0);
        CHECK(log.rows_with_errors() == 1);
        CHECK(log.findings(5) == 1);
        CHECK(log.records(5) == 1);
        CHECK(log.findings(4) == 0);
        CHECK(log.records(99) == 0);
        CHECK(log.findings(severity::error) == 2);
        CHECK(log.findings(severity::warning) == 1);
        CHECK(log.rows() == 3);
        CHECK(log.rows(severity::none) == 1);
        CHECK(log.rows(severity::error) == 1);
        CHECK(log.has_errors());
    }

    TEST_CASE("counts records of several inputs that each begin at 0") {
        finding_log log;
        for (int input = 0; input < 3; ++input) {
            log.add(about(0, 1, severity::info));
            log.end_row(severity::info);
        }
        CHECK(log.records(1) == 3);
        CHECK_FALSE(log.has_errors());
    }

    TEST_CASE("keeps no more details than it may, and counts the others") {
        for (const std::size_t most : {0U, 1U, 2U, 3U}) {
            finding_log log{most};
            for (std::uint64_t record = 0; record < 2; ++record) {
                log.add(about(record, 0, severity::error));
                log.end_row(severity::error);
            }
            CHECK(log.details().size() == std::min<std::size_t>(most, 2));
            CHECK(log.truncated() == (most < 2));
            CHECK(log.findings(std::size_t{0}) == 2);
        }
    }

    TEST_CASE("hands its details over and goes on counting") {
        finding_log log{1};
        log.add(about(0, 0, severity::fatal));
        log.end_row(severity::fatal);
        CHECK(log.take_details().size() == 1);
        CHECK(log.details().empty());
        log.add(about(1, 0, severity::fatal));
        log.end_row(severity::fatal);
        CHECK(log.take_details().front().record == 1);
        CHECK_FALSE(log.truncated());
        CHECK(log.findings(severity::fatal) == 2);
        CHECK(log.has_errors());
    }

    TEST_CASE("of a file agrees with the worst of each row") {
        const auto good = woman_with_both_problems();
        const auto file = good.header() + "\n" + good.row() + "\n" +
                          good.with({{"objects", "yes"}, {"sex", "?"}}).row() + "\n" +
                          good.with({{"record_noted", "no"}}).row() + "\ntoo;few\n";
        const auto log = findings_in(file, test_policy());
        CHECK(log.rows() == 4);
        CHECK(log.rows(severity::none) == 1);
        CHECK(log.rows(severity::error) == 1);
        CHECK(log.rows(severity::warning) == 1);
        CHECK(log.rows(severity::fatal) == 1);
        CHECK(log.findings(severity::error) == 2);
    }
}

} // namespace finding_log_test
