// One number: what it is, what it says, and how people write it.
#include <algorithm>
#include <bit>

#include <brukerplan/identity/checked_number.hpp>
#include <brukerplan/identity/number_normaliser.hpp>

#include "arguments.hpp"
#include "guard.hpp"
#include "number_codes.hpp"
#include "number_policy.hpp"

namespace capi = brukerplan::capi;

struct bplan_number {
    brukerplan::checked_number check;
    std::int32_t month = 0;
    std::int32_t day = 0;
    brukerplan::derivation birth_year_basis = brukerplan::derivation::unknown;
    brukerplan::derivation sex_basis = brukerplan::derivation::unknown;
};

namespace {

bplan_number check(std::string_view text, const brukerplan::national_id_policy& policy) {
    bplan_number number{brukerplan::check_number(text, policy)};
    if (!number.check.valid) {
        return number;
    }
    if (const auto id = brukerplan::parse_national_id(text, policy)) {
        number.month = static_cast<std::int32_t>(id->month());
        number.day = static_cast<std::int32_t>(id->day());
        number.birth_year_basis = id->birth_year_basis();
        number.sex_basis = id->sex_basis();
    } else if (const auto placeholder = brukerplan::recognise_placeholder_number(text)) {
        number.month = placeholder->month;
        number.day = placeholder->day;
    }
    return number;
}

/// A number that is written as one of its kinds is.
brukerplan::normalised_number normalised(std::string_view text) {
    const auto national = brukerplan::normalise_national_number(text);
    if (national) {
        return *national;
    }
    constexpr std::size_t duf_digits = 12;
    const auto duf = brukerplan::normalise_duf_number(text);
    if (duf && duf->reveal_digits().size() == duf_digits) {
        return *duf;
    }
    throw capi::refusal{BPLAN_ERROR_INVALID_NUMBER,
                        "the text cannot be brought to digits: " +
                            std::string{token_of(national.error().reason)}};
}

std::int32_t code_of(const brukerplan::number_changes& changes) {
    return (changes.surrounding_blanks ? BPLAN_NUMBER_CHANGE_BLANKS : 0) |
           (changes.space ? BPLAN_NUMBER_CHANGE_SPACE : 0) |
           (changes.no_break_space ? BPLAN_NUMBER_CHANGE_NO_BREAK_SPACE : 0) |
           (changes.narrow_no_break_space ? BPLAN_NUMBER_CHANGE_NARROW_NO_BREAK_SPACE : 0) |
           (changes.hyphen ? BPLAN_NUMBER_CHANGE_HYPHEN : 0);
}

/// The functions with one number as their result.
template <class Get>
int32_t tell(const bplan_number* number, int32_t* to, Get get, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(to),
                         [&] { *to = get(capi::required(number, "number")); });
}

} // namespace

int32_t bplan_number_check(const bplan_number_policy* policy, const char* text, int64_t length,
                           bplan_number** number, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(number), [&] {
        const auto given = capi::text_argument(text, length, "text");
        *number = new bplan_number{check(given, capi::terms_of(policy))};
    });
}

void bplan_number_free(bplan_number* number) noexcept {
    delete number;
}

int32_t bplan_number_get_valid(const bplan_number* number, int32_t* valid,
                               bplan_error* err) noexcept {
    return tell(
        number, valid, [](const auto& n) { return n.check.valid ? 1 : 0; }, err);
}

int32_t bplan_number_get_kinds(const bplan_number* number, int32_t* kinds,
                               bplan_error* err) noexcept {
    return tell(
        number, kinds, [](const auto& n) { return n.check.kinds.bits(); }, err);
}

int32_t bplan_number_get_reason(const bplan_number* number, int32_t* reason,
                                bplan_error* err) noexcept {
    return tell(
        number, reason, [](const auto& n) { return capi::code_of(n.check.reason); }, err);
}

int32_t bplan_number_get_position(const bplan_number* number, int32_t* position,
                                  bplan_error* err) noexcept {
    return tell(
        number, position, [](const auto& n) { return n.check.position; }, err);
}

int32_t bplan_number_get_sex(const bplan_number* number, int32_t* sex, bplan_error* err) noexcept {
    return tell(
        number, sex, [](const auto& n) { return capi::code_of(n.check.sex); }, err);
}

int32_t bplan_number_get_sex_basis(const bplan_number* number, int32_t* basis,
                                   bplan_error* err) noexcept {
    return tell(
        number, basis, [](const auto& n) { return capi::code_of(n.sex_basis); }, err);
}

int32_t bplan_number_get_rules(const bplan_number* number, int32_t* rules,
                               bplan_error* err) noexcept {
    return tell(
        number, rules, [](const auto& n) { return capi::code_of(n.check.rules); }, err);
}

int32_t bplan_number_count_birth_years(const bplan_number* number, int64_t* count,
                                       bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(count), [&] {
        const auto& years = capi::required(number, "number").check.birth_years;
        *count = static_cast<std::int64_t>(years.size());
    });
}

int32_t bplan_number_get_birth_year(const bplan_number* number, int64_t index, int32_t* year,
                                    bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(year), [&] {
        const auto& years = capi::required(number, "number").check.birth_years;
        if (index < 0 || static_cast<std::uint64_t>(index) >= years.size()) {
            throw capi::refusal{BPLAN_ERROR_OUT_OF_RANGE,
                                "there are " + std::to_string(years.size()) + " birth years"};
        }
        *year = years[static_cast<std::size_t>(index)];
    });
}

int32_t bplan_number_get_birth_year_basis(const bplan_number* number, int32_t* basis,
                                          bplan_error* err) noexcept {
    return tell(
        number, basis, [](const auto& n) { return capi::code_of(n.birth_year_basis); }, err);
}

int32_t bplan_number_get_birth_day(const bplan_number* number, int32_t* month, int32_t* day,
                                   bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(month, day), [&] {
        const auto& n = capi::required(number, "number");
        *month = n.month;
        *day = n.day;
    });
}

int32_t bplan_number_reason_get_name(int32_t reason, const char** name, int64_t* length,
                                     bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(name, length), [&] {
        const auto known =
            capi::choice_argument(reason, brukerplan::national_id_reason::ambiguous, "reason");
        capi::give(token_of(known), name, length);
    });
}

int32_t bplan_number_kind_get_name(int32_t kind, const char** name, int64_t* length,
                                   bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(name, length), [&] {
        const auto bits = static_cast<std::uint32_t>(kind);
        const auto place = static_cast<std::size_t>(std::countr_zero(bits));
        if (!std::has_single_bit(bits) || place >= brukerplan::number_kind_count) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "there is no such kind"};
        }
        capi::give(brukerplan::number_kind_tokens[place], name, length);
    });
}

int32_t bplan_number_normalise(const char* text, int64_t length, char* buffer, int64_t capacity,
                               int64_t* digits, int32_t* changes, bplan_error* err) noexcept {
    capi::empty_array(buffer, capacity);
    return capi::guarded(err, capi::outputs(digits, changes), [&] {
        if (capacity < 0) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "capacity is negative"};
        }
        auto* to = capi::array_argument(buffer, static_cast<std::size_t>(capacity), "buffer");
        const auto number = normalised(capi::text_argument(text, length, "text"));
        const auto found = number.reveal_digits();
        *digits = static_cast<std::int64_t>(found.size());
        *changes = code_of(number.changes());
        if (*digits <= capacity) {
            std::copy(found.begin(), found.end(), to);
        }
    });
}
