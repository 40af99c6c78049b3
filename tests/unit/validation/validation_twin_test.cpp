// Batches that go through columns say what the row by row walk says: the same findings in the same
// order, the same counts, whatever stands in the cells, under whichever options, however split.

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/validation/batch_facts.hpp>

#include "random_tables.hpp"
#include "reference/validation_reference.hpp"

namespace validation_twin_test {

using namespace brukerplan;
using namespace brukerplan::validation_test;

bool same(const finding& a, const finding& b) {
    const auto same_parameters = [](const finding_parameter& p, const finding_parameter& q) {
        return p.name == q.name && p.value == q.value;
    };
    return a.record == b.record && a.rule == b.rule && a.severity == b.severity &&
           a.field == b.field && a.row_ref == b.row_ref && a.unit == b.unit &&
           std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(),
                      b.parameters.end(), same_parameters);
}

void check_counts(const finding_counts& counts, const reference::validation_result& expected,
                  const pack& of) {
    CHECK(counts.rows_by_worst() == expected.rows);
    for (std::size_t rule = 0; rule < of.rules.size(); ++rule) {
        const auto of_rule = [&](const auto& by_rule) {
            const auto at = by_rule.find(rule);
            return at == by_rule.end() ? typename std::decay_t<decltype(by_rule)>::mapped_type{}
                                       : at->second;
        };
        CAPTURE(of.rules[rule].code);
        CHECK(counts.rule_findings(rule) == of_rule(expected.by_rule));
        CHECK(counts.rule_records(rule) == of_rule(expected.records));
        CHECK(counts.rule_records_by_severity(rule) == of_rule(expected.records_by_severity));
    }
    for (std::size_t field = 0; field < of.fields.size(); ++field) {
        const auto at = expected.by_field.find(field);
        CHECK(counts.field_findings(field) ==
              (at == expected.by_field.end() ? severity_counts{} : at->second));
    }
}

void check_units(const finding_counts& counts, const reference::validation_result& expected) {
    const auto units = counts.units();
    REQUIRE(units.size() == expected.units.size());
    for (const auto& unit : units) {
        CAPTURE(unit.name);
        const auto at = expected.units.find({unit.what, unit.name});
        REQUIRE(at != expected.units.end());
        CHECK(unit.rows == at->second.rows);
        CHECK(unit.findings == at->second.findings);
        for (std::size_t rule = 0; rule < unit.records.size(); ++rule) {
            const auto records = at->second.records.find(rule);
            CHECK(unit.records[rule] ==
                  (records == at->second.records.end() ? 0 : records->second));
        }
    }
}

void check_same(const finding_log& log, const std::vector<severity>& worst,
                const reference::validation_result& expected, const pack& of) {
    CHECK(worst == expected.worst);
    REQUIRE(log.details().size() == expected.findings.size());
    for (std::size_t i = 0; i < expected.findings.size(); ++i) {
        CAPTURE(of.rules[expected.findings[i].rule].code);
        CHECK(same(log.details()[i], expected.findings[i]));
    }
    CHECK_FALSE(log.truncated());
    check_counts(log.counts(), expected, of);
    check_units(log.counts(), expected);
}

/// The fast way against the slow one, over the whole table at once.
void check_against_twin(const std::shared_ptr<const pack>& with, const validation_options& options,
                        const column_table& table) {
    const auto expected = reference::validate(*with, options, table);
    finding_log log;
    const auto worst = validator{with, options}.validate(table, log);
    check_same(log, worst, expected, *with);

    finding_log counted{0};
    CHECK(validator{with, options}.validate(table, counted) == expected.worst);
    CHECK(counted.details().empty());
    CHECK(counted.truncated() == !expected.findings.empty());
    check_counts(counted.counts(), expected, *with);
}

std::vector<validation_options> every_option() {
    std::vector<validation_options> all(7);
    all[1].test_numbers = true;
    all[2].reference_date = day(2024, 5, 6);
    all[3].period_first = day(2024, 5, 6);
    all[4].period_last = day(2024, 5, 6);
    all[5] = all[1];
    all[5].reference_date = day(2024, 1, 31);
    all[5].period_first = day(2023, 12, 31);
    all[5].period_last = day(2024, 2, 1);
    all[6] = all[1];
    // Every rule is changed somewhere.
    std::mt19937 random{6};
    for (const auto* area : {"", "9001", "0301", "4601", "030101", "900101"}) {
        auto& changes = all[6].tuning.areas.emplace_back(area_tuning{area, {}}).changes;
        for (std::size_t rule = 0; rule < instrument()->rules.size(); ++rule) {
            if (instrument()->rules[rule].kind != rule_kind::row && random() % 3 == 0) {
                const auto s = random() % 4;
                changes.push_back({rule,
                                   s == 0 ? std::nullopt : std::optional{static_cast<severity>(s)},
                                   "a reason"});
            }
        }
    }
    return all;
}

