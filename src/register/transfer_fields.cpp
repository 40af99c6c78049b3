#include "register/transfer_fields.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>

#include <brukerplan/register/transferable_round.hpp>

namespace brukerplan {

namespace detail {

namespace {

using how = transferred_as;

constexpr std::array<std::pair<role, transferred_as>, 10> by_role{{
    {role::source_row_ref, how::running_number},
    {role::place_municipality, how::round},
    {role::round_mapping_year, how::round},
    {role::round_mapped_on, how::round},
    {role::source_unit, how::nothing},
    {role::source_mapper, how::nothing},
    {role::identity_national_number, how::nothing},
    {role::rights_informed, how::nothing},
    {role::rights_objects, how::nothing},
    {role::rights_record_noted, how::nothing},
}};

/// In each of these a date of birth can be written.
constexpr std::array types_that_stay{field_type::text, field_type::date, field_type::decimal,
                                     field_type::national_number};

} // namespace

transferred_as how_transferred(const field& f) noexcept {
    if (!f.asked) {
        return how::nothing;
    }
    for (const auto& [r, transferred] : by_role) {
        if (f.role == r) {
            return transferred;
        }
    }
    const bool stays =
        std::find(types_that_stay.begin(), types_that_stay.end(), f.type) != types_that_stay.end();
    return stays ? how::nothing : how::merged;
}

std::vector<std::size_t> fields_transferred_as(const pack& instrument, transferred_as wanted) {
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        if (how_transferred(instrument.fields[i]) == wanted) {
            fields.push_back(i);
        }
    }
    return fields;
}

} // namespace detail

namespace {

bool holds(std::span<const std::size_t> fields, std::size_t field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// Whether a file with some of the fields can still be read, as one with all of them can.
bool is_readable(const pack& instrument, std::span<const std::size_t> all,
                 std::span<const std::size_t> kept) {
    const bool required = std::all_of(all.begin(), all.end(), [&](std::size_t f) {
        return !instrument.fields[f].required || holds(kept, f);
    });
    const auto has_any = [&](const std::vector<std::size_t>& group) {
        const auto among = [&](std::span<const std::size_t> fields) {
            return std::any_of(group.begin(), group.end(),
                               [&](std::size_t f) { return holds(fields, f); });
        };
        return !among(all) || among(kept);
    };
    return required &&
           std::all_of(instrument.required_any.begin(), instrument.required_any.end(), has_any);
}

} // namespace

transfer_set make_transfer_set(const pack& instrument, std::span<const std::string> without) {
    auto all = detail::fields_transferred_as(instrument, detail::transferred_as::running_number);
    const auto numbered = all.size();
    for (std::size_t i = 0; i < instrument.fields.size(); ++i) {
        const auto how = detail::how_transferred(instrument.fields[i]);
        if (how == detail::transferred_as::round || how == detail::transferred_as::merged) {
            all.push_back(i);
        }
    }
    auto kept = all;
    for (const auto& name : without) {
        const auto field = instrument.find_field(name);
        const auto at = field ? std::find(kept.begin(), kept.end(), *field) : kept.end();
        if (at == kept.end()) {
            throw std::invalid_argument{
                field ? "\"" + name + "\" does not leave, or is left out twice"
                      : "a field that is to be left out is not one of the pack's"};
        }
        if (static_cast<std::size_t>(at - kept.begin()) < numbered) {
            throw std::invalid_argument{"the running number cannot be left out"};
        }
        kept.erase(at);
        if (!is_readable(instrument, all, kept)) {
            throw std::invalid_argument{"\"" + name +
                                        "\" cannot be left out: a file of registrations has it"};
        }
    }
    const bool whole = kept.size() == all.size();
    return {std::string{whole_transfer_set} + (whole ? "" : "+reduced"), std::move(kept)};
}

} // namespace brukerplan
