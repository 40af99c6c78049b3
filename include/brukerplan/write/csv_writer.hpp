// Registrations as a CSV file.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan {

struct csv_style {
    char separator = ',';
    bool windows_1252 = false; ///< else UTF-8; what the character set lacks becomes `?`
    bool norwegian_headers = false;
    bool dotted_dates = false; ///< DD.MM.YYYY, else YYYY-MM-DD
    std::string_view line_end = "\n";
    bool byte_order_mark = false; ///< before UTF-8

    /// As a Norwegian Excel saves a file.
    [[nodiscard]] static csv_style excel() noexcept {
        return {';', true, true, true, "\r\n", false};
    }
};

/// Writes the header at once and then row after row.
class csv_writer {
public:
    csv_writer(const pack& instrument, csv_style style, std::function<void(std::string_view)> sink);

    /// The same with some of the pack's fields, by index, and behind them columns of other names.
    csv_writer(const pack& instrument, std::vector<std::size_t> fields,
               std::span<const std::string_view> more, csv_style style,
               std::function<void(std::string_view)> sink);

    /// One cell a column, in the order of the header. A row of fewer or more cells is written as it
    /// is.
    void row(std::span<const std::string> cells);

private:
    void write(std::string line);

    const pack* pack_;
    std::vector<std::size_t> fields_;
    csv_style style_;
    std::function<void(std::string_view)> sink_;
};

} // namespace brukerplan
