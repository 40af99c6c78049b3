#include <brukerplan/register/collected_round.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <set>

#include <brukerplan/model/registration.hpp>
#include <brukerplan/validation/likely_identity.hpp>

#include "identity/code_shape.hpp"
#include "register/plain_name.hpp"
#include "register/stages.hpp"
#include "register/transfer_fields.hpp"
#include "register/written_number.hpp"
#include "validation/facts_reader.hpp"

namespace brukerplan {

namespace detail {

void kept_registrations::append(const kept_registrations& more) {
    make_room(each, more.each.size());
    make_room(texts, more.texts.size());
    make_room(objections, more.objections.size());
    cells.make_room(more.each.size());
    const auto shift = texts.size(); // from here on nothing fails
    texts.insert(texts.end(), more.texts.begin(), more.texts.end());
    objections.insert(objections.end(), more.objections.begin(), more.objections.end());
    for (const auto& one : more.each) {
        auto& own = each.emplace_back(one);
        own.row_ref.begin += shift;
        own.unit.begin += shift;
    }
    cells.append_rows(more.cells, std::views::iota(std::size_t{0}, more.each.size()));
}

kept_text kept_registrations::keep(std::string_view text) {
    const kept_text place{texts.size(), static_cast<std::uint32_t>(text.size()), false};
    texts.insert(texts.end(), text.begin(), text.end());
    return place;
}

} // namespace detail

namespace {

using detail::kept_registration;

constexpr int least_age = 16;
constexpr std::size_t longest_mapping_id = 100;

/// The fields whose cells are kept: those that leave, and those that rules compare.
std::vector<std::size_t> kept_fields(const pack& instrument) {
    const auto leaving = detail::fields_transferred_as(instrument, detail::transferred_as::merged);
    std::set<std::size_t> fields{leaving.begin(), leaving.end()};
    for (const auto& r : instrument.rules) {
        if (r.kind == rule_kind::person && r.person == person_check::differs) {
            fields.insert(r.fields.begin(), r.fields.end());
        }
    }
    return {fields.begin(), fields.end()};
}

/// The code of a field for a role that says yes; none where the pack has no such field.
std::optional<std::size_t> yes_of(const pack& instrument, role r) {
    const auto* f = instrument.field_of(r);
    return f != nullptr ? instrument.list_of(*f)->find("yes") : std::nullopt;
}

bool says_yes(const registration& r, role of, std::optional<std::size_t> yes) {
    const auto code = r.number(of);
    return code && yes && static_cast<std::size_t>(*code) == *yes;
}

/// Answers to whether somebody objects that say no, but by no code of the list. Ours: any other
/// that cannot be read counts as an objection until it is corrected.
constexpr std::array<std::string_view, 6> words_for_no{"nei", "no", "n", "false", "usann", "0"};

bool says_no(std::string_view answer) {
    std::string lower;
    for (const char c : answer) {
        if (c != ' ' && c != '\t') {
            lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return std::find(words_for_no.begin(), words_for_no.end(), lower) != words_for_no.end();
}

/// The day of birth that the digits of a number and a year give; 0 where they give none.
std::int32_t birth_date_of(std::optional<std::uint64_t> number, std::optional<int> year) {
    if (!number || !year || *number > 99'999'999'999U) { // a DUF number has no date
        return 0;
    }
    const auto digits = static_cast<int>(*number / 10'000'000);
    const int day = digits / 100 > 40 ? digits / 100 - 40 : digits / 100;
    const int month = detail::plain_month(digits % 100);
    return detail::is_day_and_month(day, month) ? *year * 10'000 + month * 100 + day : 0;
}

/// The year that the number makes certain; else the recorded one.
std::optional<int> birth_year_of(const record_facts& facts, const registration& r) {
    return facts.birth_years.size() == 1 ? std::optional<int>{facts.birth_years[0]}
                                         : r.birth_year();
}

record_facts facts_of_row(const registration& r) {
    auto facts = detail::facts_by_table(r);
    detail::take_merge_number(r.national_number(), facts);
    return facts;
}

/// One batch on its way into a round. What is worked out here goes into the round when all of it
/// has been.
class incoming_batch {
public:
    incoming_batch(const detail::collected_rows& round, const column_table& batch)
        : round_(round), pack_(round.about.instrument()), batch_(batch),
          kept_(round.kept.cells.empty_copy()), counts_(round.about.collected),
          scope_(round.about.scope), informed_yes_(yes_of(pack_, role::rights_informed)),
          objects_yes_(yes_of(pack_, role::rights_objects)) {}

    void take(std::span<const severity> worst) {
        for (std::size_t row = 0; row < batch_.rows(); ++row) {
            const auto sequence = counts_.rows++;
            if (batch_.origins[row].fault != row_fault::none) {
                ++counts_.unreadable;
                continue;
            }
            const registration r{batch_, pack_.roles, row};
            if (objects(r)) {
                object(r);
            } else if (is_error(worst[row]) || !is_placed(r)) {
                ++counts_.with_errors;
            } else {
                use(r, sequence);
            }
        }
    }

    void commit(detail::collected_rows& to) const {
        std::vector<bool> present = to.about.present;
        for (std::size_t i = 0; i < present.size(); ++i) {
            present[i] = present[i] || batch_.columns[i].present();
        }
        mapping_round scope = scope_;
        to.kept.append(kept_);
        to.about.present = std::move(present);
        to.about.scope = std::move(scope);
        to.about.collected = counts_;
    }

private:
    [[nodiscard]] static bool is_placed(const registration& r) {
        return detail::is_municipality_code(r.municipality()) && r.mapping_year() && r.mapped_on();
    }

    /// A round is of one municipality and year.
    void enter(const registration& r) {
        const auto refuse = [&](std::string_view what) {
            throw row_of_another_round{
                "row " + std::to_string(r.record() + 1) + " is of another " + std::string{what} +
                    " than the rows before it: each municipality's mapping is prepared by itself",
                r.record()};
        };
        if (const auto code = r.municipality(); detail::is_municipality_code(code)) {
            if (scope_.municipality.empty()) {
                scope_.municipality = code;
            } else if (scope_.municipality != code) {
                refuse("municipality");
            }
        }
        if (const auto year = r.mapping_year()) {
            if (scope_.year == 0) {
                scope_.year = *year;
            } else if (scope_.year != *year) {
                refuse("mapping year");
            }
        }
    }

    [[nodiscard]] bool objects(const registration& r) const {
        return says_yes(r, role::rights_objects, objects_yes_) ||
               (r.unreadable(role::rights_objects) &&
                !says_no(cells_of(role::rights_objects).unreadable_text(r.row())));
    }

    /// Of whatever place and year, and on whatever day: an objection with a wrong code is one all
    /// the same, and with a wrong number it reaches those with the same wrong number.
    void object(const registration& r) {
        ++counts_.objected;
        const detail::written_number number{number_text(r)};
        auto facts = detail::facts_by_table(number.digits());
        detail::take_merge_number(number.digits(), facts);
        counts_.objections_without_number += facts.merge_number ? 0 : 1;
        if (const auto value = number.value()) {
            kept_.objections.push_back({round_.names.of_merge_number(*value).bytes,
                                        birth_date_of(facts.merge_number, birth_year_of(facts, r)),
                                        facts.number_sex.value_or(r.sex()), facts.kinds.bits()});
        }
    }

    [[nodiscard]] std::string_view number_text(const registration& r) const {
        const auto& cells = cells_of(role::identity_national_number);
        return cells.state(r.row()) == cell_state::unreadable ? cells.unreadable_text(r.row())
                                                              : cells.text(r.row());
    }
    [[nodiscard]] const column& cells_of(role of) const {
        return batch_.columns[static_cast<std::size_t>(pack_.roles.column_of(of))];
    }

    /// Whether the person is shown to be old enough. Where the year is not certain by the number,
    /// as in a D-number, its day counts with the year that is recorded, and its own digits of the
    /// year must not make the person too young.
    [[nodiscard]] static bool is_of_age(const registration& r, const record_facts& facts) {
        const auto& number = facts.merge_number;
        const auto recorded = r.birth_year();
        if (facts.basis == age_basis::birth_year && number && recorded) {
            const std::chrono::year_month_day mapped{*r.mapped_on()};
            const auto digits = static_cast<int>(*number / 100'000 % 100);
            const int this_year = static_cast<int>(mapped.year());
            const int by_digits = this_year - (this_year - digits) % 100;
            const int year = digits == *recorded % 100 ? *recorded : std::max(*recorded, by_digits);
            if (const auto born = birth_date_of(number, year); born != 0) {
                const std::chrono::year_month_day day{
                    std::chrono::year{year},
                    std::chrono::month{static_cast<unsigned>(born / 100 % 100)},
                    std::chrono::day{static_cast<unsigned>(born % 100)}};
                return years_between(day, mapped) >= least_age;
            }
        }
        return facts.basis != age_basis::unknown && facts.age >= least_age;
    }

    /// By a code that says something.
    [[nodiscard]] bool is_answered(const registration& r, role of) const {
        const auto* f = pack_.field_of(of);
        const auto code = r.number(of);
        return code && pack_.list_of(*f)->codes[static_cast<std::size_t>(*code)].token != "unknown";
    }

    void use(const registration& r, std::uint64_t sequence) {
        enter(r);
        const auto facts = facts_of_row(r);
        if (!is_of_age(r, facts)) {
            ++counts_.out_of_age;
            return;
        }
        ++counts_.registrations;
        const auto day = *r.mapped_on();
        scope_.first_day = std::min(scope_.first_day.value_or(day), day);
        scope_.last_day = std::max(scope_.last_day.value_or(day), day);

        // Of people without a certain birth date the year is recorded, since the age is known.
        const auto birth_year = birth_year_of(facts, r);
        const auto& number = facts.merge_number;
        auto& kept = kept_.each.emplace_back();
        kept.person = number ? round_.names.of_merge_number(*number).bytes
                             : round_.names.of_unlinked_row(sequence).bytes;
        const auto written = detail::written_number{number_text(r)}.value();
        kept.objects_as = written ? round_.names.of_merge_number(*written).bytes : kept.person;
        kept.sequence = sequence;
        kept.record = r.record();
        kept.mapped_on = day;
        kept.linked = number.has_value();
        kept.asked_to_object = is_answered(r, role::rights_objects);
        counts_.objection_unanswered += kept.asked_to_object ? 0 : 1;
        kept.informed = says_yes(r, role::rights_informed, informed_yes_);
        kept.birth_date = birth_date_of(number, birth_year);
        kept.of = facts.number_sex.value_or(r.sex());
        kept.number_kinds = facts.kinds.bits();
        kept.row_ref = reference(r, role::source_row_ref);
        kept.unit = reference(r, role::source_unit);
        keep_cells(r.row(), birth_year);
    }

    /// Not kept where it may identify somebody.
    [[nodiscard]] detail::kept_text reference(const registration& r, role of) {
        const auto text = r.text(of);
        return may_identify(text, r.national_number()) ? detail::kept_text{0, 0, true}
                                                       : kept_.keep(text);
    }

    void keep_cells(std::size_t row, std::optional<int> birth_year) {
        const auto fields = kept_.cells.fields();
        const auto columns = kept_.cells.columns();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto& f = pack_.fields[fields[i]];
            columns[i].append(
                f.role == role::person_birth_year && f.asked
                    ? detail::kept_cell{birth_year.has_value(), birth_year.value_or(0), {}}
                    : detail::kept_cell_of(f.type, batch_.columns[fields[i]], row));
        }
    }

    const detail::collected_rows& round_;
    const pack& pack_;
    const column_table& batch_;
    detail::kept_registrations kept_;
    collection_counts counts_;
    mapping_round scope_;
    std::optional<std::size_t> informed_yes_;
    std::optional<std::size_t> objects_yes_;
};

} // namespace

collected_round::collected_round(const validator& rules, std::string mapping_id, step_stamp stamp,
                                 finding_log& findings) {
    const auto& instrument = rules.instrument();
    for (const auto r : roles_to_merge_by) {
        if (instrument.field_of(r) == nullptr) {
            throw std::invalid_argument{"the pack has no field for the role " +
                                        std::string{name_of(r)} + ", which merging needs"};
        }
    }
    detail::check_plain_name(mapping_id, longest_mapping_id, "the id of a mapping");
    check(stamp);
    // The key is for this round alone, which is of one municipality: it need not be told from
    // others, and somebody may object before the municipality is known.
    pseudonymiser names{ephemeral_key::generate(), mapping_id, {}};
    detail::round_facts about{rules, std::move(mapping_id), {}, {}, {}, {}, {}, {}, {}, {}};
    about.present.assign(instrument.fields.size(), false);
    about.trail.push_back({"collected", std::move(stamp), {}});
    detail::kept_registrations kept{detail::kept_table{instrument, kept_fields(instrument)}};
    // Whole parts alone: what fails between parts in braces is destroyed twice by GCC 12.
    rows_ = std::make_unique<detail::collected_rows>(
        detail::collected_rows{std::move(about), &findings, std::move(names), std::move(kept)});
}

collected_round::collected_round(collected_round&&) noexcept = default;
collected_round& collected_round::operator=(collected_round&&) noexcept = default;
collected_round::~collected_round() = default;

void collected_round::add(const column_table& batch) {
    auto& rows = detail::stage_access::rows(*this);
    const auto worst = rows.about.rules.validate(batch, *rows.findings);
    incoming_batch incoming{rows, batch};
    incoming.take(worst);
    incoming.commit(rows);
}

const collection_counts& collected_round::counts() const noexcept {
    return rows_->about.collected;
}

const mapping_round& collected_round::scope() const noexcept {
    return rows_->about.scope;
}

} // namespace brukerplan
