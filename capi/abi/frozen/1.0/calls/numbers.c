/* Calls about national numbers, pseudonyms and municipalities. The numbers are made for tests. */
#include "forms.h"

#define SYNTHETIC "17912099997"
#define TWO_NUMBERS "1791209999715868710168"
#define WORDS "words that are longer than the place that a short text has", 58

static int32_t call_bplan_number_policy_create(bplan_error* err) {
    bplan_number_policy* made = (bplan_number_policy*)&shared;
    const int32_t code = bplan_number_policy_create(&made, err);
    if (code == BPLAN_OK) {
        bplan_number_policy_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

#define POLICIES(X)                                                                                \
    X(bplan_number_policy_set_rule, BPLAN_NUMBER_POLICY_BY_DATE)                                   \
    X(bplan_number_policy_set_assigned_by, 2024, 11, 30)                                           \
    X(bplan_number_policy_set_kinds, BPLAN_NUMBER_KINDS_NATIONAL)                                  \
    X(bplan_number_policy_set_test_numbers, 1)                                                     \
    X(bplan_number_policy_set_d_table, BPLAN_NUMBER_D_TABLE_BOTH)                                  \
    X(bplan_number_policy_set_dates, BPLAN_NUMBER_DATES_LENIENT)                                   \
    X(bplan_number_policy_set_reference_date, 2024, 11, 30)                                        \
    X(bplan_number_policy_set_refuse_ambiguous, 1)
#define DEFINE(name, ...)                                                                          \
    SETTER(name, bplan_number_policy, bplan_number_policy_create, bplan_number_policy_free,        \
           __VA_ARGS__)
POLICIES(DEFINE)
#undef DEFINE

MADE(bplan_number_check, bplan_number, bplan_number_free, shared.policy, SYNTHETIC, 11)

#define NUMBERS(X)                                                                                 \
    X(bplan_number_get_valid, int32_t, got == 1, shared.number)                                    \
    X(bplan_number_get_kinds, int32_t, got == BPLAN_NUMBER_KIND_TENOR, shared.number)              \
    X(bplan_number_get_reason, int32_t, got == BPLAN_NUMBER_REASON_NONE, shared.number)            \
    X(bplan_number_get_position, int32_t, got == -1, shared.number)                                \
    X(bplan_number_get_sex, int32_t, got == BPLAN_SEX_MALE, shared.number)                         \
    X(bplan_number_get_sex_basis, int32_t, got == BPLAN_NUMBER_BASIS_IF_ASSIGNED_BEFORE_2032,      \
      shared.number)                                                                               \
    X(bplan_number_get_rules, int32_t, got == (BPLAN_NUMBER_RULE_1964 | BPLAN_NUMBER_RULE_2032),   \
      shared.number)                                                                               \
    X(bplan_number_count_birth_years, int64_t, got == 1, shared.number)                            \
    X(bplan_number_get_birth_year, int32_t, got == 2020, shared.number, 0)                         \
    X(bplan_number_get_birth_year_basis, int32_t,                                                  \
      got == BPLAN_NUMBER_BASIS_IF_ASSIGNED_BEFORE_2032, shared.number)                            \
    X(bplan_municipality_get_validity, int32_t, got == BPLAN_MUNICIPALITY_VALID, "0301", 4, 2024,  \
      1, 1)                                                                                        \
    X(bplan_municipality_same_territory, int32_t, got == 1, "0301", 4, 2021, 6, 1, "0301", 4,      \
      2024, 1, 1)                                                                                  \
    X(bplan_county_get_valid, int32_t, got == 1, "03", 2, 2024, 1, 1)                              \
    X(bplan_district_get_valid, int32_t, got == 1, "030101", 6, 2024, 1, 1)                        \
    X(bplan_pseudonymiser_get_basis, int32_t, got == BPLAN_PSEUDONYM_BASIS_CALLER_LINKING_KEY,     \
      shared.pseudonymiser)
NUMBERS(NUMBER)

#define TEXTS(X)                                                                                   \
    X(bplan_number_reason_get_name, "length", BPLAN_NUMBER_REASON_LENGTH)                          \
    X(bplan_number_kind_get_name, "d_number", BPLAN_NUMBER_KIND_D_NUMBER)
TEXTS(TEXT)

static int32_t call_bplan_number_get_birth_day(bplan_error* err) {
    int32_t month = 77, day = 77;
    const int32_t code = bplan_number_get_birth_day(shared.number, &month, &day, err);
    return ended(code, month == 11 && day == 17, month == 0 && day == 0);
}

static int32_t call_bplan_number_normalise(bplan_error* err) {
    char buffer[BPLAN_NUMBER_MOST_DIGITS];
    int64_t digits = 77;
    int32_t changes = 77, code;
    memset(buffer, 7, sizeof buffer);
    code =
        bplan_number_normalise(" 179120 99997", 13, buffer, sizeof buffer, &digits, &changes, err);
    return ended(code,
                 digits == 11 && memcmp(buffer, SYNTHETIC, 12) == 0 &&
                     changes == (BPLAN_NUMBER_CHANGE_BLANKS | BPLAN_NUMBER_CHANGE_SPACE),
                 digits == 0 && changes == 0 && buffer[0] == 0);
}

/* ---- Two numbers into every column: the second is accepted, the first is too. */

typedef struct {
    int8_t valid[2], reasons[2], positions[2], sexes[2], rules[2];
    int16_t kinds[2], first_birth_years[2], second_birth_years[2];
} answers;

static int all_zeros(const void* bytes, size_t size) {
    const unsigned char* byte = bytes;
    size_t i;
    for (i = 0; i < size && byte[i] == 0; ++i) {
    }
    return i == size;
}

#define MANY_NUMBERS(name, ...)                                                                    \
    static int32_t call_##name(bplan_error* err) {                                                 \
        answers got;                                                                               \
        bplan_number_columns columns = BPLAN_NUMBER_COLUMNS_INIT;                                  \
        int64_t valid = 77;                                                                        \
        int32_t code;                                                                              \
        memset(&got, 7, sizeof got);                                                               \
        columns.valid = got.valid;                                                                 \
        columns.reasons = got.reasons;                                                             \
        columns.positions = got.positions;                                                         \
        columns.sexes = got.sexes;                                                                 \
        columns.rules = got.rules;                                                                 \
        columns.kinds = got.kinds;                                                                 \
        columns.first_birth_years = got.first_birth_years;                                         \
        columns.second_birth_years = got.second_birth_years;                                       \
        code = name(shared.policy, __VA_ARGS__, 2, &columns, &valid, err);                         \
        return ended(code,                                                                         \
                     valid == 2 && got.valid[1] == 1 && got.reasons[1] == 0 &&                     \
                         got.positions[1] == -1 && got.sexes[0] == BPLAN_SEX_MALE &&               \
                         got.rules[1] != 0 && (got.kinds[0] & BPLAN_NUMBER_KIND_TENOR) != 0 &&     \
                         got.first_birth_years[0] == 2020 && got.second_birth_years[0] == 0,       \
                     valid == 0 && all_zeros(&got, sizeof got));                                   \
    }

static const int32_t offsets[3] = {0, 11, 22};
static const int64_t large_offsets[3] = {0, 11, 22};
#define BATCHES(X)                                                                                 \
    X(bplan_number_check_fixed, TWO_NUMBERS, 11)                                                   \
    X(bplan_number_check_strings, TWO_NUMBERS, offsets)                                            \
    X(bplan_number_check_large_strings, TWO_NUMBERS, large_offsets)
BATCHES(MANY_NUMBERS)

/* ---- Pseudonyms */

static const uint8_t key[BPLAN_LINKING_KEY_SIZE] = {1, 2, 3};
#define PSEUDONYMISERS(X)                                                                          \
    X(bplan_pseudonymiser_create_ephemeral, bplan_pseudonymiser, bplan_pseudonymiser_free, WORDS,  \
      "9001", 4)                                                                                   \
    X(bplan_pseudonymiser_create_linking, bplan_pseudonymiser, bplan_pseudonymiser_free, key,      \
      sizeof key, WORDS)
PSEUDONYMISERS(MADE)

static int32_t call_bplan_pseudonymiser_make(bplan_error* err) {
    uint8_t made[BPLAN_PSEUDONYM_SIZE];
    int32_t code;
    memset(made, 0, sizeof made);
    code = bplan_pseudonymiser_make(shared.pseudonymiser, shared.policy, SYNTHETIC, 11, made, err);
    return ended(code, !all_zeros(made, sizeof made), all_zeros(made, sizeof made));
}

static int32_t call_bplan_pseudonymiser_make_fixed(bplan_error* err) {
    uint8_t made[2 * BPLAN_PSEUDONYM_SIZE];
    int8_t reasons[2] = {7, 7};
    int64_t count = 77;
    int32_t code;
    memset(made, 7, sizeof made);
    code = bplan_pseudonymiser_make_fixed(shared.pseudonymiser, shared.policy, TWO_NUMBERS, 11, 2,
                                          made, reasons, &count, err);
    return ended(code, count == 2 && reasons[1] == 0 && memcmp(made, made + sizeof made / 2, 32),
                 count == 0 && all_zeros(made, sizeof made) && all_zeros(reasons, 2));
}

/* ---- Municipalities */

#define WEIGHTS                                                                                    \
    "[{\"before\": \"1507\", \"after\": \"1508\", \"weight\": 3},"                                 \
    "{\"before\": \"1507\", \"after\": \"1580\", \"weight\": 1}]"
#define DOCUMENTS(X)                                                                               \
    X(bplan_municipality_describe, "{\"code\":\"0301\"", "0301", 4, 2021, 6, 1, 2024, 1, 1)        \
    X(bplan_municipality_trace, "{\"code\":\"1507\"", "1507", 4, 2021, 6, 1, 2024, 1, 1, WEIGHTS,  \
      (int64_t)(sizeof WEIGHTS - 1))                                                               \
    X(bplan_municipality_find_by_name, "{\"on\":null", "Oslo", 4, 0, 0, 0)                         \
    X(bplan_municipality_list, "{\"on\":\"2024-01-01\"", 2024, 1, 1)
DOCUMENTS(DOCUMENT)

static int32_t call_bplan_municipality_check_many(bplan_error* err) {
    static const int32_t day = 19723; /* 1 January 2024 */
    int8_t validities[2] = {7, 7};
    int64_t valid = 77;
    const int32_t code =
        bplan_municipality_check_many("03011507", 4, &day, 0, 2, validities, &valid, err);
    return ended(code,
                 valid == 1 && validities[0] == BPLAN_MUNICIPALITY_VALID &&
                     validities[1] == BPLAN_MUNICIPALITY_NO_LONGER_VALID,
                 valid == 0 && all_zeros(validities, 2));
}

extern const function_call number_calls[];
const function_call number_calls[] = {
    /* clang-format off */
    ROW(bplan_number_policy_create)
    {"bplan_number_policy_free", call_bplan_number_policy_create},
    POLICIES(ROW)
    ROW(bplan_number_check)
    {"bplan_number_free", call_bplan_number_check},
    NUMBERS(ROW)
    TEXTS(ROW)
    ROW(bplan_number_get_birth_day)
    ROW(bplan_number_normalise)
    BATCHES(ROW)
    PSEUDONYMISERS(ROW)
    {"bplan_pseudonymiser_free", call_bplan_pseudonymiser_create_linking},
    ROW(bplan_pseudonymiser_make)
    ROW(bplan_pseudonymiser_make_fixed)
    DOCUMENTS(ROW)
    ROW(bplan_municipality_check_many)
    {NULL, NULL},
    /* clang-format on */
};
