// The columns of a registration and the lists that their codes come from, as a pack describes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/text.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/model/role.hpp>

namespace brukerplan {

/// Where a decision comes from. `ours` is this library's own and nobody else's.
enum class ground : std::uint8_t { seed, law, public_text, ours };

inline constexpr std::array<std::string_view, 4> ground_tokens{"seed", "law", "public", "ours"};

[[nodiscard]] constexpr std::string_view token_of(ground g) noexcept {
    return ground_tokens[static_cast<std::size_t>(g)];
}

enum class field_type : std::uint8_t {
    text,
    integer,
    date,
    code,
    codes,
    national_number,
    municipality,
    district,
    decimal,
};

inline constexpr std::array<std::string_view, 9> field_type_tokens{
    "text",         "integer",  "date",   "code", "codes", "national_number",
    "municipality", "district", "decimal"};

[[nodiscard]] constexpr std::string_view token_of(field_type type) noexcept {
    return field_type_tokens[static_cast<std::size_t>(type)];
}

/// A `decimal` cell is stored as a whole number of thousandths: up to about 2.1 million.
inline constexpr int decimal_places = 3;

[[nodiscard]] constexpr int decimal_places_of(field_type type) noexcept {
    return type == field_type::decimal ? decimal_places : 0;
}

[[nodiscard]] constexpr storage storage_of(field_type type) noexcept {
    switch (type) {
    case field_type::integer:
    case field_type::date:
    case field_type::decimal:
        return storage::number;
    case field_type::code:
        return storage::code;
    case field_type::codes:
        return storage::codes;
    default:
        return storage::text;
    }
}

struct code {
    std::string token;
    text label;
    std::optional<int> number; ///< value in an integer column
    std::string sector;        ///< of a service; else empty
    bool municipal = false;    ///< of a sector
};

/// At most 64 codes; the index of a code is its bit in a `code_set`.
struct code_list {
    static constexpr std::size_t most_codes = 64;

    std::string name;
    brukerplan::ground ground = ground::ours;
    std::vector<code> codes;
    std::vector<code> alone; ///< answers that stand by themselves, at most 8

    /// Index of a token among `codes`. Tokens are compared as they are: lower case.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view token) const noexcept {
        return index_in(codes, token);
    }
    [[nodiscard]] std::optional<std::size_t> find_alone(std::string_view token) const noexcept {
        return index_in(alone, token);
    }

private:
    static std::optional<std::size_t> index_in(const std::vector<code>& entries,
                                               std::string_view token) noexcept {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (entries[i].token == token) {
                return i;
            }
        }
        return std::nullopt;
    }
};

/// A word of an export that stands for a token of the field's list; an empty token: for no answer.
struct mapped_word {
    std::string written; ///< in lower case (A-Z)
    std::string token;
};

struct field {
    static constexpr std::size_t no_list = static_cast<std::size_t>(-1);

    std::string name;  ///< column name and JSON key
    std::string alias; ///< Norwegian column name
    field_type type = field_type::text;
    std::size_t list = no_list; ///< index of the code list of `code` and `codes` fields
    std::optional<brukerplan::role> role;
    bool required = false;    ///< a file must have the column
    std::string unit;         ///< what a number counts
    std::optional<int> since; ///< first and last year of instruments that ask it
    std::optional<int> until;
    /// Whether the pack's year asks it. A field that it does not ask is read so that nothing is
    /// lost, and is then neither counted nor looked at by rules of another kind than `not_asked`.
    bool asked = true;
    brukerplan::ground ground = ground::ours;
    text label;
    text description;

    // What a mapping says of an export (instrument/mapping.hpp); empty without one.
    std::vector<std::string> mapped_names;
    std::vector<mapped_word> mapped_words;
    std::optional<std::string> constant; ///< the cell of every row when the input lacks the column
};

} // namespace brukerplan
