// The registrations of an input in two files: rows that can be used, and rows to correct.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/model/finding.hpp>
#include <brukerplan/write/unidentified_rows.hpp>

#include "cli/session.hpp"

namespace brukerplan::cli {

class split_files {
public:
    /// An empty path is a file that is not wanted.
    split_files(const session& s, const std::string& good, const std::string& bad);

    /// Makes the files, in the style of the input and with its columns; `first` is its first batch.
    void open(const registration_reader& input, const column_table& first);
    /// The rows of a batch, with the worst severity of each and their findings in order.
    void add(const column_table& batch, std::span<const severity> worst,
             std::span<const finding> findings);
    /// Ends both files and says what the good one lacks.
    void finish();

private:
    struct half {
        half(const session& s, const std::string& path, const std::vector<std::size_t>& fields,
             unidentified_rows::purpose what, const csv_style& style)
            : out(s, path), rows(*s.instrument(), fields, what, style,
                                 [this](std::string_view text) { out.write(text); }) {}
        output out;
        unidentified_rows rows;
    };

    const session& session_;
    std::string good_path_;
    std::string bad_path_;
    std::optional<half> good_;
    std::optional<half> bad_;
    std::vector<std::string_view> codes_;
};

} // namespace brukerplan::cli
