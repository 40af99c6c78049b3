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

/* ---- From registrations to what the register receives ------------------------------------------
 */

/* The way has four stages (docs/register.md), and each is a handle of its own type: a step makes
 * the next stage and takes what the stage before it holds, which is then empty. Every function but
 * its _free ends with BPLAN_ERROR_INVALID_ARGUMENT when it is called with an empty stage. A step
 * that fails has taken nothing. What stages hold lies in memory that is wiped when it is given
 * back. */

/** Registrations of one mapping of one municipality, under pseudonyms. One thread at a time. */
typedef struct bplan_collected bplan_collected;

/** One record a person. One thread at a time. */
typedef struct bplan_merged bplan_merged;

/** Informed persons, by running numbers in shuffled order. One thread at a time. */
typedef struct bplan_transferable bplan_transferable;

/** What leaves the municipality, and the receipt. Never changes; any number of threads may use it.
 */
typedef struct bplan_transferred bplan_transferred;

/* What became of rows, and then of persons. */
#define BPLAN_PREPARED_ROWS 1
#define BPLAN_PREPARED_UNREADABLE 2
#define BPLAN_PREPARED_WITH_ERRORS 3
#define BPLAN_PREPARED_OBJECTED 4                  /* rows that say that the person objects */
#define BPLAN_PREPARED_OBJECTIONS_WITHOUT_NUMBER 5 /* of these, those without a valid number */
#define BPLAN_PREPARED_WITHDRAWN 6        /* rows of others about who objects; from merged on */
#define BPLAN_PREPARED_OUT_OF_AGE 7       /* under 16 or of unknown age, although no rule said so */
#define BPLAN_PREPARED_REGISTRATIONS 8    /* rows that were kept */
#define BPLAN_PREPARED_PERSONS 9          /* from merged on, as the next three */
#define BPLAN_PREPARED_UNLINKED 10        /* persons without a valid number to be merged by */
#define BPLAN_PREPARED_MERGED 11          /* persons that several registrations were merged to */
#define BPLAN_PREPARED_SUSPECTED_PAIRS 12 /* same birth date and sex, two kinds of number */
#define BPLAN_PREPARED_TRANSFERABLE 13    /* from transferable on, as the next */
#define BPLAN_PREPARED_NOT_INFORMED 14    /* persons who stay with the municipality */
#define BPLAN_PREPARED_OBJECTION_UNANSWERED 15 /* registrations that leave it unanswered */
#define BPLAN_PREPARED_SUSPECTED_OBJECTIONS 16 /* as 12, where one of the two objects */

/**
 * Begins to collect by the pack and the options of a context, which must live longer than the
 * stage. `mapping_id` names the mapping among the municipality's own, 1 to 100 bytes; `by` is the
 * function or the system that acts, 1 to 200 bytes, and no person; both go into the receipt, as
 * does the day. Of findings `most_details` are kept whole. Texts are copied. The caller frees the
 * stage.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a text that is empty, too long, not plain or
 * may hold a national number; no such day; most_details below 0; a pack without what merging
 * needs), _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_collected_create(const bplan_context* context, const char* mapping_id,
                                         int64_t mapping_id_length, const char* by,
                                         int64_t by_length, int32_t year, int32_t month,
                                         int32_t day, int64_t most_details,
                                         bplan_collected** collected,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Wipes and frees a stage. Null is allowed. Threads: any, when no call uses it. Since 1.0,
 * experimental.
 */
BPLAN_API void bplan_collected_free(bplan_collected* collected) BPLAN_NOEXCEPT;

/**
 * Validates the rows of a batch and takes the usable ones. Batches follow each other. Both structs
 * are borrowed for the call. When it fails, the stage has come to its end and is empty: a part of
 * the batch may have been taken.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty; a usable row is of
 * another municipality or mapping year than the first, and the message says which), _STRUCT_SIZE,
 * _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH, _MEMORY. Where
 * one column is at fault, the error has its position. Threads: one at a time. Since 1.0,
 * experimental.
 */
