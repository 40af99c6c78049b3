// The parts of a pack as lists of facts, in words: what a page says of each part, and what two
// packs are compared by.
#pragma once

#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

#include "write/pack_words.hpp"

namespace brukerplan::detail {

struct pack_fact {
    std::string name;
    std::vector<std::string> values; ///< several are a list of their own; none, and it is not said

    friend bool operator==(const pack_fact&, const pack_fact&) = default;
};

/// A part that both packs may have: a field, a code, a rule, a scheme.
struct pack_part {
    std::string key;     ///< of the part in its pack
    std::string name;    ///< as a page calls it
    std::string summary; ///< one line
    std::vector<pack_fact> facts;
};

[[nodiscard]] pack_part part_of_whole(const pack_words& words);
/// The fields that the pack's year asks.
[[nodiscard]] std::vector<pack_part> field_parts(const pack_words& words);
[[nodiscard]] std::vector<pack_part> code_parts(const pack_words& words);
[[nodiscard]] std::vector<pack_part> rule_parts(const pack_words& words);
[[nodiscard]] std::vector<pack_part> scheme_parts(const pack_words& words);

[[nodiscard]] pack_part part_of(const field& f, const pack_words& words);
[[nodiscard]] pack_part part_of(const rule& r, const pack_words& words);
[[nodiscard]] pack_part part_of(const scheme_definition& s, const pack_words& words);

} // namespace brukerplan::detail
