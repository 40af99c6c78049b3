/* Calls about counts, projections and backtests, which are not promised yet. */
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "forms.h"

#define TEXT_AND_LENGTH(text) text, (int64_t)(sizeof text - 1)

static const char cells[] =
    "municipality,round,service,received_needed,received_only,needed_only,neither\n"
    "9001,2022,housing,5,3,2,10\n9001,2023,housing,6,3,2,10\n9001,2024,housing,6,4,2,10\n"
    "9002,2022,housing,9,3,5,20\n9002,2023,housing,9,4,4,22\n9002,2024,housing,8,4,4,25\n";
static const char profiles[] = "municipality,round,profile,recipients\n9001,2024,red:none,12\n";
static const char coverage[] = "municipality,round,coverage\n9001,2024,0.8\n";
static const char population[] = "year,municipality,sex,age_band,population\n"
                                 "2024,9001,female,16+,900\n2025,9001,female,16+,910\n";
static const char areas[] = "municipality,area\n9001,north\n9002,north\n";

static struct {
    bplan_mapping_counts* counts;
    bplan_document* saved;
    bplan_projection_options* options;
    bplan_projection* projection;
    bplan_backtest* backtest;
} own_shared;

static int32_t few_options(bplan_projection_options** options, bplan_error* err) {
    int32_t code = bplan_projection_options_create(options, err);
    if (code == BPLAN_OK) {
        (void)((code = bplan_projection_options_set_refits(*options, 2, err)) ||
               (code = bplan_projection_options_set_draws(*options, 100, err)));
    }
    return code;
}

int32_t make_projection(bplan_error* err);
int32_t make_projection(bplan_error* err) {
    int32_t code;
    (void)((code = bplan_mapping_counts_create(&own_shared.counts, err)) ||
           (code = bplan_mapping_counts_add_csv(own_shared.counts, TEXT_AND_LENGTH(cells),
                                                TEXT_AND_LENGTH(profiles), err)) ||
           (code = bplan_mapping_counts_save(own_shared.counts, &own_shared.saved, err)) ||
           (code = few_options(&own_shared.options, err)) ||
           (code = bplan_projection_create(own_shared.counts, own_shared.options,
                                           &own_shared.projection, err)) ||
           (code = bplan_backtest_create(own_shared.counts, own_shared.options, NULL, NULL,
                                         &own_shared.backtest, err)));
    return code;
}

void free_projection(void);
void free_projection(void) {
    bplan_backtest_free(own_shared.backtest);
    bplan_projection_free(own_shared.projection);
    bplan_projection_options_free(own_shared.options);
    bplan_document_free(own_shared.saved);
    bplan_mapping_counts_free(own_shared.counts);
}

/* ---- Counts */