column_table simulated_table(std::uint64_t seed, std::uint32_t dirty_permille) {
    simulation_options options;
    options.seed = seed;
    options.recipients = 1500;
    options.dirty_permille = dirty_permille;
    std::string text;
    for (const auto& f : instrument()->fields) {
        text += (text.empty() ? "" : ";") + f.name;
    }
    text += '\n';
    for_each_registration(*instrument(), options, [&](std::span<const std::string> cells) {
        for (const auto& cell : cells) {
            text += (&cell == cells.data() ? "" : ";") + cell;
        }
        text += '\n';
    });
    auto reader = csv_reader::from_text(text, instrument());
    REQUIRE(reader.has_value());
    auto table = reader->next();
    for (auto& c : table.columns) { // the text goes away: keep what is borrowed of it
        if (c.kind() == storage::text) {
            column own{storage::text};
            own.set_present(c.present());
            for (std::size_t row = 0; row < c.size(); ++row) {
                if (c.has_value(row)) {
                    own.append_text(c.text(row));
                } else {
                    own.append_missing();
                }
            }
            c = std::move(own);
        }
    }
    return table;
}

/// Rules of every kind of condition, with parameters by chance.
class random_rules {
public:
    explicit random_rules(std::uint64_t seed) : random_(seed) {}

    std::shared_ptr<const pack> make(std::size_t rules) {
        auto made = std::make_shared<pack>(*instrument());
        made->rules.resize(1);
        for (std::size_t i = 0; i < rules; ++i) {
            made->rules.push_back(make_rule());
        }
        return made;
    }

private:
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
    std::size_t field_of(storage kind) {
        while (true) {
            const auto f = below(instrument()->fields.size());
            if (storage_of(instrument()->fields[f].type) == kind) {
                return f;
            }
        }
    }

    rule make_rule() {
        rule r;
        r.code = "BP-ANY-001";
        r.severity = static_cast<severity>(1 + below(3));
        r.fields = {below(instrument()->fields.size()), below(instrument()->fields.size())};
        switch (below(6)) {
        case 0:
            r.kind = rule_kind::implies;
            r.cases = {make_atoms(2)};
            r.then = make_atoms(3);
            break;
        case 1:
            r.kind = rule_kind::required_when;
            r.cases = {make_atoms(2)};
            break;
        case 2:
            r.kind = rule_kind::range;
            r.fields = {field_of(storage::number)};
            r.minimum = static_cast<std::int32_t>(below(3)) - 1;
            r.maximum = static_cast<std::int32_t>(below(2030));
            r.unreadable = below(2) == 0;
            break;
        case 3:
            r.kind = rule_kind::not_asked;
            break;
        default:
            r.kind = rule_kind::conflict;
            for (auto more = 1 + below(3); more > 0; --more) {
                r.cases.push_back(make_atoms(3));
            }
            break;
        }
        return r;
    }

    std::vector<atom> make_atoms(std::size_t most) {
        std::vector<atom> atoms;
        for (auto more = below(most + 1); more > 0; --more) {
            atoms.push_back(make_atom());
        }
        return atoms;
    }

    atom make_atom() {
        atom a;
        a.asked = below(20) != 0;
        a.missing = below(4) == 0;
        a.absent = below(4) == 0;
        a.source = static_cast<atom_source>(below(8) < 5 ? 0 : below(4));
        a.test = static_cast<atom_test>(below(4));
        if (a.source == atom_source::age_basis) {
            a.members = 1 + below(3);
            return a;
        }
        const auto kind = static_cast<storage>(below(4));
        a.field = field_of(kind);
        if (a.source != atom_source::field || (kind == storage::number && below(3) != 0)) {
            a.test = atom_test::between;
            a.low = below(3) == 0 ? INT32_MIN : static_cast<std::int32_t>(below(60));
            a.high = below(3) == 0 ? INT32_MAX : static_cast<std::int32_t>(below(2030));
        } else if (kind == storage::code) {
            a.members = random_() & random_() & 0xFFFF;
            a.unknown_members = random_() & random_() & random_() & ~a.members & 0xFFFF;
        } else if (kind == storage::codes && below(6) != 0) {
            a.members = random_() & random_() & 0xFFFFFFFFF;
            a.alone = static_cast<std::uint8_t>(below(4));
            a.unknown_alone = static_cast<std::uint8_t>(below(4) & ~a.alone);
        }
        return a;
    }

