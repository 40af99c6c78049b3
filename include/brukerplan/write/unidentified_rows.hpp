// Registrations as rows of CSV without what says who they are about: to carry on with, or to
// correct.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/column_table.hpp>
#include <brukerplan/write/csv_writer.hpp>

namespace brukerplan {

/// The fields that such a file has, by index: those that the input has a column for, without
/// national numbers, and the birth year.
[[nodiscard]] std::vector<std::size_t> unidentified_fields(const pack& instrument,
                                                           const column_table& input);
/// All of them, for an input whose rows differ.
[[nodiscard]] std::vector<std::size_t> unidentified_fields(const pack& instrument);

/// Writes rows one after another. Never a national number, nor a cell that may hold one or a date
/// of birth: references are shown as findings show them, and other such cells are left empty. An
/// empty birth year is filled in where the national number makes it certain.
class unidentified_rows {
public:
    enum class purpose : std::uint8_t {
        use,     ///< the columns of the pack alone: the file can be read again
        correct, ///< with `record` (from 0), `codes` and `unreadable` behind them
    };

    /// Borrows the pack.
    unidentified_rows(const pack& instrument, std::vector<std::size_t> fields, purpose what,
                      csv_style style, std::function<void(std::string_view)> sink);

    /// A row of a table of the pack's shape. `codes` are those of its findings of severity error;
    /// `unreadable` names the cells that could not be read or are left out.
    void add(const column_table& table, std::size_t row,
             std::span<const std::string_view> codes = {});

    /// Rows of which the file tells neither a national number nor a birth year although the input
    /// had a number: the birth year of a D-number is not certain.
    [[nodiscard]] std::uint64_t without_birth_year() const noexcept { return without_birth_year_; }

private:
    const pack* pack_;
    std::vector<std::size_t> fields_;
    purpose purpose_;
    csv_writer file_;
    std::vector<std::string> cells_;
    std::uint64_t without_birth_year_ = 0;
};

} // namespace brukerplan
