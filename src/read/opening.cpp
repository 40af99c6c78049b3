#include "read/opening.hpp"

#include <algorithm>
#include <array>

#include "read/cell.hpp"
#include "read/charset.hpp"
#include "read/header.hpp"
#include "read/unusable_input.hpp"

namespace brukerplan::detail {

namespace {

constexpr std::array<char, 3> separators{';', ',', '\t'};

} // namespace

std::optional<read_fault> open_table(row_splitter& rows, csv_dialect& dialect,
                                     const known_names& known) {
    auto block = rows.first_block();
    if (block.empty()) {
        return read_fault::empty;
    }
    if (block.starts_with(utf8_mark)) {
        dialect.byte_order_mark = true;
        dialect.charset = charset::utf8;
        rows.skip(utf8_mark.size());
        block.remove_prefix(utf8_mark.size());
    }
    if (const auto fault = unusable(block)) {
        return fault;
    }
    if (dialect.charset == charset::ascii) {
        dialect.charset = guess_charset(block);
    }
    // Excel writes "sep=;" as a line of its own.
    const bool named = block.size() > 5 && block.starts_with("sep=");
    if (named) {
        dialect.separator = block[4];
        const auto end = std::min(block.find_first_of("\r\n"), block.size() - 1);
        rows.skip(end + (block.substr(end, 2) == "\r\n" ? 2 : 1), 1);
    }
    std::size_t most = 0;
    raw_row row;
    for (const char candidate : separators) {
        if ((named && candidate != dialect.separator) || !rows.peek(candidate, row)) {
            continue;
        }
        if (row.fault == row_fault::encoding) {
            return read_fault::unknown_charset;
        }
        const auto count = row.fault == row_fault::none ? known(row.cells) : 0;
        if (count > most) {
            most = count;
            dialect.separator = candidate;
        }
    }
    return most == 0 ? std::optional{read_fault::no_header} : std::nullopt;
}

row_width width_of(const std::vector<std::string_view>& header) {
    row_width width{header.size(), 0};
    for (std::size_t i = 0; i < header.size(); ++i) {
        width.named = trimmed(header[i]).empty() ? width.named : i + 1;
    }
    return width;
}

bool looks_garbled(const std::vector<std::string_view>& header) noexcept {
    return std::any_of(header.begin(), header.end(),
                       [](std::string_view name) { return looks_garbled(name); });
}

} // namespace brukerplan::detail
