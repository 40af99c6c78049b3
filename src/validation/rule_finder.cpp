#include "validation/rule_finder.hpp"

#include <algorithm>
#include <array>

#include <brukerplan/validation/rule_kinds.hpp>

namespace brukerplan::detail {

rule_finder::rule_finder(const rule_program& program, const column_table& batch,
                         unit_finder& units)
    : program_(program), batch_(batch), units_(units), conditions_(program.conditions),
      municipalities_(batch.rows()), districts_(batch.rows()),
      areas_(program.areas, program.instrument.roles),
      words_(program.most_found * words_for(std::min(batch.rows(), block_rows))) {
    found_.reserve(program.most_found);
}

std::span<const found_rows> rule_finder::find(const row_block& block) {
    block_ = &block;
    conditions_.begin(block);
    areas_.begin(block);
    found_.clear();
    used_ = 0;
    find_faults();
    for (const auto& c : program_.checks) {
        check_ = &c;
        rule_ = &program_.instrument.rules[c.rule];
        if (rule_->kind != rule_kind::row || any_fault_) {
            find_all(c);
        }
    }
    return found_;
}

void rule_finder::find_faults() {
    const auto* origins = batch_.origins.data() + block_->first;
    test_rows(faulty_.data(), block_->rows,
              [&](std::size_t i) { return origins[i].fault != row_fault::none; });
    any_fault_ = any_row(faulty_.data(), block_->words());
    for (std::size_t w = 0; w < block_->words(); ++w) {
        const auto rest = block_->rows - w * word_rows;
        whole_[w] = ~faulty_[w] & (rest < word_rows ? (row_word{1} << rest) - 1 : ~row_word{0});
    }
}

void rule_finder::find_all(const check& c) {
    switch (rule_->kind) {
    case rule_kind::row: {
        block_bits rows;
        test_rows(rows.data(), block_->rows, [&](std::size_t i) {
            return batch_.origins[block_->first + i].fault == rule_->fault;
        });
        return emit(finding::no_field, rule_->severity, rows.data());
    }
    case rule_kind::alone:
        return find_alone();
    case rule_kind::national_number:
        return rule_->number == number_check::new_rule ? find_new_rule(c) : find_number();
    case rule_kind::agrees_with_number:
        return find_agreement(c);
    case rule_kind::identity_in_text:
        return find_identity_in_text();
    case rule_kind::date_in_year:
        return find_date_in_year(c);
    case rule_kind::municipality_valid:
        return find_municipality(c);
    case rule_kind::district_of:
        return find_district(c);
    case rule_kind::district_expected:
        return find_district_expected(c);
    case rule_kind::assessed:
        return find_assessed(c);
    case rule_kind::sum_at_most:
        return find_sum(c);
    case rule_kind::product_at_most:
        return find_product(c);
    default:
        return find_parts(c);
    }
}

bool rule_finder::meet(std::span<const std::size_t> all, row_word* out) {
    const auto words = block_->words();
    std::copy_n(whole_.data(), words, out);
    for (const auto condition : all) {
        const auto* rows = conditions_.rows(condition);
        row_word any = 0;
        for (std::size_t w = 0; w < words; ++w) {
            out[w] &= rows[w];
            any |= out[w];
        }
        if (any == 0) {
            return false;
        }
    }
    return any_row(out, words);
}

template <class Test>
void rule_finder::keep_rows(row_word* rows, Test test) {
    for (std::size_t w = 0; w < block_->words(); ++w) {
        for (auto rest = rows[w]; rest != 0; rest &= rest - 1) {
            const auto i = w * word_rows + static_cast<std::size_t>(std::countr_zero(rest));
            if (!test(i, block_->first + i)) {
                rows[w] &= ~(row_word{1} << (i % word_rows));
            }
        }
    }
}

void rule_finder::find_parts(const check& c) {
    for (const auto& part : c.parts) {
        block_bits found{};
        block_bits one;
        for (const auto& all : part.cases) {
            if (meet(all, one.data())) {
                for (std::size_t w = 0; w < block_->words(); ++w) {
                    found[w] |= one[w];
                }
            }
        }
        emit(part.field, rule_->severity, found.data());
    }
}

void rule_finder::find_alone() {
    for (const auto f : rule_->fields) {
        const auto* sets = block_->cells(f).sets().data() + block_->first;
        block_bits rows;
        test_rows(rows.data(), block_->rows, [&](std::size_t i) { return contradictory(sets[i]); });
        emit(f, rule_->severity, rows.data());
    }
}

void rule_finder::find_number() {
    const auto* facts = block_->facts.data();
    const auto& options = program_.options;
    block_bits rows;
    const auto with = [&](auto test) {
        test_rows(rows.data(), block_->rows, [&](std::size_t i) { return test(facts[i]); });
    };
    switch (rule_->number) {
    case number_check::valid:
        with([](const record_facts& f) { return number_refused(f); });
        break;
    case number_check::leading_zero:
        with([](const record_facts& f) { return f.number == number_status::lost_leading_zero; });
        break;
    case number_check::test_policy:
        with([&](const record_facts& f) { return breaks_test_policy(f, options); });
        break;
    case number_check::local_kind:
        with([&](const record_facts& f) { return local_kind(f, options); });
        break;
    case number_check::new_rule:
        return; // has a severity of its own
    }
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

void rule_finder::find_new_rule(const check& c) {
    const auto* facts = block_->facts.data();
    for (const auto& part : c.parts) {
        block_bits rows;
        if (!meet(part.cases.front(), rows.data())) {
            continue;
        }
        keep_rows(rows.data(), [&](std::size_t i, std::size_t) { return facts[i].only_2032_rule; });
        for (const auto given : {severity::info, rule_->severity}) {
            auto of_severity = rows;
            keep_rows(of_severity.data(), [&](std::size_t i, std::size_t) {
                return new_rule_severity(*rule_, facts[i], program_.options) == given;
            });
            emit(part.field, given, of_severity.data());
            if (given == rule_->severity) {
                break;
            }
        }
    }
}

void rule_finder::find_agreement(const check& c) {
    const auto f = rule_->fields.front();
    const auto& cells = block_->cells(f);
    const auto& roles = program_.instrument.roles;
    const auto* facts = block_->facts.data();
    block_bits rows;
    if (!meet(std::array{c.answered[0]}, rows.data())) {
        return;
    }
    if (program_.instrument.fields[f].role == role::person_birth_year) {
        keep_rows(rows.data(), [&](std::size_t i, std::size_t row) {
            return disagrees(facts[i].birth_years, cells.number(row));
        });
    } else {
        keep_rows(rows.data(), [&](std::size_t i, std::size_t row) {
            return disagrees(facts[i].number_sex, cells.number(row), roles);
        });
    }
    emit(f, rule_->severity, rows.data());
}

void rule_finder::find_identity_in_text() {
    const auto unit = program_.instrument.roles.column_of(role::source_unit);
    for (const auto f : rule_->fields) {
        const auto& cells = block_->cells(f);
        block_bits rows;
        if (unit != role_binding::unbound && f == static_cast<std::size_t>(unit)) {
            test_rows(rows.data(), block_->rows,
                      [&](std::size_t i) { return units_.holds_number(i); });
        } else {
            test_rows(rows.data(), block_->rows, [&](std::size_t i) {
                return holds_national_number(cells.text(block_->first + i));
            });
        }
        emit(f, rule_->severity, rows.data());
    }
}

void rule_finder::find_date_in_year(const check& c) {
    const auto& days = block_->cells(rule_->fields[0]);
    const auto& years = block_->cells(rule_->fields[1]);
    block_bits outside;
    if (!meet(std::array{c.answered[0], c.answered[1]}, outside.data())) {
        return;
    }
    auto year = year_days::of(0);
    keep_rows(outside.data(), [&](std::size_t, std::size_t row) {
        if (years.number(row) != year.year) {
            year = year_days::of(years.number(row));
        }
        return year.days_from(days.day(row)) > 0;
    });
    auto within = outside;
    keep_rows(within.data(), [&](std::size_t, std::size_t row) {
        return year_days::of(years.number(row)).days_from(days.day(row)) <= rule_->tolerance_days;
    });
    emit(rule_->fields[0], rule_->severity_within, within.data());
    for (std::size_t w = 0; w < block_->words(); ++w) {
        outside[w] &= ~within[w];
    }
    emit(rule_->fields[0], rule_->severity, outside.data());
}

std::optional<date> rule_finder::day_of_codes(std::size_t position, std::size_t row) const {
    return rule_->on ? rule_->on : std::optional{batch_.columns[rule_->fields[position]].day(row)};
}

void rule_finder::find_municipality(const check& c) {
    const auto& codes = block_->cells(rule_->fields[0]);
    block_bits rows;
    if (!meet(std::span{c.answered}.first(rule_->on ? 1 : 2), rows.data())) {
        return;
    }
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return !municipalities_(codes.text(row), *day_of_codes(1, row),
                                [&](std::string_view code, date day) {
                                    return municipality_accepted(code, day, program_.options);
                                });
    });
    emit(rule_->fields[0], rule_->severity, rows.data());
}

