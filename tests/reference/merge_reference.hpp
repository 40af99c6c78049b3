// The slow twin of merging: rows as plain maps of strings, persons by comparing every row with
// every other, and rules written out field by field as docs/register.md has them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reference {

using namespace brukerplan;

using text_row = std::map<std::string, std::string>;
using texts = std::vector<std::string>;

/// A row with what other layers say of it.
struct given_row {
    text_row cells; ///< tokens, days as YYYY-MM-DD, sets joined by `|`
    bool usable = false;
    std::optional<std::uint64_t> number;   ///< to merge by
    std::optional<int> certain_birth_year; ///< that the number tells
    std::optional<int> age;
};

struct merge_reference {
    std::string policy;
    std::map<std::string, std::string> changes; ///< rule by field
    /// Codes of each list of a set, in their order.
    std::map<std::string, texts> codes_of_sets;

    /// What leaves, in no order, without running numbers.
    [[nodiscard]] std::vector<text_row> operator()(const std::vector<given_row>& rows) const {
        std::vector<std::size_t> used;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (is_registration(rows, i)) {
                used.push_back(i);
            }
        }
        std::string last_day;
        for (const auto i : used) {
            last_day = std::max(last_day, rows[i].cells.at("mapped_on"));
        }
        std::vector<text_row> result;
        for (const auto i : used) {
            std::vector<const given_row*> person;
            for (const auto j : used) {
                if (i == j || (rows[i].number && rows[i].number == rows[j].number)) {
                    person.push_back(&rows[j]);
                }
            }
            const bool first_of_person = person.front() == &rows[i];
            const bool informed = std::any_of(person.begin(), person.end(), [](const auto* r) {
                return r->cells.at("informed") == "yes";
            });
            if (first_of_person && informed) {
                std::stable_sort(person.begin(), person.end(), [](const auto* a, const auto* b) {
                    return a->cells.at("mapped_on") > b->cells.at("mapped_on");
                });
                result.push_back(merged(person, last_day));
            }
        }
        return result;
    }

private:
    static bool is_registration(const std::vector<given_row>& rows, std::size_t i) {
        const auto& row = rows[i];
        for (const auto& other : rows) {
            if (other.cells.at("objects") == "yes" && other.number && other.number == row.number) {
                return false;
            }
        }
        return row.usable && row.cells.at("objects") != "yes" && row.age && *row.age >= 16;
    }

    [[nodiscard]] text_row merged(const std::vector<const given_row*>& latest_first,
                                  const std::string& last_day) const {
        static const std::set<std::string> stay{
            "row_ref", "unit", "mapper", "national_number", "informed", "objects", "record_noted"};
        text_row result;
        for (const auto& [name, cell] : latest_first.front()->cells) {
            if (stay.contains(name)) {
                continue;
            }
            texts answers;
            for (const auto* row : latest_first) {
                answers.push_back(row->cells.at(name));
                if (name == "birth_year" && row->certain_birth_year) {
                    answers.back() = std::to_string(*row->certain_birth_year);
                }
            }
            result[name] = name == "mapped_on" ? last_day : one_of(name, answers, latest_first);
        }
        return result;
    }

    static bool counts_children(const std::string& name) {
        return name == "children_care" || name == "children_contact" || name == "others_children" ||
               name == "children_with_child_welfare";
    }

    static texts order_of(const std::string& name) {
        static const std::set<std::string> yes_or_no{
            "substance_problem", "injects",     "opioid_agonist_treatment", "suicide_attempt",
            "pregnant",          "coordinator", "work_experience"};
        static const std::set<std::string> domains{
            "housing",       "activity",           "economy", "physical_health", "mental_health",
            "substance_use", "social_functioning", "network"};
        return domains.contains(name)      ? texts{"green", "yellow", "red"}
               : yes_or_no.contains(name)  ? texts{"no", "yes"}
               : name == "mental_disorder" ? texts{"none", "less_serious", "serious"}
               : name == "violence"        ? texts{"none", "exposed", "exposes", "both"}
                                           : texts{};
    }

    [[nodiscard]] std::string rule_of(const std::string& name) const {
        if (const auto at = changes.find(name); at != changes.end()) {
            return at->second;
        }
        if (policy == "latest_mapped_on/1") {
            return "latest";
        }
        if (codes_of_sets.contains(name)) {
            return "united";
        }
        if (policy == "worst_known/1" && !order_of(name).empty()) {
            return "worst";
        }
        return policy == "worst_known/1" && counts_children(name) ? "largest" : "latest_known";
    }

    static std::string latest_known(const texts& answers) {
        for (const auto& answer : answers) {
            if (!answer.empty() && answer != "unknown") {
                return answer;
            }
        }
        for (const auto& answer : answers) {
            if (!answer.empty()) {
                return answer;
            }
        }
        return {};
    }

    [[nodiscard]] std::string one_of(const std::string& name, const texts& answers,
                                     const std::vector<const given_row*>& latest_first) const {
        const auto rule = rule_of(name);
        if (rule == "latest") {
            return answers.front();
        }
        if (rule == "latest_known" && counts_children(name)) {
            for (const auto* row : latest_first) {
                for (const auto& [other, cell] : row->cells) {
                    if (counts_children(other) && !cell.empty()) {
                        return row->cells.at(name);
                    }
                }
            }
            return {};
        }
        const auto says = [&](std::string_view answer) {
            return std::find(answers.begin(), answers.end(), answer) != answers.end();
        };
        if (rule == "worst") {
            auto order = order_of(name);
            std::reverse(order.begin(), order.end());
            for (const auto& grave : order) {
                if (says(grave)) {
                    return grave;
                }
            }
        }
        if (rule == "largest") {
            std::optional<int> most;
            for (const auto& answer : answers) {
                if (!answer.empty()) {
                    most = std::max(most.value_or(0), std::stoi(answer));
                }
            }
            return most ? std::to_string(*most) : std::string{};
        }
        if (rule == "any_yes" && says("yes")) {
            return "yes";
        }
        if (rule == "united") {
            return united(codes_of_sets.at(name), answers);
        }
        return latest_known(answers);
    }

    static std::string united(const texts& codes, const texts& answers) {
        std::string result;
        for (const auto& code : codes) {
            const bool named = std::any_of(answers.begin(), answers.end(), [&](const auto& answer) {
                return ("|" + answer + "|").find("|" + code + "|") != std::string::npos;
            });
            if (named) {
                result += (result.empty() ? "" : "|") + code;
            }
        }
        for (const std::string alone : {"none", "unknown"}) {
            if (result.empty() &&
                std::find(answers.begin(), answers.end(), alone) != answers.end()) {
                result = alone;
            }
        }
        return result;
    }
};

} // namespace reference
