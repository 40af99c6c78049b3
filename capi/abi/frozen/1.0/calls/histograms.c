/* Calls about counts of assessments. */
#include "forms.h"

static const uint8_t reds[2] = {BPLAN_RATING_RED, BPLAN_RATING_RED};
static const uint8_t* columns[BPLAN_DOMAINS] = {reds, reds, reds, reds, reds, reds, reds, reds};
static const int64_t strides[BPLAN_DOMAINS] = {1, 1, 1, 1, 0, 0, 0, 0};
static const uint16_t codes[2] = {0, BPLAN_ASSESSMENTS - 1};
static const int64_t counts[BPLAN_ASSESSMENTS] = {2, 1}; /* nothing assessed, and too little */

static int32_t call_bplan_histogram_create(bplan_error* err) {
    bplan_histogram* made = (bplan_histogram*)&shared;
    const int32_t code = bplan_histogram_create(&made, err);
    if (code == BPLAN_OK) {
        bplan_histogram_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

#define ADDED(X)                                                                                   \
    X(bplan_histogram_add_columns, columns, 2)                                                     \
    X(bplan_histogram_add_strided, columns, strides, 2)                                            \
    X(bplan_histogram_add_packed, codes, 2)                                                        \
    X(bplan_histogram_add_table, shared.context, &table_schema, &table_array)                      \
    X(bplan_histogram_add_counts, counts, 5)
#define DEFINE(name, ...)                                                                          \
    SETTER(name, bplan_histogram, bplan_histogram_create, bplan_histogram_free, __VA_ARGS__)
ADDED(DEFINE)
#undef DEFINE

static int32_t call_bplan_histogram_add_stream(bplan_error* err) {
    int left = 2;
    int64_t unreadable = 0;
    struct ArrowArrayStream stream;
    bplan_histogram* own = (bplan_histogram*)&shared;
    int32_t code = bplan_histogram_create(&own, err);
    if (code != BPLAN_OK) {
        return ended(code, 0, own == NULL);
    }
    make_stream(&stream, &left);
    code = bplan_histogram_add_stream(own, shared.context, &stream, NULL, NULL, err);
    bplan_histogram_count_unreadable(own, &unreadable, NULL);
    bplan_histogram_free(own);
    if (stream.release != NULL) {
        return CALL_NOT_EMPTY;
    }
    return ended(code, unreadable == 4, unreadable == 0);
}

#define NUMBERS(X)                                                                                 \
    X(bplan_histogram_count_persons, int64_t, got == 2, shared.histogram)                          \
    X(bplan_histogram_count_unreadable, int64_t, got == 1, shared.histogram)                       \
    X(bplan_scheme_count_class, int64_t, got == 3, shared.scheme, counts, BPLAN_CLASS_NONE)        \
    X(bplan_scheme_count_no_class, int64_t, got == 2, shared.scheme, counts,                       \
      BPLAN_NO_CLASS_NOTHING_ASSESSED)
NUMBERS(NUMBER)

static int32_t call_bplan_histogram_get_counts(bplan_error* err) {
    const int64_t* got = counts;
    const int32_t code = bplan_histogram_get_counts(shared.histogram, &got, err);
    return ended(code, got != NULL && got[0] == 1 && got[BPLAN_ASSESSMENTS - 1] == 1, got == NULL);
}

extern const function_call histogram_calls[];
const function_call histogram_calls[] = {
    /* clang-format off */
    ROW(bplan_histogram_create)
    {"bplan_histogram_free", call_bplan_histogram_create},
    ADDED(ROW)
    ROW(bplan_histogram_add_stream)
    NUMBERS(ROW)
    ROW(bplan_histogram_get_counts)
    {NULL, NULL},
    /* clang-format on */
};