void rule_finder::find_district(const check& c) {
    const auto& codes = block_->cells(rule_->fields[0]);
    const auto& municipalities = block_->cells(rule_->fields[1]);
    block_bits rows;
    if (!meet(std::span{c.answered}.first(rule_->on ? 2 : 3), rows.data())) {
        return;
    }
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        const auto code = codes.text(row);
        const auto municipality = municipalities.text(row);
        const bool known = welcome_fictional(municipality, program_.options)
                               ? code.size() == 6
                               : districts_(code, *day_of_codes(2, row), district_valid_on);
        return foreign_district(code, municipality, known);
    });
    emit(rule_->fields[0], rule_->severity, rows.data());
}

void rule_finder::find_district_expected(const check& c) {
    const auto& municipalities = block_->cells(rule_->fields[1]);
    block_bits rows;
    if (!meet(std::array{c.missing[0], c.answered[1]}, rows.data())) {
        return;
    }
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return expects_district(*rule_, municipalities.text(row));
    });
    emit(rule_->fields[0], rule_->severity, rows.data());
}

void rule_finder::find_assessed(const check& c) {
    const auto words = block_->words();
    block_bits rows;
    if (rule_->assessed == assessed_check::none) {
        if (meet(c.missing, rows.data())) {
            emit(rule_->fields.front(), rule_->severity, rows.data());
        }
        return;
    }
    if (rule_->assessed == assessed_check::some) {
        row_word any = 0;
        for (std::size_t w = 0; w < words; ++w) {
            row_word missing = 0;
            row_word assessed = 0;
            for (std::size_t f = 0; f < c.missing.size(); ++f) {
                missing |= conditions_.rows(c.missing[f])[w];
                assessed |= conditions_.rows(c.answered[f])[w];
            }
            rows[w] = missing & assessed & whole_[w];
            any |= rows[w];
        }
        if (any != 0) {
            find_first_missing(c, rows.data());
        }
        return;
    }
    if (!meet(c.answered, rows.data())) {
        return;
    }
    const auto& first = block_->cells(rule_->fields.front());
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return std::all_of(rule_->fields.begin() + 1, rule_->fields.end(), [&](std::size_t f) {
            return block_->cells(f).number(row) == first.number(row);
        });
    });
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

