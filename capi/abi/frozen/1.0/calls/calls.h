/*
 * Every exported function, called once as a program would: with handles that are shared, arguments
 * that are right, and a look at the answer. The calls are used with failing memory, by several
 * threads at once, and, as they were when a header was frozen, with later libraries.
 */
#ifndef BPLAN_TEST_CALLS_H
#define BPLAN_TEST_CALLS_H

#include <brukerplan/arrow_c_data.h>
#include <brukerplan/brukerplan.h>

/* Leaves nothing behind, whether it succeeds or not. Its code, or one of those below. */
typedef struct {
    const char* name;
    int32_t (*call)(bplan_error* err);
} function_call;

#define CALL_WRONG (-1)     /* it succeeded, and the answer is not the one there should be */
#define CALL_NOT_EMPTY (-2) /* it failed, and an output is not empty */

/* What the calls share and none of them changes. */
typedef struct {
    bplan_options* options;
    bplan_context* context;
    bplan_document* document; /* of a record with findings, scored too */
    bplan_scheme* scheme;
    bplan_number_policy* policy;
    bplan_number* number;
    bplan_validation* validation; /* of the table */
    bplan_document* saved;        /* the same as text */
    bplan_histogram* histogram;   /* nobody assessed, everything red, and a row that is neither */
    bplan_pseudonymiser* pseudonymiser;
} shared_handles;

extern shared_handles shared;

/* Two rows that are wrong throughout, in every column that there must be. */
extern struct ArrowSchema table_schema;
extern struct ArrowArray table_array;
void make_table(void);
/* As many batches of it as `left` says. */
void make_stream(struct ArrowArrayStream* stream, int* left);

/* The code of the first call that failed. `report` is the path of a report document. */
int32_t make_shared(const char* report, bplan_error* err);
void free_shared(void);

/* By index from 0; null behind the last. */
const function_call* every_function(int index);
int is_called(const char* name);

#endif
