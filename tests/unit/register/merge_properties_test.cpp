// Merging against its slow twin, and what holds for every round.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include <brukerplan/register/persons.hpp>
#include <brukerplan/validation/record_facts.hpp>

#include "reference/merge_reference.hpp"
#include "round_fixture.hpp"
#include "unit/simulation/simulated_round.hpp"

namespace merge_properties_test {

using namespace brukerplan;
using namespace brukerplan::register_test;
using reference::given_row;
using reference::text_row;

std::string cell_text(const column_table& table, std::size_t field, std::size_t row) {
    const auto& f = instrument()->fields[field];
    const auto& cells = table.columns[field];
    if (!cells.has_value(row)) {
        return {};
    }
    if (f.type == field_type::code) {
        return instrument()->list_of(f)->codes[static_cast<std::size_t>(cells.number(row))].token;
    }
    if (f.type == field_type::codes) {
        const auto& list = *instrument()->list_of(f);
        std::string text;
        for (unsigned i = 0; i < list.codes.size(); ++i) {
            if (cells.codes(row).contains(i)) {
                text += (text.empty() ? "" : "|") + list.codes[i].token;
            }
        }
        for (unsigned i = 0; i < list.alone.size(); ++i) {
            if (((cells.codes(row).alone >> i) & 1U) != 0) {
                text += (text.empty() ? "" : "|") + list.alone[i].token;
            }
        }
        return text;
    }
    if (f.type == field_type::date) {
        const auto written = format_date(cells.day(row));
        return {written.data(), written.size()};
    }
    return cells.kind() == storage::text ? std::string{cells.text(row)}
                                         : std::to_string(cells.number(row));
}

/// The rows of a file as the slow twin takes them.
std::vector<given_row> given_rows(std::string_view file) {
    auto reader = csv_reader::from_text(file, instrument());
    REQUIRE(reader.has_value());
    const auto table = reader->next();
    finding_log log;
    const auto worst = validator{instrument(), test_policy()}.validate(table, log);
    std::vector<given_row> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto& given = rows.emplace_back();
        for (std::size_t f = 0; f < instrument()->fields.size(); ++f) {
            given.cells[instrument()->fields[f].name] = cell_text(table, f, row);
        }
        if (table.origins[row].fault == row_fault::none) {
            const auto facts = facts_of(registration{table, instrument()->roles, row});
            given.usable = !is_error(worst[row]);
            given.number = facts.merge_number;
            if (facts.birth_years.size() == 1) {
                given.certain_birth_year = facts.birth_years[0];
            }
            if (facts.basis != age_basis::unknown) {
                given.age = facts.age;
            }
        }
    }
    return rows;
}

reference::merge_reference slow_merge(std::string_view policy, const policy_changes& changes) {
    reference::merge_reference slow{std::string{policy}, {}, {}};
    for (const auto& [field, rule] : changes) {
        slow.changes[field] = token_of(rule);
    }
    for (const auto& f : instrument()->fields) {
        if (f.type == field_type::codes) {
            for (const auto& code : instrument()->list_of(f)->codes) {
                slow.codes_of_sets[f.name].push_back(code.token);
            }
        }
    }
    return slow;
}

