// A file in which every row breaks ten rules or more, and over which every rule about records is
// broken, is read to its end: counts are exact, details bounded, and so is memory.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "rule_cases.hpp"

namespace many_faults_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

validation_options options_of_file() {
    auto options = test_policy();
    options.reference_date = day(2024, 12, 31);
    options.period_last = day(2024, 12, 31);
    return options;
}

sample_record::cells cells_of(const std::string& file) {
    const auto split = [](std::string_view line) {
        std::vector<std::string> parts(1);
        for (const char c : line) {
            if (c == ';') {
                parts.emplace_back();
            } else {
                parts.back() += c;
            }
        }
        return parts;
    };
    const auto end = file.find('\n');
    const auto names = split(std::string_view{file}.substr(0, end));
    const auto cells = split(std::string_view{file}.substr(end + 1, file.size() - end - 2));
    sample_record::cells result;
    for (std::size_t i = 0; i < std::min(names.size(), cells.size()); ++i) {
        result.emplace_back(names[i], cells[i]);
    }
    return result;
}

std::set<std::string> broken_by(const sample_record& record) {
    const auto codes = codes_of(record, options_of_file());
    return {codes.begin(), codes.end()};
}

/// Cells that break a rule each, whatever else the record says.
const std::vector<sample_record::cells>& more_faults() {
    static const std::vector<sample_record::cells> faults{
        {{"objects", "yes"}},
        {{"informed", "no"}},
        {{"record_noted", "no"}},
        {{"mapper", "15868710168"}},
        {{"work_experience", "perhaps"}},
        {{"suicide_attempt", "perhaps"}},
        {{"services_needed", "none|gp"}},
        {{"others_children", "99"}},
        {{"network", ""}},
        {{"economy", "orange"}},
        {{"municipality", "1601"}},
        {{"mapped_on", "2023-05-06"}},
        {{"substances", "none|alcohol"}},
        {{"birth_year", "1921"}},
        {{"sex", "male"}},
        {{"national_number", "x"}},
        {{"mapping_year", "x"}},
        {{"main_activity", "ordinary_work"}, {"activity", "red"}},
        {{"housing_kind", "owned"}, {"housing", "red"}},
        {{"district", "030199"}},
        {{"services_needed", "grenn"}},
        {{"injects", "yes"}, {"substance_problem", "no"}}};
    return faults;
}

/// A record that breaks a rule, and nine others as well.
struct faulty_record {
    std::string code;
    sample_record record;
};

std::vector<faulty_record> faulty_records() {
    auto cases = all_rule_cases();
    const auto late = woman_with_both_problems().with({{"mapped_on", "2025-01-05"}}).file();
    for (const auto* code : {"BP-DAT-002", "BP-DAT-003"}) {
        cases.push_back({code, "after the end", late, {}, expected_finding{}, {}});
    }
    std::map<std::string, sample_record> by_code;
    for (const auto& c : cases) {
        if (!c.expected || c.text.starts_with('{') || by_code.contains(c.code)) {
            continue;
        }
        auto record = woman_with_both_problems().with(cells_of(c.text));
        if (!broken_by(record).contains(c.code)) {
            continue; // needs other options, or that a column is not there
        }
        for (const auto& fault : more_faults()) {
            const auto worse = record.with(fault);
            const auto broken = broken_by(worse);
            if (broken.contains(c.code) && broken.size() > broken_by(record).size()) {
                record = worse;
            }
        }
        if (broken_by(record).size() >= 10) {
            by_code.emplace(c.code, record);
        }
    }
    std::vector<faulty_record> all;
    for (auto& [code, record] : by_code) {
        all.push_back({code, std::move(record)});
    }
    return all;
}

/// A file of so many rows, written as it is read: it is nowhere as a whole.
class endless_file {
public:
    endless_file(const std::vector<faulty_record>& records, std::uint64_t rows)
        : records_(records), rows_(rows), rest_(records.front().record.header() + "\n") {}

