// Words of code lists, many at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

#include <brukerplan/identity/detail/national_id_lookup.hpp>
#include <brukerplan/model/column_table.hpp>

#include "read/cell.hpp"

#if defined(__SSE2__) && defined(__GNUC__)
#include <tmmintrin.h>
#define BRUKERPLAN_SHUFFLES_BYTES
#endif

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
    const auto value = static_cast<unsigned>((held.members | held.others) != 0);
    const auto unreadable = static_cast<unsigned>(held.others / word_bits::unreadable & 1U);
    return static_cast<cell_state>(value + unreadable);
}
[[nodiscard]] constexpr code_set set_of(word_bits held) noexcept {
    const bool unreadable = (held.others & word_bits::unreadable) != 0;
    return {unreadable ? 0 : held.members, static_cast<std::uint8_t>(unreadable ? 0 : held.others)};
}
static_assert(state_of(bits_of_words[code_missing]) == cell_state::missing &&
              state_of(bits_of_words[0]) == cell_state::value &&
              state_of(bits_of_words[code_unreadable]) == cell_state::unreadable);

/// The same in one word, of lists with few codes: those first, then `others`.
inline constexpr unsigned packed_codes = 54;
[[nodiscard]] constexpr std::uint64_t packed(word_bits bits) noexcept {
    return bits.members | bits.others << packed_codes;
}
[[nodiscard]] constexpr word_bits unpacked(std::uint64_t bits) noexcept {
    constexpr auto codes = (std::uint64_t{1} << packed_codes) - 1;
    return {bits & codes, bits >> packed_codes};
}

/// What words of a dictionary mean, by their index; `word_nowhere` where there is none. Of indices
/// of one byte the table has every one.
template <class Index>
void set_meanings(const Index* indices, std::span<const word_meaning> table,
                  std::span<word_meaning> out) noexcept {
    const auto meaning = [=](std::size_t i) {
        const auto at = indices[i];
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

/// The same by a dictionary of few words, whose indices are bytes: compared with each index, many
/// at a time, which takes less than to look up one by one. The table has every byte.
inline constexpr std::size_t most_compared = 12;
inline void compare_meanings(const std::uint8_t* indices, std::span<const word_meaning> table,
                             std::size_t words, std::span<word_meaning> out) noexcept {
    using bytes [[gnu::vector_size(16)]] = std::uint8_t;
    const auto all = [](std::uint8_t byte) { return bytes{} + byte; };
    std::array<bytes, most_compared> changes{}; // of what stands for a word that is not there
    for (std::size_t k = 0; k < words; ++k) {
        changes[k] = all(table[k] ^ word_nowhere);
    }
    std::size_t i = 0;
    for (; i + sizeof(bytes) <= out.size(); i += sizeof(bytes)) {
        bytes some;
        std::memcpy(&some, indices + i, sizeof some);
        auto meaning = all(word_nowhere);
        for (std::size_t k = 0; k < words; ++k) {
            meaning ^= (some == 0) & changes[k];
            some -= 1;
        }
        std::memcpy(out.data() + i, &meaning, sizeof meaning);
    }
    set_meanings(indices + i, table, out.subspan(i));
}

#if defined(BRUKERPLAN_SHUFFLES_BYTES)
/// Whether this machine can run `shuffle_meanings`.
[[nodiscard]] inline bool shuffles_bytes() noexcept {
    static const bool can = __builtin_cpu_supports("ssse3") != 0;
    return can;
}

/// The same with the machine's own instruction for sixteen indices at a time: several times as
/// fast, and nearly every column goes through here.
inline constexpr std::size_t most_shuffled = 16;
[[gnu::target("ssse3")]] inline void shuffle_meanings(const std::uint8_t* indices,
                                                      std::span<const word_meaning> table,
                                                      std::size_t words,
                                                      std::span<word_meaning> out) noexcept {
    const auto nowhere = _mm_set1_epi8(static_cast<char>(word_nowhere));
    const auto top_bit_beyond = _mm_set1_epi8(0x80 - most_shuffled);
    alignas(16) std::array<std::uint8_t, most_shuffled> held;
    held.fill(word_nowhere);
    std::copy_n(table.begin(), words, held.begin());
    // Exchanged with what stands for no word: an index with its top bit gives 0.
    const auto changes =
        _mm_xor_si128(_mm_load_si128(reinterpret_cast<const __m128i*>(held.data())), nowhere);
    std::size_t i = 0;
    for (; i + most_shuffled <= out.size(); i += most_shuffled) {
        const auto some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(indices + i));
        const auto found = _mm_shuffle_epi8(changes, _mm_adds_epu8(some, top_bit_beyond));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out.data() + i), _mm_xor_si128(found, nowhere));
    }
    set_meanings(indices + i, table, out.subspan(i));
}
#endif