/// The finding is about the first of the fields that is missing.
void rule_finder::find_first_missing(const check& c, row_word* rows) {
    for (std::size_t f = 0; f < c.missing.size(); ++f) {
        const auto* missing = conditions_.rows(c.missing[f]);
        block_bits here;
        for (std::size_t w = 0; w < block_->words(); ++w) {
            here[w] = rows[w] & missing[w];
            rows[w] &= ~here[w];
        }
        emit(rule_->fields[f], rule_->severity, here.data());
    }
}

void rule_finder::find_sum(const check& c) {
    block_bits rows;
    if (!meet(std::array{c.answered[0]}, rows.data())) {
        return;
    }
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return exceeds_sum(*rule_, batch_, row);
    });
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

void rule_finder::find_product(const check& c) {
    block_bits rows;
    if (!meet(c.answered, rows.data())) {
        return;
    }
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return exceeds_product(*rule_, program_.instrument, batch_, row);
    });
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

void rule_finder::emit(std::size_t field, severity given, const row_word* rows) {
    const auto words = block_->words();
    const auto& among = rule_->kind == rule_kind::row ? faulty_ : whole_;
    block_bits left;
    for (std::size_t w = 0; w < words; ++w) {
        left[w] = rows[w] & among[w];
    }
    for (const auto& change : check_->tuning.special) {
        const auto* area = areas_.rows(change.area);
        block_bits there;
        for (std::size_t w = 0; w < words; ++w) {
            there[w] = left[w] & area[w];
            left[w] &= ~area[w];
        }
        emit_tuned(field, change.severity, there.data());
    }
    emit_tuned(field, check_->tuning.everywhere ? check_->tuning.severity : given, left.data());
}

void rule_finder::emit_tuned(std::size_t field, std::optional<severity> given,
                             const row_word* rows) {
    const auto words = block_->words();
    if (!given || !any_row(rows, words)) {
        return;
    }
    auto* own = words_.data() + used_;
    std::copy_n(rows, words, own);
    used_ += words;
    found_.push_back({check_->rule, field, *given, own});
}

std::optional<severity> rule_finder::tuned(const check& c, severity given,
                                           std::size_t row) const noexcept {
    for (const auto& change : c.tuning.special) {
        if (holds_row(areas_.rows(change.area), row)) {
            return change.severity;
        }
    }
    return c.tuning.everywhere ? c.tuning.severity : given;
}

} // namespace brukerplan::detail
