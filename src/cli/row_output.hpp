// Rows of a table of the library as CSV or NDJSON, to a file or standard output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "cli/session.hpp"

namespace brukerplan::cli {

/// Refuses formats that such rows are not written in. CSV unless NDJSON is asked for.
inline void need_row_format(const session& s) {
    if (s.options().format == detail::listing_format::json) {
        s.refuse("rows_are_csv_or_ndjson");
    }
}

class row_output {
public:
    row_output(const session& s, const std::string& path, std::string csv_header)
        : out_(s, path), ndjson_(s.options().format == detail::listing_format::ndjson),
          text_(ndjson_ ? std::string{} : std::move(csv_header)) {}

    template <class Row>
    void add(const Row& row) {
        ndjson_ ? append_ndjson_row(row, text_) : append_csv_row(row, text_);
        ++rows_;
        constexpr std::size_t piece = 1U << 16U;
        if (text_.size() > piece) {
            out_.write(text_);
            text_.clear();
        }
    }

    [[nodiscard]] std::uint64_t rows() const noexcept { return rows_; }

    void finish() {
        out_.write(text_);
        out_.finish();
    }

private:
    output out_;
    bool ndjson_;
    std::string text_;
    std::uint64_t rows_ = 0;
};

} // namespace brukerplan::cli
