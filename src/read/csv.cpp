#include <brukerplan/read/csv.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "read/cell.hpp"
#include "read/charset.hpp"
#include "read/header.hpp"
#include "read/row_splitter.hpp"
#include "read/unusable_input.hpp"

namespace brukerplan {

namespace {

using detail::header;
using detail::utf8_mark;

constexpr std::array<char, 3> separators{';', ',', '\t'};

} // namespace

std::string_view token_of(charset c) noexcept {
    constexpr std::array<std::string_view, 3> tokens{"ascii", "utf-8", "windows-1252"};
    return tokens[static_cast<std::size_t>(c)];
}

std::string_view token_of(header_language l) noexcept {
    constexpr std::array<std::string_view, 3> tokens{"english", "norwegian", "mixed"};
    return tokens[static_cast<std::size_t>(l)];
}

class csv_reader::state {
public:
    state(byte_source source, std::shared_ptr<const pack> instrument)
        : pack_(std::move(instrument)), cells_(*pack_), rows_(std::move(source), dialect_) {}

    std::optional<read_error> open() {
        auto block = rows_.first_block();
        if (block.empty()) {
            return read_error{read_fault::empty, {}};
        }
        if (block.starts_with(utf8_mark)) {
            dialect_.byte_order_mark = true;
            dialect_.charset = charset::utf8;
            rows_.skip(utf8_mark.size());
            block.remove_prefix(utf8_mark.size());
        }
        if (const auto fault = detail::unusable(block)) {
            return read_error{*fault, {}};
        }
        if (dialect_.charset == charset::ascii) {
            dialect_.charset = detail::guess_charset(block);
        }
        return read_header(block);
    }

    column_table next(std::size_t most_rows) {
        auto table = pack_->make_table();
        table.first_record = record_;
        table.header_columns = width_.columns;
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            table.columns[f].set_present(column_of_field_[f] != header::no_field ||
                                         pack_->fields[f].constant);
        }
        detail::raw_row row;
        while (table.rows() < std::max<std::size_t>(most_rows, 1) && rows_.next(width_, row)) {
            append(row, table);
        }
        record_ += table.rows();
        dialect_.decimal_comma = cells_.decimal_comma_seen();
        return table;
    }

    [[nodiscard]] const csv_dialect& dialect() const noexcept { return dialect_; }

private:
    std::optional<read_error> read_header(std::string_view block) {
        // Excel writes "sep=;" as a line of its own.
        const bool named = block.size() > 5 && block.starts_with("sep=");
        if (named) {
            dialect_.separator = block[4];
            const auto end = std::min(block.find_first_of("\r\n"), block.size() - 1);
            rows_.skip(end + (block.substr(end, 2) == "\r\n" ? 2 : 1), 1);
        }
        const detail::field_names names{*pack_};
        detail::raw_row row;
        for (const char candidate : separators) {
            if ((named && candidate != dialect_.separator) || !rows_.peek(candidate, row)) {
                continue;
            }
            if (row.fault == row_fault::encoding) {
                return read_error{read_fault::unknown_charset, {}};
            }
            if (row.fault != row_fault::none) {
                continue;
            }
            auto found = detail::match_header(row.cells, names);
            if (found.known > header_.known) {
                header_ = std::move(found);
                dialect_.separator = candidate;
            }
        }
        dialect_.header_language = header_.language;
        dialect_.unknown_columns = header_.unknown_columns;
        if (auto error = detail::check_header(header_, *pack_)) {
            const bool garbled =
                error->fault == read_fault::missing_columns &&
                rows_.peek(dialect_.separator, row) &&
                std::any_of(row.cells.begin(), row.cells.end(), detail::looks_garbled);
            return garbled ? read_error{read_fault::unknown_charset, {}} : error;
        }
        rows_.next({}, row);
        width_.columns = row.cells.size();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            width_.named = detail::trimmed(row.cells[i]).empty() ? width_.named : i + 1;
        }
        column_of_field_.assign(pack_->fields.size(), header::no_field);
        for (std::size_t i = 0; i < header_.field_of_column.size(); ++i) {
            if (header_.field_of_column[i] != header::no_field) {
                column_of_field_[header_.field_of_column[i]] = i;
            }
        }
        return std::nullopt;
    }

    void append(const detail::raw_row& row, column_table& table) {
        const auto cells = row.fault == row_fault::cells ? row.cells.size() : 0;
        table.origins.push_back({row.line, row.fault, static_cast<std::uint32_t>(cells)});
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            const auto at = column_of_field_[f];
            const auto& constant = pack_->fields[f].constant;
            if (row.fault != row_fault::none || (at == header::no_field && !constant)) {
                table.columns[f].append_missing();
            } else if (at == header::no_field) {
                cells_.append(f, *constant, table.columns[f]);
            } else {
                cells_.append(f, row.cells[at], table.columns[f]);
            }
        }
    }

    std::shared_ptr<const pack> pack_;
    csv_dialect dialect_;
    detail::cell_reader cells_;
    detail::row_splitter rows_;
    header header_;
    detail::row_width width_;
    std::vector<std::size_t> column_of_field_;
    std::uint64_t record_ = 0;
};

csv_reader::csv_reader(std::unique_ptr<state> s) : state_(std::move(s)) {}
csv_reader::csv_reader(csv_reader&&) noexcept = default;
csv_reader& csv_reader::operator=(csv_reader&&) noexcept = default;
csv_reader::~csv_reader() = default;

expected<csv_reader, read_error> csv_reader::from_source(byte_source source,
                                                         std::shared_ptr<const pack> instrument) {
    auto opened = std::make_unique<state>(std::move(source), std::move(instrument));
    if (auto error = opened->open()) {
        return unexpected(*std::move(error));
    }
    return csv_reader{std::move(opened)};
}

expected<csv_reader, read_error> csv_reader::from_file(const std::string& path,
                                                       std::shared_ptr<const pack> instrument) {
    auto source = file_source(path);
    if (!source) {
        return unexpected(source.error());
    }
    return from_source(*std::move(source), std::move(instrument));
}

expected<csv_reader, read_error> csv_reader::from_text(std::string_view text,
                                                       std::shared_ptr<const pack> instrument) {
    return from_source(text_source(text), std::move(instrument));
}

column_table csv_reader::next(std::size_t most_rows) {
    return state_->next(most_rows);
}

const csv_dialect& csv_reader::dialect() const noexcept {
    return state_->dialect();
}

} // namespace brukerplan
