// Registrations as a CSV file.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <brukerplan/instrument/pack.hpp>

namespace brukerplan {

struct csv_style {
    char separator = ',';
    bool windows_1252 = false; ///< else UTF-8; what the character set lacks becomes `?`
    bool norwegian_headers = false;
    bool dotted_dates = false; ///< DD.MM.YYYY, else YYYY-MM-DD
    std::string_view line_end = "\n";

    /// As a Norwegian Excel saves a file.
    [[nodiscard]] static csv_style excel() noexcept { return {';', true, true, true, "\r\n"}; }
};

/// Writes the header at once and then row after row.
class csv_writer {
public:
    csv_writer(const pack& instrument, csv_style style, std::function<void(std::string_view)> sink);

    /// One cell a field, in the order of the pack's fields. A row of fewer or more cells is written
    /// as it is.
    void row(std::span<const std::string> cells);

private:
    void write(std::string line);

    const pack* pack_;
    csv_style style_;
    std::function<void(std::string_view)> sink_;
};

} // namespace brukerplan
