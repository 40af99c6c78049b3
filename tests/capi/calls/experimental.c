/* Calls of functions that are not promised yet. */
#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/brukerplan_experimental.h>

#include "forms.h"

MADE(bplan_round_create, bplan_round, bplan_round_free, shared.context)

static int32_t call_bplan_round_add_table(bplan_error* err) {
    bplan_round* own = NULL;
    int32_t code = bplan_round_create(shared.context, &own, err);
    if (code == BPLAN_OK) {
        code = bplan_round_add_table(own, &table_schema, &table_array, err);
    }
    bplan_round_free(own);
    return code;
}

static int32_t call_bplan_round_add_stream(bplan_error* err) {
    int left = 2;
    struct ArrowArrayStream stream;
    bplan_round* own = NULL;
    int32_t code = bplan_round_create(shared.context, &own, err);
    make_stream(&stream, &left);
    if (code == BPLAN_OK) {
        code = bplan_round_add_stream(own, &stream, NULL, NULL, err);
        if (stream.release != NULL) {
            code = CALL_NOT_EMPTY;
        }
    }
    bplan_round_free(own);
    return code;
}

static int32_t call_bplan_round_finish(bplan_error* err) {
    bplan_round* own = NULL;
    bplan_document* made = (bplan_document*)&shared;
    int32_t code = bplan_round_create(shared.context, &own, err);
    if (code != BPLAN_OK) {
        return ended(code, 0, own == NULL);
    }
    code = bplan_round_finish(own, &made, err);
    if (code == BPLAN_OK) {
        bplan_document_free(made);
    }
    bplan_round_free(own);
    return ended(code, made != NULL, made == NULL);
}

extern const function_call experimental_calls[];
const function_call experimental_calls[] = {
    /* clang-format off */
    ROW(bplan_round_create)
    {"bplan_round_free", call_bplan_round_create},
    ROW(bplan_round_add_table)
    ROW(bplan_round_add_stream)
    ROW(bplan_round_finish)
    {NULL, NULL},
    /* clang-format on */
};
