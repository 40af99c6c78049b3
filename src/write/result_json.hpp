// Findings and scores as JSON objects with the frozen column names.
#pragma once

#include <array>
#include <string_view>

#include <boost/json.hpp>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/finding.hpp>
#include <brukerplan/scoring/scheme.hpp>

namespace brukerplan::detail {

inline constexpr std::array<std::string_view, 11> finding_columns{
    "code",    "severity", "record", "row_ref", "unit",  "field",
    "related", "message",  "action", "pack",    "params"};

inline constexpr std::array<std::string_view, 6> score_columns{"row_ref",  "points", "class",
                                                               "answered", "scheme", "reason"};

/// What a message is made with, by name.
[[nodiscard]] boost::json::object parameters_object(const finding& f);

/// `row_ref`, `unit` and `field` are null where there is none.
[[nodiscard]] boost::json::object finding_object(const finding& f, const pack& instrument,
                                                 std::string_view language);

/// `points` and `reason` are null where there is none. `row_ref` must be fit to be shown.
[[nodiscard]] boost::json::object score_object(std::string_view row_ref, const score& s,
                                               const scheme& by);

} // namespace brukerplan::detail
