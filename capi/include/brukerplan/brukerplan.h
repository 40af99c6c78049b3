/*
 * brukerplan.h - the C interface of brukerplan: validate and score BrukerPlan registrations.
 *
 * Interface number 1, stable. What may change and what may not: docs/stability.md. Conventions and
 * one record from beginning to end: docs/c-api.md. In short:
 *
 * - A function that can fail returns BPLAN_OK (0) or a positive code; a code that is not known is
 * to be treated as BPLAN_ERROR_INTERNAL. On failure every output is left empty: null, 0.
 * - `err` is always last and may be null. It is the caller's, and the only place where details go.
 * - A bad record is data: it gives findings, and never makes a call fail.
 * - Text is UTF-8, a pointer and a number of bytes. Text that goes in is copied where it is kept;
 *   null with length 0 is empty text. Text that comes out is borrowed from its handle, and is also
 *   followed by a zero byte that the length does not count.
 * - What a _create or a function with a handle as its output has made is released by the _free of
 *   its type, once, on any thread. Every _free takes null.
 * - A context never changes and may be used by several threads at once. Anything else belongs to
 *   one thread at a time.
 * - No message holds what stood in a record.
 *
 * There is nothing to be called before the first function or after the last.
 */
#ifndef BPLAN_BRUKERPLAN_H
#define BPLAN_BRUKERPLAN_H

#include <stdint.h>

#ifndef BPLAN_API
#if defined(_WIN32) && defined(BPLAN_BUILDING)
#define BPLAN_API __declspec(dllexport)
#elif defined(_WIN32) && !defined(BPLAN_STATIC)
#define BPLAN_API __declspec(dllimport)
#elif defined(__GNUC__)
#define BPLAN_API __attribute__((visibility("default")))
#else
#define BPLAN_API
#endif
#endif

#ifndef BPLAN_NOEXCEPT
#if defined(__cplusplus) && __cplusplus >= 201103L
#define BPLAN_NOEXCEPT noexcept
#else
#define BPLAN_NOEXCEPT
#endif
#endif

/** Number of this interface; compare with bplan_abi_version(). */
#define BPLAN_ABI_VERSION 1

/* ---- Codes ---------------------------------------------------------------------------------- */

#define BPLAN_OK 0

/* 1-99: how a function was called. */
#define BPLAN_ERROR_NULL_ARGUMENT 1    /* a pointer that must not be null is null */
#define BPLAN_ERROR_INVALID_ARGUMENT 2 /* a value that the function does not take */
#define BPLAN_ERROR_STRUCT_SIZE 3  /* the struct_size of a struct is not one of this interface */
#define BPLAN_ERROR_OUT_OF_RANGE 4 /* an index beyond the last */
#define BPLAN_ERROR_NOT_THERE 5    /* the document does not hold what is asked for */

/* 100-199: instruments. */
#define BPLAN_ERROR_UNKNOWN_PACK 100     /* no pack of this id comes with the library */
#define BPLAN_ERROR_INVALID_PACK 101     /* a pack that cannot be read or is not whole */
#define BPLAN_ERROR_UNKNOWN_SCHEME 110   /* no scoring scheme of this id, or none */
#define BPLAN_ERROR_UNKNOWN_LANGUAGE 120 /* no texts in this language */

/* 200-299: inputs that cannot be used at all. None yet. */

/* 300-399: reports. */
#define BPLAN_ERROR_REPORT_NOT_JSON 300 /* the document is not JSON in UTF-8 */
#define BPLAN_ERROR_REPORT_FORMAT 301   /* the document is not a report document */
#define BPLAN_ERROR_REPORT_VERSION 302  /* a report document of a version not known here */
#define BPLAN_ERROR_REPORT_INVALID 303  /* a part is missing, of a wrong type, or disagrees */
#define BPLAN_ERROR_REPORT_RESOURCE 310 /* the Unicode library lacks the data of the language */

/* 900-999: the machine and the library itself. */
#define BPLAN_ERROR_MEMORY 900   /* memory ran out; nothing was changed */
#define BPLAN_ERROR_INTERNAL 990 /* a fault of the library: please report it */
#define BPLAN_ERROR_UNKNOWN 991  /* a fault of the library that it cannot even name */

/* ---- What results are made of ---------------------------------------------------------------- */

/* Severity of a finding, and the worst of several. Errors and fatal findings keep a record out of
   the figures. */
#define BPLAN_SEVERITY_NONE 0    /* there is no finding */
#define BPLAN_SEVERITY_INFO 1    /* worth knowing */
#define BPLAN_SEVERITY_WARNING 2 /* probably wrong */
#define BPLAN_SEVERITY_ERROR 3   /* the record cannot be used as it stands */
#define BPLAN_SEVERITY_FATAL 4   /* the text cannot be read as a record at all */

/* Class of the living-conditions index. */
#define BPLAN_CLASS_NONE 0 /* none; bplan_document_get_no_class_reason() says why */
#define BPLAN_CLASS_GREEN 1
#define BPLAN_CLASS_YELLOW 2
#define BPLAN_CLASS_RED 3
#define BPLAN_CLASS_BLUE_LIGHT 4

