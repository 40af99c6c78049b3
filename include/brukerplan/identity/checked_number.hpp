// One answer for anything that may stand where a person's number belongs: national numbers, DUF
// numbers and placeholders.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/identity/duf_number.hpp>
#include <brukerplan/identity/national_id.hpp>
#include <brukerplan/identity/placeholder_number.hpp>

namespace brukerplan {

/// What was found. Never holds a digit of the number.
struct checked_number {
    bool valid = false;
    /// Of a refused number: what it is, where that is why it is refused.
    number_kinds kinds;
    birth_year_set birth_years;
    brukerplan::sex sex = sex::unknown;
    control_rules rules;
    /// `none` exactly when the number is valid.
    national_id_reason reason = national_id_reason::none;
    /// Index from 0 of the digit at fault, -1 where there is none.
    std::int8_t position = national_id_position::none;
};

/// Reads a national number under the policy. A text that is none is tried as a DUF number (12
/// digits; its control digits are worth a warning and refuse nothing, see `duf_number.hpp`), and,
/// where `policy.kinds` has `date_only` or `dummy`, as a placeholder.
[[nodiscard]] constexpr checked_number check_number(std::string_view text,
                                                    const national_id_policy& policy) noexcept {
    const auto parsed = parse_national_id(text, policy);
    if (parsed) {
        return {true,
                parsed->kinds(),
                parsed->birth_years(),
                parsed->sex(),
                parsed->rules(),
                national_id_reason::none,
                national_id_position::none};
    }
    checked_number result;
    result.kinds = parsed.error().kinds;
    result.reason = parsed.error().reason;
    result.position = parsed.error().position;
    if (const auto duf = parse_duf_number(text, policy.last_day())) {
        const bool allowed = policy.kinds.contains(number_kind::duf);
        // Twelve digits with other control digits are more likely a number with one too many,
        // unless the caller says that DUF numbers are to be expected.
        if (allowed || duf->control_digits_fit()) {
            result = {};
            result.valid = allowed;
            result.kinds = duf->kinds();
            result.reason =
                allowed ? national_id_reason::none : national_id_reason::kind_not_allowed;
        }
        return result;
    }
    const auto placeholder = recognise_placeholder_number(text);
    if (placeholder &&
        policy.kinds.contains_all(placeholder->kinds - number_kinds{number_kind::d_number})) {
        result = {};
        result.valid = true;
        result.kinds = placeholder->kinds;
    }
    return result;
}

} // namespace brukerplan
