/* Calls about the stages from registration to register, which are not promised yet. */
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "forms.h"

#define TEXT_AND_LENGTH(text) text, (int64_t)(sizeof text - 1)
#define STAMP TEXT_AND_LENGTH("municipal coordinator"), 2024, 11, 30

/* ---- One registration of somebody who does not exist */

enum { CELL_COUNT = 19 };
static const char* const cells[CELL_COUNT][2] = {
    {"municipality", "9001"},
    {"mapping_year", "2024"},
    {"mapped_on", "2024-10-07"},
    {"unit", "Team"},
    {"unit_kind", "health_and_care"},
    {"national_number", "15868710168"},
    {"sex", "male"},
    {"informed", "yes"},
    {"objects", "no"},
    {"substance_problem", "yes"},
    {"mental_disorder", "less_serious"},
    {"housing", "red"},
    {"activity", "red"},
    {"economy", "yellow"},
    {"physical_health", "green"},
    {"mental_health", "yellow"},
    {"substance_use", "red"},
    {"social_functioning", "yellow"},
    {"network", "green"},
};
static const char* const services[2][2] = {{"services_received", "follow_up_team"},
                                           {"services_needed", "housing_follow_up"}};
enum { COLUMN_COUNT = CELL_COUNT + 2 };
static int32_t offsets[COLUMN_COUNT][2];
static const void* buffers[COLUMN_COUNT][3];
static const void* row_buffers[1] = {NULL};
static struct ArrowSchema schemas[COLUMN_COUNT];
static struct ArrowSchema* schema_list[COLUMN_COUNT];
static struct ArrowArray arrays[COLUMN_COUNT];
static struct ArrowArray* array_list[COLUMN_COUNT];
static struct ArrowSchema person_schema;
static struct ArrowArray person_array;

static void release_schema(struct ArrowSchema* schema) {
    schema->release = NULL;
}
static void release_array(struct ArrowArray* array) {
    array->release = NULL;
}

static void make_person(void) {
    int i;
    for (i = 0; i < COLUMN_COUNT; ++i) {
        const char* const* cell = i < CELL_COUNT ? cells[i] : services[i - CELL_COUNT];
        offsets[i][1] = (int32_t)strlen(cell[1]);
        buffers[i][1] = offsets[i];
        buffers[i][2] = cell[1];
        schemas[i].format = "u";
        schemas[i].name = cell[0];
        schemas[i].release = release_schema;
        schema_list[i] = &schemas[i];
        arrays[i].length = 1;
        arrays[i].n_buffers = 3;
        arrays[i].buffers = buffers[i];
        arrays[i].release = release_array;
        array_list[i] = &arrays[i];
    }
    person_schema.format = "+s";
    person_schema.n_children = COLUMN_COUNT;
    person_schema.children = schema_list;
    person_schema.release = release_schema;
    person_array.length = 1;
    person_array.n_buffers = 1;
    person_array.buffers = row_buffers;
    person_array.n_children = COLUMN_COUNT;
    person_array.children = array_list;
    person_array.release = release_array;
}

/* ---- Stages, each made by all steps before it */

static int32_t collect(bplan_collected** collected, bplan_error* err) {
    int32_t code = bplan_collected_create(shared.context, TEXT_AND_LENGTH("autumn"), STAMP, 1000,
                                          collected, err);
    if (code == BPLAN_OK) { /* the same person twice */
        (void)((code = bplan_collected_add_table(*collected, &person_schema, &person_array, err)) ||
               (code = bplan_collected_add_table(*collected, &person_schema, &person_array, err)));
    }
    return code;
}

static int32_t merge(bplan_merged** merged, bplan_error* err) {
    bplan_collected* from = NULL;
    int64_t rows = 0;
    int32_t code = collect(&from, err);
    *merged = NULL;
    if (code == BPLAN_OK) {
        *merged = (bplan_merged*)&shared;
        code =
            bplan_collected_merge(from, TEXT_AND_LENGTH("worst_known/1"),
                                  TEXT_AND_LENGTH("{\"housing\":\"latest\"}"), STAMP, merged, err);
        if (code != BPLAN_OK && /* nothing was taken */
            (bplan_collected_get_total(from, BPLAN_PREPARED_ROWS, &rows, NULL) || rows != 2)) {
            code = CALL_WRONG;
        }
    }
    bplan_collected_free(from);
    return code;
}

static int32_t make_transferable(bplan_transferable** transferable, bplan_error* err) {
    bplan_merged* from = NULL;
    int64_t persons = 0;
    int32_t code = merge(&from, err);
    *transferable = NULL;
    if (code == BPLAN_OK) {
        *transferable = (bplan_transferable*)&shared;
        code = bplan_merged_make_transferable(from, STAMP, transferable, err);
        if (code != BPLAN_OK &&
            (bplan_merged_get_total(from, BPLAN_PREPARED_PERSONS, &persons, NULL) ||
             persons != 1)) {
            code = CALL_WRONG;
        }
    }
    bplan_merged_free(from);
    return code;
}

