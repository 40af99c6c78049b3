#include "write/arrow_backtest.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brukerplan::detail {

namespace {

/// Columns of numbers by name.
template <std::size_t Count>
class named_numbers {
public:
    explicit named_numbers(const std::array<std::string_view, Count>& names) : names_(names) {}

    void add(const std::array<std::optional<double>, Count>& values) {
        for (std::size_t i = 0; i < Count; ++i) {
            columns_[i].add(values[i]);
        }
    }
    void finish(std::vector<arrow_node>& to) && {
        for (std::size_t i = 0; i < Count; ++i) {
            to.push_back(std::move(columns_[i]).finish(std::string{names_[i]}, true));
        }
    }

private:
    std::array<std::string_view, Count> names_;
    std::array<number_column<double>, Count> columns_;
};

constexpr std::array<std::string_view, 18> score_names{
    "expected",    "crps",        "weighted_crps", "log_crps",     "wis",   "interval_score",
    "coverage_50", "coverage_80", "coverage_90",   "below",        "above", "closed_50",
    "closed_80",   "closed_90",   "closed_below",  "closed_above", "bias",  "mase"};

class score_rows {
public:
    explicit score_rows(const backtest_result& result) : result_(result) {}

    void add(std::size_t forecaster, const score_selection& of) {
        const auto sums = sum_of(result_, forecaster, of);
        if (sums.forecasts == 0) {
            return;
        }
        const auto s = summary_of(sums);
        const auto& who = result_.forecasters[forecaster];
        models_.add(who.token);
        baselines_.add(static_cast<std::int8_t>(who.baseline));
        periods_.add(of.period);
        services_.add(of.service ? std::optional<std::string_view>{result_.services[*of.service]}
                                 : std::nullopt);
        size_groups_.add(of.size_group ? std::optional{size_group_tokens[*of.size_group]}
                                       : std::nullopt);
        forecasts_.add(static_cast<std::int64_t>(s.forecasts));
        observed_.add(static_cast<std::int64_t>(sums.observed));
        const auto& coverage = s.transform_coverage;
        const auto& closed = s.closed_coverage;
        scores_.add({sums.expected, s.crps, s.weighted_crps, s.log_crps, s.weighted_interval,
                     s.interval_90, coverage[0], coverage[1], coverage[2], s.transform_below,
                     s.transform_above, closed[0], closed[1], closed[2], s.closed_below,
                     s.closed_above, s.bias, s.scaled_error});
        ++rows_;
    }

    [[nodiscard]] arrow_node finish() && {
        std::vector<arrow_node> columns;
        columns.push_back(std::move(models_).finish("forecaster"));
        columns.push_back(std::move(baselines_).finish("baseline"));
        columns.push_back(std::move(periods_).finish("period", true));
        columns.push_back(std::move(services_).finish("service", true));
        columns.push_back(std::move(size_groups_).finish("size_group", true));
        columns.push_back(std::move(forecasts_).finish("forecasts"));
        columns.push_back(std::move(observed_).finish("observed"));
        std::move(scores_).finish(columns);
        return struct_of(std::move(columns), rows_);
    }

private:
    const backtest_result& result_;
    std::size_t rows_ = 0;
    dictionary_column models_;
    number_column<std::int8_t> baselines_;
    number_column<std::int32_t> periods_;
    dictionary_column services_;
    dictionary_column size_groups_;
    number_column<std::int64_t> forecasts_;
    number_column<std::int64_t> observed_;
    named_numbers<score_names.size()> scores_{score_names};
};

/// Each place, or nothing once for all of them.
std::vector<std::optional<std::size_t>> places_within(bool split, std::size_t count) {
    if (!split) {
        return {std::nullopt};
    }
    std::vector<std::optional<std::size_t>> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.emplace_back(i);
    }
    return all;
}

} // namespace

arrow_node score_columns_of(const backtest_result& result, score_split by) {
    score_rows rows{result};
    for (std::size_t f = 0; f < result.forecasters.size(); ++f) {
        for (const auto period : places_within(by.period, result.periods.size())) {
            for (const auto service : places_within(by.service, result.services.size())) {
                for (const auto size_group : places_within(by.size_group, size_group_count)) {
                    score_selection of;
                    of.period =
                        period ? std::optional{result.periods[*period].period} : std::nullopt;
                    of.service = service;
                    of.size_group = size_group;
                    rows.add(f, of);
                }
            }
        }
    }
    return std::move(rows).finish();
}

arrow_node comparison_columns_of(const backtest_result& result,
                                 std::span<const model_comparison> comparisons) {
    dictionary_column models;
    dictionary_column baselines;
    dictionary_column services;
    named_numbers<4> numbers{{"relative", "relative_low", "relative_high", "share_better"}};
    for (const auto& c : comparisons) {
        models.add(result.forecasters[c.model].token);
        baselines.add(result.forecasters[c.baseline].token);
        services.add(c.service ? std::optional<std::string_view>{result.services[*c.service]}
                               : std::nullopt);
        numbers.add({c.relative, c.low, c.high, c.share_better});
    }
    std::vector<arrow_node> columns;
    columns.push_back(std::move(models).finish("forecaster"));
    columns.push_back(std::move(baselines).finish("baseline"));
    columns.push_back(std::move(services).finish("service", true));
    std::move(numbers).finish(columns);
    return struct_of(std::move(columns), comparisons.size());
}

} // namespace brukerplan::detail
