// A projection as a table: one row for each municipality or area, service, quantity and model.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include <brukerplan/projection/projection.hpp>

namespace brukerplan {

/// `mean`, `sd`, bands, `naive_mean` and terms are persons with three decimals, variance shares
/// have four, quantiles are whole persons.
inline constexpr std::array<std::string_view, 22> projection_columns{
    "municipality", "service",   "quantity",   "model",     "horizon",   "mean",  "sd",
    "q05",          "q10",       "q25",        "q50",       "q75",       "q90",   "q95",
    "band_low",     "band_high", "naive_mean", "naive_q05", "naive_q95", "terms", "variance_shares",
    "flags"};

/// The names of the columns with commas between them, and a line end.
[[nodiscard]] std::string projection_csv_header();

/// One line. `terms` is `received=12.345|peers=3.210`, which add up to `mean` but for what is
/// rounded; `variance_shares` is `outcome=0.4321|parameters=...`; `flags` is tokens with `|`
/// between them, the status first. Where there are no numbers all these cells but `flags` are
/// empty.
void append_csv_row(const projected& row, std::string& to);

/// One object in one line: `terms` and `variance_shares` are objects, `flags` a list, numbers that
/// there are not null.
void append_ndjson_row(const projected& row, std::string& to);

} // namespace brukerplan
