#include "register/person_rules.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include <brukerplan/model/assessment.hpp>

#include "register/registration_order.hpp"

namespace brukerplan::detail {

namespace {

/// Cells of a role as a number of the model's own list; nothing for no answer.
std::optional<std::uint8_t> decoded(const pack& instrument, const kept_registrations& kept, role r,
                                    std::uint32_t row) {
    const auto at = instrument.roles.column_of(r);
    const auto* column =
        at == role_binding::unbound ? nullptr : kept.cells.find(static_cast<std::size_t>(at));
    const auto cell = column != nullptr ? (*column)[row] : kept_cell{};
    return cell.answered
               ? std::optional{instrument.roles
                                   .decode[index_of(r)][static_cast<std::size_t>(cell.number)]}
               : std::nullopt;
}

} // namespace

person_rules::person_rules(const round_facts& about, const kept_registrations& kept)
    : about_(about), kept_(kept) {
    const auto& instrument = about.instrument();
    for (std::size_t i = 0; i < instrument.rules.size(); ++i) {
        const auto& r = instrument.rules[i];
        if (r.kind != rule_kind::person) {
            continue;
        }
        person_rule made{i, {}};
        for (const auto f : r.fields) {
            made.fields.push_back(
                {f, merged_field{instrument, instrument.fields[f]}, kept.cells.find(f)});
        }
        rules_.push_back(std::move(made));
    }
}

person_rules::stance person_rules::stance_in(person_check check, const compared_field& f) const {
    const auto& instrument = about_.instrument();
    switch (check) {
    case person_check::opposite:
        return [this, &instrument, r = *instrument.fields[f.field].role](std::uint32_t row) {
            const auto code = decoded(instrument, kept_, r, row).value_or(0);
            const auto colour = static_cast<rating>(code);
            return colour == rating::green || colour == rating::red
                       ? std::optional<std::int64_t>{code}
                       : std::nullopt;
        };
    case person_check::category:
        return [this, &instrument](std::uint32_t row) -> std::optional<std::int64_t> {
            const auto problem = decoded(instrument, kept_, role::problem_substance, row);
            const auto disorder = decoded(instrument, kept_, role::problem_mental_disorder, row);
            if (!problem || !disorder) {
                return std::nullopt;
            }
            const auto group =
                categorise(static_cast<yes_no>(*problem), static_cast<mental_disorder>(*disorder));
            return group == category::unknown ? std::nullopt
                                              : std::optional{static_cast<std::int64_t>(group)};
        };
    default:
        return [&f](std::uint32_t row) -> std::optional<std::int64_t> {
            const auto cell = (*f.cells)[row];
            return f.facts.is_known(cell) ? std::optional<std::int64_t>{cell.number} : std::nullopt;
        };
    }
}

void person_rules::look_at(registration_indices of_person) {
    if (of_person.size() < 2) {
        return;
    }
    for (const auto& r : rules_) {
        const auto check = about_.instrument().rules[r.index].person;
        switch (check) {
        case person_check::differs:
        case person_check::opposite:
            for (const auto& f : r.fields) {
                compare(r, f.field, stance_in(check, f), of_person);
            }
            break;
        case person_check::category:
            compare(r, r.fields.front().field, stance_in(check, r.fields.front()), of_person);
            break;
        case person_check::same_unit:
            find_same_unit(r, of_person);
            break;
        case person_check::other_number:
            break; // is about several persons
        }
    }
}

/// Told of the latest registration. The others are those that say something else than the latest
/// that says anything, and that one when it is another.
void person_rules::compare(const person_rule& r, std::size_t field, const stance& of,
                           registration_indices of_person) {
    std::optional<std::int64_t> first;
    std::uint32_t who_said = 0;
    std::vector<std::uint32_t> others;
    for (const auto row : of_person) {
        const auto said = of(row);
        if (!first && said) {
            first = said;
            who_said = row;
        } else if (said && said != first) {
            others.push_back(row);
        }
    }
    if (others.empty()) {
        return;
    }
    if (who_said != of_person.front()) {
        others.insert(others.begin(), who_said);
    }
    add(r, field, of_person.front(), others);
}

/// Told of the latest registration of the unit that has several.
void person_rules::find_same_unit(const person_rule& r, registration_indices of_person) {
    const auto unit_of = [&](std::uint32_t row) { return kept_.text_of(kept_.each[row].unit); };
    for (std::size_t i = 0; i < of_person.size(); ++i) {
        const auto unit = unit_of(of_person[i]);
        const auto is_same = [&](std::uint32_t row) { return unit_of(row) == unit; };
        const auto before = of_person.first(i);
        if (unit.empty() || std::any_of(before.begin(), before.end(), is_same)) {
            continue;
        }
        std::vector<std::uint32_t> others;
        const auto after = of_person.subspan(i + 1);
        std::copy_if(after.begin(), after.end(), std::back_inserter(others), is_same);
        if (!others.empty()) {
            add(r, r.fields.front().field, of_person[i], others);
        }
    }
}

void person_rules::tell_of_pair(std::uint32_t about, std::uint32_t other) {
    for (const auto& r : rules_) {
        if (about_.instrument().rules[r.index].person == person_check::other_number) {
            add(r, r.fields.front().field, about, std::array{other});
        }
    }
}

std::uint64_t person_rules::look_for_pairs(registration_indices latest) {
    const auto key = [&](std::uint32_t row) {
        const auto& one = kept_.each[row];
        return std::tuple{one.birth_date, one.of};
    };
    std::vector<std::uint32_t> dated;
    std::copy_if(latest.begin(), latest.end(), std::back_inserter(dated), [&](std::uint32_t row) {
        return kept_.each[row].birth_date != 0 && kept_.each[row].of != sex::unknown;
    });
    std::sort(dated.begin(), dated.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto& x = kept_.each[a];
        const auto& y = kept_.each[b];
        return key(a) != key(b) ? key(a) < key(b)
                                : comes_first(x.mapped_on, x.sequence, y.mapped_on, y.sequence);
    });
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < dated.size(); ++i) {
        for (auto j = i + 1; j < dated.size() && key(dated[j]) == key(dated[i]); ++j) {
            if (kept_.each[dated[i]].number_kinds == kept_.each[dated[j]].number_kinds) {
                continue;
            }
            ++pairs;
            tell_of_pair(dated[i], dated[j]);
        }
    }
    return pairs;
}