static int32_t call_bplan_mapping_counts_create(bplan_error* err) {
    bplan_mapping_counts* made = (bplan_mapping_counts*)&shared;
    const int32_t code = bplan_mapping_counts_create(&made, err);
    if (code == BPLAN_OK) {
        bplan_mapping_counts_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

#define ADDED(X)                                                                                   \
    X(bplan_mapping_counts_add_table, shared.context, &table_schema, &table_array)                 \
    X(bplan_mapping_counts_add_csv, TEXT_AND_LENGTH(cells), TEXT_AND_LENGTH(profiles))             \
    X(bplan_mapping_counts_merge, own_shared.counts)
#define DEFINE(name, ...)                                                                          \
    SETTER(name, bplan_mapping_counts, bplan_mapping_counts_create, bplan_mapping_counts_free,     \
           __VA_ARGS__)
ADDED(DEFINE)
#undef DEFINE

static int32_t call_bplan_mapping_counts_add_stream(bplan_error* err) {
    int left = 2;
    int64_t rows = 0;
    struct ArrowArrayStream stream;
    bplan_mapping_counts* own = (bplan_mapping_counts*)&shared;
    int32_t code = bplan_mapping_counts_create(&own, err);
    if (code != BPLAN_OK) {
        return ended(code, 0, own == NULL);
    }
    make_stream(&stream, &left);
    code = bplan_mapping_counts_add_stream(own, shared.context, &stream, NULL, NULL, err);
    if (code == BPLAN_OK) {
        (void)bplan_mapping_counts_get_total(own, BPLAN_COUNTED_WITH_ERRORS, &rows, NULL);
    }
    bplan_mapping_counts_free(own);
    if (stream.release != NULL) {
        return CALL_NOT_EMPTY;
    }
    return ended(code, rows == 4, rows == 0);
}

DOCUMENT(bplan_mapping_counts_save, "{\"format\":\"brukerplan/mapping-counts\"", own_shared.counts)
NUMBER(bplan_mapping_counts_get_total, int64_t, got == 0, own_shared.counts, BPLAN_COUNTED_PERSONS)

static int32_t call_bplan_mapping_counts_restore(bplan_error* err) {
    const char* text = NULL;
    int64_t length = 0;
    bplan_mapping_counts* made = (bplan_mapping_counts*)&shared;
    int32_t code;
    (void)bplan_document_get_text(own_shared.saved, &text, &length, NULL);
    code = bplan_mapping_counts_restore(text, length, &made, err);
    if (code == BPLAN_OK) {
        bplan_mapping_counts_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

/* ---- Options */

static int32_t call_bplan_projection_options_create(bplan_error* err) {
    bplan_projection_options* made = (bplan_projection_options*)&shared;
    const int32_t code = bplan_projection_options_create(&made, err);
    if (code == BPLAN_OK) {
        bplan_projection_options_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

#define SET(X)                                                                                     \
    X(bplan_projection_options_set_horizon, 2)                                                     \
    X(bplan_projection_options_set_refits, 10)                                                     \
    X(bplan_projection_options_set_draws, 200)                                                     \
    X(bplan_projection_options_set_seed, 7)                                                        \
    X(bplan_projection_options_set_all_models, 1)                                                  \
    X(bplan_projection_options_set_scenario, TEXT_AND_LENGTH("met_need"), 700)                     \
    X(bplan_projection_options_set_capacity, TEXT_AND_LENGTH("9001"), TEXT_AND_LENGTH("housing"),  \
      7)                                                                                           \
    X(bplan_projection_options_set_coverage, TEXT_AND_LENGTH(coverage))                            \
    X(bplan_projection_options_set_population, TEXT_AND_LENGTH(population))
#define DEFINE(name, ...)                                                                          \
    SETTER(name, bplan_projection_options, bplan_projection_options_create,                        \
           bplan_projection_options_free, __VA_ARGS__)
SET(DEFINE)
#undef DEFINE

/* ---- Projections and backtests */

MADE(bplan_projection_create, bplan_projection, bplan_projection_free, own_shared.counts,
     own_shared.options)
NUMBER(bplan_projection_count_municipalities, int64_t, got == 2, own_shared.projection)
TEXT(bplan_projection_get_municipality, "9002", own_shared.projection, 1)
COLUMNS(bplan_projection_export_municipalities, 6, own_shared.projection, 0, 2)
COLUMNS(bplan_projection_export_areas, 3, own_shared.projection, TEXT_AND_LENGTH(areas))
COLUMNS(bplan_projection_export_country, 3, own_shared.projection, TEXT_AND_LENGTH("all"))
MADE(bplan_backtest_create, bplan_backtest, bplan_backtest_free, own_shared.counts,
     own_shared.options, NULL, NULL)
COLUMNS(bplan_backtest_export_scores, 22, own_shared.backtest, BPLAN_BACKTEST_BY_PERIOD)
COLUMNS(bplan_backtest_export_comparisons, 120, own_shared.backtest, 100)

extern const function_call projection_calls[];
const function_call projection_calls[] = {
    /* clang-format off */
    ROW(bplan_mapping_counts_create)
    {"bplan_mapping_counts_free", call_bplan_mapping_counts_create},
    ADDED(ROW)
    ROW(bplan_mapping_counts_add_stream)
    ROW(bplan_mapping_counts_save)
    ROW(bplan_mapping_counts_restore)
    ROW(bplan_mapping_counts_get_total)
    ROW(bplan_projection_options_create)
    {"bplan_projection_options_free", call_bplan_projection_options_create},
    SET(ROW)
    ROW(bplan_projection_create)
    {"bplan_projection_free", call_bplan_projection_create},
    ROW(bplan_projection_count_municipalities)
    ROW(bplan_projection_get_municipality)
    ROW(bplan_projection_export_municipalities)
    ROW(bplan_projection_export_areas)
    ROW(bplan_projection_export_country)
    ROW(bplan_backtest_create)
    {"bplan_backtest_free", call_bplan_backtest_create},
    ROW(bplan_backtest_export_scores)
    ROW(bplan_backtest_export_comparisons)
    {NULL, NULL},
    /* clang-format on */
};
