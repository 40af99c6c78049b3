// What was found in a part of a table, as JSON that another process can add to its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/validation/finding_log.hpp>

namespace brukerplan::detail {

/// What belongs to a validation besides its log.
struct validation_setting {
    const pack& instrument;
    std::string_view profile;     ///< id of the profile that changed rules; else empty
    std::string_view fingerprint; ///< of all that decides what is found
};

struct validation_state {
    finding_log log;
    std::vector<std::size_t> unknown_columns; ///< positions from 0
    bool rows_kept = false;
    std::vector<std::int8_t> worst; ///< by row, where they are kept
};

/// `brukerplan/validation-state`, version 1. It holds what the findings hold, and so no identity.
[[nodiscard]] boost::json::object state_object(const validation_state& state,
                                               const validation_setting& setting);

/// The way back. Throws `json_fault` for a text that is no such state, or one of another pack,
/// mapping or profile.
[[nodiscard]] validation_state read_state(std::string_view json, const validation_setting& setting);

} // namespace brukerplan::detail
