// The cases of the rules: a plain good record with some cells changed, and what is found in it.
#pragma once

#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sample_people.hpp"

namespace brukerplan::validation_test {

/// What a case's rule is to say.
struct expected_finding {
    severity how;
    std::string field;
    names related;
};

struct rule_case {
    std::string code; ///< of the rule that the case is about
    std::string what;
    std::string text; ///< a CSV file or a JSON object
    validation_options options;
    std::optional<expected_finding> expected; ///< nothing where the rule is silent
    names others;                             ///< codes of other rules that have something to say
};

/// Collects cases. What a chain of calls begins with holds for all that follow in it.
class case_table {
public:
    using changes = sample_record::cells;

    /// `field` and `related` are those of the findings.
    case_table& about(std::string code, severity how, std::string field, names related = {}) {
        code_ = std::move(code);
        expected_ = {how, std::move(field), std::move(related)};
        return on(woman_with_both_problems()).under(test_policy());
    }
    case_table& on(sample_record base) {
        base_ = std::move(base);
        return *this;
    }
    case_table& under(validation_options options) {
        options_ = options;
        return *this;
    }
    case_table& as(severity how) {
        expected_.how = how;
        return *this;
    }
    case_table& at(std::string field, names related) {
        expected_.field = std::move(field);
        expected_.related = std::move(related);
        return *this;
    }
    case_table& silent(std::string what, const changes& cells, names others = {}) {
        return add(std::move(what), base_.with(cells).file(), std::nullopt, std::move(others));
    }
    case_table& found(std::string what, const changes& cells, names others = {}) {
        return add(std::move(what), base_.with(cells).file(), expected_, std::move(others));
    }
    case_table& silent_in_text(std::string what, std::string text) {
        return add(std::move(what), std::move(text), std::nullopt, {});
    }
    case_table& found_in_text(std::string what, std::string text) {
        return add(std::move(what), std::move(text), expected_, {});
    }
    /// From a form that does not ask about the columns: a file must have some that a form need not.
    case_table& found_without(std::string what, const std::vector<std::string>& columns,
                              const changes& cells = {}) {
        return found_in_text(std::move(what), base_.with(cells).without(columns).json());
    }

    [[nodiscard]] std::vector<rule_case> take() { return std::move(cases_); }

private:
    case_table& add(std::string what, std::string text, std::optional<expected_finding> expected,
                    names others) {
        cases_.push_back({code_, std::move(what), std::move(text), options_, std::move(expected),
                          std::move(others)});
        return *this;
    }

    std::string code_;
    expected_finding expected_{severity::none, {}, {}};
    sample_record base_;
    validation_options options_;
    std::vector<rule_case> cases_;
};

// One file an area.
std::vector<rule_case> reading_cases();
std::vector<rule_case> number_cases();
std::vector<rule_case> person_cases();
std::vector<rule_case> inclusion_cases();
std::vector<rule_case> round_cases();
std::vector<rule_case> domain_cases();
std::vector<rule_case> situation_cases();
std::vector<rule_case> children_cases();
std::vector<rule_case> service_cases();

inline std::vector<rule_case> all_rule_cases() {
    std::vector<rule_case> all;
    for (const auto& area :
         {reading_cases, number_cases, person_cases, inclusion_cases, round_cases, domain_cases,
          situation_cases, children_cases, service_cases}) {
        auto cases = area();
        std::move(cases.begin(), cases.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace brukerplan::validation_test