BPLAN_API int32_t bplan_collected_add_table(bplan_collected* collected,
                                            const struct ArrowSchema* schema,
                                            const struct ArrowArray* batch,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for all batches of a stream, which is taken: it has been released when the call returns,
 * whatever the code. `progress` may be null, and `payload` is passed on to it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (as for a batch, or a stream that has been
 * released), _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS, _DUPLICATE_COLUMNS,
 * _ARROW_BATCH, _ARROW_STREAM, _CANCELLED, _MEMORY. Threads: one at a time. Since 1.0,
 * experimental.
 */
BPLAN_API int32_t bplan_collected_add_stream(bplan_collected* collected,
                                             struct ArrowArrayStream* stream,
                                             bplan_progress* progress, void* payload,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What became of the rows so far: `total` is one of BPLAN_PREPARED_*, and one that this stage
 * knows.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty, or there is no such
 * total), _STRUCT_SIZE, _NOT_THERE (a later stage knows it). Threads: one at a time. Since 1.0,
 * experimental.
 */
BPLAN_API int32_t bplan_collected_get_total(const bplan_collected* collected, int32_t total,
                                            int64_t* number, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What was found in the rows so far, as bplan_table_validate_stream() gives it, without the
 * severities of rows. The caller frees it with bplan_validation_free(); the stage may be gone then.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty), _STRUCT_SIZE, _MEMORY.
 * Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_collected_copy_validation(const bplan_collected* collected,
                                                  bplan_validation** validation,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Merges the registrations of each person to one record, and takes what was collected. `policy` is
 * the id of a merge policy (docs/register.md), empty for the first; `changes` is a JSON object with
 * other rules for fields, by their names: `{"housing_kind": "latest"}`, empty for none. `by` and
 * the day are as for bplan_collected_create(). The caller frees the new stage, and the empty one.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty or has no registration; no
 * such policy, field or rule, or one that does not suit its field; changes that cannot be read; an
 * unusable text or day), _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_collected_merge(bplan_collected* collected, const char* policy,
                                        int64_t policy_length, const char* changes,
                                        int64_t changes_length, const char* by, int64_t by_length,
                                        int32_t year, int32_t month, int32_t day,
                                        bplan_merged** merged, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Wipes and frees a stage. Null is allowed. Threads: any, when no call uses it. Since 1.0,
 * experimental.
 */
BPLAN_API void bplan_merged_free(bplan_merged* merged) BPLAN_NOEXCEPT;

/**
 * What became of rows and persons so far: `total` is one of BPLAN_PREPARED_*, and one that this
 * stage knows.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty, or there is no such
 * total), _STRUCT_SIZE, _NOT_THERE (a later stage knows it). Threads: one at a time. Since 1.0,
 * experimental.
 */
BPLAN_API int32_t bplan_merged_get_total(const bplan_merged* merged, int32_t total, int64_t* number,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What was found in the rows, and what units disagree on behind it. The caller frees it with
 * bplan_validation_free(); the stage may be gone then.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty), _STRUCT_SIZE, _MEMORY.
 * Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_merged_copy_validation(const bplan_merged* merged,
                                               bplan_validation** validation,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Leaves out who was not informed, gives running numbers in shuffled order, and takes what was
 * merged, whose key is destroyed: from then on nothing leads from a record to a person. The order
 * is random, and no seed repeats it. `by` and the day are as for bplan_collected_create(). The
 * caller frees the new stage, and the empty one.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty, or an unusable text or
 * day), _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_merged_make_transferable(bplan_merged* merged, const char* by,
                                                 int64_t by_length, int32_t year, int32_t month,
                                                 int32_t day, bplan_transferable** transferable,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Wipes and frees a stage. Null is allowed. Threads: any, when no call uses it. Since 1.0,
 * experimental.
 */
BPLAN_API void bplan_transferable_free(bplan_transferable* transferable) BPLAN_NOEXCEPT;

/**
 * What became of rows and persons: `total` is one of BPLAN_PREPARED_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty, or there is no such
 * total), _STRUCT_SIZE. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_transferable_get_total(const bplan_transferable* transferable,
                                               int32_t total, int64_t* number,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Makes what leaves, and takes what was transferable. `without` is a JSON list with the names of
 * fields that stay, `["district"]`, empty for none; more than the transfer set never leaves. `by`
 * and the day are as for bplan_collected_create(). The caller frees the new stage, and the empty
 * one.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the stage is empty; a name that is not in the
 * transfer set; a list that cannot be read; an unusable text or day), _STRUCT_SIZE, _MEMORY.
 * Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_transferable_transfer(bplan_transferable* transferable, const char* without,
                                              int64_t without_length, const char* by,
                                              int64_t by_length, int32_t year, int32_t month,
                                              int32_t day, bplan_transferred** transferred,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees what leaves. Null is allowed. Threads: any, when no call uses it. Since 1.0, experimental.
 */
BPLAN_API void bplan_transferred_free(bplan_transferred* transferred) BPLAN_NOEXCEPT;

/**
 * What became of rows and persons: `total` is one of BPLAN_PREPARED_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (there is no such total), _STRUCT_SIZE.
 * Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_transferred_get_total(const bplan_transferred* transferred, int32_t total,
                                              int64_t* number, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The records that leave, in the order of their running numbers, as columns (docs/c-api.md) that
 * every function reads which takes registrations. The caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_transferred_export_records(const bplan_transferred* transferred,
                                                   struct ArrowSchema* schema,
                                                   struct ArrowArray* records,
                                                   bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same as a CSV file: the bytes that the receipt's SHA-256 is of. The caller frees the
 * document, which has its text alone.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_transferred_write_file(const bplan_transferred* transferred,
                                               bplan_document** document,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What the municipality keeps: JSON, `brukerplan/receipt`, version 1. It names nobody. The caller
 * frees the document, which has its text alone.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_transferred_write_receipt(const bplan_transferred* transferred,
                                                  bplan_document** document,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Counts that a projection rests on ------------------------------------------------------- */

/**
 * How many mapped persons received and need each service, by municipality and round
 * (docs/mapping-counts.md): whole numbers that add up, and nothing about a single person. Counts of
 * parts, merged in any order, are saved as the same text. One thread at a time while something is
 * added, any number while nothing is.
 */
typedef struct bplan_mapping_counts bplan_mapping_counts;

/* What became of the registrations that were counted. */
#define BPLAN_COUNTED_ROWS 1
#define BPLAN_COUNTED_WITH_ERRORS 2 /* rows left out for an error, or that are no records */
#define BPLAN_COUNTED_UNPLACED 3    /* rows left out without a municipality or a mapping year */
#define BPLAN_COUNTED_PERSONS 4     /* in all rounds together */
#define BPLAN_COUNTED_UNLINKED 5    /* persons without a valid number to be merged by */
#define BPLAN_COUNTED_RECEIVED_UNANSWERED 6 /* persons: taken to receive no service */
#define BPLAN_COUNTED_NEEDED_UNANSWERED 7   /* persons: taken to need no service */

/**
 * Counts of nobody. The caller frees them.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_create(bplan_mapping_counts** counts,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees counts. Null is allowed. Threads: any, when no call uses them. Since 1.0, experimental.
 */
BPLAN_API void bplan_mapping_counts_free(bplan_mapping_counts* counts) BPLAN_NOEXCEPT;

/**
 * Validates the rows of a batch by the pack and the options of a context, leaves out those with an
 * error, merges the registrations of each person, and adds them. **All registrations of a round of
 * a municipality must be in one call**: the same person may stand in two parts of them, and numbers
 * are wiped when the call ends. So a round that is there already is refused. Both structs are
 * borrowed for the call. When it fails, nothing has been added.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a round is there already, or there would be
 * too many persons), _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS,
 * _DUPLICATE_COLUMNS, _ARROW_BATCH, _MEMORY. Where one column is at fault, the error has its
 * position. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_add_table(bplan_mapping_counts* counts,
                                                 const bplan_context* context,
                                                 const struct ArrowSchema* schema,
                                                 const struct ArrowArray* batch,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for all batches of a stream, which belong together. The stream is taken: it has been
 * released when the call returns, whatever the code. `progress` may be null, and `payload` is
 * passed on to it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a round is there already, there would be too
 * many persons, a stream that has been released), _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE,
 * _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH, _ARROW_STREAM, _CANCELLED, _MEMORY.
 * Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_add_stream(bplan_mapping_counts* counts,
                                                  const bplan_context* context,
                                                  struct ArrowArrayStream* stream,
                                                  bplan_progress* progress, void* payload,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Adds counts that somebody else has made: the text of a CSV file of counts, and of one of profiles
 * of the same rounds; either may be empty, not both. Columns: docs/mapping-counts.md. When a row is
 * wrong the message has its line and column, and nothing has been added.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a text cannot be used, or there would be too
 * many persons), _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_add_csv(bplan_mapping_counts* counts, const char* cells,
                                               int64_t cells_length, const char* profiles,
                                               int64_t profiles_length,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Adds what was counted elsewhere, of other persons: `other` stays as it is. When it fails, nothing
 * has been added.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (counts with themselves, or there would be too
 * many persons), _STRUCT_SIZE, _MEMORY. Threads: one at a time for `counts`, any for `other` while
 * nothing is added to it. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_merge(bplan_mapping_counts* counts,
                                             const bplan_mapping_counts* other,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The counts as a text, to be restored elsewhere: JSON, `brukerplan/mapping-counts`, version 1. The
 * same counts are the same bytes. The caller frees the document, which has its text alone.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any, while nothing is added.
 * Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_save(const bplan_mapping_counts* counts,
                                            bplan_document** document,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Counts from the text of bplan_mapping_counts_save(). The caller frees them. What became of
 * registrations is not in it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a length below 0), _STRUCT_SIZE,
 * _INVALID_STATE (the text is none of saved counts; the message says where), _MEMORY. Threads: any.
 * Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_restore(const char* json, int64_t length,
                                               bplan_mapping_counts** counts,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What became of the registrations that were added, here or to what was merged into this: `total`
 * is one of BPLAN_COUNTED_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (there is no such total), _STRUCT_SIZE.
 * Threads: any, while nothing is added. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_mapping_counts_get_total(const bplan_mapping_counts* counts, int32_t total,
                                                 int64_t* number, bplan_error* err) BPLAN_NOEXCEPT;

/* ---- What is projected, and how -------------------------------------------------------------- */

/** How is projected, and what is known besides counts. One thread at a time while it is set. */
typedef struct bplan_projection_options bplan_projection_options;

/**
 * Options: one year ahead, 1000 refits and draws, seed 1, the chosen models alone, nothing changed,
 * every coverage assumed, no population. The caller frees them.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_create(bplan_projection_options** options,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees options. Null is allowed. Threads: any, when no call uses them. Since 1.0, experimental.
 */
BPLAN_API void bplan_projection_options_free(bplan_projection_options* options) BPLAN_NOEXCEPT;

/**
 * Years from the last round to what is projected, 1 to 5. In a backtest: between two rounds.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_horizon(bplan_projection_options* options,
                                                       int32_t years,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * How often models are fitted anew, to see how well they are known, 0 (as if they were known) to
 * 100 000.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_refits(bplan_projection_options* options,
                                                      int32_t refits,
                                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * From how many draws sums over municipalities have their quantiles, 100 to 100 000.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_draws(bplan_projection_options* options,
                                                     int32_t draws,
                                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The seed of refits and draws: the same seed gives the same numbers.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_seed(bplan_projection_options* options, int64_t seed,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1: expected use by every model, and not by the chosen one alone; stated need is none of them. 0
 * again.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: one at a time.
 * Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_all_models(bplan_projection_options* options,
                                                          int32_t on,
                                                          bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What is changed in what is projected, on the same draws: `as_is`, `met_need` (`thousandths` is
 * the percentile of the municipalities' rates of met need that the others are brought to, 1 to
 * 999), `full_coverage`, `more_entrants` (so many thousandths of the recipients more, above -1000),
 * `constant_rates`, `capacity` (bplan_projection_options_set_capacity()). For the others
 * `thousandths` is 0. The text is copied.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such scenario, or no such number with it),
 * _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_scenario(bplan_projection_options* options,
                                                        const char* scenario, int64_t length,
                                                        int32_t thousandths,
                                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * How many persons a service of a municipality has room for, under the scenario `capacity`. Both
 * texts are copied.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (fewer than 0 persons, a length below 0),
 * _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_capacity(
    bplan_projection_options* options, const char* municipality, int64_t municipality_length,
    const char* service, int64_t service_length, int64_t persons, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Which part of the target group each round has mapped: the text of a CSV file, in either form of
 * docs/mapping-counts.md; empty for none. What is read is copied. A round that is not in it has an
 * assumed coverage, and its rows say so.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the text cannot be used; the message has line
 * and column), _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_coverage(bplan_projection_options* options,
                                                        const char* csv, int64_t length,
                                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Residents, of the years of mapping and of the years that are projected: the text of a CSV file
 * (docs/mapping-counts.md); empty for none. What is read is copied. They count from a horizon of
 * three years on, and in the scenario `constant_rates`.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the text cannot be used; the message has line
 * and column), _STRUCT_SIZE, _MEMORY. Threads: one at a time. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_options_set_population(bplan_projection_options* options,
                                                          const char* csv, int64_t length,
                                                          bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Projections ----------------------------------------------------------------------------- */

/** Models that have been fitted to counts. Never changes; any number of threads may use it. */
typedef struct bplan_projection bplan_projection;

/**
 * Fits models to counts, of which earlier municipalities are brought to those of today. Null
 * options are those that a new one has. Neither is needed afterwards. The caller frees the
 * projection. The call takes about a second for a country.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a round stands for more than 100 000 persons,
 * which are its recipients by their coverage), _STRUCT_SIZE, _MEMORY. Threads: any, while nothing
 * is added and nobody sets the options. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_create(const bplan_mapping_counts* counts,
                                          const bplan_projection_options* options,
                                          bplan_projection** projection,
                                          bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a projection. Null is allowed. Threads: any, when no call uses it. Since 1.0, experimental.
 */
BPLAN_API void bplan_projection_free(bplan_projection* projection) BPLAN_NOEXCEPT;

/**
 * Number of municipalities, as of today.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_count_municipalities(const bplan_projection* projection,
                                                        int64_t* count,
                                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * A municipality by its place from 0; they are in the order of their codes. Borrowed from the
 * projection.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _OUT_OF_RANGE, _STRUCT_SIZE. Threads: any. Since 1.0,
 * experimental.
 */
BPLAN_API int32_t bplan_projection_get_municipality(const bplan_projection* projection,
                                                    int64_t place, const char** municipality,
                                                    int64_t* length,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The rows of `count` municipalities from the place `first` on, as columns (docs/c-api.md): three
 * for each municipality and service, which are need, expected use and the gap. A municipality's
 * rows do not depend on which others are asked for. The caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _OUT_OF_RANGE (there are not so many from there on),
 * _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_export_municipalities(const bplan_projection* projection,
                                                         int64_t first, int64_t count,
                                                         struct ArrowSchema* schema,
                                                         struct ArrowArray* rows,
                                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Likewise the sums of areas, from draws that municipalities share: the text of a CSV file with the
 * columns `municipality,area` says what belongs to which. Municipalities without counts are passed
 * over, and areas that have no others. `municipality` is the name of the area then. The caller
 * releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the text cannot be used; the message has line
 * and column), _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_export_areas(const bplan_projection* projection, const char* csv,
                                                int64_t length, struct ArrowSchema* schema,
                                                struct ArrowArray* rows,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Likewise the sum of all municipalities, under a name of the caller's, which may be empty. The
 * caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a length below 0), _STRUCT_SIZE, _MEMORY.
 * Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_projection_export_country(const bplan_projection* projection,
                                                  const char* name, int64_t length,
                                                  struct ArrowSchema* schema,
                                                  struct ArrowArray* rows,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Backtests ------------------------------------------------------------------------------- */

/** What models would have said of past rounds, scored. Never changes. */
typedef struct bplan_backtest bplan_backtest;

/* By what scores are told apart, bits of a set. */
#define BPLAN_BACKTEST_BY_PERIOD 1
#define BPLAN_BACKTEST_BY_SERVICE 2
#define BPLAN_BACKTEST_BY_SIZE_GROUP 4

/**
 * Predicts every past round from those before it, by every model, and scores what was said. Of the
 * options horizon, refits, seed and coverage count; null options are those that a new one has.
 * Neither is needed afterwards. The caller frees the backtest. `progress` may be null; it is told
 * the number of periods that have been scored, and `payload` is passed on to it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a round stands for more than 100 000 persons,
 * which are its recipients by their coverage), _STRUCT_SIZE, _CANCELLED, _MEMORY. Threads: any,
 * while nothing is added and nobody sets the options. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_backtest_create(const bplan_mapping_counts* counts,
                                        const bplan_projection_options* options,
                                        bplan_progress* progress, void* payload,
                                        bplan_backtest** backtest, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a backtest. Null is allowed. Threads: any, when no call uses it. Since 1.0, experimental.
 */
BPLAN_API void bplan_backtest_free(bplan_backtest* backtest) BPLAN_NOEXCEPT;

/**
 * The scores as columns (docs/c-api.md), a row for each model and each of what `by` tells apart:
 * 0, or bits BPLAN_BACKTEST_BY_*. Where nothing was scored there is no row. The caller releases
 * both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (there is no such bit), _STRUCT_SIZE, _MEMORY.
 * Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_backtest_export_scores(const bplan_backtest* backtest, int32_t by,
                                               struct ArrowSchema* schema, struct ArrowArray* rows,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Each model compared with each baseline as columns (docs/c-api.md), over all services and for
 * each, with `resamples` samples of the municipalities, 100 to 100 000. `relative_low`,
 * `relative_high` and `share_better` are null where fewer than 10 municipalities were scored (of
 * the service, where it is of one). The caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number of resamples), _STRUCT_SIZE,
 * _MEMORY. Threads: any. Since 1.0, experimental.
 */
BPLAN_API int32_t bplan_backtest_export_comparisons(const bplan_backtest* backtest,
                                                    int32_t resamples, struct ArrowSchema* schema,
                                                    struct ArrowArray* rows,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
