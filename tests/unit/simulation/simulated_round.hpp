// A synthetic municipality as the tests look at it: its rows, its text, and what is found in it.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan::testing {

struct simulated_round {
    std::shared_ptr<const pack> instrument;
    simulation_options options;
    simulated_truth truth;
    std::vector<std::vector<std::string>> rows;

    [[nodiscard]] const std::string& cell(std::size_t row, std::string_view field) const {
        return rows[row].at(instrument->find_field(field).value());
    }
    /// Whether a cell with several tokens holds one.
    [[nodiscard]] bool has_token(std::size_t row, std::string_view field,
                                 std::string_view token) const {
        const auto text = "|" + cell(row, field) + "|";
        return text.find("|" + std::string{token} + "|") != text.npos;
    }
    /// As a CSV file.
    [[nodiscard]] std::string text() const {
        std::string result;
        for (const auto& f : instrument->fields) {
            result += (result.empty() ? "" : ";") + f.name;
        }
        result += '\n';
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                result += (i == 0 ? "" : ";") + row[i];
            }
            result += '\n';
        }
        return result;
    }
    /// One row a person who has a number: that person's first; and all rows of the others.
    [[nodiscard]] std::vector<std::size_t> persons() const {
        std::map<std::string, std::size_t> first;
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& number = cell(i, "national_number");
            if (number.empty() || first.emplace(number, i).second) {
                result.push_back(i);
            }
        }
        return result;
    }
};

inline simulated_round simulate(const simulation_options& options) {
    simulated_round round{newest_pack(), options, {}, {}};
    round.truth =
        for_each_registration(*round.instrument, options, [&](std::span<const std::string> cells) {
            round.rows.emplace_back(cells.begin(), cells.end());
        });
    return round;
}

inline validation_options test_policy() {
    validation_options options;
    options.test_numbers = true;
    return options;
}

/// Calls `use` with each batch and what was found in it; the log is of all rows in the end.
inline finding_log findings_of(const simulated_round& round) {
    const auto text = round.text();
    auto reader = csv_reader::from_text(text, round.instrument);
    const validator rules{round.instrument, test_policy()};
    finding_log log;
    for (auto batch = reader.value().next(); batch.rows() > 0; batch = reader.value().next()) {
        rules.validate(batch, log);
    }
    return log;
}

} // namespace brukerplan::testing
