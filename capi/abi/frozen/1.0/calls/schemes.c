/* Calls about scoring schemes: one assessment, and many. */
#include "forms.h"

static const uint8_t ratings[BPLAN_DOMAINS] = {
    BPLAN_RATING_GREEN, BPLAN_RATING_RED,   BPLAN_RATING_YELLOW, BPLAN_RATING_GREEN,
    BPLAN_RATING_RED,   BPLAN_RATING_GREEN, BPLAN_RATING_RED,    BPLAN_RATING_YELLOW};
static const char own_scheme[] =
    "{\"id\":\"own/1\",\"kind\":\"rules_then_sum\",\"ground\":\"ours\",\"label\":{\"nb\":\"Egen\"},"
    "\"rules\":[{\"class\":\"blue_light\",\"when\":{\"least\":2,\"of\":["
    "{\"domain\":\"housing\",\"at_least\":\"red\"},{\"domain\":\"activity\",\"at_least\":\"red\"},"
    "{\"domain\":\"network\",\"at_least\":\"red\"}]}}],"
    "\"points\":{\"green\":0,\"yellow\":1,\"red\":2},\"weights\":{},"
    "\"classes\":[{\"class\":\"green\",\"from\":0},{\"class\":\"red\",\"from\":9}],"
    "\"minimum_assessed\":8}";

#define SCHEMES(X)                                                                                 \
    X(bplan_scheme_create, bplan_scheme, bplan_scheme_free, NULL, 0, "sum16/1", 7)                 \
    X(bplan_scheme_create_from_json, bplan_scheme, bplan_scheme_free, own_scheme,                  \
      (int64_t)(sizeof own_scheme - 1))
SCHEMES(MADE)

TEXT(bplan_scheme_get_id, "sum16/1", shared.scheme)

#define DOCUMENTS(X)                                                                               \
    X(bplan_scheme_explain, "{", shared.scheme, ratings, "nn", 2)                                  \
    X(bplan_scheme_compare, "{", shared.scheme, shared.scheme, NULL)
DOCUMENTS(DOCUMENT)

#define ONE_SCORE(name, ...)                                                                       \
    static int32_t call_##name(bplan_error* err) {                                                 \
        int32_t result = 77, points = 77, answered = 77, reason = 77;                              \
        const int32_t code = name(__VA_ARGS__, &result, &points, &answered, &reason, err);         \
        return ended(code,                                                                         \
                     result > BPLAN_CLASS_GREEN && points > 0 && answered == BPLAN_DOMAINS &&      \
                         reason == BPLAN_NO_CLASS_HAS_CLASS,                                       \
                     result == 0 && points == 0 && answered == 0 && reason == 0);                  \
    }

/* 3 is red: all domains are. */
#define ONE_SCORES(X)                                                                              \
    X(bplan_scheme_score_ratings, shared.scheme, ratings)                                          \
    X(bplan_scheme_score_code, shared.scheme, BPLAN_ASSESSMENTS - 1)
ONE_SCORES(ONE_SCORE)

/* Two rows into every column. */
typedef struct {
    int8_t classes[2], answered[2], reasons[2];
    int32_t points[2];
} scores;

static bplan_score_columns columns_of(scores* to) {
    bplan_score_columns columns = BPLAN_SCORE_COLUMNS_INIT;
    memset(to, 7, sizeof *to);
    columns.classes = to->classes;
    columns.points = to->points;
    columns.answered = to->answered;
    columns.reasons = to->reasons;
    return columns;
}

static int32_t scored(int32_t code, const scores* got) {
    return ended(code,
                 got->classes[1] > BPLAN_CLASS_GREEN && got->points[1] > 0 &&
                     got->answered[1] == BPLAN_DOMAINS && got->reasons[1] == 0,
                 got->classes[1] == 0 && got->points[1] == 0 && got->answered[1] == 0 &&
                     got->reasons[1] == 0);
}

#define MANY_SCORES(name, ...)                                                                     \
    static int32_t call_##name(bplan_error* err) {                                                 \
        static const uint8_t reds[2] = {BPLAN_RATING_RED, BPLAN_RATING_RED};                       \
        const uint8_t* of[BPLAN_DOMAINS] = {reds, reds, reds, reds, reds, reds, reds, reds};       \
        scores got;                                                                                \
        const bplan_score_columns columns = columns_of(&got);                                      \
        int64_t unreadable = 77;                                                                   \
        const int32_t code = name(shared.scheme, of, __VA_ARGS__, &columns, &unreadable, err);     \
        return unreadable == 0 ? scored(code, &got) : CALL_WRONG;                                  \
    }

static const int64_t strides[BPLAN_DOMAINS] = {1, 1, 1, 1, 0, 0, 0, 0};
MANY_SCORES(bplan_scheme_score_columns, 2)
MANY_SCORES(bplan_scheme_score_strided, strides, 2)

static int32_t call_bplan_scheme_score_packed(bplan_error* err) {
    static const uint16_t codes[2] = {0, BPLAN_ASSESSMENTS - 1};
    scores got;
    const bplan_score_columns columns = columns_of(&got);
    return scored(bplan_scheme_score_packed(shared.scheme, codes, 2, &columns, err), &got);
}

extern const function_call scheme_calls[];
const function_call scheme_calls[] = {
    /* clang-format off */
    SCHEMES(ROW)
    {"bplan_scheme_free", call_bplan_scheme_create},
    ROW(bplan_scheme_get_id)
    DOCUMENTS(ROW)
    ONE_SCORES(ROW)
    ROW(bplan_scheme_score_columns)
    ROW(bplan_scheme_score_strided)
    ROW(bplan_scheme_score_packed)
    {NULL, NULL},
    /* clang-format on */
};