static int32_t transfer(bplan_transferred** transferred, bplan_error* err) {
    bplan_transferable* from = NULL;
    int64_t persons = 0;
    int32_t code = make_transferable(&from, err);
    *transferred = NULL;
    if (code == BPLAN_OK) {
        *transferred = (bplan_transferred*)&shared;
        code = bplan_transferable_transfer(from, TEXT_AND_LENGTH("[\"district\"]"), STAMP,
                                           transferred, err);
        if (code != BPLAN_OK &&
            (bplan_transferable_get_total(from, BPLAN_PREPARED_TRANSFERABLE, &persons, NULL) ||
             persons != 1)) {
            code = CALL_WRONG;
        }
    }
    bplan_transferable_free(from);
    return code;
}

static struct {
    bplan_collected* collected;
    bplan_merged* merged;
    bplan_transferable* transferable;
    bplan_transferred* transferred;
} own_shared;

int32_t make_stages(bplan_error* err);
int32_t make_stages(bplan_error* err) {
    int32_t code;
    make_person();
    (void)((code = collect(&own_shared.collected, err)) ||
           (code = merge(&own_shared.merged, err)) ||
           (code = make_transferable(&own_shared.transferable, err)) ||
           (code = transfer(&own_shared.transferred, err)));
    return code;
}

void free_stages(void);
void free_stages(void) {
    bplan_transferred_free(own_shared.transferred);
    bplan_transferable_free(own_shared.transferable);
    bplan_merged_free(own_shared.merged);
    bplan_collected_free(own_shared.collected);
}

/* ---- Calls */

MADE(bplan_collected_create, bplan_collected, bplan_collected_free, shared.context,
     TEXT_AND_LENGTH("autumn"), STAMP, 1000)

static int32_t call_bplan_collected_add_table(bplan_error* err) {
    bplan_collected* own = NULL;
    const int32_t code = collect(&own, err);
    bplan_collected_free(own);
    return code;
}

static int32_t call_bplan_collected_add_stream(bplan_error* err) {
    int left = 2;
    int64_t rows = 0;
    struct ArrowArrayStream stream;
    bplan_collected* own = NULL;
    int32_t code =
        bplan_collected_create(shared.context, TEXT_AND_LENGTH("autumn"), STAMP, 1000, &own, err);
    if (code == BPLAN_OK) {
        make_stream(&stream, &left);
        code = bplan_collected_add_stream(own, &stream, NULL, NULL, err);
        (void)bplan_collected_get_total(own, BPLAN_PREPARED_WITH_ERRORS, &rows, NULL);
        if (stream.release != NULL) {
            code = CALL_NOT_EMPTY;
        }
    }
    bplan_collected_free(own);
    return ended(code, rows == 4, rows == 0);
}

#define STEP(name, type, step)                                                                     \
    static int32_t call_##name(bplan_error* err) {                                                 \
        type* made = (type*)&shared;                                                               \
        const int32_t code = step(&made, err);                                                     \
        if (code == BPLAN_OK) {                                                                    \
            type##_free(made);                                                                     \
        }                                                                                          \
        return code < BPLAN_OK ? code : ended(code, made != NULL, made == NULL);                   \
    }
STEP(bplan_collected_merge, bplan_merged, merge)
STEP(bplan_merged_make_transferable, bplan_transferable, make_transferable)
STEP(bplan_transferable_transfer, bplan_transferred, transfer)

#define TOTALS(X)                                                                                  \
    X(bplan_collected_get_total, int64_t, got == 2, own_shared.collected,                          \
      BPLAN_PREPARED_REGISTRATIONS)                                                                \
    X(bplan_merged_get_total, int64_t, got == 1, own_shared.merged, BPLAN_PREPARED_MERGED)         \
    X(bplan_transferable_get_total, int64_t, got == 1, own_shared.transferable,                    \
      BPLAN_PREPARED_TRANSFERABLE)                                                                 \
    X(bplan_transferred_get_total, int64_t, got == 0, own_shared.transferred,                      \
      BPLAN_PREPARED_NOT_INFORMED)
TOTALS(NUMBER)
MADE(bplan_collected_copy_validation, bplan_validation, bplan_validation_free, own_shared.collected)
MADE(bplan_merged_copy_validation, bplan_validation, bplan_validation_free, own_shared.merged)
COLUMNS(bplan_transferred_export_records, 1, own_shared.transferred)
DOCUMENT(bplan_transferred_write_file, "row_ref,municipality,", own_shared.transferred)
DOCUMENT(bplan_transferred_write_receipt, "{\"format\":\"brukerplan/receipt\"",
         own_shared.transferred)

extern const function_call stage_calls[];
const function_call stage_calls[] = {
    /* clang-format off */
    ROW(bplan_collected_create)
    {"bplan_collected_free", call_bplan_collected_create},
    ROW(bplan_collected_add_table)
    ROW(bplan_collected_add_stream)
    ROW(bplan_collected_merge)
    {"bplan_merged_free", call_bplan_collected_merge},
    ROW(bplan_merged_make_transferable)
    {"bplan_transferable_free", call_bplan_merged_make_transferable},
    ROW(bplan_transferable_transfer)
    {"bplan_transferred_free", call_bplan_transferable_transfer},
    TOTALS(ROW)
    ROW(bplan_collected_copy_validation)
    ROW(bplan_merged_copy_validation)
    ROW(bplan_transferred_export_records)
    ROW(bplan_transferred_write_file)
    ROW(bplan_transferred_write_receipt)
    {NULL, NULL},
    /* clang-format on */
};
