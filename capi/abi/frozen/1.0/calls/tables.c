/* Calls about tables, and what was found in them. */
#include "forms.h"

enum { COLUMN_COUNT = 17, ROWS = 2, MOST_DETAILS = 1000 };
static const char* const column_names[COLUMN_COUNT] = {
    "municipality",  "mapping_year",      "mapped_on",          "national_number",
    "birth_year",    "substance_problem", "mental_disorder",    "housing",
    "activity",      "economy",           "physical_health",    "mental_health",
    "substance_use", "network",           "social_functioning", "services_received",
    "of no pack"};
static const int32_t offsets[ROWS + 1] = {0, 30, 35};
static const char data[] = "thirty bytes of what is no codered|x";
static const void* string_buffers[3] = {NULL, offsets, data};
static const void* row_buffers[1] = {NULL};
static struct ArrowSchema column_schemas[COLUMN_COUNT];
static struct ArrowSchema* schema_list[COLUMN_COUNT];
static struct ArrowArray column_arrays[COLUMN_COUNT];
static struct ArrowArray* array_list[COLUMN_COUNT];
struct ArrowSchema table_schema;
struct ArrowArray table_array;

static void release_schema(struct ArrowSchema* schema) {
    schema->release = NULL;
}
static void release_array(struct ArrowArray* array) {
    array->release = NULL;
}

