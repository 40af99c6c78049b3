#include <brukerplan/write/backtest_table.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include "write/table_cells.hpp"

namespace brukerplan {

namespace {

using detail::fixed_cell;
using detail::table_cell;
using detail::whole_cell;

constexpr int decimals_of_persons = 3;
constexpr int score_decimals = 4;

// ---- Rows

/// Nothing first, which is all of them.
template <class Take>
void for_all_and_each(std::size_t count, const Take& take) {
    take(std::optional<std::size_t>{});
    for (std::size_t i = 0; i < count; ++i) {
        take(std::optional{i});
    }
}

class table_of_rows {
public:
    table_of_rows(const backtest_result& result, const std::vector<model_comparison>& comparisons,
                  bool learned_only)
        : result_(result), comparisons_(comparisons), learned_only_(learned_only) {
        for (const auto& period : result.periods) {
            periods_ += period.past_transitions > 0 || !learned_only_;
            learned_ = learned_ && (period.past_transitions > 0 || learned_only_);
        }
    }

    std::vector<backtest_row> rows() {
        for_all_and_each(result_.services.size(), [&](auto service) {
            for_all_and_each(size_group_count, [&](auto size_group) {
                for (std::size_t f = 0; f < result_.forecasters.size(); ++f) {
                    add(f, service, size_group);
                }
            });
        });
        return std::move(rows_);
    }

private:
    void add(std::size_t forecaster, std::optional<std::size_t> service,
             std::optional<std::size_t> size_group) {
        const auto sums =
            sum_of(result_, forecaster, {std::nullopt, service, size_group, learned_only_});
        if (sums.forecasts == 0) {
            return;
        }
        rows_.push_back({result_.forecasters[forecaster].token,
                         service ? result_.services[*service] : std::string{over_all},
                         size_group ? size_group_tokens[*size_group] : over_all,
                         periods_,
                         learned_,
                         sums.observed,
                         sums.expected,
                         summary_of(sums),
                         {}});
        if (size_group) {
            return;
        }
        for (const auto& compared : comparisons_) {
            if (compared.model == forecaster && compared.service == service &&
                compared.baseline != forecaster) {
                rows_.back().relative.push_back(
                    {result_.forecasters[compared.baseline].token, compared});
            }
        }
    }

    const backtest_result& result_;
    const std::vector<model_comparison>& comparisons_;
    bool learned_only_;
    std::size_t periods_ = 0;
    bool learned_ = true;
    std::vector<backtest_row> rows_;
};

// ---- Cells

template <class Number>
table_cell relative(const backtest_row& row, Number model_comparison::*what) {
    detail::named_numerals numbers;
    for (const auto& [baseline, compared] : row.relative) {
        const std::optional<double> value = compared.*what;
        if (value && std::isfinite(*value)) {
            numbers.emplace_back(baseline, detail::fixed_numeral(*value, score_decimals));
        }
    }
    return numbers;
}

table_cell score_cell(double value) {
    return fixed_cell(value, score_decimals);
}

table_cell score_cell(const std::optional<double>& value) {
    return value ? score_cell(*value) : table_cell{};
}

std::array<table_cell, backtest_columns.size()> cells_of(const backtest_row& row) {
    const auto& scores = row.scores;
    return {std::string{row.forecaster},
            row.service,
            std::string{row.size_group},
            whole_cell(static_cast<std::int64_t>(row.periods)),
            std::string{row.learned ? "yes" : "no"},
            whole_cell(static_cast<std::int64_t>(scores.forecasts)),
            whole_cell(static_cast<std::int64_t>(row.observed)),
            fixed_cell(row.expected, decimals_of_persons),
            score_cell(scores.crps),
            score_cell(scores.weighted_crps),
            relative(row, &model_comparison::relative),
            relative(row, &model_comparison::low),
            relative(row, &model_comparison::high),
            relative(row, &model_comparison::share_better),
            score_cell(scores.log_crps),
            score_cell(scores.weighted_interval),
            score_cell(scores.interval_90),
            score_cell(scores.transform_coverage[0]),
            score_cell(scores.transform_coverage[1]),
            score_cell(scores.transform_coverage[2]),
            score_cell(scores.closed_coverage[0]),
            score_cell(scores.closed_coverage[1]),
            score_cell(scores.closed_coverage[2]),
            score_cell(scores.transform_below),
            score_cell(scores.transform_above),
            score_cell(scores.closed_below),
            score_cell(scores.closed_above),
            score_cell(scores.bias),
            score_cell(scores.scaled_error)};
}

} // namespace

std::vector<backtest_row> rows_of(const backtest_result& result,
                                  const std::vector<model_comparison>& comparisons,
                                  bool learned_only) {
    return table_of_rows{result, comparisons, learned_only}.rows();
}

std::string backtest_csv_header() {
    return detail::csv_line(backtest_columns);
}

void append_csv_row(const backtest_row& row, std::string& to) {
    detail::append_csv_row(cells_of(row), to);
}

void append_ndjson_row(const backtest_row& row, std::string& to) {
    detail::append_ndjson_row(backtest_columns, cells_of(row), to);
}

} // namespace brukerplan
