// A scheme of somebody's own, outside a pack, and what every scheme is checked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/expected.hpp>

namespace brukerplan {

/// What is wrong with what a scheme says.
struct scheme_fault {
    std::string path; ///< JSON pointer within the scheme, as `/rules/2`; empty: all of it
    std::string
        message; ///< one line, English; names an assessment where there is one that shows it
};

/// The first fault of a scheme, if it has any. A scheme without a fault
/// - gives every assessment a class, or a reason that the scheme states for none;
/// - gives a worse colour never a better class, unless it says that it may;
/// - has no rule, cut-off, cap or `otherwise` that decides about no assessment at all.
[[nodiscard]] std::optional<scheme_fault> find_fault(const scheme_definition& scheme);

/// Reads one scheme from JSON text, UTF-8, in the form that it has in a pack, and checks it. Every
/// text of it must be there in bokmal.
[[nodiscard]] expected<scheme_definition, pack_error> load_scheme(std::string_view json);

/// An assessment in words that a scheme's author can follow: every assessed domain and its colour.
/// `housing red, activity green`; `nothing assessed`.
[[nodiscard]] std::string describe(assessment a);

} // namespace brukerplan