void make_table(void) {
    int i;
    for (i = 0; i < COLUMN_COUNT; ++i) {
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
    table_schema.n_children = COLUMN_COUNT;
    table_schema.children = schema_list;
    table_schema.release = release_schema;
    table_array.length = ROWS;
    table_array.n_buffers = 1;
    table_array.buffers = row_buffers;
    table_array.n_children = COLUMN_COUNT;
    table_array.children = array_list;
    table_array.release = release_array;
}

MADE(bplan_table_validate, bplan_validation, bplan_validation_free, shared.context, &table_schema,
     &table_array, MOST_DETAILS)
COLUMNS(bplan_table_score, ROWS, shared.context, &table_schema, &table_array)

/* ---- A stream. `private_data` is how many batches are left. */

static void release_stream(struct ArrowArrayStream* stream) {
    stream->release = NULL;
}
static int give_schema(struct ArrowArrayStream* stream, struct ArrowSchema* to) {
    (void)stream;
    *to = table_schema;
    return 0;
}
static int give_batch(struct ArrowArrayStream* stream, struct ArrowArray* to) {
    int* left = stream->private_data;
    memset(to, 0, sizeof *to);
    if ((*left)-- > 0) {
        *to = table_array;
    }
    return 0;
}
void make_stream(struct ArrowArrayStream* stream, int* left) {
    memset(stream, 0, sizeof *stream);
    stream->get_schema = give_schema;
    stream->get_next = give_batch;
    stream->release = release_stream;
    stream->private_data = left;
}
static int32_t note_rows(int64_t rows, void* payload) {
    *(int64_t*)payload = rows;
    return 0;
}

static int32_t call_bplan_table_validate_stream(bplan_error* err) {
    int left = 2;
    int64_t told = 0, rows = 0;
    struct ArrowArrayStream stream;
    bplan_validation* made = (bplan_validation*)&shared;
    int32_t code;
    make_stream(&stream, &left);
    code = bplan_table_validate_stream(shared.context, &stream, MOST_DETAILS, 1, note_rows, &told,
                                       &made, err);
    if (stream.release != NULL) {
        return CALL_NOT_EMPTY;
    }
    if (code == BPLAN_OK) {
        bplan_validation_count_rows(made, BPLAN_SEVERITY_ANY, &rows, NULL);
        bplan_validation_free(made);
    }
    return ended(code, told == 2 * ROWS && rows == told, made == NULL);
}

#define NUMBERS(X)                                                                                 \
    X(bplan_validation_count_rows, int64_t, got == ROWS, shared.validation, BPLAN_SEVERITY_ANY)    \
    X(bplan_validation_count_findings, int64_t, got > ROWS, shared.validation,                     \
      BPLAN_SEVERITY_ERROR)                                                                        \
    X(bplan_validation_count_details, int64_t, got > ROWS, shared.validation)                      \
    X(bplan_validation_get_truncated, int32_t, got == 0, shared.validation)                        \
    X(bplan_validation_count_unknown_columns, int64_t, got == 1, shared.validation)                \
    X(bplan_validation_get_unknown_column, int64_t, got == COLUMN_COUNT - 1, shared.validation, 0) \
    X(bplan_validation_count_rules, int64_t, got > 10, shared.validation)                          \
    X(bplan_validation_count_rule_findings, int64_t, got >= 0, shared.validation, 0,               \
      BPLAN_SEVERITY_ANY)                                                                          \
    X(bplan_validation_count_rule_records, int64_t, got >= 0, shared.validation, 0,                \
      BPLAN_SEVERITY_ANY)                                                                          \
    X(bplan_validation_count_fields, int64_t, got > 10, shared.validation)                         \
    X(bplan_validation_count_field_findings, int64_t, got >= 0, shared.validation, 0,              \
      BPLAN_SEVERITY_ANY)                                                                          \
    X(bplan_validation_count_units, int64_t, got == 1, shared.validation)                          \
    X(bplan_validation_get_unit_kind, int32_t, got == BPLAN_UNIT_UNNAMED, shared.validation, 0)    \
    X(bplan_validation_count_unit_rows, int64_t, got == ROWS, shared.validation, 0,                \
      BPLAN_SEVERITY_ANY)                                                                          \
    X(bplan_validation_count_unit_findings, int64_t, got > ROWS, shared.validation, 0,             \
      BPLAN_SEVERITY_ANY)                                                                          \
    X(bplan_validation_count_unit_rule_records, int64_t, got >= 0, shared.validation, 0, 0)
NUMBERS(NUMBER)

#define TEXTS(X)                                                                                   \
    X(bplan_validation_get_rule_code, "BP-", shared.validation, 0)                                 \
    X(bplan_validation_get_field_name, "", shared.validation, 0)                                   \
    X(bplan_validation_get_unit_name, "", shared.validation, 0)
TEXTS(TEXT)

ARRAY(bplan_validation_get_worst_severities, int8_t,
      count == ROWS && array[0] == BPLAN_SEVERITY_ERROR && array[1] == BPLAN_SEVERITY_ERROR,
      shared.validation)
ARRAY(bplan_validation_get_good_rows, int64_t, count == 0 && array[0] == 0, shared.validation)
ARRAY(bplan_validation_get_bad_rows, int64_t, count == ROWS && array[1] == 1, shared.validation)

COLUMNS(bplan_validation_export_worst_severities, ROWS, shared.validation)
COLUMNS(bplan_validation_export_summary, array.length, shared.validation)
COLUMNS(bplan_validation_export_findings, array.length, shared.validation)
DOCUMENT(bplan_validation_list_findings, "{\"code\":\"BP-", shared.validation, BPLAN_LISTING_NDJSON)

/* ---- Parts of tables */

MADE(bplan_validation_merge, bplan_validation, bplan_validation_free, shared.validation,
     shared.validation)
DOCUMENT(bplan_validation_save, "{", shared.validation)

static int32_t call_bplan_validation_restore(bplan_error* err) {
    const char* text = NULL;
    int64_t length = 0;
    bplan_validation* made = (bplan_validation*)&shared;
    int32_t code = bplan_document_get_text(shared.saved, &text, &length, err);
    if (code == BPLAN_OK) {
        code = bplan_validation_restore(shared.context, text, length, &made, err);
    }
    if (code == BPLAN_OK) {
        bplan_validation_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

extern const function_call table_calls[];
const function_call table_calls[] = {
    /* clang-format off */
    ROW(bplan_table_validate)
    {"bplan_validation_free", call_bplan_table_validate},
    ROW(bplan_table_validate_stream)
    ROW(bplan_table_score)
    NUMBERS(ROW)
    TEXTS(ROW)
    ROW(bplan_validation_get_worst_severities)
    ROW(bplan_validation_get_good_rows)
    ROW(bplan_validation_get_bad_rows)
    ROW(bplan_validation_export_worst_severities)
    ROW(bplan_validation_export_summary)
    ROW(bplan_validation_export_findings)
    ROW(bplan_validation_list_findings)
    ROW(bplan_validation_merge)
    ROW(bplan_validation_save)
    ROW(bplan_validation_restore)
    {NULL, NULL},
    /* clang-format on */
};
