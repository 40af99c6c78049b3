#include "cli/split_files.hpp"

#include <algorithm>

namespace brukerplan::cli {

namespace {

/// As the input was written, so that the program that wrote it can read the halves.
csv_style style_of(const registration_reader& input) {
    const auto* dialect = input.csv();
    if (dialect == nullptr) {
        return {};
    }
    const bool norwegian = dialect->header_language != header_language::english;
    return {.separator = dialect->separator,
            .windows_1252 = dialect->charset == charset::windows_1252,
            .norwegian_headers = norwegian,
            .dotted_dates = norwegian,
            .line_end = norwegian ? "\r\n" : "\n",
            .byte_order_mark = dialect->byte_order_mark};
}

} // namespace

split_files::split_files(const session& s, const std::string& good, const std::string& bad)
    : session_(s), good_path_(good), bad_path_(bad) {}

void split_files::open(const registration_reader& input, const column_table& first) {
    const auto style = style_of(input);
    const auto& instrument = *session_.instrument();
    const auto fields = input.csv() == nullptr ? unidentified_fields(instrument)
                                               : unidentified_fields(instrument, first);
    if (!good_path_.empty()) {
        good_.emplace(session_, good_path_, fields, unidentified_rows::purpose::use, style);
    }
    if (!bad_path_.empty()) {
        bad_.emplace(session_, bad_path_, fields, unidentified_rows::purpose::correct, style);
    }
}

void split_files::add(const column_table& batch, std::span<const severity> worst,
                      std::span<const finding> findings) {
    auto next = findings.begin();
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        codes_.clear();
        for (; next != findings.end() && next->record == batch.first_record + row; ++next) {
            const std::string_view code = session_.instrument()->rules[next->rule].code;
            if (is_error(next->severity) && (codes_.empty() || codes_.back() != code)) {
                codes_.push_back(code);
            }
        }
        auto& half = is_error(worst[row]) ? bad_ : good_;
        if (half) {
            half->rows.add(batch, row, codes_);
        }
    }
}

void split_files::finish() {
    for (auto* half : {&good_, &bad_}) {
        if (*half) {
            (*half)->out.finish();
        }
    }
    if (good_ && good_->rows.without_birth_year() > 0) {
        session_.tell("without_birth_year",
                      {{"rows", std::to_string(good_->rows.without_birth_year())}});
    }
}

} // namespace brukerplan::cli
