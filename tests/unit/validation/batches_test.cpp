// How a file is cut into batches, and in which order its rows stand, changes no finding.

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <brukerplan/simulation/synthetic_municipality.hpp>

#include "sample_people.hpp"

namespace batches_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

struct sample_file {
    std::string header;
    std::vector<std::string> rows;

    [[nodiscard]] std::string text(const std::vector<std::size_t>& order) const {
        std::string result = header + "\n";
        for (const auto row : order) {
            result += rows[row] + "\n";
        }
        return result;
    }
    [[nodiscard]] std::vector<std::size_t> in_order() const {
        std::vector<std::size_t> order(rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        return order;
    }
};

/// A simulated round in which every second row has a few cells of no sense.
sample_file dirty_round(std::uint64_t seed) {
    simulation_options options;
    options.seed = seed;
    options.recipients = 60;
    options.dirty_permille = 400;
    std::mt19937_64 random{seed};
    const std::vector<std::string> nonsense{
        "",    "?",       "0",          "-1",         "99",  "none|unknown", "gp|none",
        "ja",  "unknown", "2024-02-30", "2023-12-30", "no",  "12038514700",  "grenn",
        "a;b", "a\"b",    "red",        "yes",        "1850"};
    sample_file file;
    for (const auto& f : instrument()->fields) {
        file.header += (file.header.empty() ? "" : ";") + f.name;
    }
    for_each_registration(*instrument(), options, [&](std::span<const std::string> cells) {
        std::vector<std::string> row{cells.begin(), cells.end()};
        const bool spoilt = random() % 2 == 0;
        for (int i = 0; spoilt && i < 6; ++i) {
            row[random() % row.size()] = nonsense[random() % (nonsense.size() - (i == 0 ? 0 : 4))];
        }
        std::string text;
        for (const auto& cell : row) {
            text += (&cell == row.data() ? "" : ";") + cell;
        }
        file.rows.push_back(std::move(text));
    });
    return file;
}

std::string written(const finding_parameter& p) {
    if (const auto* number = std::get_if<std::int64_t>(&p.value)) {
        return p.name + "=" + std::to_string(*number);
    }
    if (const auto* word = std::get_if<std::string>(&p.value)) {
        return p.name + "=" + *word;
    }
    std::string list = p.name + "=";
    for (const auto& word : std::get<names>(p.value)) {
        list += word + ",";
    }
    return list;
}

/// All of a finding but where its row stands: the index, and the line.
std::string content_of(const finding& f) {
    const auto shown = [&](const std::string& reference) {
        return reference == std::to_string(f.record) ? "<index>" : reference;
    };
    std::string text = instrument()->rules[f.rule].code + "|" + std::string{token_of(f.severity)} +
                       "|" + field_name(f.field) + "|" + shown(f.row_ref) + "|" + shown(f.unit);
    for (const auto& p : f.parameters) {
        text += p.name == "line" ? "" : "|" + written(p);
    }
    return text;
}

/// Findings in their order, by the row of the file that each is about.
using by_row = std::map<std::size_t, std::vector<std::string>>;

by_row findings_by_row(const finding_log& log, const std::vector<std::size_t>& order) {
    by_row found;
    for (const auto& f : log.details()) {
        found[order.at(f.record)].push_back(content_of(f));
    }
    return found;
}

void check_same_counts(const finding_log& a, const finding_log& b) {
    for (std::size_t rule = 0; rule < instrument()->rules.size(); ++rule) {
        CHECK(a.findings(rule) == b.findings(rule));
        CHECK(a.records(rule) == b.records(rule));
    }
    for (const auto s :
         {severity::none, severity::info, severity::warning, severity::error, severity::fatal}) {
        CHECK(a.findings(s) == b.findings(s));
        CHECK(a.rows(s) == b.rows(s));
    }
}

finding_log findings_of(const std::string& text, std::size_t most_rows) {
    return findings_in(text, test_policy(), instrument(), most_rows);
}

TEST_SUITE("validation: batches") {

    TEST_CASE("of any size give the same findings in the same order") {
        const auto file = dirty_round(4);
        const auto text = file.text(file.in_order());
        const auto whole = findings_of(text, 65'536);
        REQUIRE(whole.rows() == file.rows.size());
        for (const std::size_t most : {1U, 2U, 7U, 64U}) {
            const auto split = findings_of(text, most);
            REQUIRE(split.details().size() == whole.details().size());
            for (std::size_t i = 0; i < whole.details().size(); ++i) {
                const auto& a = whole.details()[i];
                const auto& b = split.details()[i];
                CHECK(a.record == b.record);
                CHECK(a.rule == b.rule);
                CHECK(content_of(a) == content_of(b));
            }
            check_same_counts(whole, split);
        }
    }

    TEST_CASE("give what each record gives by itself") {
        const auto file = dirty_round(5);
        const auto order = file.in_order();
        const auto whole = findings_by_row(findings_of(file.text(order), 65'536), order);
        by_row alone;
        for (std::size_t row = 0; row < file.rows.size(); ++row) {
            auto found = findings_by_row(findings_of(file.text({row}), 1), {row});
            alone.merge(found);
        }
        CHECK(whole == alone);
    }

    TEST_CASE("in another order give the same findings about the same rows") {
        for (const std::uint64_t seed : {6U, 7U}) {
            const auto file = dirty_round(seed);
            auto order = file.in_order();
            const auto before = findings_of(file.text(order), 65'536);
            const auto expected = findings_by_row(before, order);
            std::mt19937_64 random{seed};
            for (int i = 0; i < 3; ++i) {
                std::shuffle(order.begin(), order.end(), random);
                const auto shuffled = findings_of(file.text(order), 10);
                CHECK(findings_by_row(shuffled, order) == expected);
                check_same_counts(before, shuffled);
            }
        }
    }

    TEST_CASE("of a dirty round set off most rules that one record can break") {
        std::set<std::string> codes;
        for (const std::uint64_t seed : {4U, 5U, 6U, 7U}) {
            const auto file = dirty_round(seed);
            for (const auto& code : codes_of(findings_of(file.text(file.in_order()), 65'536))) {
                codes.insert(code);
            }
        }
        CHECK(codes.size() > 40);
    }

    TEST_CASE("repeat their findings when validated again") {
        const auto file = dirty_round(8);
        const auto text = file.text(file.in_order());
        auto reader = csv_reader::from_text(text, instrument());
        REQUIRE(reader.has_value());
        const auto table = reader->next();
        const validator rules{instrument(), test_policy()};
        finding_log once;
        finding_log twice;
        CHECK(rules.validate(table, once) == rules.validate(table, twice));
        check_same_counts(once, twice);
    }
}

} // namespace batches_test