std::vector<row_cells> without_numbers(std::vector<row_cells> rows) {
    for (auto& row : rows) {
        row.erase("row_ref");
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// Changes that suit their fields, at random.
policy_changes random_changes(std::mt19937& random) {
    policy_changes changes;
    const auto of_children = static_cast<merge_rule>(std::array{
        merge_rule::latest, merge_rule::latest_known, merge_rule::largest}[random() % 3]);
    for (const auto& f : instrument()->fields) {
        const bool children = f.unit == "children";
        if (children) {
            changes.emplace_back(f.name, of_children);
            continue;
        }
        const auto rule = static_cast<merge_rule>(random() % merge_rule_tokens.size());
        const policy_changes one{{f.name, rule}};
        if (random() % 3 == 0 && make_merge_policy(*instrument(), "latest_known/1", one)) {
            changes.push_back(one.front());
        }
    }
    return changes;
}

void check_against_slow(const std::string& file, std::string_view policy,
                        const policy_changes& changes) {
    CAPTURE(policy);
    const auto way = transfer_of(file, policy_of(policy, changes));
    auto expected = slow_merge(policy, changes)(given_rows(file));
    std::sort(expected.begin(), expected.end());
    CHECK(without_numbers(way.rows) == expected);
    const auto& c = way.receipt().collected;
    CHECK(c.rows ==
          c.unreadable + c.with_errors + c.objected + c.withdrawn + c.out_of_age + c.registrations);
    const auto& t = way.receipt().transferred;
    CHECK(t.transferable + t.not_informed == way.receipt().merged.persons);

    // What leaves is a file of registrations again, without an error.
    if (!way.rows.empty()) {
        const auto again = findings_in(way.file, test_policy());
        CHECK(again.rows() == way.rows.size());
        CHECK(again.rows_with_errors() == 0);
    }
}

std::string simulated_file(std::uint64_t seed, std::uint32_t recipients) {
    simulation_options options;
    options.seed = seed;
    options.recipients = recipients;
    options.second_unit_permille = 500;
    options.third_unit_permille = 250;
    return testing::simulate(options).text();
}

/// A few people by a few units on a few days, with cells at random.
std::vector<sample_record> random_records(std::mt19937& random) {
    std::vector<sample_record> records;
    const auto size = 4 + random() % 25;
    for (std::size_t i = 0; i < size; ++i) {
        sample_record::cells cells;
        for (const auto& f : instrument()->fields) {
            const auto* list = instrument()->list_of(f);
            const bool keep =
                f.name == "services_received" || f.name == "sex" || f.name == "substance_problem";
            if (list == nullptr || keep || random() % 3 == 0) {
                continue;
            }
            const auto at = random() % (list->codes.size() + 1);
            cells.emplace_back(f.name, at < list->codes.size() ? list->codes[at].token : "");
        }
        for (const std::string name : {"children_care", "children_contact", "others_children",
                                       "children_with_child_welfare"}) {
            cells.emplace_back(name, random() % 3 == 0 ? "" : std::to_string(random() % 3));
        }
        cells.emplace_back("objects", random() % 25 == 0 ? "yes" : "no");
        cells.emplace_back("mapped_on", "2024-05-0" + std::to_string(1 + random() % 3));
        cells.emplace_back("unit", "Unit " + std::to_string(random() % 4));
        auto record = woman_with_both_problems().with(
            identity_of(day(1985, 3, 1) + std::chrono::days{random() % 7}, sex::female));
        if (random() % 8 == 0) {
            record = record.with({{"national_number", ""}});
        } else if (random() % 2 == 0) {
            record = record.with({{"birth_year", ""}});
        }
        records.push_back(record.with(cells));
    }
    return records;
}

TEST_SUITE("register: merging and its slow twin") {

    TEST_CASE("simulated municipalities are merged as the rules say, by every policy") {
        for (const std::uint64_t seed : {1U, 2U}) {
            const auto file = simulated_file(seed, 250);
            for (const auto policy : merge_policies) {
                check_against_slow(file, policy, {});
            }
        }
    }

    TEST_CASE("small tables are merged as the rules say, by any changes of a policy") {
        std::mt19937 random{2024};
        std::size_t merged = 0;
        for (int round = 0; round < 150; ++round) {
            const auto file = file_of(random_records(random));
            finding_log log;
            auto collected = new_round(log);
            add_file(collected, file);
            if (collected.counts().registrations == 0) {
                continue;
            }
            ++merged;
            check_against_slow(file, merge_policies[random() % 3],
                               round % 2 == 0 ? policy_changes{} : random_changes(random));
        }
        CHECK(merged > 120);
    }

    TEST_CASE("the order of rows and the split into batches change nothing") {
        std::mt19937 random{5};
        auto round = testing::simulate([] {
            simulation_options options;
            options.seed = 11;
            options.recipients = 150;
            options.second_unit_permille = 500;
            return options;
        }());
        const auto before = transfer_of(round.text());
        for (const std::size_t most_rows : {1U, 7U, 65'536U}) {
            std::shuffle(round.rows.begin(), round.rows.end(), random);
            const auto after = transfer_of(round.text(), policy_of(), test_policy(), most_rows);
            CHECK(without_numbers(after.rows) == without_numbers(before.rows));
            CHECK(after.receipt().merged.merged == before.receipt().merged.merged);
            CHECK(after.receipt().collected.registrations ==
                  before.receipt().collected.registrations);
        }
    }

    TEST_CASE("two runs give the same records in another order") {
        const auto file = simulated_file(3, 80);
        const auto one = transfer_of(file);
        const auto two = transfer_of(file);
        REQUIRE(one.rows.size() >= 50);
        CHECK(without_numbers(one.rows) == without_numbers(two.rows));
        CHECK(one.rows != two.rows);
        for (std::size_t i = 0; i < one.rows.size(); ++i) {
            CHECK(one.rows[i].at("row_ref") == std::to_string(i + 1));
        }
    }

    TEST_CASE("latest_mapped_on keeps the registrations that the report counts") {
        const auto rows = given_rows(simulated_file(4, 300));
        std::vector<registration_key> keys;
        std::vector<const given_row*> usable;
        const auto objects = [&](const given_row& row) {
            return std::any_of(rows.begin(), rows.end(), [&](const given_row& other) {
                return other.cells.at("objects") == "yes" && other.number &&
                       other.number == row.number;
            });
        };
        for (const auto& row : rows) {
            if (row.usable && row.age && !objects(row)) {
                keys.push_back({row.number, *parse_date(row.cells.at("mapped_on")), keys.size()});
                usable.push_back(&row);
            }
        }
        const auto selection = select_latest(keys);
        const auto way = transfer_of(simulated_file(4, 300), policy_of(latest_mapped_on_policy));
        CHECK(way.receipt().merged.persons == selection.chosen.size());
        CHECK(way.receipt().merged.unlinked == selection.unlinked);
        // By what tells forms apart best: both sets of services, and the ratings.
        const std::array<std::string, 5> columns{"services_received", "services_needed",
                                                 "birth_year", "housing", "unit_kind"};
        std::multiset<std::vector<std::string>> left;
        std::multiset<std::vector<std::string>> wanted;
        for (const auto& row : way.rows) {
            std::vector<std::string> cells;
            for (const auto& column : columns) {
                cells.push_back(row.at(column));
            }
            left.insert(cells);
        }
        for (const auto index : selection.chosen) {
            const auto& row = *usable[index];
            const bool informed = std::any_of(usable.begin(), usable.end(), [&](const auto* other) {
                return (other == &row || (row.number && other->number == row.number)) &&
                       other->cells.at("informed") == "yes";
            });
            std::vector<std::string> cells;
            for (const auto& column : columns) {
                cells.push_back(column == "birth_year" && row.certain_birth_year
                                    ? std::to_string(*row.certain_birth_year)
                                    : row.cells.at(column));
            }
            if (informed) {
                wanted.insert(cells);
            }
        }
        CHECK(left == wanted);
    }

    TEST_CASE("nothing that says who somebody is stands in what leaves or in what is told") {
        std::vector<sample_record> records;
        std::vector<std::string> canaries{"Canary unit", "canary-mapper"};
        for (int i = 0; i < 60; ++i) {
            const auto born = day(1950, 1, 1) + std::chrono::days{211 * (i % 40)};
            const auto number = number_of(born, sex::female);
            const auto written = format_date(born);
            canaries.push_back(number);
            canaries.emplace_back(written.data(), written.size());
            canaries.push_back("ref-" + std::to_string(i) + "-canary");
            records.push_back(woman_with_both_problems()
                                  .with(identity_of(born, sex::female))
                                  .with({{"row_ref", canaries.back()},
                                         {"unit", i < 40 ? "Canary unit" : "Canary unit 2"},
                                         {"mapper", "canary-mapper"},
                                         {"housing", i < 40 ? "red" : "green"},
                                         {"objects", i % 17 == 0 ? "yes" : "no"}}));
        }
        const auto way = transfer_of(records);
        CHECK(way.receipt().collected.withdrawn > 0);
        CHECK(way.receipt().merged.merged > 10);
        const auto receipt = make_receipt_document(way.result, *instrument());
        for (const auto& canary : canaries) {
            CHECK(way.file.find(canary) == std::string::npos);
            CHECK(receipt.find(canary) == std::string::npos);
        }
        REQUIRE(way.about_persons.details().size() > 10);
        for (const auto& f : way.about_persons.details()) {
            for (const auto& language : instrument()->languages) {
                const auto text =
                    message_of(f, *instrument(), language) + action_of(f, *instrument(), language);
                CHECK(std::none_of(canaries.begin(), canaries.end(), [&](const auto& canary) {
                    return text.find(canary) != std::string::npos;
                }));
            }
        }
    }
}

} // namespace merge_properties_test
