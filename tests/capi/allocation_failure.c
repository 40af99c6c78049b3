/*
 * Memory that runs out at the 1st, 2nd, ... n-th allocation of a call: the call ends with the
 * memory code, its outputs are empty, nothing is left behind, and the next call works.
 *
 * usage: allocation_failure [every]    with "every" no point of the longest call is left out
 *
 * The allocator of the C library is stood in for; the C++ library's operator new calls it. With an
 * address sanitizer, which stands in for it itself, this cannot be done.
 */
#include <brukerplan/arrow_c_data.h>
#include <brukerplan/brukerplan.h>

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "records.h"

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);
void* __libc_memalign(size_t alignment, size_t size);
void __libc_free(void* memory);

static int armed = 0;          /* allocations are counted, and may fail */
static long allocations = 0;   /* since it was armed */
static long fails_at = 0;      /* 0 for never */
static int fails_from_then_on; /* or only once */
static long failures = 0;
static long held = 0; /* blocks taken and not given back, while counting */
static int counting = 0;

static int refuses(void) {
    if (!armed) {
        return 0;
    }
    ++allocations;
    if (fails_at == 0 || (fails_from_then_on ? allocations < fails_at : allocations != fails_at)) {
        return 0;
    }
    ++failures;
    errno = ENOMEM;
    return 1;
}

static void* counted(void* memory) {
    held += counting && memory != NULL;
    return memory;
}

void* malloc(size_t size) {
    return refuses() ? NULL : counted(__libc_malloc(size));
}
void* calloc(size_t count, size_t size) {
    return refuses() ? NULL : counted(__libc_calloc(count, size));
}
void* memalign(size_t alignment, size_t size) {
    return refuses() ? NULL : counted(__libc_memalign(alignment, size));
}
void* aligned_alloc(size_t alignment, size_t size) {
    return memalign(alignment, size);
}
int posix_memalign(void** memory, size_t alignment, size_t size) {
    *memory = memalign(alignment, size);
    return *memory == NULL ? ENOMEM : 0;
}
void* realloc(void* memory, size_t size) {
    if (memory == NULL) {
        return malloc(size);
    }
    return refuses() ? NULL : __libc_realloc(memory, size);
}
void free(void* memory) {
    held -= counting && memory != NULL;
    __libc_free(memory);
}

static bplan_options* options = NULL;
static bplan_context* context = NULL;
static bplan_number_policy* test_policy = NULL;
static bplan_scheme* shipped = NULL;
static bplan_error err = BPLAN_ERROR_INIT;
static const char record[] = DIRTY_RECORD;
static const char words[] = "a text that is too long for the place that a short one has";

/* Each call leaves nothing behind, whether it succeeds or not, and returns its code. */

