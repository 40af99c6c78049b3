// Rows and cells the slow and obvious way: the whole text in memory, one state machine in the
// words of RFC 4180 section 2, with the liberties the library documents.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reference {

using csv_row = std::vector<std::string>;

/// All rows of a text, blank ones left out; nothing where a cell is not written as RFC 4180 has it
/// (a quote in an unquoted cell, or something between a closing quote and the next separator), or
/// where a quoted cell never ends.
inline std::optional<std::vector<csv_row>> split_csv(std::string_view text, char separator) {
    enum class place { cell_start, unquoted, quoted, after_quote };
    std::vector<csv_row> rows;
    csv_row row;
    std::string cell;
    place at = place::cell_start;
    const auto end_cell = [&] {
        row.push_back(cell);
        cell.clear();
        at = place::cell_start;
    };
    const auto end_row = [&] {
        end_cell();
        bool blank = true;
        for (const auto& c : row) {
            blank = blank && c.find_first_not_of(" \t") == std::string::npos;
        }
        if (!blank) {
            rows.push_back(row);
        }
        row.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (at == place::quoted) {
            if (c != '"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[++i];
            } else {
                at = place::after_quote;
            }
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
                ++i;
            }
            end_row();
        } else if (at == place::cell_start && c == '"') {
            at = place::quoted;
        } else if (c == '"' || at == place::after_quote) {
            return std::nullopt;
        } else {
            cell += c;
            at = place::unquoted;
        }
    }
    if (at == place::quoted) {
        return std::nullopt;
    }
    end_row();
    return rows;
}

} // namespace reference
