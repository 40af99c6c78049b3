// A finding: what one rule has to say about one record. Its words are made from the rule and the
// parameters in the reader's language; it never holds the content of a cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <brukerplan/model/severity.hpp>

namespace brukerplan {

/// A number, a word, or a list of words that a message is made with.
struct finding_parameter {
    std::string name;
    std::variant<std::int64_t, std::string, std::vector<std::string>> value;
};

struct finding {
    static constexpr std::size_t no_field = static_cast<std::size_t>(-1);

    std::uint64_t record = 0; ///< index in the input; data rows count from 0
    std::size_t rule = 0;     ///< index in the pack's rules
    brukerplan::severity severity = severity::none;
    std::size_t field = no_field; ///< index in the pack's fields
    std::string row_ref; ///< the caller's own; the record index where that held an identity number
    std::string unit;    ///< likewise
    bool row_ref_hidden = false; ///< it is the record index
    bool unit_hidden = false;
    std::vector<finding_parameter> parameters;
};

} // namespace brukerplan
