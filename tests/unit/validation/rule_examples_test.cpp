// The examples that a pack gives of its rules: each makes its rule fire, and without it the rule is
// silent.

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "sample_people.hpp"

namespace rule_examples_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

std::shared_ptr<const pack> loaded(std::string_view id) {
    auto result = load_pack(shipped_pack_json(id));
    REQUIRE(result.has_value());
    return *std::move(result);
}

std::vector<std::shared_ptr<const pack>> packs_of_recipients() {
    return {loaded("brukerplan/2019"), loaded("brukerplan/2024")};
}

/// A plain, good record of the pack's year. Without the test policy it is one of a real
/// municipality, whose recipient has no number.
sample_record plain_record(const pack& of, bool test_numbers) {
    const auto year = std::to_string(of.year);
    auto record =
        woman_with_both_problems().with({{"mapping_year", year}, {"mapped_on", year + "-05-06"}});
    for (const auto& f : of.fields) {
        if (!f.asked) {
            record = record.with({{f.name, ""}});
        }
    }
    return test_numbers ? record : record.with({{"municipality", "1103"}, {"national_number", ""}});
}

sample_record::cells cells_of(const rule& r, const pack& of) {
    sample_record::cells cells;
    for (const auto& [field, content] : r.example) {
        cells.emplace_back(of.fields[field].name, content);
    }
    return cells;
}

validation_options options_of(const rule& r) {
    validation_options options;
    options.test_numbers = r.example_options.test_numbers;
    options.reference_date = r.example_options.reference_date;
    options.period_first = r.example_options.period_first;
    options.period_last = r.example_options.period_last;
    return options;
}

names codes_in(const sample_record& record, const rule& r, const std::shared_ptr<const pack>& by) {
    return codes_of(findings_in(record.file(), options_of(r), by), *by);
}

bool is_broken_by_cells(const rule& r) {
    return r.kind != rule_kind::row && is_about_row(r);
}

TEST_SUITE("validation: examples of rules") {

    TEST_CASE("every rule that the cells of a record can break has one") {
        for (const auto& p : packs_of_recipients()) {
            std::string lacking;
            for (const auto& r : p->rules) {
                lacking += r.example.empty() == is_broken_by_cells(r) ? r.code + " " : "";
            }
            CHECK_MESSAGE(lacking == "", p->id);
        }
    }

    TEST_CASE("make the rule fire in a record that gives no finding without them") {
        for (const auto& p : packs_of_recipients()) {
            for (const auto& r : p->rules) {
                if (!is_broken_by_cells(r)) {
                    continue;
                }
                CAPTURE(p->id);
                CAPTURE(r.code);
                const auto plain = plain_record(*p, r.example_options.test_numbers);
                CHECK(listed(codes_in(plain, r, p)) == "");
                const auto found = codes_in(plain.with(cells_of(r, *p)), r, p);
                CHECK_MESSAGE(std::find(found.begin(), found.end(), r.code) != found.end(),
                              listed(found));
            }
        }
    }

    TEST_CASE("name only people who do not exist") {
        for (const auto& p : packs_of_recipients()) {
            for (const auto& r : p->rules) {
                for (const auto& [field, content] : r.example) {
                    std::string digits;
                    std::copy_if(content.begin(), content.end(), std::back_inserter(digits),
                                 [](char c) { return c >= '0' && c <= '9'; });
                    const auto real = national_id_policy::real_numbers();
                    CHECK_MESSAGE(!parse_national_id(digits, real).has_value(), r.code);
                    CHECK_MESSAGE(!parse_national_id("0" + digits, real).has_value(), r.code);
                }
            }
        }
    }
}

} // namespace rule_examples_test
