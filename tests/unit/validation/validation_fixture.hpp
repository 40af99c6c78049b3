// Records of people who do not exist, and what is found in them: the whole way from the text of a
// file to findings.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/csv.hpp>
#include <brukerplan/read/json_record.hpp>
#include <brukerplan/validation/record_facts.hpp>
#include <brukerplan/validation/validator.hpp>

namespace brukerplan::validation_test {

inline std::shared_ptr<const pack> instrument() {
    static const std::shared_ptr<const pack> loaded = newest_pack();
    return loaded;
}

inline date day(int year, unsigned month, unsigned of_month) {
    return make_date(year, month, of_month).value();
}

/// Whether validation looks at the rule at all: rules over a person need several rows.
inline bool is_about_row(const rule& r) {
    return r.kind != rule_kind::person;
}

inline std::size_t count_rules_about_rows(const pack& of) {
    return static_cast<std::size_t>(std::count_if(of.rules.begin(), of.rules.end(), is_about_row));
}

/// The test policy: synthetic people in fictional municipalities.
inline validation_options test_policy() {
    validation_options options;
    options.test_numbers = true;
    return options;
}

/// What makes a number of its kind: 40 on the day is a D-number, 80 on the month is Tenor.
struct number_marks {
    int day = 0;
    int month = 80;
    int remainder = 0; ///< of the first control digit: 1 to 3 are valid by the 2032 rule only
};

/// A number of somebody who does not exist, with the first individual number of its series.
inline std::string number_of(date born, sex s, number_marks marks = {}) {
    const auto put = [](std::string& to, int pair) {
        to += static_cast<char>('0' + pair / 10 % 10);
        to += static_cast<char>('0' + pair % 10);
    };
    const std::chrono::year_month_day parts{born};
    std::string text;
    put(text, static_cast<int>(static_cast<unsigned>(parts.day())) + marks.day);
    put(text, static_cast<int>(static_cast<unsigned>(parts.month())) + marks.month);
    put(text, year_of(born) % 100);
    const int series = year_of(born) < 2000 ? 0 : 500;
    for (int i = series + (s == sex::male ? 1 : 0); i < 1000; i += 2) {
        std::array<char, 9> nine{};
        const auto individual = std::to_string(1000 + i).substr(1);
        std::copy(text.begin(), text.end(), nine.begin());
        std::copy(individual.begin(), individual.end(), nine.begin() + 6);
        if (const auto done = complete_national_id(nine, marks.remainder)) {
            return {done->data(), done->size()};
        }
    }
    FAIL("no number is left in the series");
    return {};
}

/// A row by column. What has no cell is empty, if the file has the column at all.
class sample_record {
public:
    using cells = std::vector<std::pair<std::string, std::string>>;

    sample_record() = default;
    explicit sample_record(cells written) : cells_(std::move(written)) {}

    /// The same with other cells: columns that are not there yet are added.
    [[nodiscard]] sample_record with(const cells& changes) const {
        auto result = *this;
        for (const auto& [column, content] : changes) {
            const auto at = std::find_if(result.cells_.begin(), result.cells_.end(),
                                         [&](const auto& cell) { return cell.first == column; });
            if (at != result.cells_.end()) {
                at->second = content;
            } else {
                result.cells_.emplace_back(column, content);
            }
        }
        return result;
    }
    /// The same in a file that lacks the columns.
    [[nodiscard]] sample_record without(const std::vector<std::string>& columns) const {
        auto result = *this;
        std::erase_if(result.cells_, [&](const auto& cell) {
            return std::find(columns.begin(), columns.end(), cell.first) != columns.end();
        });
        return result;
    }
    [[nodiscard]] std::string header() const {
        return joined([](const auto& cell) { return cell.first; });
    }
    [[nodiscard]] std::string row() const {
        return joined([](const auto& cell) { return cell.second; });
    }
    [[nodiscard]] std::string json() const {
        std::string result;
        for (const auto& [column, content] : cells_) {
            result += (result.empty() ? "{\"" : ", \"") + column + "\": \"" + content + "\"";
        }
        return result + "}";
    }
    /// A file with one row.
    [[nodiscard]] std::string file() const { return header() + "\n" + row() + "\n"; }
    [[nodiscard]] const cells& all() const { return cells_; }

private:
    template <class Part>
    [[nodiscard]] std::string joined(Part part) const {
        std::string result;
        for (const auto& cell : cells_) {
            result += (&cell == cells_.data() ? "" : ";") + part(cell);
        }
        return result;
    }

    cells cells_;
};

/// What is found in one JSON object.
inline finding_log findings_in_json(std::string_view object, const validation_options& options,
                                    std::shared_ptr<const pack> with = instrument()) {
    finding_log log;
    const auto read = json_record_reader{with}.read(object);
    const validator rules{with, options};
    REQUIRE(rules.validate(read.table, log).size() == 1);
    return log;
}

/// Reads a file in batches of `most_rows` and validates it.
inline finding_log findings_in(std::string_view file, const validation_options& options,
                               std::shared_ptr<const pack> with = instrument(),
                               std::size_t most_rows = 65'536) {
    auto reader = csv_reader::from_text(file, with);
    REQUIRE(reader.has_value());
    const validator rules{with, options};
    finding_log log;
    while (true) {
        const auto batch = reader->next(most_rows);
        if (batch.rows() == 0) {
            return log;
        }
        const auto worst = rules.validate(batch, log);
        REQUIRE(worst.size() == batch.rows());
    }
}

inline finding_log findings_of(const sample_record& record,
                               const validation_options& options = test_policy()) {
    return findings_in(record.file(), options);
}

inline std::vector<std::string> codes_of(const finding_log& log, const pack& from = *instrument()) {
    std::vector<std::string> codes;
    for (const auto& f : log.details()) {
        codes.push_back(from.rules[f.rule].code);
    }
    return codes;
}

inline std::vector<std::string> codes_of(const sample_record& record,
                                         const validation_options& options = test_policy()) {
    return codes_of(findings_of(record, options));
}

inline std::string field_name(std::size_t field, const pack& of = *instrument()) {
    return field == finding::no_field ? std::string{} : of.fields[field].name;
}

using names = std::vector<std::string>;

inline std::string listed(names words) {
    std::sort(words.begin(), words.end());
    std::string list;
    for (const auto& word : words) {
        list += (list.empty() ? "" : " ") + word;
    }
    return list;
}

} // namespace brukerplan::validation_test
