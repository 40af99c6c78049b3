// Words of code lists, many at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

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

/// Stands for a word that a dictionary does not have.
inline constexpr word_meaning word_nowhere = 255;

/// What words add to a set. In two halves, so that many are joined without a branch.
struct alignas(16) word_bits {
    std::uint64_t members = 0;
    std::uint64_t others = 0; ///< eight answers that stand alone, and the two below

    static constexpr std::uint64_t unreadable = 1U << 8U;
    static constexpr std::uint64_t nowhere = 1U << 9U;

    constexpr word_bits& operator|=(word_bits more) noexcept {
        members |= more.members;
        others |= more.others;
        return *this;
    }
};

/// By the meaning of a word: nothing, or one bit.
inline constexpr auto bits_of_words = [] {
    std::array<word_bits, 256> bits{};
    for (unsigned i = 0; i < code_missing; ++i) {
        bits[i].members = std::uint64_t{1} << i;
    }
    bits[code_unreadable].others = word_bits::unreadable;
    for (unsigned i = 0; i < 8; ++i) {
        bits[word_alone + i].others = 1U << i;
    }
    bits[word_nowhere].others = word_bits::nowhere;
    return bits;
}();

/// A cell that holds these words together.
[[nodiscard]] constexpr cell_state state_of(word_bits held) noexcept {
    const bool unreadable = (held.others & word_bits::unreadable) != 0;
    const bool value = (held.members | held.others) != 0;
    return static_cast<cell_state>((value ? 1 : 0) + (unreadable ? 1 : 0));
}
[[nodiscard]] constexpr code_set set_of(word_bits held) noexcept {
    const bool unreadable = (held.others & word_bits::unreadable) != 0;
    return {unreadable ? 0 : held.members, static_cast<std::uint8_t>(unreadable ? 0 : held.others)};
}
static_assert(state_of(bits_of_words[code_missing]) == cell_state::missing &&
              state_of(bits_of_words[0]) == cell_state::value &&
              state_of(bits_of_words[code_unreadable]) == cell_state::unreadable);

/// What words of a dictionary mean, by their index; `word_nowhere` where there is none. Of indices
/// of one byte the table has every one.
template <class Index>
void set_meanings(const Index* indices, std::span<const word_meaning> table,
                  std::span<word_meaning> out) noexcept {
    const auto meaning = [=](std::size_t i) {
        const auto at = static_cast<std::make_unsigned_t<Index>>(indices[i]);
        return sizeof at == 1 || at < table.size() ? table[at] : word_nowhere;
    };
    // Eight at a time: the loop itself would take as long as what it does.
    constexpr std::size_t some = 8;
    std::size_t i = 0;
    for (; i + some <= out.size(); i += some) {
        for (std::size_t k = i; k < i + some; ++k) {
            out[k] = meaning(k);
        }
    }
    for (; i < out.size(); ++i) {
        out[i] = meaning(i);
    }
}

/// Calls `use(i)` where a byte has the value, in order. For bytes of which few have.
template <class Byte, class Use>
void for_each_byte(std::span<Byte> bytes, std::remove_const_t<Byte> value, Use use) {
    static_assert(sizeof(Byte) == 1);
    const auto* first = bytes.data();
    const auto* end = first + bytes.size();
    for (const auto* at = first; at != end; ++at) {
        at = static_cast<const Byte*>(
            std::memchr(at, static_cast<int>(value), static_cast<std::size_t>(end - at)));
        if (at == nullptr) {
            return;
        }
        use(static_cast<std::size_t>(at - first));
    }
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
