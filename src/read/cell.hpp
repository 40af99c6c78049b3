// One cell of text into a column, by the type of its field.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <brukerplan/identity/detail/national_id_lookup.hpp>
#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>

namespace brukerplan::detail {

[[nodiscard]] std::string_view without_blanks(std::string_view cell) noexcept;

/// Without blanks at both ends; no-break spaces are blanks.
[[nodiscard]] inline std::string_view trimmed(std::string_view cell) noexcept {
    // Most cells have none, and are told by their first and last byte.
    const auto may_be_blank = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= ' ' || byte >= 0x80;
    };
    return cell.empty() || (!may_be_blank(cell.front()) && !may_be_blank(cell.back()))
               ? cell
               : without_blanks(cell);
}

/// Where the first of several words ends.
[[nodiscard]] inline std::size_t word_end(std::string_view cell) noexcept {
    constexpr std::uint64_t each = 0x0101010101010101U;
    constexpr std::uint64_t low_bits = each * 0x7FU;
    // The top bit of each byte that holds the character.
    const auto bytes_with = [=](std::uint64_t eight, char wanted) {
        const auto others = eight ^ each * static_cast<unsigned char>(wanted);
        return ~(((others & low_bits) + low_bits) | others | low_bits);
    };
    std::size_t end = 0;
    for (; end + sizeof each <= cell.size(); end += sizeof each) {
        const auto eight = person_numbers::load_eight(cell.data() + end);
        if (const auto found = bytes_with(eight, '|') | bytes_with(eight, ','); found != 0) {
            return end + static_cast<std::size_t>(std::countr_zero(found)) / 8;
        }
    }
    while (end < cell.size() && cell[end] != '|' && cell[end] != ',') {
        ++end;
    }
    return end;
}

/// Calls `use` with each part of a cell that holds several words, blanks and empty ones included.
template <class Use>
void for_each_word(std::string_view cell, Use use) {
    while (!cell.empty()) {
        const auto end = word_end(cell);
        use(cell.substr(0, end));
        cell.remove_prefix(end < cell.size() ? end + 1 : end);
    }
}

/// What a word of a code field stands for.
struct token_meaning {
    enum class kind : std::uint8_t { code, alone, missing };
    kind what = kind::code;
    std::uint8_t index = 0;
};

/// Reads cells into the columns of a table of the pack's shape.
class cell_reader {
public:
    explicit cell_reader(const pack& instrument);

    void append(std::size_t field, std::string_view cell, column& to);
    /// Several words of a `codes` field, each already on its own.
    void append_codes(std::size_t field, const std::vector<std::string_view>& words,
                      std::string_view raw, column& to);

    /// What a word stands for, without blanks around it, in a `code` or `codes` field; null when it
    /// is not in the list.
    [[nodiscard]] const token_meaning* find(std::size_t field, std::string_view word);

    /// Whether a number with a decimal comma has been read.
    [[nodiscard]] bool decimal_comma_seen() const noexcept { return decimal_comma_seen_; }

private:
    using token_table = std::unordered_map<std::string, token_meaning>;

    void add_mapped_words();

    [[nodiscard]] std::optional<std::int32_t> fixed_point(std::string_view text, int places);

    const pack& pack_;
    std::vector<token_table> tokens_; // by code list
    std::vector<token_table> mapped_; // by field; none without a mapping
    std::string lower_;
    bool decimal_comma_seen_ = false;
};

} // namespace brukerplan::detail
