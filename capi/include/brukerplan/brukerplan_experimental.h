/*
 * brukerplan_experimental.h - functions that are not promised yet: they may change or leave with
 * any release (docs/stability.md). Define BPLAN_ENABLE_EXPERIMENTAL to say that this is known. They
 * come from the same library as those of brukerplan.h and keep to the same conventions.
 */
#ifndef BPLAN_BRUKERPLAN_EXPERIMENTAL_H
#define BPLAN_BRUKERPLAN_EXPERIMENTAL_H

#ifndef BPLAN_ENABLE_EXPERIMENTAL
#error "define BPLAN_ENABLE_EXPERIMENTAL first: docs/stability.md"
#endif

#include "brukerplan.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Rounds ---------------------------------------------------------------------------------- */

/**
 * A round that is being counted: registrations in, the report document out. Until it is finished it
 * holds national numbers, in memory that is wiped, so that several registrations of a person count
 * as one. One thread at a time.
 */
typedef struct bplan_round bplan_round;

/**
 * Begins a round by the pack, the scheme and the other options of a context, which must live longer
 * than the round. The caller frees it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _UNKNOWN_SCHEME (the pack has no scheme), _MEMORY.
 * Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_round_create(const bplan_context* context, bplan_round** round,
                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Wipes and frees a round. Null is allowed. Threads: any, when no call uses it. Since 1.0,
 * experimental.
 */
BPLAN_API void bplan_round_free(bplan_round* round) BPLAN_NOEXCEPT;

/**
 * Validates the rows of a batch and adds those without an error. Batches follow each other; of
 * registrations of one person on one day the first counts. Both structs are borrowed for the call.
 * When it fails, the round has come to its end and takes no more: a part of the batch may have been
 * counted.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the round is finished, or has failed),
 * _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH,
 * _MEMORY. Where one column is at fault, the error has its position. Threads: one at a time.
 * Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_round_add_table(bplan_round* round, const struct ArrowSchema* schema,
                                        const struct ArrowArray* batch,
                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for all batches of a stream, which is taken: it has been released when the call returns,
 * whatever the code. `progress` may be null, and `payload` is passed on to it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the round is finished or has failed, a stream
 * that has been released), _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS,
 * _DUPLICATE_COLUMNS, _ARROW_BATCH, _ARROW_STREAM, _CANCELLED, _MEMORY. Threads: one at a time.
 * Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_round_add_stream(bplan_round* round, struct ArrowArrayStream* stream,
                                         bplan_progress* progress, void* payload,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Merges registrations to persons, counts them, and ends the round: the report document
 * (docs/report-document.md), which bplan_report_render_html() makes readable. It holds counts that
 * are not protected, and nothing about a single person. The caller frees the document, which has
 * its text alone.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the round is finished, or has failed),
 * _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_round_finish(bplan_round* round, bplan_document** document,
                                     bplan_error* err) BPLAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
