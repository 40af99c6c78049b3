// A small instrument and the ways to feed a reader, for the tests of reading.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/read/csv.hpp>

namespace csv_test {

using namespace brukerplan;

/// A field of every type that reading tells apart. Only `unit` must be there.
inline std::shared_ptr<const pack> instrument() {
    constexpr std::string_view json = R"({
      "format": "brukerplan/pack", "version": 1, "id": "small/1", "edition": "1", "year": 2024,
      "title": {"nb": "Liten"}, "note": {"nb": "Liten"}, "languages": ["nb"],
      "fields": [
        {"name": "unit", "alias": "enhet", "type": "text", "required": true,
         "ground": "ours", "label": {"nb": "e"}, "description": {"nb": "e"}},
        {"name": "birth_year", "alias": "foedselsaar", "type": "integer",
         "ground": "ours", "label": {"nb": "f"}, "description": {"nb": "f"}},
        {"name": "mapped_on", "alias": "dato", "type": "date",
         "ground": "ours", "label": {"nb": "d"}, "description": {"nb": "d"}},
        {"name": "economy", "alias": "oekonomi", "type": "code", "list": "rating",
         "ground": "ours", "label": {"nb": "o"}, "description": {"nb": "o"}},
        {"name": "services", "alias": "tjenester", "type": "codes", "list": "service",
         "ground": "ours", "label": {"nb": "t"}, "description": {"nb": "t"}},
        {"name": "ratings", "alias": "vurderinger", "type": "codes", "list": "rating",
         "ground": "ours", "label": {"nb": "v"}, "description": {"nb": "v"}}],
      "required_any": [],
      "code_lists": [
        {"name": "rating", "ground": "ours", "codes": [
          {"token": "green", "label": {"nb": "g"}, "number": 1},
          {"token": "yellow", "label": {"nb": "g"}, "number": 2},
          {"token": "red", "label": {"nb": "r"}, "number": 3}]},
        {"name": "service", "ground": "ours", "codes": [
          {"token": "gp", "label": {"nb": "f"}},
          {"token": "detox", "label": {"nb": "a"}},
          {"token": "nav_guidance", "label": {"nb": "n"}}],
         "alone": [{"token": "none", "label": {"nb": "i"}},
                   {"token": "unknown", "label": {"nb": "u"}}]}],
      "age_groups": {"id": "a/1", "ground": "ours", "lower_bounds": [16]},
      "schemes": [], "rules": []})";
    static const std::shared_ptr<const pack> loaded = [&] {
        auto result = load_pack(json);
        REQUIRE_MESSAGE(result.has_value(), result.error().path, result.error().message);
        return *result;
    }();
    return loaded;
}

enum field_of_instrument : std::size_t { unit, birth_year, mapped_on, economy, services, ratings };

inline csv_reader open(std::string_view text, std::shared_ptr<const pack> by = instrument()) {
    auto reader = csv_reader::from_text(text, std::move(by));
    REQUIRE(reader.has_value());
    return *std::move(reader);
}

inline column_table read(std::string_view text) {
    return open(text).next();
}

/// Why a text cannot be read at all.
inline read_error refusal(std::string_view text, std::shared_ptr<const pack> by = instrument()) {
    const auto reader = csv_reader::from_text(text, std::move(by));
    REQUIRE_FALSE(reader.has_value());
    return reader.error();
}

/// The content of the first column, row by row; rows with a fault by the name of the fault.
inline std::vector<std::string> units(const column_table& table) {
    constexpr std::array<std::string_view, 5> faults{"", "<cells>", "<quote>", "<encoding>",
                                                     "<json>"};
    std::vector<std::string> result;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto fault = faults[static_cast<std::size_t>(table.origins[row].fault)];
        result.emplace_back(fault.empty() ? table.columns[unit].text(row) : fault);
    }
    return result;
}

inline std::vector<std::uint64_t> lines(const column_table& table) {
    std::vector<std::uint64_t> result;
    for (const auto& origin : table.origins) {
        result.push_back(origin.line);
    }
    return result;
}

/// A source that hands out at most `size` bytes a time.
inline byte_source in_pieces(std::string_view text, std::size_t size) {
    return [text, size](std::span<char> into) mutable {
        const auto count = std::min({text.size(), into.size(), size});
        std::copy_n(text.begin(), count, into.begin());
        text.remove_prefix(count);
        return count;
    };
}

/// Everything that a table says, one text a row.
inline std::vector<std::string> written_out(const column_table& table) {
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& origin = table.origins[row];
        std::string text = std::to_string(table.first_record + row) + " line " +
                           std::to_string(origin.line) + " fault " +
                           std::to_string(static_cast<int>(origin.fault)) + " of " +
                           std::to_string(origin.cells) + ":";
        for (const auto& column : table.columns) {
            text += " " + std::to_string(static_cast<int>(column.state(row))) + "[";
            if (column.kind() == storage::number || column.kind() == storage::code) {
                text += std::to_string(column.number(row));
            } else if (column.kind() == storage::codes) {
                text += std::to_string(column.codes(row).members) + "+" +
                        std::to_string(column.codes(row).alone);
            } else {
                text += column.text(row);
            }
            text += "|" + std::string{column.unreadable_text(row)} + "]";
        }
        rows.push_back(std::move(text));
    }
    return rows;
}

/// A whole input, read in batches of at most `most_rows`, or why it is refused.
inline std::vector<std::string> read_out(byte_source source, std::size_t most_rows,
                                         std::shared_ptr<const pack> by = instrument()) {
    auto reader = csv_reader::from_source(std::move(source), std::move(by));
    if (!reader) {
        return {"refused " + std::to_string(static_cast<int>(reader.error().fault))};
    }
    std::vector<std::string> rows;
    while (true) {
        const auto batch = reader->next(most_rows);
        if (batch.rows() == 0) {
            const auto& d = reader->dialect();
            rows.push_back(std::string{d.separator} + std::string{token_of(d.charset)} +
                           (d.byte_order_mark ? " mark" : "") + (d.decimal_comma ? " comma" : ""));
            return rows;
        }
        CHECK(batch.rows() <= most_rows);
        for (auto& row : written_out(batch)) {
            rows.push_back(std::move(row));
        }
    }
}

inline constexpr std::size_t all_at_once = std::numeric_limits<std::size_t>::max();

} // namespace csv_test
