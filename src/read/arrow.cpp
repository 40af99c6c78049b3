#include <brukerplan/read/arrow.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <brukerplan/model/domain.hpp>

#include "read/arrow_column.hpp"
#include "read/arrow_type.hpp"
#include "read/arrow_values.hpp"
#include "read/cell.hpp"
#include "read/header.hpp"

namespace brukerplan {

namespace {

using detail::arrow_column;
using detail::arrow_failure;
using detail::fail_batch;
using detail::header;

[[noreturn]] void fail_schema(arrow_fault fault, std::string message, std::int64_t column = -1,
                              std::vector<std::string> columns = {}) {
    throw arrow_failure{{fault, column, std::move(message), std::move(columns), -1}};
}

/// Names of the columns; empty for those that have none.
std::vector<std::string_view> names_of(const ArrowSchema& schema) {
    if (schema.release == nullptr || schema.format == nullptr) {
        fail_schema(arrow_fault::schema, "the schema has been released, or is none");
    }
    if (std::string_view{schema.format} != "+s" || schema.dictionary != nullptr) {
        fail_schema(arrow_fault::schema,
                    "this is one column and no table: the schema is not that of a struct");
    }
    if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr)) {
        fail_schema(arrow_fault::schema, "the columns of the schema are not there");
    }
    std::vector<std::string_view> names;
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        const auto* column = schema.children[i];
        if (column == nullptr) {
            fail_schema(arrow_fault::schema, "a column of the schema is not there", i);
        }
        names.emplace_back(column->name == nullptr ? "" : column->name);
    }
    return names;
}

std::optional<read_error> check_columns(const header& h, const pack& instrument,
                                        arrow_columns needed) {
    if (needed == arrow_columns::of_a_file) {
        return detail::check_header(h, instrument);
    }
    std::vector<bool> domains(instrument.fields.size(), false);
    for (const domain d : all_domains) {
        const auto column = instrument.roles.column_of(role_of(d));
        if (column != role_binding::unbound) {
            domains[static_cast<std::size_t>(column)] = true;
        }
    }
    return detail::check_columns(h, instrument, domains, {});
}

/// Whether a field is read: for an index its domains, and what the rows are called by.
bool is_read(const field& f, arrow_columns needed) {
    return needed == arrow_columns::of_a_file ||
           (f.role && (index_of(*f.role) < domain_count || *f.role == role::source_row_ref ||
                       *f.role == role::identity_national_number));
}

/// The first column whose field another column before it has; -1 for none.
std::int64_t second_of_a_field(const header& h) {
    const auto& fields = h.field_of_column;
    for (auto column = fields.begin(); column != fields.end(); ++column) {
        if (*column != header::no_field && std::find(fields.begin(), column, *column) != column) {
            return column - fields.begin();
        }
    }
    return -1;
}

[[noreturn]] void fail_columns(const read_error& error, std::int64_t second) {
    std::string names;
    for (const auto& name : error.columns) {
        names += (names.empty() ? "" : ", ") + name;
    }
    switch (error.fault) {
    case read_fault::no_header:
        fail_schema(arrow_fault::no_columns, "no column has a name that the pack knows");
    case read_fault::missing_columns:
        fail_schema(arrow_fault::missing_columns, "columns that are needed are not there: " + names,
                    -1, error.columns);
    default:
        fail_schema(arrow_fault::duplicate_columns, "columns are there more than once: " + names,
                    second, error.columns);
    }
}

template <class Body>
std::optional<arrow_error> error_of(Body body) {
    try {
        body();
    } catch (arrow_failure& failure) {
        return std::move(failure.error);
    }
    return std::nullopt;
}

} // namespace

class arrow_batch_reader::state {
public:
    state(const ArrowSchema& schema, std::shared_ptr<const pack> instrument, arrow_columns needed)
        : pack_(std::move(instrument)), cells_(*pack_) {
        const auto names = names_of(schema);
        const auto matched = detail::match_header(names, detail::field_names{*pack_});
        if (const auto error = check_columns(matched, *pack_, needed)) {
            fail_columns(*error, second_of_a_field(matched));
        }
        column_of_field_.assign(pack_->fields.size(), header::no_field);
        schema_columns_ = static_cast<std::int64_t>(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto f = matched.field_of_column[i];
            if (f == header::no_field) {
                unknown_columns_.push_back(i);
            } else if (is_read(pack_->fields[f], needed)) {
                add_column(*schema.children[i], i, f);
            }
        }
    }

    void begin(const ArrowArray& batch) {
        rows_ = 0;
        row_ = 0;
        rows_values_ = detail::checked_frame(batch, 0, 1, 1, -1);
        if (batch.n_children != schema_columns_ || batch.dictionary != nullptr ||
            (schema_columns_ > 0 && batch.children == nullptr)) {
            fail_batch("a batch does not have the columns of its schema");
        }
        for (auto& column : columns_) {
            const auto* array = batch.children[column.position()];
            if (array == nullptr) {
                fail_batch("a column is not there", column.position());
            }
            // Nothing of a batch without rows is read.
            if (batch.length > 0) {
                column.begin(*array, batch.offset + batch.length);
            }
        }
        rows_ = batch.length;
    }

