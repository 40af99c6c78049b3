#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/model_comparison.hpp>
#include <brukerplan/write/backtest_table.hpp>

#include "cli/commands.hpp"
#include "cli/projection_input.hpp"
#include "cli/projection_summary.hpp"
#include "cli/row_output.hpp"
#include "write/table_cells.hpp"

namespace brukerplan::cli {

namespace {

/// How much less or more one is off by than the other.
std::string words_of_ratio(const session& s, double relative) {
    const auto percent = std::llround(100 * std::abs(1 - relative));
    const auto* key = percent == 0   ? "off_by_as_much"
                      : relative < 1 ? "off_by_less"
                                     : "off_by_more";
    return s.words(key, {{"percent", std::to_string(percent)}});
}

/// The default model against last year's, in one line, and what that cannot say.
void tell_result(const session& s, const backtest_result& result,
                 const std::vector<model_comparison>& comparisons) {
    const auto model = result.place_of("credibility");
    const auto naive = result.place_of("naive");
    const auto found =
        std::find_if(comparisons.begin(), comparisons.end(), [&](const auto& compared) {
            return compared.model == model && compared.baseline == naive && !compared.service;
        });
    if (found == comparisons.end() || !std::isfinite(found->relative)) {
        return;
    }
    const bool resampled =
        found->low && found->high && std::isfinite(*found->low) && std::isfinite(*found->high);
    const auto comma = s.words("decimal_separator");
    const auto number = [&](double value) {
        auto digits = detail::fixed_numeral(value, 2).digits;
        return digits.replace(digits.find('.'), 1, comma);
    };
    const auto relative = number(found->relative);
    const auto figures = resampled ? s.words("with_interval", {{"relative", relative},
                                                               {"low", number(*found->low)},
                                                               {"high", number(*found->high)}})
                                   : relative;
    s.tell("backtest_result",
           {{"comparison", words_of_ratio(s, found->relative)}, {"figures", figures}});
    if (found->municipalities < fewest_municipalities_to_resample) {
        s.tell("backtest_of_few", {{"municipalities", std::to_string(found->municipalities)},
                                   {"fewest", std::to_string(fewest_municipalities_to_resample)}});
    }
}

} // namespace

exit_code run_backtest(const session& s, const backtest_call& options) {
    need_row_format(s);
    const int horizon = options.horizon.as<int>(s);
    const auto resamples = options.resamples.as<std::size_t>(s);
    brukerplan::backtest_options with;
    with.refits = options.refits.as<std::size_t>(s);
    with.seed = options.seed.as<std::uint64_t>(s);
    auto paths = paths_of(options.files);
    paths.push_back(options.out);
    s.need_different_files(paths);
    s.need_writable(options.out);
    const auto input = read_input(s, options.files);
    const int years = learning_lag(input.histories, horizon);
    with.years = years;
    tell_pairs(s, input.histories, years);
    tell_other_lag(s, "backtest_other_lag", horizon, years);
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
        result, {.resamples = resamples, .seed = with.seed, .learned_only = any_learned});
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