/// The meanings of indices that are bytes, by the fastest way there is. The table has every byte.
inline void meanings_of_bytes(const std::uint8_t* indices, std::span<const word_meaning> table,
                              std::size_t words, std::span<word_meaning> out) noexcept {
#if defined(BRUKERPLAN_SHUFFLES_BYTES)
    if (words <= most_shuffled && shuffles_bytes()) {
        return shuffle_meanings(indices, table, words, out);
    }
#endif
    if (words <= most_compared) {
        return compare_meanings(indices, table, words, out);
    }
    set_meanings(indices, table, out);
}

/// Eight bytes as a word whose lowest byte is the first.
[[nodiscard]] inline std::uint64_t load_eight(const std::uint8_t* from) noexcept {
    std::array<char, 8> bytes;
    std::memcpy(bytes.data(), from, bytes.size());
    return person_numbers::load_eight(bytes.data());
}

/// Calls `use(i)` where a byte has the value, in order.
template <class Byte, class Use>
void for_each_byte(std::span<Byte> bytes, std::remove_const_t<Byte> value, Use use) {
    static_assert(sizeof(Byte) == 1);
    constexpr std::uint64_t each = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = each * 0x7FU;
    for (std::size_t first = 0; first < bytes.size(); first += sizeof each) {
        const auto some = std::min(bytes.size() - first, sizeof each);
        std::array<std::uint8_t, sizeof each> held;
        held.fill(static_cast<std::uint8_t>(~static_cast<unsigned>(value)));
        std::memcpy(held.data(), bytes.data() + first, some);
        const auto others = load_eight(held.data()) ^ each * static_cast<std::uint8_t>(value);
        // The top bit of a byte stays where nothing of the byte is left.
        for (auto found = ~(((others & low_bits) + low_bits) | others | low_bits); found != 0;
             found &= found - 1) {
            use(first + static_cast<std::size_t>(std::countr_zero(found)) / 8);
        }
    }
}

/// All bytes of a word of at most 32, some of them twice, to be compared and mixed without a loop.
class word_key {
public:
    static constexpr std::size_t longest = 32;

    word_key() = default; ///< that of no word
    /// Not of an empty word.
    explicit word_key(std::string_view word) noexcept : size_(word.size()) {
        const auto eight = [&](std::size_t at) { return load<std::uint64_t>(word, at); };
        if (size_ > 16) {
            parts_ = {eight(0), eight(size_ - 8), eight(8), eight(size_ - 16)};
        } else if (size_ >= 8) {
            parts_ = {eight(0), eight(size_ - 8)};
        } else if (size_ >= 4) {
            parts_ = {load<std::uint32_t>(word, 0), load<std::uint32_t>(word, size_ - 4)};
        } else {
            const auto byte = [&](std::size_t at) { return load<std::uint8_t>(word, at); };
            parts_ = {byte(0), byte(size_ / 2), byte(size_ - 1)};
        }
    }
    [[nodiscard]] std::size_t mixed() const noexcept {
        const auto sum = parts_[0] + parts_[1] * 31 + parts_[2] * 7 + size_;
        return static_cast<std::size_t>(sum * 0x9E3779B97F4A7C15U >> 32U);
    }
    friend bool operator==(const word_key&, const word_key&) noexcept = default;

private:
    template <class Part>
    static std::uint64_t load(std::string_view word, std::size_t at) noexcept {
        Part part = 0;
        std::memcpy(&part, word.data() + at, sizeof part);
        return part;
    }

    std::uint64_t size_ = 0;
    std::array<std::uint64_t, 4> parts_{};
};

/// Words of one code list. Those that have been found before are found without being trimmed and
/// made lower case again; only words of the list are remembered, however they were written.
class word_finder {
public:
    /// Borrows the reader.
    word_finder(cell_reader& cells, std::size_t field) : cells_(&cells), field_(field) {}
    [[nodiscard]] word_meaning operator()(std::string_view word);

private:
    struct known_word {
        word_key key;
        word_meaning meaning = code_missing;
    };

    [[nodiscard]] word_meaning look_up(std::string_view word) const;

    cell_reader* cells_;
    std::size_t field_;
    std::array<known_word, 128> known_{};
};

} // namespace brukerplan::detail