std::uint64_t person_rules::look_for_objections(registration_indices latest) {
    using dated_sex = std::tuple<std::int32_t, sex>;
    std::vector<std::pair<dated_sex, std::uint16_t>> objections;
    for (const auto& one : kept_.objections) {
        if (one.birth_date != 0 && one.of != sex::unknown) {
            objections.emplace_back(dated_sex{one.birth_date, one.of}, one.number_kinds);
        }
    }
    std::sort(objections.begin(), objections.end());
    objections.erase(std::unique(objections.begin(), objections.end()), objections.end());
    std::uint64_t pairs = 0;
    for (const auto row : latest) {
        const auto& one = kept_.each[row];
        const dated_sex key{one.birth_date, one.of};
        auto at = std::lower_bound(objections.begin(), objections.end(),
                                   std::pair{key, std::uint16_t{0}});
        for (; at != objections.end() && at->first == key; ++at) {
            if (at->second == one.number_kinds) {
                continue;
            }
            ++pairs;
            tell_of_pair(row, row); // of who objects nothing is kept to point at
        }
    }
    return pairs;
}

std::optional<severity> person_rules::tuned(const rule& r, std::size_t index,
                                            std::uint32_t about) const {
    const auto& instrument = about_.instrument();
    const auto at = instrument.roles.column_of(role::place_district);
    const auto* districts =
        at == role_binding::unbound ? nullptr : kept_.cells.find(static_cast<std::size_t>(at));
    const auto district = districts != nullptr
                              ? place_code_of(field_type::district, (*districts)[about])
                              : std::string{};
    return tuned_severity(about_.rules.options().tuning, index, r.severity,
                          about_.scope.municipality, district);
}

void person_rules::add(const person_rule& r, std::size_t field, std::uint32_t about,
                       registration_indices others) {
    const auto how = tuned(about_.instrument().rules[r.index], r.index, about);
    if (!how) {
        return;
    }
    const auto& one = kept_.each[about];
    const auto shown = [&](kept_text text) {
        return text.hidden ? std::to_string(one.record) : std::string{kept_.text_of(text)};
    };
    std::vector<std::uint64_t> records;
    std::transform(others.begin(), others.end(), std::back_inserter(records),
                   [&](std::uint32_t row) { return kept_.each[row].record; });
    std::sort(records.begin(), records.end());
    std::vector<std::string> rows; // as people count them
    std::transform(records.begin(), records.end(), std::back_inserter(rows),
                   [](std::uint64_t record) { return std::to_string(record + 1); });
    const auto unit = one.unit.hidden      ? unit_counts::kind::masked
                      : one.unit.size == 0 ? unit_counts::kind::unnamed
                                           : unit_counts::kind::named;
    found_.push_back({{one.record,
                       r.index,
                       *how,
                       field,
                       shown(one.row_ref),
                       shown(one.unit),
                       one.row_ref.hidden,
                       one.unit.hidden,
                       {{"rows", std::move(rows)}}},
                      unit,
                      records.front()});
}

void person_rules::tell(finding_log& to) {
    const auto place = [](const found& f) {
        return std::tuple{f.finding.record, f.finding.rule, f.finding.field, f.other};
    };
    std::sort(found_.begin(), found_.end(),
              [&](const found& a, const found& b) { return place(a) < place(b); });
    finding_counts counts;
    for (auto at = found_.begin(); at != found_.end();) {
        const auto record = at->finding.record;
        counts.begin_row(at->unit, at->finding.unit);
        for (; at != found_.end() && at->finding.record == record; ++at) {
            counts.add(at->finding);
        }
        counts.end_row(severity::none);
    }
    auto parts = counts.parts();
    parts.rows = {};
    for (auto& unit : parts.units) {
        unit.rows = {};
    }
    to.counts().add(parts);
    for (auto& each : found_) {
        if (to.room()) {
            to.keep(std::move(each.finding));
        } else {
            to.note_truncated();
        }
    }
    found_.clear();
}

} // namespace brukerplan::detail