static int32_t create_options(void) {
    bplan_options* made = NULL;
    const int32_t code = bplan_options_create(&made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_options_free(made);
    return code;
}

static int32_t set_pack(void) {
    return bplan_options_set_pack(options, words, (int64_t)strlen(words), &err);
}

static int32_t create_context(void) {
    bplan_context* made = NULL;
    const int32_t code = bplan_context_create(NULL, &made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_context_free(made);
    return code;
}

static int32_t check_record(void) {
    static char first[65536]; /* the result with all the memory there is */
    bplan_document* made = NULL;
    const char* text = NULL;
    int64_t length = 0;
    int32_t code = bplan_record_check(context, record, (int64_t)strlen(record), &made, &err);
    if (code != BPLAN_OK) {
        return made == NULL ? code : -1;
    }
    bplan_document_get_text(made, &text, &length, NULL);
    if (first[0] == '\0' && length < (int64_t)sizeof first) {
        memcpy(first, text, (size_t)length);
    }
    code = strcmp(first, text) == 0 ? BPLAN_OK : -2;
    bplan_document_free(made);
    return code;
}

static int32_t create_scheme(void) {
    static const char json[] =
        "{\"id\":\"own/"
        "1\",\"kind\":\"rules_then_sum\",\"ground\":\"ours\",\"label\":{\"nb\":\"Egen\"},"
        "\"rules\":[{\"class\":\"blue_light\",\"when\":{\"least\":2,\"of\":["
        "{\"domain\":\"housing\",\"at_least\":\"red\"},{\"domain\":\"activity\",\"at_least\":"
        "\"red\"},"
        "{\"domain\":\"network\",\"at_least\":\"red\"}]}}],"
        "\"points\":{\"green\":0,\"yellow\":1,\"red\":2},\"weights\":{},"
        "\"classes\":[{\"class\":\"green\",\"from\":0},{\"class\":\"red\",\"from\":9}],"
        "\"minimum_assessed\":8}";
    bplan_scheme* made = NULL;
    const int32_t code = bplan_scheme_create_from_json(json, (int64_t)strlen(json), &made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_scheme_free(made);
    return code;
}

static int32_t create_policy(void) {
    bplan_number_policy* made = NULL;
    const int32_t code = bplan_number_policy_create(&made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_number_policy_free(made);
    return code;
}

static int32_t check_number(void) {
    bplan_number* made = NULL;
    const int32_t code = bplan_number_check(NULL, "17912099997", 11, &made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_number_free(made);
    return code;
}

/* What a call ends with that makes a document. */
static int32_t without(bplan_document* made, int32_t code) {
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_document_free(made);
    return code;
}

static int32_t describe_municipality(void) {
    bplan_document* made = NULL;
    const int32_t code =
        bplan_municipality_describe("0301", 4, 2021, 6, 1, 2024, 1, 1, &made, &err);
    return without(made, code);
}

static int32_t trace_municipality(void) {
    static const char weights[] = "[{\"before\": \"1507\", \"after\": \"1508\", \"weight\": 3},"
                                  "{\"before\": \"1507\", \"after\": \"1580\", \"weight\": 1}]";
    bplan_document* made = NULL;
    const int32_t code = bplan_municipality_trace("1507", 4, 2021, 6, 1, 2024, 1, 1, weights,
                                                  (int64_t)strlen(weights), &made, &err);
    return without(made, code);
}

static int32_t find_municipality(void) {
    bplan_document* made = NULL;
    const int32_t code = bplan_municipality_find_by_name("Oslo", 4, 0, 0, 0, &made, &err);
    return without(made, code);
}

static int32_t list_municipalities(void) {
    bplan_document* made = NULL;
    const int32_t code = bplan_municipality_list(2024, 1, 1, &made, &err);
    return without(made, code);
}

static int32_t explain_score(void) {
    static const uint8_t ratings[BPLAN_DOMAINS] = {1, 3, 2, 1, 3, 1, 3, 2};
    bplan_document* made = NULL;
    const int32_t code = bplan_scheme_explain(shipped, ratings, "nn", 2, &made, &err);
    return without(made, code);
}

static int32_t compare_schemes(void) {
    bplan_document* made = NULL;
    const int32_t code = bplan_scheme_compare(shipped, shipped, NULL, &made, &err);
    return without(made, code);
}

static int32_t make_pseudonyms(void) {
    static const uint8_t key[BPLAN_LINKING_KEY_SIZE] = {1, 2, 3};
    uint8_t made[2 * BPLAN_PSEUDONYM_SIZE];
    int8_t reasons[2];
    int64_t count = -1;
    bplan_pseudonymiser* with = NULL;
    int32_t code = bplan_pseudonymiser_create_linking(key, sizeof key, words,
                                                      (int64_t)strlen(words), &with, &err);
    if (code != BPLAN_OK) {
        return with == NULL ? code : -1;
    }
    memset(made, 7, sizeof made);
    code = bplan_pseudonymiser_make_fixed(with, test_policy, "1791209999715868710168", 11, 2, made,
                                          reasons, &count, &err);
    if (code != BPLAN_OK && (count != 0 || made[0] != 0 || made[sizeof made - 1] != 0)) {
        code = -1;
    }
    bplan_pseudonymiser_free(with);
    return code;
}

static int32_t create_ephemeral(void) {
    bplan_pseudonymiser* made = NULL;
    const int32_t code =
        bplan_pseudonymiser_create_ephemeral(words, (int64_t)strlen(words), "9001", 4, &made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_pseudonymiser_free(made);
    return code;
}

/* ---- A table: every column that there must be, of strings, in two rows that are wrong throughout.
 */

enum { COLUMNS = 16, ROWS = 2 };
static const char* const column_names[COLUMNS] = {
    "municipality",  "mapping_year",      "mapped_on",          "national_number",
    "birth_year",    "substance_problem", "mental_disorder",    "housing",
    "activity",      "economy",           "physical_health",    "mental_health",
    "substance_use", "network",           "social_functioning", "services_received"};
static const int32_t offsets[ROWS + 1] = {0, 30, 35};
static const char data[] = "thirty bytes of what is no codered|x";
static const void* string_buffers[3] = {NULL, offsets, data};
static const void* row_buffers[1] = {NULL};
static struct ArrowSchema column_schemas[COLUMNS];
static struct ArrowSchema* schema_list[COLUMNS];
static struct ArrowArray column_arrays[COLUMNS];
static struct ArrowArray* array_list[COLUMNS];
static struct ArrowSchema table_schema;
static struct ArrowArray table_array;
static int batches_left;
static int stream_released;

static void release_schema(struct ArrowSchema* schema) {
    schema->release = NULL;
}
static void release_array(struct ArrowArray* array) {
    array->release = NULL;
}
static void release_stream(struct ArrowArrayStream* stream) {
    stream_released = 1;
    stream->release = NULL;
}
static int give_schema(struct ArrowArrayStream* stream, struct ArrowSchema* to) {
    (void)stream;
    *to = table_schema;
    return 0;
}
static int give_batch(struct ArrowArrayStream* stream, struct ArrowArray* to) {
    (void)stream;
    memset(to, 0, sizeof *to);
    if (batches_left-- > 0) {
        *to = table_array;
    }
    return 0;
}

static void make_table(void) {
    int i;
    for (i = 0; i < COLUMNS; ++i) {
        column_schemas[i].format = "u";
        column_schemas[i].name = column_names[i];
        column_schemas[i].release = release_schema;
        schema_list[i] = &column_schemas[i];
        column_arrays[i].length = ROWS;
        column_arrays[i].n_buffers = 3;
        column_arrays[i].buffers = string_buffers;
        column_arrays[i].release = release_array;
        array_list[i] = &column_arrays[i];
    }
    table_schema.format = "+s";
    table_schema.n_children = COLUMNS;
    table_schema.children = schema_list;
    table_schema.release = release_schema;
    table_array.length = ROWS;
    table_array.n_buffers = 1;
    table_array.buffers = row_buffers;
    table_array.n_children = COLUMNS;
    table_array.children = array_list;
    table_array.release = release_array;
}

/* What comes out of a call is released, and empty when it failed. */
static int32_t with_columns(int32_t code, struct ArrowSchema* schema, struct ArrowArray* array) {
    if (code != BPLAN_OK) {
        return schema->release == NULL && array->release == NULL && array->length == 0 ? code : -1;
    }
    schema->release(schema);
    array->release(array);
    return code;
}

static int32_t validate_table(void) {
    bplan_validation* made = NULL;
    const int32_t code =
        bplan_table_validate(context, &table_schema, &table_array, 1000, &made, &err);
    if (code != BPLAN_OK && made != NULL) {
        return -1;
    }
    bplan_validation_free(made);
    return code;
}

static int32_t validate_stream(void) {
    struct ArrowArrayStream stream = {give_schema, give_batch, NULL, release_stream, NULL};
    bplan_validation* made = NULL;
    int32_t code;
    batches_left = 2;
    stream_released = 0;
    code = bplan_table_validate_stream(context, &stream, 1000, 1, NULL, NULL, &made, &err);
    if (!stream_released || stream.release != NULL || (code != BPLAN_OK && made != NULL)) {
        return -1;
    }
    bplan_validation_free(made);
    return code;
}

static bplan_validation* validation = NULL; /* what the exports are of */

static int32_t export_findings(void) {
    struct ArrowSchema schema;
    struct ArrowArray array;
    memset(&schema, 7, sizeof schema);
    memset(&array, 7, sizeof array);
    return with_columns(bplan_validation_export_findings(validation, &schema, &array, &err),
                        &schema, &array);
}

static int32_t export_severities(void) {
    struct ArrowSchema schema;
    struct ArrowArray array;
    return with_columns(bplan_validation_export_worst_severities(validation, &schema, &array, &err),
                        &schema, &array);
}

static int32_t list_findings(void) {
    bplan_document* made = NULL;
    const int32_t code =
        bplan_validation_list_findings(validation, BPLAN_LISTING_NDJSON, &made, &err);
    return without(made, code);
}

static int32_t score_table(void) {
    struct ArrowSchema schema;
    struct ArrowArray array;
    return with_columns(
        bplan_table_score(context, &table_schema, &table_array, &schema, &array, &err), &schema,
        &array);
}

/* Fails at every point up to `dense`, then at every `step`-th. */
static int try_all(const char* name, int32_t (*call)(void), long dense, long step) {
    long points = 0;
    long survived = 0;
    if (call() != BPLAN_OK) { /* what is made once and kept is made now */
        printf("%s failed with all the memory there is: %s\n", name, err.message);
        return 1;
    }
    for (fails_from_then_on = 0; fails_from_then_on < 2; ++fails_from_then_on) {
        for (fails_at = 1;; fails_at += fails_at < dense ? 1 : step) {
            int32_t code;
            allocations = failures = held = 0;
            counting = armed = 1;
            code = call();
            armed = counting = 0;
            if (failures == 0) {
                break;
            }
            ++points;
            survived += code == BPLAN_OK;
            /* A sort that gets no room for a copy does without: that is no failure. */
            if ((code != BPLAN_ERROR_MEMORY && code != BPLAN_OK) || err.code != code || held != 0) {
                printf("%s, allocation %ld: code %d, %ld blocks left behind\n", name, fails_at,
                       (int)code, held);
                return 1;
            }
        }
    }
    fails_at = 0;
    if (call() != BPLAN_OK) {
        printf("%s does not work again\n", name);
        return 1;
    }
    printf("%s: failed at %ld points, did without at %ld\n", name, points - survived, survived);
    return survived * 20 > points;
}

int main(int argc, char** argv) {
    const int every = argc > 1 && strcmp(argv[1], "every") == 0;
    int faults;
    if (bplan_options_create(&options, &err) != BPLAN_OK ||
        bplan_options_set_test_numbers(options, 1, &err) != BPLAN_OK ||
        bplan_context_create(options, &context, &err) != BPLAN_OK ||
        bplan_scheme_create(NULL, 0, "rule/1", 6, &shipped, &err) != BPLAN_OK ||
        bplan_number_policy_create(&test_policy, &err) != BPLAN_OK ||
        bplan_number_policy_set_test_numbers(test_policy, 1, &err) != BPLAN_OK) {
        return 1;
    }
    make_table();
    if (bplan_table_validate(context, &table_schema, &table_array, 1000, &validation, &err) !=
        BPLAN_OK) {
        return 1;
    }
    faults = try_all("create options", create_options, 1000, 1) +
             try_all("set pack", set_pack, 1000, 1) +
             try_all("create scheme", create_scheme, 1000, 1) +
             try_all("explain score", explain_score, 1000, 1) +
             try_all("compare schemes", compare_schemes, 1000, 1) +
             try_all("create policy", create_policy, 1000, 1) +
             try_all("check number", check_number, 1000, 1) +
             try_all("describe municipality", describe_municipality, 10000, 1) +
             try_all("trace municipality", trace_municipality, 10000, 1) +
             try_all("find municipality", find_municipality, 10000, 1) +
             try_all("list municipalities", list_municipalities, 10000, 1) +
             try_all("make pseudonyms", make_pseudonyms, 1000, 1) +
             try_all("create ephemeral pseudonymiser", create_ephemeral, 1000, 1) +
             try_all("check record", check_record, 100000, 1) +
             try_all("validate table", validate_table, 500, every ? 1 : 7) +
             try_all("validate stream", validate_stream, 500, every ? 1 : 7) +
             try_all("export findings", export_findings, 10000, 1) +
             try_all("export severities", export_severities, 10000, 1) +
             try_all("list findings", list_findings, 10000, 1) +
             try_all("score table", score_table, 500, every ? 1 : 7) +
             try_all("create context", create_context, 300, every ? 1 : 97);
    bplan_scheme_free(shipped);
    bplan_validation_free(validation);
    bplan_number_policy_free(test_policy);
    bplan_context_free(context);
    bplan_options_free(options);
    return faults != 0;
}
