// Backtests: what models would have said of past rounds.
#include <brukerplan/arrow_c_data.h>
#include <brukerplan/projection/backtest.hpp>
#include <brukerplan/projection/model_comparison.hpp>

#include "mapping_counts.hpp"
#include "projection_options.hpp"
#include "table.hpp"
#include "write/arrow_backtest.hpp"

namespace capi = brukerplan::capi;

struct bplan_backtest {
    brukerplan::backtest_result result;
};

namespace {

/// As brukerplan::backtest(), period by period.
brukerplan::backtest_result scored(const brukerplan::mapping_counts& counts,
                                   const bplan_projection_options& with,
                                   const capi::progress_teller& tell) {
    const auto now = capi::united_for(counts, with);
    const auto all = make_panel(now.counts, now.coverage);
    brukerplan::backtest_options how;
    how.years = with.how.horizon;
    how.refits = with.how.refits;
    how.seed = with.how.seed;
    brukerplan::backtest_result result{how.forecasters, all.services, all.municipalities, {}};
    for (const auto period : predictable_periods(all, how.years)) {
        result.periods.push_back(score_period(all, period, how));
        tell(result.periods.size());
    }
    return result;
}

} // namespace

int32_t bplan_backtest_create(const bplan_mapping_counts* counts,
                              const bplan_projection_options* options, bplan_progress* progress,
                              void* payload, bplan_backtest** backtest, bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(backtest), [&] {
        const auto& from = capi::required(counts, "counts").counts;
        *backtest = new bplan_backtest{scored(
            from, options == nullptr ? bplan_projection_options{} : *options, {progress, payload})};
    });
}

void bplan_backtest_free(bplan_backtest* backtest) noexcept {
    delete backtest;
}

int32_t bplan_backtest_export_scores(const bplan_backtest* backtest, int32_t by,
                                     struct ArrowSchema* schema, struct ArrowArray* rows,
                                     bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, rows), [&] {
        const auto& from = capi::required(backtest, "backtest").result;
        constexpr int32_t every_bit =
            BPLAN_BACKTEST_BY_PERIOD | BPLAN_BACKTEST_BY_SERVICE | BPLAN_BACKTEST_BY_SIZE_GROUP;
        if ((by & ~every_bit) != 0) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "by has a bit that is none"};
        }
        const auto has = [&](int32_t bit) { return (by & bit) != 0; };
        brukerplan::detail::give(
            score_columns_of(from,
                             brukerplan::detail::score_split{has(BPLAN_BACKTEST_BY_PERIOD),
                                                             has(BPLAN_BACKTEST_BY_SERVICE),
                                                             has(BPLAN_BACKTEST_BY_SIZE_GROUP)}),
            *schema, *rows);
    });
}

int32_t bplan_backtest_export_comparisons(const bplan_backtest* backtest, int32_t resamples,
                                          struct ArrowSchema* schema, struct ArrowArray* rows,
                                          bplan_error* err) noexcept {
    return capi::guarded(err, capi::outputs(schema, rows), [&] {
        const auto& from = capi::required(backtest, "backtest").result;
        if (resamples < static_cast<int32_t>(brukerplan::fewest_resamples) || resamples > 100'000) {
            throw capi::refusal{BPLAN_ERROR_INVALID_ARGUMENT, "resamples must be 100 to 100000"};
        }
        brukerplan::model_comparison_options how;
        how.resamples = static_cast<std::size_t>(resamples);
        brukerplan::detail::give(
            brukerplan::detail::comparison_columns_of(from, comparisons_of(from, how)), *schema,
            *rows);
    });
}
