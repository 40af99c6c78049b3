#include <brukerplan/write/projection_table.hpp>

#include <vector>

#include "write/table_cells.hpp"

namespace brukerplan {

namespace {

using detail::fixed_cell;
using detail::fixed_numeral;
using detail::table_cell;
using detail::whole_cell;

constexpr int person_decimals = 3;
constexpr int share_decimals = 4;

detail::named_numerals terms_of(const projected& row) {
    detail::named_numerals terms;
    for (const auto& [of, persons] : row.terms) {
        terms.emplace_back(of, fixed_numeral(persons, person_decimals));
    }
    return terms;
}

detail::named_numerals shares_of(const projected& row) {
    detail::named_numerals shares;
    for (std::size_t i = 0; row.numbers && i < variance_part_count; ++i) {
        shares.emplace_back(variance_part_tokens[i],
                            fixed_numeral(row.variance_shares[i], share_decimals));
    }
    return shares;
}

detail::token_list flags_of(const projected& row) {
    detail::token_list tokens;
    for (std::size_t i = 0; i < projection_flag_count; ++i) {
        if (row.flags.has(static_cast<projection_flag>(i))) {
            tokens.push_back(projection_flag_tokens[i]);
        }
    }
    return tokens;
}

std::vector<table_cell> cells_of(const projected& row) {
    std::vector<table_cell> cells{row.municipality, row.service,
                                  std::string{quantity_tokens[static_cast<std::size_t>(row.of)]},
                                  std::string{row.model}, whole_cell(row.horizon)};
    if (row.numbers) {
        cells.push_back(fixed_cell(row.numbers->mean, person_decimals));
        cells.push_back(fixed_cell(row.numbers->sd, person_decimals));
        for (const auto quantile : row.numbers->quantiles) {
            cells.push_back(whole_cell(quantile));
        }
        cells.push_back(fixed_cell(row.band_low, person_decimals));
        cells.push_back(fixed_cell(row.band_high, person_decimals));
        cells.push_back(fixed_cell(row.naive.mean, person_decimals));
        cells.push_back(whole_cell(row.naive.quantiles.front()));
        cells.push_back(whole_cell(row.naive.quantiles.back()));
    }
    constexpr std::size_t lists = 3;
    cells.resize(projection_columns.size() - lists);
    cells.emplace_back(terms_of(row));
    cells.emplace_back(shares_of(row));
    cells.emplace_back(flags_of(row));
    return cells;
}

} // namespace

std::string projection_csv_header() {
    return detail::csv_line(projection_columns);
}

void append_csv_row(const projected& row, std::string& to) {
    detail::append_csv_row(cells_of(row), to);
}

void append_ndjson_row(const projected& row, std::string& to) {
    detail::append_ndjson_row(projection_columns, cells_of(row), to);
}

} // namespace brukerplan
