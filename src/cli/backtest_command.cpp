#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/model_comparison.hpp>
#include <brukerplan/write/backtest_table.hpp>

#include "cli/commands.hpp"
#include "cli/projection_input.hpp"
#include "cli/row_output.hpp"
#include "write/table_cells.hpp"

namespace brukerplan::cli {

namespace {

/// The default model against last year's, in one line.
void tell_result(const session& s, const backtest_result& result,
                 const std::vector<model_comparison>& comparisons) {
    const auto model = result.place_of("credibility");
    const auto naive = result.place_of("naive");
    const auto found =
        std::find_if(comparisons.begin(), comparisons.end(), [&](const auto& compared) {
            return compared.model == model && compared.baseline == naive && !compared.service;
        });
    if (found == comparisons.end() || !std::isfinite(found->relative + found->low + found->high)) {
        return;
    }
    const auto comma = s.words("decimal_separator");
    const auto number = [&](double value) {
        auto digits = detail::fixed_numeral(value, 2).digits;
        return digits.replace(digits.find('.'), 1, comma);
    };
    s.tell("backtest_result", {{"relative", number(found->relative)},
                               {"low", number(found->low)},
                               {"high", number(found->high)}});
}

} // namespace

exit_code run_backtest(const session& s, const backtest_call& options) {
    need_row_format(s);
    auto paths = paths_of(options.files);
    paths.push_back(options.out);
    s.need_different_files(paths);
    const auto input = read_input(s, options.files);
    const int years = learning_lag(input.histories, options.horizon);
    tell_pairs(s, input.histories, years);
    brukerplan::backtest_options with;
    with.years = years;
    with.refits = options.refits;
    with.seed = options.seed;
    const auto result = backtest(input.histories, with);
    const bool any_learned =
        std::any_of(result.periods.begin(), result.periods.end(),
                    [](const auto& period) { return period.past_transitions > 0; });
    if (result.periods.empty()) {
        s.refuse("nothing_to_backtest");
    }
    if (!any_learned) {
        s.tell("backtest_of_priors");
    }
    const auto comparisons = comparisons_of(
        result,
        {.resamples = options.resamples, .seed = options.seed, .learned_only = any_learned});
    row_output rows{s, options.out, backtest_csv_header()};
    for (const auto& row : rows_of(result, comparisons, any_learned)) {
        rows.add(row);
    }
    rows.finish();
    tell_result(s, result, comparisons);
    s.tell("backtest_written", {{"rows", std::to_string(rows.rows())}});
    return s.options().strict && input.strict_findings ? exit_code::findings : exit_code::done;
}

} // namespace brukerplan::cli
