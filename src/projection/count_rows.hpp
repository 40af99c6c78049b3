// The rows of a CSV file of counts, and what is wrong with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/read/csv.hpp>

#include "read/row_splitter.hpp"

namespace brukerplan::detail {

/// A column that files of a kind may have; its index is what it is asked for by.
struct count_column {
    std::string_view name;
    bool needed = true;
};

/// Reads row after row. Every function that reads a cell gives nothing for one that is wrong, and
/// keeps the fault; an empty one is wrong except where it says so.
class count_rows {
public:
    /// The columns must outlive this object.
    count_rows(count_file file, byte_source source, std::span<const count_column> columns);

    /// Reads the header. False when the file cannot be used.
    [[nodiscard]] bool open();
    /// Whether the file has one of the columns that it need not have.
    [[nodiscard]] bool has(std::size_t column) const noexcept { return place_[column] != nowhere; }
    /// As if a column that is not there were needed: for those that are in some forms of a file.
    void need(std::initializer_list<std::size_t> columns);

    /// The next row that can be read; false at the end.
    [[nodiscard]] bool next();
    [[nodiscard]] std::uint64_t line() const noexcept { return row_.line; }

    /// Whether the column is absent or the cell empty.
    [[nodiscard]] bool empty(std::size_t column) const;
    [[nodiscard]] std::optional<std::string> token(std::size_t column);
    [[nodiscard]] std::optional<municipality_round> round_of(std::size_t municipality,
                                                             std::size_t round);
    /// Any whole number.
    [[nodiscard]] std::optional<int> number(std::size_t column);
    [[nodiscard]] std::optional<std::uint32_t> count(std::size_t column);
    [[nodiscard]] std::optional<date> day(std::size_t column);
    // With a decimal point or comma.
    [[nodiscard]] std::optional<double> share(std::size_t column);
    [[nodiscard]] std::optional<double> log_sd(std::size_t column);
    [[nodiscard]] std::optional<double> amount(std::size_t column);
    /// Index of the token among those given, compared without regard to case.
    [[nodiscard]] std::optional<std::size_t>
    one_of(std::size_t column, std::span<const std::string_view> tokens, count_fault otherwise);
    [[nodiscard]] std::optional<age_band> band(std::size_t column);

    /// About the row that was read last.
    void fault(count_fault what) { fault_at(row_.line, what); }
    void fault(count_fault what, std::size_t column);
    void fault_at(std::uint64_t line, count_fault what, std::string_view column = {});

    /// Whether all is right so far.
    [[nodiscard]] bool good() const noexcept { return !error_.unusable && error_.fault_count == 0; }
    /// Faults in the order of their lines.
    [[nodiscard]] count_file_error error() &&;

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    [[nodiscard]] std::optional<read_error> read_header();
    [[nodiscard]] std::optional<std::size_t> column_named(std::string_view name) const;
    [[nodiscard]] std::string_view cell(std::size_t column) const;
    [[nodiscard]] std::optional<double> decimal(std::size_t column, double most, bool with_zero,
                                                count_fault otherwise);

    std::span<const count_column> columns_;
    std::vector<std::string> names_; // as they are compared
    csv_dialect dialect_;
    row_splitter rows_;
    row_width width_;
    std::vector<std::size_t> place_; // of each column in the file, or `nowhere`
    raw_row row_;
    count_file_error error_;
};

} // namespace brukerplan::detail
