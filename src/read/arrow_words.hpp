// Words of code lists, many at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <brukerplan/model/column_table.hpp>

#include "read/cell.hpp"

namespace brukerplan::detail {

/// What a word of a code list stands for, in one byte: the index of a code, `code_missing`,
/// `code_unreadable`, or `word_alone` and the index of an answer that stands alone.
using word_meaning = std::uint8_t;
inline constexpr word_meaning word_alone = 128;

/// What it is in a field of one code.
[[nodiscard]] constexpr std::uint8_t code_of(word_meaning meaning) noexcept {
    return meaning & static_cast<word_meaning>(~word_alone);
}

/// What a word adds to a set: nothing, or one of its bits.
struct word_bits {
    std::uint64_t members = 0;
    std::uint8_t alone = 0;
    std::uint8_t unreadable = 0;

    constexpr word_bits& operator|=(word_bits more) noexcept {
        members |= more.members;
        alone |= more.alone;
        unreadable |= more.unreadable;
        return *this;
    }
};
[[nodiscard]] constexpr word_bits bits_of(word_meaning meaning) noexcept {
    if (meaning == code_missing || meaning == code_unreadable) {
        return {0, 0, static_cast<std::uint8_t>(meaning == code_unreadable ? 1 : 0)};
    }
    return meaning < word_alone ? word_bits{std::uint64_t{1} << meaning, 0, 0}
                                : word_bits{0, static_cast<std::uint8_t>(1U << (meaning % 8)), 0};
}
inline constexpr word_bits unreadable_bits{0, 0, 1};

/// A cell that holds these words together.
[[nodiscard]] constexpr cell_state state_of(word_bits held) noexcept {
    return held.unreadable != 0               ? cell_state::unreadable
           : (held.members | held.alone) != 0 ? cell_state::value
                                              : cell_state::missing;
}
[[nodiscard]] constexpr code_set set_of(word_bits held) noexcept {
    return held.unreadable != 0 ? code_set{} : code_set{held.members, held.alone};
}

/// Words of one code list. Those that have been found before are found without being trimmed and
/// made lower case again; only words of the list are remembered, however they were written.
class word_finder {
public:
    /// Borrows the reader.
    word_finder(cell_reader& cells, std::size_t field) : cells_(&cells), field_(field) {}
    [[nodiscard]] word_meaning operator()(std::string_view word);

private:
    struct known_word {
        std::array<char, 23> text{};
        std::uint8_t size = 0;
        word_meaning meaning = code_missing;
    };

    [[nodiscard]] word_meaning look_up(std::string_view word) const;

    cell_reader* cells_;
    std::size_t field_;
    std::array<known_word, 64> known_{};
};

} // namespace brukerplan::detail
