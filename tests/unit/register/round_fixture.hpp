// Rounds of people who do not exist, on their way from registrations to what leaves.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/register/collected_round.hpp>
#include <brukerplan/register/merge_policy.hpp>
#include <brukerplan/register/merged_round.hpp>
#include <brukerplan/register/transferable_round.hpp>
#include <brukerplan/register/transferred_round.hpp>
#include <brukerplan/write/receipt_document.hpp>
#include <brukerplan/write/transfer_file.hpp>

#include "unit/validation/sample_people.hpp"

namespace brukerplan::register_test {

using namespace brukerplan::validation_test;

inline step_stamp stamp(unsigned day_of_month = 1) {
    return {"municipal coordinator", day(2024, 12, day_of_month)};
}

/// The text of a file of records with the same columns.
inline std::string file_of(const std::vector<sample_record>& records) {
    std::string text = records.front().header() + "\n";
    for (const auto& record : records) {
        REQUIRE(record.header() == records.front().header());
        text += record.row() + "\n";
    }
    return text;
}

inline collected_round new_round(finding_log& log,
                                 const validation_options& options = test_policy(),
                                 std::shared_ptr<const pack> with = instrument()) {
    return {validator{std::move(with), options}, "2024-1", stamp(1), log};
}

inline void add_file(collected_round& to, std::string_view file, std::size_t most_rows = 65'536,
                     std::shared_ptr<const pack> with = instrument()) {
    auto reader = csv_reader::from_text(file, std::move(with));
    REQUIRE(reader.has_value());
    while (true) {
        const auto batch = reader->next(most_rows);
        if (batch.rows() == 0) {
            return;
        }
        to.add(batch);
    }
}

using policy_changes = std::vector<std::pair<std::string, merge_rule>>;

inline merge_policy policy_of(std::string_view id = merge_policies.front(),
                              const policy_changes& changes = {}, const pack& of = *instrument()) {
    const auto made = make_merge_policy(of, id, changes);
    REQUIRE(made.has_value());
    return *made;
}

/// A row of a file, by column.
using row_cells = std::map<std::string, std::string>;

/// The rows of a file without quoted cells, each as the cells of its columns.
inline std::vector<row_cells> rows_in(std::string_view file, char separator = ',') {
    std::vector<std::vector<std::string>> lines;
    std::vector<std::string> line{""};
    REQUIRE(file.find('"') == file.npos);
    for (const char c : file) {
        if (c == '\n') {
            lines.push_back(std::exchange(line, {""}));
        } else if (c == separator) {
            line.emplace_back();
        } else {
            line.back() += c;
        }
    }
    std::vector<row_cells> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        REQUIRE(lines[i].size() == lines[0].size());
        auto& cells = rows.emplace_back();
        for (std::size_t c = 0; c < lines[i].size(); ++c) {
            cells[lines[0][c]] = lines[i][c];
        }
    }
    return rows;
}

inline std::string file_of(const transferred_round& round, const pack& of = *instrument()) {
    std::string text;
    write_transfer_file(round, of, [&](std::string_view part) { text += part; });
    return text;
}

/// All the way, and what was found on it.
struct whole_way {
    finding_log about_rows;
    finding_log about_persons;
    transferred_round result;
    std::string file;
    std::vector<row_cells> rows;

    [[nodiscard]] const brukerplan::receipt& receipt() const { return result.receipt; }
};

inline whole_way finish(collected_round&& collected, finding_log about_rows,
                        const merge_policy& policy, const pack& of = *instrument(),
                        const std::vector<std::string>& without = {}) {
    finding_log about_persons;
    auto merged = merge(std::move(collected), policy, stamp(2), about_persons);
    auto transferable = make_transferable(std::move(merged), stamp(3));
    auto result = transfer(std::move(transferable), make_transfer_set(of, without), stamp(4));
    auto text = file_of(result, of);
    auto rows = rows_in(text);
    return {std::move(about_rows), std::move(about_persons), std::move(result), std::move(text),
            std::move(rows)};
}

inline whole_way transfer_of(std::string_view file, const merge_policy& policy = policy_of(),
                             const validation_options& options = test_policy(),
                             std::size_t most_rows = 65'536) {
    finding_log log;
    auto round = new_round(log, options);
    add_file(round, file, most_rows);
    return finish(std::move(round), std::move(log), policy);
}

inline whole_way transfer_of(const std::vector<sample_record>& records,
                             const merge_policy& policy = policy_of(),
                             const validation_options& options = test_policy()) {
    return transfer_of(file_of(records), policy, options);
}

/// What units disagree on, by one rule.
inline std::vector<finding> found(const whole_way& way, std::string_view code) {
    std::vector<finding> of_rule;
    for (const auto& f : way.about_persons.details()) {
        if (instrument()->rules[f.rule].code == code) {
            of_rule.push_back(f);
        }
    }
    return of_rule;
}

} // namespace brukerplan::register_test