    void next(column_table& table, std::size_t most_rows) {
        const auto left = static_cast<std::size_t>(rows_ - row_);
        const auto rows = std::min(std::max<std::size_t>(most_rows, 1), left);
        empty(table);
        const auto row_valid = detail::validity_bytes(rows_values_, row_, rows, {}, row_valid_);
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            if (column_of_field_[f] == header::no_field) {
                fill_without_column(f, rows, table.columns[f]);
            } else {
                columns_[column_of_field_[f]].fill(rows_values_.offset + row_, rows, row_valid,
                                                   table.columns[f]);
            }
        }
        table.origins.resize(rows);
        table.first_record = record_;
        row_ += static_cast<std::int64_t>(rows);
        record_ += rows;
    }

    /// Of the rows that are read next, or could not be.
    [[nodiscard]] std::int64_t first_record() const noexcept {
        return static_cast<std::int64_t>(record_);
    }

    /// Nothing more comes from the batch.
    void give_up(column_table& table) noexcept {
        row_ = rows_;
        empty(table);
    }

    [[nodiscard]] column_table make_table() const {
        auto table = pack_->make_table();
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            table.columns[f].set_present(column_of_field_[f] != header::no_field ||
                                         pack_->fields[f].constant);
        }
        table.header_columns = static_cast<std::size_t>(schema_columns_);
        return table;
    }

    [[nodiscard]] const std::vector<std::size_t>& unknown_columns() const noexcept {
        return unknown_columns_;
    }

private:
    void add_column(const ArrowSchema& schema, std::size_t position, std::size_t field) {
        const auto& f = pack_->fields[field];
        auto [type, reason] = detail::parse_type(schema);
        if (type) {
            reason = detail::mismatch(*type, f, *pack_);
        }
        if (!type || !reason.empty()) {
            fail_schema(arrow_fault::column_type,
                        "column " + std::to_string(position) + " (" + f.name +
                            ") is of a type that cannot be read: " + std::string{reason},
                        static_cast<std::int64_t>(position));
        }
        column_of_field_[field] = columns_.size();
        columns_.emplace_back(*pack_, cells_, field, *std::move(type),
                              static_cast<std::int64_t>(position));
    }

    void fill_without_column(std::size_t field, std::size_t rows, column& to) {
        const auto& constant = pack_->fields[field].constant;
        if (!constant) {
            to.append_missing_rows(rows);
            return;
        }
        for (std::size_t row = 0; row < rows; ++row) {
            cells_.append(field, *constant, to);
        }
    }

    static void empty(column_table& table) noexcept {
        for (auto& column : table.columns) {
            column.clear();
        }
        table.origins.clear();
    }

    std::shared_ptr<const pack> pack_;
    detail::cell_reader cells_;
    std::vector<arrow_column> columns_;
    std::vector<std::size_t> column_of_field_; ///< in `columns_`, or `no_field`
    std::vector<std::size_t> unknown_columns_;
    std::int64_t schema_columns_ = 0;
    detail::arrow_values rows_values_; ///< of the struct itself
    std::vector<std::uint8_t> row_valid_;
    std::int64_t rows_ = 0; ///< of the batch
    std::int64_t row_ = 0;  ///< the next one
    std::uint64_t record_ = 0;
};

arrow_batch_reader::arrow_batch_reader(std::unique_ptr<state> s) : state_(std::move(s)) {}
arrow_batch_reader::arrow_batch_reader(arrow_batch_reader&&) noexcept = default;
arrow_batch_reader& arrow_batch_reader::operator=(arrow_batch_reader&&) noexcept = default;
arrow_batch_reader::~arrow_batch_reader() = default;

expected<arrow_batch_reader, arrow_error>
arrow_batch_reader::from_schema(const ArrowSchema& schema, std::shared_ptr<const pack> instrument,
                                arrow_columns needed) {
    std::unique_ptr<state> made;
    auto error =
        error_of([&] { made = std::make_unique<state>(schema, std::move(instrument), needed); });
    if (error) {
        return unexpected(*std::move(error));
    }
    return arrow_batch_reader{std::move(made)};
}

std::optional<arrow_error> arrow_batch_reader::begin(const ArrowArray& batch) {
    auto error = error_of([&] { state_->begin(batch); });
    if (error) {
        error->row = -1; // what is read here are dictionaries
    }
    return error;
}

std::optional<arrow_error> arrow_batch_reader::next(column_table& table, std::size_t most_rows) {
    auto error = error_of([&] { state_->next(table, most_rows); });
    if (error) {
        error->row += error->row < 0 ? 0 : state_->first_record();
        state_->give_up(table);
    }
    return error;
}

column_table arrow_batch_reader::make_table() const {
    return state_->make_table();
}

const std::vector<std::size_t>& arrow_batch_reader::unknown_columns() const noexcept {
    return state_->unknown_columns();
}

} // namespace brukerplan