    std::size_t operator()(std::span<char> buffer) {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            if (at_ == rest_.size()) {
                if (written_ == rows_) {
                    break;
                }
                rest_ = row(written_++) + "\n";
                at_ = 0;
            }
            const auto some = std::min(buffer.size() - filled, rest_.size() - at_);
            std::memcpy(buffer.data() + filled, rest_.data() + at_, some);
            filled += some;
            at_ += some;
        }
        return filled;
    }

private:
    [[nodiscard]] std::string row(std::uint64_t number) const {
        const auto& from = records_[number % records_.size()];
        // The rule about numbers in free text has its own.
        return from.code == "BP-TXT-001"
                   ? from.record.row()
                   : from.record
                         .with({{"row_ref", "R-" + std::to_string(number)},
                                {"unit", "Team " + std::to_string(number % 300)}})
                         .row();
    }

    const std::vector<faulty_record>& records_;
    std::uint64_t rows_;
    std::uint64_t written_ = 0;
    std::string rest_;
    std::size_t at_ = 0;
};

/// The most memory that this process has had, in kB; 0 where the system does not say.
std::uint64_t most_memory() {
    std::ifstream status{"/proc/self/status"};
    std::string word;
    std::uint64_t kilobytes = 0;
    while (status >> word) {
        if (word == "VmHWM:") {
            status >> kilobytes;
        }
    }
    return kilobytes;
}

void read_to_the_end(std::uint64_t rows) {
    const auto records = faulty_records();
    std::set<std::string> unbroken;
    for (const auto& r : instrument()->rules) {
        if (r.kind != rule_kind::row && is_about_row(r)) {
            unbroken.insert(r.code);
        }
    }
    // Columns in one order in all rows.
    REQUIRE(std::all_of(records.begin(), records.end(), [&](const faulty_record& r) {
        return r.record.header() == records.front().record.header();
    }));

    std::vector<std::uint64_t> findings(instrument()->rules.size());
    std::vector<std::uint64_t> in_records(instrument()->rules.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto log = findings_of(records[i].record, options_of_file());
        CHECK(broken_by(records[i].record).size() >= 10);
        const auto times = rows / records.size() + (i < rows % records.size() ? 1 : 0);
        for (std::size_t rule = 0; rule < findings.size(); ++rule) {
            findings[rule] += times * log.findings(rule);
            in_records[rule] += times * log.records(rule);
            if (log.findings(rule) > 0) {
                unbroken.erase(instrument()->rules[rule].code);
            }
        }
    }
    CHECK(listed({unbroken.begin(), unbroken.end()}) == "");

    auto reader = csv_reader::from_source(endless_file{records, rows}, instrument());
    REQUIRE(reader.has_value());
    const validator rules{instrument(), options_of_file()};
    finding_log log{1000};
    for (auto batch = reader->next(); batch.rows() > 0; batch = reader->next()) {
        (void)rules.validate(batch, log);
    }
    CHECK(log.rows() == rows);
    CHECK(log.rows(severity::none) == 0);
    CHECK(log.details().size() == 1000);
    CHECK(log.truncated());
    CHECK(log.counts().units().size() > 300); // and those of the rows with a text of their own
    for (std::size_t rule = 0; rule < findings.size(); ++rule) {
        CAPTURE(instrument()->rules[rule].code);
        CHECK(log.findings(rule) == findings[rule]);
        CHECK(log.records(rule) == in_records[rule]);
    }
}

TEST_SUITE("validation: a file full of faults") {

    TEST_CASE("is read to its end, and counted exactly") {
        read_to_the_end(20'000);
    }

    TEST_CASE("of a million rows takes no more memory than one of some" * doctest::skip()) {
        read_to_the_end(140'000); // two batches, so that everything has its size
        const auto before = most_memory();
        read_to_the_end(1'000'000);
        CHECK(most_memory() - before < 64 * 1024);
    }
}

} // namespace many_faults_test
