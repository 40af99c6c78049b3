#include <brukerplan/read/csv.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "read/cell.hpp"
#include "read/header.hpp"
#include "read/opening.hpp"
#include "read/row_splitter.hpp"

namespace brukerplan {

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
        const detail::field_names names{*pack_};
        const auto fault = detail::open_table(rows_, dialect_, [&](const auto& cells) {
            return detail::match_header(cells, names).known;
        });
        if (fault) {
            return read_error{*fault, {}};
        }
        return read_header(names);
    }

    column_table next(std::size_t most_rows) {
        auto table = pack_->make_table();
        table.first_record = record_;
        table.header_columns = width_.columns;
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            table.columns[f].set_present(column_of_field_[f] != detail::header::no_field ||
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
    std::optional<read_error> read_header(const detail::field_names& names) {
        detail::raw_row row;
        rows_.next({}, row);
        const auto found = detail::match_header(row.cells, names);
        dialect_.header_language = found.language;
        dialect_.unknown_columns = found.unknown_columns;
        if (auto error = detail::check_header(found, *pack_)) {
            const bool garbled =
                error->fault == read_fault::missing_columns && detail::looks_garbled(row.cells);
            return garbled ? read_error{read_fault::unknown_charset, {}} : error;
        }
        width_ = detail::width_of(row.cells);
        column_of_field_.assign(pack_->fields.size(), detail::header::no_field);
        for (std::size_t i = 0; i < found.field_of_column.size(); ++i) {
            if (found.field_of_column[i] != detail::header::no_field) {
                column_of_field_[found.field_of_column[i]] = i;
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
            if (row.fault != row_fault::none || (at == detail::header::no_field && !constant)) {
                table.columns[f].append_missing();
            } else if (at == detail::header::no_field) {
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