/* Why there is no class. */
#define BPLAN_NO_CLASS_HAS_CLASS 0 /* there is one */
#define BPLAN_NO_CLASS_NOTHING_ASSESSED 1
#define BPLAN_NO_CLASS_TOO_FEW_ASSESSED 2 /* fewer domains assessed than the scheme needs */
#define BPLAN_NO_CLASS_BELOW_CLASSES 3    /* the points lie below the lowest class of the scheme */
#define BPLAN_NO_CLASS_UNREADABLE 4       /* the text cannot be read as a record */

/* Texts of a finding. */
#define BPLAN_FINDING_CODE 1    /* stable, BP-DOM-003 */
#define BPLAN_FINDING_FIELD 2   /* its name in the pack; empty: the whole record */
#define BPLAN_FINDING_MESSAGE 3 /* what is wrong, one line, in the language of the context */
#define BPLAN_FINDING_ACTION 4  /* what to do about it, likewise */

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Errors ---------------------------------------------------------------------------------- */

/**
 * Details of a failed call. The caller owns it, on the stack as a rule, and may use it for call
 * after call; every call empties it first. Make it with BPLAN_ERROR_INIT or bplan_error_init().
 * Later versions may add members at the end; struct_size says which the caller knows.
 */
typedef struct bplan_error {
    uint32_t struct_size; /**< sizeof(bplan_error) as the caller was compiled */
    int32_t code;         /**< what the function returned */
    int64_t row;          /**< data row that it is about, from 0; -1 for none */
    int32_t column;       /**< field or column that it is about, from 0; -1 for none */
    uint32_t reserved;    /**< 0 */
    char message[256];    /**< one line of English, ends with a zero byte; for logs */
} bplan_error;

/** Initial value of a bplan_error. */
/* clang-format off */
#define BPLAN_ERROR_INIT {(uint32_t)sizeof(bplan_error), 0, -1, -1, 0, ""}
/* clang-format on */

/**
 * Makes an empty error in memory that may hold anything, for languages without the macro.
 * `struct_size` is the size of the caller's struct.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_error_init(uint32_t struct_size, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The short name of a code, as `unknown_pack`, for logs. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _INVALID_ARGUMENT (not a code). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_code_get_name(int32_t code, const char** name, int64_t* length,
                                      bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Versions -------------------------------------------------------------------------------- */

/** Number of the interface of the library that is loaded. Cannot fail. Threads: any. Since 1.0. */
BPLAN_API int32_t bplan_abi_version(void) BPLAN_NOEXCEPT;

/**
 * Version of the library, `1.2.3`. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_library_get_version(const char** version, int64_t* length,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Options --------------------------------------------------------------------------------- */

/** What a context is made from. One thread at a time; may be used for several contexts. */
typedef struct bplan_options bplan_options;

/**
 * Makes options that ask for the newest pack that comes with the library, its first scoring scheme,
 * texts in bokmal, real national numbers, no reference date and no period. The caller frees them.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Since 1.0.
 */
BPLAN_API int32_t bplan_options_create(bplan_options** options, bplan_error* err) BPLAN_NOEXCEPT;

/** Frees options; contexts made from them live on. Null is allowed. Since 1.0. */
BPLAN_API void bplan_options_free(bplan_options* options) BPLAN_NOEXCEPT;

/**
 * Asks for a pack that comes with the library, by its id, as `brukerplan/2024`; length 0 for the
 * newest. Whether there is one is found out when a context is made. Takes the place of a pack given
 * as JSON.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_pack(bplan_options* options, const char* id, int64_t length,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Gives a pack as JSON text (docs/pack-format.md); length 0 for the newest that comes with the
 * library. The text is copied, and read when a context is made. Takes the place of a pack by id.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_pack_json(bplan_options* options, const char* json,
                                              int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Asks for a scoring scheme of the pack, by its id, as `sum16/1`; length 0 for the first. Whether
 * there is one is found out when a context is made.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_scheme(bplan_options* options, const char* id, int64_t length,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Language of messages: `nb`, `nn` or `en`, or another that the pack has; length 0 for `nb`.
 * Whether the pack has it is found out when a context is made.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_language(bplan_options* options, const char* language,
                                             int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The test policy, 1 for on and 0 for off. When it is on, people carry synthetic numbers and live
 * in fictional municipalities, real numbers are refused, and every result says so.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_test_numbers(bplan_options* options, int32_t on,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * "Today", for dates that lie in the future: the library reads no clock. 0, 0, 0 for none; then
 * nothing is checked against it. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_reference_date(bplan_options* options, int32_t year,
                                                   int32_t month, int32_t day,
                                                   bplan_error* err) BPLAN_NOEXCEPT;

/**
 * First day of the mapping round; 0, 0, 0 for none. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_period_first(bplan_options* options, int32_t year,
                                                 int32_t month, int32_t day,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Last day of the mapping round, itself included; 0, 0, 0 for none. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_period_last(bplan_options* options, int32_t year, int32_t month,
                                                int32_t day, bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Context --------------------------------------------------------------------------------- */

