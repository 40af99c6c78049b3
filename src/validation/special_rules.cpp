// Kinds of rules that are more than conditions joined: they look at cells themselves.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include <brukerplan/validation/rule_kinds.hpp>

#include "validation/rule_finder.hpp"

namespace brukerplan::detail {

void rule_finder::find_alone() {
    for (const auto f : rule_->fields) {
        block_bits rows;
        conditions_.contradictory(f, rows.data());
        emit(f, rule_->severity, rows.data());
    }
}

bool rule_finder::marks(number_mark which, row_word* out) const {
    const auto* marks = block_->number_marks.data();
    const auto bit = static_cast<int>(which);
    for (std::size_t w = 0; w < block_->full_words(); ++w) {
        out[w] = bit_of_bytes(marks + w * word_rows, bit);
    }
    if (const auto rest = block_->rows % word_rows; rest != 0) {
        const auto* last = marks + block_->full_words() * word_rows;
        out[block_->full_words()] =
            tested(rest, [&](std::size_t i) { return (last[i] >> bit & 1) != 0; });
    }
    return any_row(out, block_->words());
}

void rule_finder::find_number() {
    // In the order of `number_check`; `new_rule` has a severity of its own.
    constexpr std::array marked_by{number_mark::refused, number_mark::lost_leading_zero,
                                   number_mark::breaks_test_policy, number_mark::local_kind};
    block_bits rows;
    if (marks(marked_by[static_cast<std::size_t>(rule_->number)], rows.data())) {
        emit(rule_->fields.front(), rule_->severity, rows.data());
    }
}

void rule_finder::find_new_rule(const check& c) {
    block_bits new_rule;
    block_bits rows;
    if (!marks(number_mark::only_2032_rule, new_rule.data()) || c.parts.empty() ||
        !meet(c.parts.front().cases.front(), rows.data())) {
        return;
    }
    block_bits welcome;
    (void)marks(number_mark::welcome_test_number, welcome.data());
    for (std::size_t w = 0; w < block_->words(); ++w) {
        rows[w] &= new_rule[w];
        welcome[w] &= rows[w];
        rows[w] &= ~welcome[w];
    }
    const auto f = rule_->fields.front();
    emit(f, new_rule_severity(*rule_, true), welcome.data());
    emit(f, new_rule_severity(*rule_, false), rows.data());
}

void rule_finder::find_agreement(const check& c) {
    const auto f = rule_->fields.front();
    const auto& cells = block_->cells(f);
    const auto& roles = program_.instrument.roles;
    block_bits rows;
    if (!meet(std::array{c.answered[0]}, rows.data())) {
        return;
    }
    if (program_.instrument.fields[f].role == role::person_birth_year) {
        keep_marked(rows.data(), [recorded = cells.numbers().data() + block_->first,
                                  first = block_->first_birth_years.data(),
                                  last = block_->last_birth_years.data()](std::size_t i) {
            return (first[i] != 0) & (recorded[i] != first[i]) & (recorded[i] != last[i]);
        });
    } else {
        // For each of the two: the codes that say the other. Of cells without a code all is alike.
        std::array<std::array<std::uint8_t, 256>, sex_tokens.size()> others{};
        const auto codes = program_.instrument.list_of(program_.instrument.fields[f])->codes.size();
        for (std::size_t s = 0; s < others.size(); ++s) {
            for (std::size_t code = 0; code < codes; ++code) {
                others[s][code] =
                    disagrees(static_cast<sex>(s), static_cast<std::int32_t>(code), roles) ? 1 : 0;
            }
        }
        keep_marked(rows.data(), [&others, codes = cells.code_cells().data() + block_->first,
                                  sexes = block_->number_sexes.data()](std::size_t i) {
            return others[static_cast<std::size_t>(sexes[i])][codes[i]];
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
            if (!units_.any_number()) {
                continue;
            }
            test_rows(rows.data(), block_->rows,
                      [&](std::size_t i) { return units_.holds_number(i); });
        } else {
            constexpr std::uint32_t shortest = 11; // of a number
            const auto texts = cells.texts().subspan(block_->first, block_->rows);
            std::uint32_t longest = 0;
            for (const auto place : texts) {
                longest = std::max(longest, place.size);
            }
            if (longest < shortest) { // as in nearly every block
                continue;
            }
            test_rows(rows.data(), block_->rows, [&](std::size_t i) {
                return texts[i].size >= shortest &&
                       holds_number_by_table(cells.text(block_->first + i));
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
    // Mostly all dates are in the year of the first.
    const auto year = year_days::of(years.number(block_->first));
    const auto number = [](date day) {
        return static_cast<std::int32_t>(day.time_since_epoch().count());
    };
    keep_marked(outside.data(),
                [=, recorded = years.numbers().data() + block_->first,
                 mapped = days.numbers().data() + block_->first, first = number(year.first),
                 last = number(year.last)](std::size_t i) {
                    return (recorded[i] != year.year) | (mapped[i] < first) | (mapped[i] > last);
                });
    std::array<year_days, 16> known;
    known.fill(year);
    const auto days_outside = [&](std::size_t row) {
        const auto wanted = years.number(row);
        auto& of_row = known[static_cast<std::uint32_t>(wanted) % known.size()];
        if (of_row.year != wanted) {
            of_row = year_days::of(wanted);
        }
        return of_row.days_from(days.day(row));
    };
    keep_rows(outside.data(), [&](std::size_t, std::size_t row) { return days_outside(row) > 0; });
    auto within = outside;
    keep_rows(within.data(), [&](std::size_t, std::size_t row) {
        return days_outside(row) <= rule_->tolerance_days;
    });
    emit(rule_->fields[0], rule_->severity_within, within.data());
    for (std::size_t w = 0; w < block_->words(); ++w) {
        outside[w] &= ~within[w];
    }
    emit(rule_->fields[0], rule_->severity, outside.data());
}

std::optional<date> rule_finder::day_of_codes(std::size_t position, std::size_t row) const {
    return rule_->on ? rule_->on : std::optional{batch_->columns[rule_->fields[position]].day(row)};
}

void rule_finder::find_municipality(const check& c) {
    const auto& codes = block_->cells(rule_->fields[0]);
    block_bits rows;
    if (!meet(std::span{c.answered}.first(rule_->on ? 1 : 2), rows.data())) {
        return;
    }
    // Rows that follow each other are mostly of one municipality and day.
    last_text accepted;
    std::optional<date> last_day;
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        const auto day = *day_of_codes(1, row);
        if (day != last_day) {
            accepted = {};
            last_day = day;
        }
        return !accepted(codes, row, [&](std::string_view text) {
            return municipalities_(text, day, [&](std::string_view code, date on) {
                return municipality_accepted(code, on, program_.options);
            });
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
    last_text fictional;
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        const auto code = codes.text(row);
        const bool welcome = fictional(municipalities, row, [&](std::string_view municipality) {
            return welcome_fictional(municipality, program_.options);
        });
        const bool known =
            welcome ? code.size() == 6 : districts_(code, *day_of_codes(2, row), district_valid_on);
        return foreign_district(code, municipalities.text(row), known);
    });
    emit(rule_->fields[0], rule_->severity, rows.data());
}

void rule_finder::find_district_expected(const check& c) {
    const auto& municipalities = block_->cells(rule_->fields[1]);
    block_bits rows;
    if (!meet(std::array{c.missing[0], c.answered[1]}, rows.data())) {
        return;
    }
    last_text expects;
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return expects(municipalities, row, [&](std::string_view municipality) {
            return expects_district(*rule_, municipality);
        });
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
    for (std::size_t f = 1; f < rule_->fields.size(); ++f) {
        keep_same_code(rule_->fields.front(), rule_->fields[f], rows.data());
    }
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

void rule_finder::keep_same_code(std::size_t field, std::size_t other, row_word* rows) const {
    const auto* codes = block_->cells(field).code_cells().data() + block_->first;
    const auto* others = block_->cells(other).code_cells().data() + block_->first;
    keep_marked(rows, [=](std::size_t i) { return codes[i] == others[i]; });
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
    if (!meet(c.parts.front().cases.front(), rows.data())) {
        return;
    }
    keep_rows(rows.data(),
              [&](std::size_t, std::size_t row) { return exceeds_sum(*rule_, *batch_, row); });
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

void rule_finder::find_product(const check& c) {
    block_bits rows;
    if (!meet(c.answered, rows.data())) {
        return;
    }
    keep_rows(rows.data(), [&](std::size_t, std::size_t row) {
        return exceeds_product(*rule_, program_.instrument, *batch_, row);
    });
    emit(rule_->fields.front(), rule_->severity, rows.data());
}

} // namespace brukerplan::detail