    std::mt19937_64 random_;
};

TEST_SUITE("validation: batches and the row by row walk") {

    TEST_CASE("agree on simulated rounds, with each option and without") {
        for (const auto& options : every_option()) {
            check_against_twin(instrument(), options, simulated_table(11, 900));
        }
        check_against_twin(instrument(), every_option()[1], simulated_table(12, 0));
    }

    TEST_CASE("agree on rows that no form would hold, with each option and without") {
        std::uint64_t seed = 0;
        for (const auto& options : every_option()) {
            for (const std::size_t rows : {1U, 2U, 63U, 64U, 65U, 130U, 1023U, 1024U, 1100U}) {
                CAPTURE(rows);
                check_against_twin(instrument(), options,
                                   random_rows{instrument(), ++seed}.table(3, rows));
            }
        }
    }

    TEST_CASE("agree on the pack of another year") {
        const auto older = load_pack(shipped_pack_json("brukerplan/2019")).value();
        for (std::uint64_t seed = 100; seed < 104; ++seed) {
            check_against_twin(older, test_policy(), random_rows{older, seed}.table(0, 700));
        }
    }

    TEST_CASE("agree on rules that nobody has thought of") {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            const auto with = random_rules{seed}.make(40);
            check_against_twin(with, test_policy(), random_rows{with, seed}.table(0, 300));
        }
    }

    TEST_CASE("agree however a batch is split") {
        for (std::uint64_t seed = 200; seed < 203; ++seed) {
            const random_rows rows{instrument(), seed};
            const std::size_t all = 1500;
            const auto options = every_option()[6];
            const auto expected = reference::validate(*instrument(), options, rows.table(0, all));
            const validator rules{instrument(), options};
            for (const std::size_t most : {1U, 7U, 64U, 100U, 1024U}) {
                finding_log log;
                std::vector<severity> worst;
                for (std::size_t first = 0; first < all; first += most) {
                    const auto some =
                        rules.validate(rows.table(first, std::min(most, all - first)), log);
                    worst.insert(worst.end(), some.begin(), some.end());
                }
                check_same(log, worst, expected, *instrument());
            }
        }
    }

    TEST_CASE("agree on the first details when there is no room for all") {
        const auto table = random_rows{instrument(), 300}.table(0, 1300);
        const auto expected = reference::validate(*instrument(), test_policy(), table);
        for (const std::size_t most : {1U, 5U, 1000U}) {
            finding_log log{most};
            (void)validator{instrument(), test_policy()}.validate(table, log);
            REQUIRE(log.details().size() == most);
            CHECK(log.truncated());
            for (std::size_t i = 0; i < most; ++i) {
                CHECK(same(log.details()[i], expected.findings[i]));
            }
            check_counts(log.counts(), expected, *instrument());
        }
    }

    TEST_CASE("agree on counts that are added up from parts") {
        const random_rows rows{instrument(), 301};
        const auto expected = reference::validate(*instrument(), test_policy(), rows.table(0, 900));
        const validator rules{instrument(), test_policy()};
        finding_counts sum;
        for (std::size_t first = 0; first < 900; first += 300) {
            finding_log part{0};
            (void)rules.validate(rows.table(first, 300), part);
            sum.add(part.counts());
        }
        check_counts(sum, expected, *instrument());
        check_units(sum, expected);
    }
}

TEST_SUITE("validation: facts of many rows") {

    TEST_CASE("are those of each row by itself") {
        for (std::uint64_t seed = 400; seed < 410; ++seed) {
            const auto table = random_rows{instrument(), seed}.table(0, 500);
            std::vector<record_facts> facts(500);
            facts_of_rows(table, instrument()->roles, 0, facts);
            for (std::size_t row = 0; row < facts.size(); ++row) {
                if (table.origins[row].fault != row_fault::none) {
                    continue;
                }
                const auto alone = facts_of(registration{table, instrument()->roles, row});
                const auto& f = facts[row];
                CHECK(f.number == alone.number);
                CHECK(f.number_cause == alone.number_cause);
                CHECK(f.kinds == alone.kinds);
                CHECK(f.only_2032_rule == alone.only_2032_rule);
                CHECK(f.number_sex == alone.number_sex);
                CHECK(f.birth_years == alone.birth_years);
                CHECK(f.merge_number == alone.merge_number);
                CHECK(f.basis == alone.basis);
                CHECK(f.age == alone.age);
                CHECK(f.children == alone.children);
            }
        }
    }
}

} // namespace validation_twin_test