/** An instrument made ready for use. Never changes; may be used by several threads at once. */
typedef struct bplan_context bplan_context;

/**
 * Makes a context from options, or with their defaults when `options` is null. The options are not
 * needed afterwards. The caller frees it. Takes milliseconds: make one and keep it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (the period ends before it begins),
 * _STRUCT_SIZE, _UNKNOWN_PACK, _INVALID_PACK, _UNKNOWN_SCHEME, _UNKNOWN_LANGUAGE, _MEMORY.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_context_create(const bplan_options* options, bplan_context** context,
                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a context that no call is using any more; documents made with it live on. Null is allowed.
 * Since 1.0.
 */
BPLAN_API void bplan_context_free(bplan_context* context) BPLAN_NOEXCEPT;

/**
 * Id of the pack, as `brukerplan/2024`. Borrowed from the context.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_context_get_pack_id(const bplan_context* context, const char** id,
                                            int64_t* length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Id of the scoring scheme, as `sum16/1`; empty when the pack has none. Borrowed from the context.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_context_get_scheme_id(const bplan_context* context, const char** id,
                                              int64_t* length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Language of messages, as `nb`. Borrowed from the context.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_context_get_language(const bplan_context* context, const char** language,
                                             int64_t* length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when the test policy is on, else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_context_get_test_numbers(const bplan_context* context, int32_t* on,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Records --------------------------------------------------------------------------------- */

/** A result: JSON text, and the parts of it that a form needs. One thread at a time. */
typedef struct bplan_document bplan_document;

/**
 * Validates and scores one record: what a form calls on each keystroke.
 *
 * `json` is one JSON object, UTF-8, borrowed for the call. Its keys are the column names of the
 * pack, English or Norwegian; a string, a whole number, a list of strings or null is what its
 * values may be (docs/c-api.md). Anything else is a finding, also text that is no JSON at all. Keys
 * that the pack does not know are not read; the result says how many there are.
 *
 * The document lives until bplan_document_free(), independent of the context.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE,
 * _UNKNOWN_SCHEME (the pack has no scheme), _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_record_check(const bplan_context* context, const char* json, int64_t length,
                                     bplan_document** document, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Validates one record and does not score it. Everything else as bplan_record_check(), save that no
 * scheme is needed.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_record_validate(const bplan_context* context, const char* json,
                                        int64_t length, bplan_document** document,
                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Scores one record and does not validate it. Everything else as bplan_record_check().
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _UNKNOWN_SCHEME, _MEMORY.
 * Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_record_score(const bplan_context* context, const char* json, int64_t length,
                                     bplan_document** document, bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Documents ------------------------------------------------------------------------------- */

/** Frees a document and every text borrowed from it. Null is allowed. Since 1.0. */
BPLAN_API void bplan_document_free(bplan_document* document) BPLAN_NOEXCEPT;

/**
 * The whole result as JSON text, UTF-8, on one line (docs/c-api.md). Borrowed from the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_text(const bplan_document* document, const char** text,
                                          int64_t* length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when no finding is an error or worse, so that the record can be used; else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not validated). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_valid(const bplan_document* document, int32_t* valid,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The worst severity of the findings, one of BPLAN_SEVERITY_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not validated). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_worst_severity(const bplan_document* document,
                                                    int32_t* severity,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not validated). Since 1.0.
 */
BPLAN_API int32_t bplan_document_count_findings(const bplan_document* document, int64_t* count,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Severity of the finding at `index`, from 0; one of BPLAN_SEVERITY_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE, _NOT_THERE (it was not validated).
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_finding_severity(const bplan_document* document, int64_t index,
                                                      int32_t* severity,
                                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * A text of the finding at `index`, from 0; `part` is one of BPLAN_FINDING_*. Borrowed from the
 * document. Empty where the finding has none.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such part), _STRUCT_SIZE, _OUT_OF_RANGE,
 * _NOT_THERE (it was not validated). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_finding_text(const bplan_document* document, int64_t index,
                                                  int32_t part, const char** text, int64_t* length,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Class of the living-conditions index, one of BPLAN_CLASS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_class(const bplan_document* document, int32_t* index_class,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Points of the scheme. They mean something only with a class; 0 without one.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_points(const bplan_document* document, int32_t* points,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of domains that are assessed, 0 to 8.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_answered(const bplan_document* document, int32_t* domains,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Why there is no class, one of BPLAN_NO_CLASS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_no_class_reason(const bplan_document* document,
                                                     int32_t* reason,
                                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of keys of the record that the pack does not know and that were not read: more than 0 in
 * a finished integration is a misspelt key.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Since 1.0.
 */
BPLAN_API int32_t bplan_document_count_unknown_keys(const bplan_document* document, int64_t* count,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
