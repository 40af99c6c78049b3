// The rules of a pack made ready for going through columns: what a validator works out once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/options.hpp>

#include "validation/conditions.hpp"

namespace brukerplan::detail {

/// Digits of the codes that name areas.
inline constexpr std::size_t municipality_code_size = 4;
inline constexpr std::size_t district_code_size = 6;

/// Indices of conditions that must all be met.
using condition_case = std::vector<std::size_t>;

/// What a rule finds about one field: rows in which one of the cases is met.
struct check_part {
    std::size_t field = finding::no_field;
    std::vector<condition_case> cases;
};

/// What a caller changes about a rule; `severity` is nothing where it is switched off.
struct area_change {
    std::size_t area; ///< index in `rule_program::areas`
    std::optional<brukerplan::severity> severity;
};

struct rule_tuning {
    std::vector<area_change> special; ///< districts before municipalities
    bool everywhere = false;          ///< whether the next holds
    std::optional<brukerplan::severity> severity;

    [[nodiscard]] bool off() const noexcept { return everywhere && !severity && special.empty(); }
};

/// One rule in force that is about a row by itself.
struct check {
    std::size_t rule = 0;
    std::vector<check_part> parts;
    // By field of the rule, for kinds that look at several fields at once.
    condition_case missing;
    condition_case answered;
    rule_tuning tuning;
};

/// Borrows the pack and the options.
struct rule_program {
    rule_program(const pack& instrument, const validation_options& options);

    /// The severity of a finding in a record as the caller's tuning has it; nothing where the rule
    /// is switched off.
    [[nodiscard]] std::optional<severity> tuned(const check& c, severity given,
                                                const registration& r) const noexcept;

    const pack& instrument;
    const validation_options& options;
    condition_list conditions;
    std::vector<check> checks; ///< in the order of rules
    std::vector<std::string> areas;
    std::size_t most_found = 0; ///< sets of rows that a block can give
};

} // namespace brukerplan::detail
