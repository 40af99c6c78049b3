#include <brukerplan/register/transferred_round.hpp>

#include <algorithm>
#include <stdexcept>

#include <brukerplan/identity/district.hpp>
#include <brukerplan/version.hpp>

#include "register/stages.hpp"
#include "register/transfer_fields.hpp"

namespace brukerplan {

namespace {

bool is_set_of(const transfer_set& set, const pack& instrument) {
    auto sorted = set.fields;
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end() &&
           std::all_of(sorted.begin(), sorted.end(), [&](std::size_t f) {
               return f < instrument.fields.size() &&
                      detail::how_transferred(instrument.fields[f]) !=
                          detail::transferred_as::nothing;
           });
}

/// Fills the columns of the records.
class record_maker {
public:
    record_maker(const detail::transferable_rows& from, std::size_t persons)
        : from_(from), pack_(from.about.instrument()), persons_(persons) {}

    [[nodiscard]] column_table make(const transfer_set& set) const {
        auto table = pack_.make_table();
        table.origins.resize(persons_);
        for (std::size_t f = 0; f < pack_.fields.size(); ++f) {
            auto& column = table.columns[f];
            const bool leaves =
                std::find(set.fields.begin(), set.fields.end(), f) != set.fields.end();
            if (!leaves || !is_present(f)) {
                column.set_present(false);
                column.append_missing_rows(persons_);
                continue;
            }
            for (std::size_t row = 0; row < persons_; ++row) {
                append(f, row, column);
            }
        }
        return table;
    }

private:
    /// What no unit was asked is not there, rather than left unanswered.
    [[nodiscard]] bool is_present(std::size_t f) const {
        return from_.about.present[f] ||
               detail::how_transferred(pack_.fields[f]) != detail::transferred_as::merged ||
               pack_.fields[f].role == role::person_birth_year;
    }

    void append(std::size_t f, std::size_t row, column& to) const {
        const auto& field = pack_.fields[f];
        const auto& scope = from_.about.scope;
        switch (detail::how_transferred(field)) {
        case detail::transferred_as::running_number:
            return to.append_text(std::to_string(row + 1));
        case detail::transferred_as::round:
            if (field.role == role::place_municipality) {
                return to.append_text(scope.municipality);
            }
            if (field.role == role::round_mapping_year) {
                return to.append_number(scope.year);
            }
            return to.append_number(
                static_cast<std::int32_t>(scope.last_day->time_since_epoch().count()));
        default:
            return append_cell(field, (*from_.cells.find(f))[row], to);
        }
    }

    void append_cell(const field& f, const detail::kept_cell& cell, column& to) const {
        if (!cell.answered) {
            return to.append_missing();
        }
        switch (f.type) {
        case field_type::code:
            return to.append_code(static_cast<std::uint8_t>(cell.number));
        case field_type::codes:
            return to.append_codes(cell.codes);
        case field_type::district: {
            // Six digits that are no district may be a date.
            const auto code = detail::place_code_of(f.type, cell);
            return find_district(code, *from_.about.scope.last_day) != nullptr
                       ? to.append_text(code)
                       : to.append_missing();
        }
        case field_type::municipality:
            return to.append_text(detail::place_code_of(f.type, cell));
        default:
            return to.append_number(cell.number);
        }
    }

    const detail::transferable_rows& from_;
    const pack& pack_;
    std::size_t persons_;
};

/// Rules that the caller has changed, which decides about who can be used.
std::vector<rule_tuned> rule_changes(const validator& rules) {
    std::vector<rule_tuned> changes;
    for (const auto& area : rules.options().tuning.areas) {
        for (const auto& change : area.changes) {
            changes.push_back({rules.instrument().rules[change.rule].code, area.area,
                               change.severity ? std::string{token_of(*change.severity)} : "off"});
        }
    }
    return changes;
}

} // namespace

transferred_round transfer(transferable_round&& round, const transfer_set& fields,
                           step_stamp stamp) {
    auto& from = detail::stage_access::rows(round);
    const auto& about = from.about;
    const auto& instrument = about.instrument();
    if (!is_set_of(fields, instrument)) {
        throw std::invalid_argument{"the transfer set is not one for the pack of the round"};
    }
    check(stamp);
    if (about.scope.last_day && stamp.on < *about.scope.last_day) {
        throw std::invalid_argument{"the round is transferred before its last mapping date"};
    }
    const auto persons = about.transferred.transferable;
    const auto day = stamp.on;
    auto trail = about.trail;
    trail.push_back({"transferred", std::move(stamp), {{"records", persons}}});
    transferred_round made;
    made.records = record_maker{from, persons}.make(fields);
    made.fields = fields;
    made.receipt = {about.mapping_id,
                    about.scope,
                    instrument.id,
                    instrument.edition,
                    about.policy,
                    about.merge_changes,
                    rule_changes(about.rules),
                    fields.id,
                    about.rules.options().test_numbers,
                    std::string{library_version},
                    about.collected,
                    about.merged,
                    about.transferred,
                    day,
                    mapping_round::deletion_due(day),
                    std::move(trail)};
    detail::stage_access::use_up(round);
    return made;
}

} // namespace brukerplan
