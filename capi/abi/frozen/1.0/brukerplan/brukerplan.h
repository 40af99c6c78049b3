/*
 * brukerplan.h - the C interface of brukerplan: validate and score BrukerPlan registrations, check
 * national numbers and municipality codes, make pseudonyms.
 *
 * Interface number 1, stable. What may change and what may not: docs/stability.md. Conventions and
 * one record from beginning to end: docs/c-api.md. In short:
 *
 * - A function that can fail returns BPLAN_OK (0) or a positive code; a code that is not known is
 *   to be treated as BPLAN_ERROR_INTERNAL. On failure every output is left empty: null, 0. Besides
 *   the codes that a comment lists, a call that fails may end with BPLAN_ERROR_MEMORY when there is
 *   no memory to say why, and any with BPLAN_ERROR_INTERNAL or _UNKNOWN, which are faults of ours.
 *   What the codes mean and what to do: docs/errors.md.
 * - `err` is always last and may be null. It is the caller's, and the only place where details go.
 * - A bad record is data: it gives findings, and never makes a call fail.
 * - Text is UTF-8, a pointer and a number of bytes. Text that goes in is copied where it is kept;
 *   null with length 0 is empty text. Text that comes out is borrowed from its handle, and is also
 *   followed by a zero byte that the length does not count.
 * - What a _create or a function with a handle as its output has made is released by the _free of
 *   its type, once, on any thread. Every _free takes null.
 * - A context, a scheme, a pseudonymiser, a document and what was found of a number or a table
 *   never change and may be used by several threads at once. Options and policies belong to one
 *   thread at a time while they are set. "Threads: any" is said of a function whose handles may be
 *   in use by other threads as well: docs/threading.md.
 * - No message holds what stood in a record, and nothing gives a number's digits back that was not
 *   asked for them.
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

/**
 * Number of this interface; compare with bplan_abi_version(). Meant to stay 1: what would raise it
 * is written down in capi/abi/README.md.
 */
#define BPLAN_ABI_VERSION 1

/* ---- Codes ---------------------------------------------------------------------------------- */

#define BPLAN_OK 0 /* done; every other code is a failure */

/* 1-99: how a function was called. */
#define BPLAN_ERROR_NULL_ARGUMENT 1    /* a pointer that must not be null is null */
#define BPLAN_ERROR_INVALID_ARGUMENT 2 /* a value that the function does not take */
#define BPLAN_ERROR_STRUCT_SIZE 3  /* the struct_size of a struct is not one of this interface */
#define BPLAN_ERROR_OUT_OF_RANGE 4 /* an index beyond the last */
#define BPLAN_ERROR_NOT_THERE 5    /* the document does not hold what is asked for */

/* 100-129: instruments. */
#define BPLAN_ERROR_UNKNOWN_PACK 100     /* no pack of this id comes with the library */
#define BPLAN_ERROR_INVALID_PACK 101     /* a pack that cannot be read or is not whole */
#define BPLAN_ERROR_INVALID_MAPPING 102  /* a mapping that cannot be read or does not fit */
#define BPLAN_ERROR_INVALID_PROFILE 103  /* a profile that cannot be read or does not fit */
#define BPLAN_ERROR_UNKNOWN_SCHEME 110   /* no scoring scheme of this id, or none */
#define BPLAN_ERROR_INVALID_SCHEME 111   /* a scheme that cannot be read or has a fault */
#define BPLAN_ERROR_UNKNOWN_LANGUAGE 120 /* no texts in this language */

/* 130-199: numbers and places. */
#define BPLAN_ERROR_INVALID_NUMBER 140    /* no number, or none that the policy accepts */
#define BPLAN_ERROR_NOT_VALID_ON_DATE 150 /* a municipality code that is not valid on its date */
#define BPLAN_ERROR_BEFORE_FACTS 151      /* a date before 2006: of it nothing is known */
#define BPLAN_ERROR_MISSING_WEIGHT 152    /* weights, but not for every branch of a split */
#define BPLAN_ERROR_INVALID_WEIGHT 153    /* weights that cannot be read, or have no usable sum */

/* 200-299: inputs that cannot be used at all. */
#define BPLAN_ERROR_ARROW_SCHEMA 200      /* a schema that is not whole, or not that of columns */
#define BPLAN_ERROR_COLUMN_TYPE 201       /* a column whose type does not go with its field */
#define BPLAN_ERROR_MISSING_COLUMNS 202   /* columns that are needed are not there */
#define BPLAN_ERROR_DUPLICATE_COLUMNS 203 /* columns that are there more than once */
#define BPLAN_ERROR_ARROW_BATCH 210       /* a batch that is not what its schema says */
#define BPLAN_ERROR_ARROW_STREAM 211      /* a stream that gave an error of its own */
#define BPLAN_ERROR_CANCELLED 220         /* a function of the caller's cancelled the call */
#define BPLAN_ERROR_INVALID_STATE 230 /* a saved validation that cannot be read or does not fit */

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
#define BPLAN_NO_CLASS_UNREADABLE 4       /* the text is no record, or a number is no rating */
#define BPLAN_NO_CLASS_NO_RULE_HOLDS 5    /* the scheme has rules alone, and none holds */

/* Ratings of a domain, as in columns of one-byte integers. */
#define BPLAN_RATING_NOT_ASSESSED 0
#define BPLAN_RATING_GREEN 1
#define BPLAN_RATING_YELLOW 2
#define BPLAN_RATING_RED 3

/* Number of domains, in this order: housing, activity, economy, physical health, mental health,
   substance use, social functioning, network. */
#define BPLAN_DOMAINS 8

/* Number of different assessments. Each has a code from 0: two bits a domain, those of housing
   lowest. */
#define BPLAN_ASSESSMENTS 65536

/* Texts of a finding. */
#define BPLAN_FINDING_CODE 1    /* stable, BP-DOM-003 */
#define BPLAN_FINDING_FIELD 2   /* its name in the pack; empty: the whole record */
#define BPLAN_FINDING_MESSAGE 3 /* what is wrong, one line, in the language of the context */
#define BPLAN_FINDING_ACTION 4  /* what to do about it, likewise */

/* ---- What is known of numbers and places ----------------------------------------------------- */

/* Kinds of number, bits of a set. What they are: docs/national-numbers.md. */
#define BPLAN_NUMBER_KIND_BIRTH_NUMBER 1
#define BPLAN_NUMBER_KIND_D_NUMBER 2
#define BPLAN_NUMBER_KIND_H_NUMBER 4       /* local help number */
#define BPLAN_NUMBER_KIND_FH_NUMBER 8      /* common help number */
#define BPLAN_NUMBER_KIND_TENOR 16         /* test number of the tax administration */
#define BPLAN_NUMBER_KIND_NHN 32           /* test number of Norsk helsenett */
#define BPLAN_NUMBER_KIND_NAV_SYNTHETIC 64 /* test number of NAV */
#define BPLAN_NUMBER_KIND_NPID 128         /* person identifier of NAV */
#define BPLAN_NUMBER_KIND_DUF 256          /* twelve digits, the immigration authorities */
#define BPLAN_NUMBER_KIND_DATE_ONLY 512    /* a date of birth and 00000: no number */
#define BPLAN_NUMBER_KIND_DUMMY 1024       /* a date of birth and a suffix of Statistics Norway's */

/* Sets of kinds. */
#define BPLAN_NUMBER_KINDS_REAL 15       /* those that people carry: the default of a policy */
#define BPLAN_NUMBER_KINDS_SYNTHETIC 112 /* those that are made for tests and stand for nobody */
#define BPLAN_NUMBER_KINDS_NATIONAL 255  /* every kind of eleven digits with control digits */

/* Why a number is refused; bplan_number_reason_get_name() gives the token. The first that holds in
   this order is the one that is told. */
#define BPLAN_NUMBER_REASON_NONE 0              /* it is accepted */
#define BPLAN_NUMBER_REASON_LENGTH 1            /* not eleven bytes */
#define BPLAN_NUMBER_REASON_LOST_LEADING_ZERO 2 /* ten digits, a number with a zero in front */
#define BPLAN_NUMBER_REASON_NOT_A_DIGIT 3
#define BPLAN_NUMBER_REASON_IMPOSSIBLE_DATE 4
#define BPLAN_NUMBER_REASON_RESERVED_MONTH 5 /* a month that no kind of number uses */
#define BPLAN_NUMBER_REASON_BOTH_CONTROL_DIGITS 6
#define BPLAN_NUMBER_REASON_FIRST_CONTROL_DIGIT 7
#define BPLAN_NUMBER_REASON_SECOND_CONTROL_DIGIT 8
#define BPLAN_NUMBER_REASON_KIND_NOT_ALLOWED 9
#define BPLAN_NUMBER_REASON_SYNTHETIC_NOT_ALLOWED 10
#define BPLAN_NUMBER_REASON_INDIVIDUAL_NUMBER_WITHOUT_CENTURY 11
#define BPLAN_NUMBER_REASON_BIRTH_AFTER_REFERENCE_DATE 12
#define BPLAN_NUMBER_REASON_AMBIGUOUS 13 /* more than one reading, and the policy wants one */

/* Rules that the control digits satisfy, bits of a set. Whatever satisfies the rule of 1964
   satisfies that of 2032. */
#define BPLAN_NUMBER_RULE_1964 1
#define BPLAN_NUMBER_RULE_2032 2

/* Rules that a policy accepts. */
#define BPLAN_NUMBER_POLICY_1964 0    /* every number was assigned before 2032 */
#define BPLAN_NUMBER_POLICY_BOTH 1    /* either rule: the default */
#define BPLAN_NUMBER_POLICY_BY_DATE 2 /* as bplan_number_policy_set_assigned_by() says */

/* Series that tell the century of a D-number. */
#define BPLAN_NUMBER_D_TABLE_OLD 0  /* until 15 November 2021 */
#define BPLAN_NUMBER_D_TABLE_NEW 1  /* from 16 November 2021 on */
#define BPLAN_NUMBER_D_TABLE_BOTH 2 /* what either says: the default */

/* Whether the individual number must name a year in which the date exists. */
#define BPLAN_NUMBER_DATES_BY_RULE 0 /* in numbers surely assigned from a series: the default */
#define BPLAN_NUMBER_DATES_STRICT 1  /* always */
#define BPLAN_NUMBER_DATES_LENIENT 2 /* never */

/* What a sex or a birth year rests on, from firm to loose. */
#define BPLAN_NUMBER_BASIS_UNKNOWN 0 /* there is none */
#define BPLAN_NUMBER_BASIS_ASSIGNED_BEFORE_2032 1
#define BPLAN_NUMBER_BASIS_IF_ASSIGNED_BEFORE_2032 2
#define BPLAN_NUMBER_BASIS_CONVENTION 3     /* usual, not promised: D- and H-numbers */
#define BPLAN_NUMBER_BASIS_NOT_GUARANTEED 4 /* an NPID: may be anything */

/* What bplan_number_normalise() took away, bits of a set. */
#define BPLAN_NUMBER_CHANGE_BLANKS 1                /* blanks around the number */
#define BPLAN_NUMBER_CHANGE_SPACE 2                 /* U+0020 between groups */
#define BPLAN_NUMBER_CHANGE_NO_BREAK_SPACE 4        /* U+00A0 between groups */
#define BPLAN_NUMBER_CHANGE_NARROW_NO_BREAK_SPACE 8 /* U+202F between groups */
#define BPLAN_NUMBER_CHANGE_HYPHEN 16               /* U+002D between groups */

/* The most digits that bplan_number_normalise() gives. */
#define BPLAN_NUMBER_MOST_DIGITS 12

/* Sex that a number tells. */
#define BPLAN_SEX_UNKNOWN 0
#define BPLAN_SEX_FEMALE 1
#define BPLAN_SEX_MALE 2

/* How a municipality code stands on a date. 0 is none of them: the answer of a failed call. */
#define BPLAN_MUNICIPALITY_VALID 1
#define BPLAN_MUNICIPALITY_NOT_YET_VALID 2
#define BPLAN_MUNICIPALITY_NO_LONGER_VALID 3
#define BPLAN_MUNICIPALITY_UNKNOWN_CODE 4   /* four digits that no municipality had since 2006 */
#define BPLAN_MUNICIPALITY_MALFORMED_CODE 5 /* not four digits */
#define BPLAN_MUNICIPALITY_FICTIONAL_CODE 6 /* 9001 to 9998: for tests */
#define BPLAN_MUNICIPALITY_BEFORE_FACTS 7   /* a known code on a date before 2006 */

/* On which kind of key a pseudonym rests. 0 is none of them. */
#define BPLAN_PSEUDONYM_BASIS_EPHEMERAL 1          /* good within one mapping, and then no more */
#define BPLAN_PSEUDONYM_BASIS_CALLER_LINKING_KEY 2 /* whoever holds the key can link years */

/* Bytes of a pseudonym, and of a linking key. */
#define BPLAN_PSEUDONYM_SIZE 32
#define BPLAN_LINKING_KEY_SIZE 32

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

/* ---- Tokens ---------------------------------------------------------------------------------- */

/* What the numbers of the interface are called in files and documents. Tokens are never changed. */

/**
 * Token of a severity, one of BPLAN_SEVERITY_*: `warning`. Borrowed for the life of the
 * library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_severity_get_name(int32_t severity, const char** name, int64_t* length,
                                          bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of a class, one of BPLAN_CLASS_*: `blue_light`. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_class_get_name(int32_t index_class, const char** name, int64_t* length,
                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of a reason for no class, one of BPLAN_NO_CLASS_*: `too_few_assessed`; `none` where
 * there is a class. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_no_class_get_name(int32_t reason, const char** name, int64_t* length,
                                          bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of a rating, one of BPLAN_RATING_*: `not_assessed`. Borrowed for the life of the
 * library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_rating_get_name(int32_t rating, const char** name, int64_t* length,
                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of a domain by its number, below BPLAN_DOMAINS: `housing`. Borrowed for the life of the
 * library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_domain_get_name(int32_t domain, const char** name, int64_t* length,
                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of a sex, one of BPLAN_SEX_*: `female`. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_sex_get_name(int32_t sex, const char** name, int64_t* length,
                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of how a municipality code stands, one of BPLAN_MUNICIPALITY_*: `no_longer_valid`.
 * Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_validity_get_name(int32_t validity, const char** name,
                                                       int64_t* length,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of a kind of unit, one of BPLAN_UNIT_*: `unnamed`. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_unit_kind_get_name(int32_t kind, const char** name, int64_t* length,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of what a sex or a birth year rests on, one of BPLAN_NUMBER_BASIS_*: `convention`. Borrowed
 * for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_number_basis_get_name(int32_t basis, const char** name, int64_t* length,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Token of the key on which a pseudonym rests, one of BPLAN_PSEUDONYM_BASIS_*: `ephemeral`.
 * Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such number), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_pseudonym_basis_get_name(int32_t basis, const char** name, int64_t* length,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Options --------------------------------------------------------------------------------- */

/**
 * What a context is made from. One thread at a time while it is being set; may be used for several
 * contexts.
 */
typedef struct bplan_options bplan_options;

/**
 * Makes options that ask for the newest pack that comes with the library, its first scoring scheme,
 * texts in bokmal, real national numbers, no reference date and no period. The caller frees them.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_options_create(bplan_options** options, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees options; contexts made from them live on. Null is allowed. Threads: any, when no call uses
 * it. Since 1.0.
 */
BPLAN_API void bplan_options_free(bplan_options* options) BPLAN_NOEXCEPT;

/**
 * Asks for a pack that comes with the library, by its id, as `brukerplan/2024`; length 0 for the
 * newest. The text is copied. Whether there is such a pack is found out when a context is made.
 * Takes the place of a pack given as JSON.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_pack(bplan_options* options, const char* id, int64_t length,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Gives a pack as JSON text (docs/pack-format.md); length 0 for the newest that comes with the
 * library. The text is copied, and read when a context is made. Takes the place of a pack by id.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_pack_json(bplan_options* options, const char* json,
                                              int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Gives a mapping as JSON text (docs/mapping.md): how columns and codes of the caller's own are
 * those of the pack, for records and tables; length 0 for none. The text is copied, and read when a
 * context is made.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_mapping_json(bplan_options* options, const char* json,
                                                 int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Gives a profile as JSON text (docs/validation.md, "Tuning"): other severities, and rules switched
 * off, for all records or for a municipality or district; length 0 for none. The text is copied,
 * and read when a context is made. Thresholds of the profile say nothing about records and tables
 * here.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_profile_json(bplan_options* options, const char* json,
                                                 int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Asks for a scoring scheme of the pack, by its id, as `sum16/1`; length 0 for the first. The text
 * is copied. Whether there is such a scheme is found out when a context is made. Takes the place of
 * a scheme given as JSON.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_scheme(bplan_options* options, const char* id, int64_t length,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Gives a scoring scheme of the caller's own as JSON text (docs/scoring.md), whose id no scheme of
 * the pack may have; length 0 for the first scheme of the pack. The text is copied, and read and
 * checked when a context is made. Takes the place of a scheme by id.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_scheme_json(bplan_options* options, const char* json,
                                                int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Language of messages: `nb`, `nn` or `en`, or another that the pack has; length 0 for `nb`. The
 * text is copied. Whether the pack has it is found out when a context is made.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_language(bplan_options* options, const char* language,
                                             int64_t length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The test policy, 1 for on and 0 for off. When it is on, people carry synthetic numbers and live
 * in fictional municipalities, real numbers are refused, and every result says so.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: one at a time, and
 * none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_test_numbers(bplan_options* options, int32_t on,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * "Today", for dates that lie in the future: the library reads no clock. 0, 0, 0 for none; then
 * nothing is checked against it. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_reference_date(bplan_options* options, int32_t year,
                                                   int32_t month, int32_t day,
                                                   bplan_error* err) BPLAN_NOEXCEPT;

/**
 * First day of the mapping round; 0, 0, 0 for none. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Threads: one at a
 * time, and none that uses the options. Since 1.0.
 */
BPLAN_API int32_t bplan_options_set_period_first(bplan_options* options, int32_t year,
                                                 int32_t month, int32_t day,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Last day of the mapping round, itself included; 0, 0, 0 for none. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Threads: one at a
 * time, and none that uses the options. Since 1.0.
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
 * _STRUCT_SIZE, _UNKNOWN_PACK, _INVALID_PACK, _INVALID_MAPPING, _INVALID_PROFILE, _UNKNOWN_SCHEME,
 * _INVALID_SCHEME, _UNKNOWN_LANGUAGE, _MEMORY. Threads: any, while nobody sets the options.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_context_create(const bplan_options* options, bplan_context** context,
                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a context that no call is using any more; documents made with it live on. Null is allowed.
 * Threads: any, when no call uses it. Since 1.0.
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

/**
 * A result: JSON text, and the parts of it that a form needs. Never changes; may be read by several
 * threads at once.
 */
typedef struct bplan_document bplan_document;

/* ---- Packs ----------------------------------------------------------------------------------- */

/**
 * The packs that come with the library, as JSON (docs/pack-format.md): their ids, editions, years
 * and titles, oldest first. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_pack_list(bplan_document** document, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The pack of a context as JSON (docs/pack-format.md): fields, code lists, schemes and rules with
 * their texts in the language of the context. What a program needs to make a form. The caller frees
 * the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_context_describe(const bplan_context* context, bplan_document** document,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Records --------------------------------------------------------------------------------- */

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
 * scheme is needed. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_record_validate(const bplan_context* context, const char* json,
                                        int64_t length, bplan_document** document,
                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Scores one record and does not validate it. Everything else as bplan_record_check(). The caller
 * frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _UNKNOWN_SCHEME, _MEMORY.
 * Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_record_score(const bplan_context* context, const char* json, int64_t length,
                                     bplan_document** document, bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Documents ------------------------------------------------------------------------------- */

/* Those that are not about one record have their text alone: the other functions end with
   BPLAN_ERROR_NOT_THERE. */

/**
 * Frees a document and every text borrowed from it. Null is allowed. Threads: any, when no call
 * uses it. Since 1.0.
 */
BPLAN_API void bplan_document_free(bplan_document* document) BPLAN_NOEXCEPT;

/**
 * The whole result as JSON text, UTF-8, on one line (docs/c-api.md). Borrowed from the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_text(const bplan_document* document, const char** text,
                                          int64_t* length, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when no finding is an error or worse, so that the record can be used; else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not validated). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_valid(const bplan_document* document, int32_t* valid,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The worst severity of the findings, one of BPLAN_SEVERITY_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not validated). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_worst_severity(const bplan_document* document,
                                                    int32_t* severity,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not validated). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_count_findings(const bplan_document* document, int64_t* count,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Severity of the finding at `index`, from 0; one of BPLAN_SEVERITY_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE, _NOT_THERE (it was not validated).
 * Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_finding_severity(const bplan_document* document, int64_t index,
                                                      int32_t* severity,
                                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * A text of the finding at `index`, from 0; `part` is one of BPLAN_FINDING_*. Borrowed from the
 * document. Empty where the finding has none.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such part), _STRUCT_SIZE, _OUT_OF_RANGE,
 * _NOT_THERE (it was not validated). Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_finding_text(const bplan_document* document, int64_t index,
                                                  int32_t part, const char** text, int64_t* length,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Class of the living-conditions index, one of BPLAN_CLASS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_class(const bplan_document* document, int32_t* index_class,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Points of the scheme. They mean something only with a class; 0 without one.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_points(const bplan_document* document, int32_t* points,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of domains that are assessed, 0 to 8.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_answered(const bplan_document* document, int32_t* domains,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Why there is no class, one of BPLAN_NO_CLASS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it was not scored). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_get_no_class_reason(const bplan_document* document,
                                                     int32_t* reason,
                                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of keys of the record that the pack does not know and that were not read: more than 0 in a
 * finished integration is a misspelt key.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE (it is about no record). Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_document_count_unknown_keys(const bplan_document* document, int64_t* count,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Scoring schemes ------------------------------------------------------------------------- */

/* What a scheme is, and what the documents hold: docs/scoring.md. */

/** A scoring scheme made ready for use. Never changes; may be used by several threads at once. */
typedef struct bplan_scheme bplan_scheme;

/**
 * Makes a scheme that comes with the library: `scheme_id`, as `sum16/1`, of the pack `pack_id`, as
 * `brukerplan/2024`. Length 0 for the newest pack, and for its first scheme. The caller frees it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE,
 * _UNKNOWN_PACK, _UNKNOWN_SCHEME, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_create(const char* pack_id, int64_t pack_id_length,
                                      const char* scheme_id, int64_t scheme_id_length,
                                      bplan_scheme** scheme, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Makes a scheme of the caller's own from JSON text (docs/scoring.md), and checks it: whether every
 * assessment has a class or a stated reason for none, whether a worse colour can give a better
 * class, whether a part of it never decides. The message says where the fault stands, and names an
 * assessment that shows it. The caller frees the scheme.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE,
 * _INVALID_SCHEME, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_create_from_json(const char* json, int64_t length,
                                                bplan_scheme** scheme,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a scheme that no call is using any more; documents made with it live on. Null is allowed.
 * Threads: any, when no call uses it. Since 1.0.
 */
BPLAN_API void bplan_scheme_free(bplan_scheme* scheme) BPLAN_NOEXCEPT;

/**
 * Id of the scheme, as `sum16/1`. Borrowed from the scheme.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_get_id(const bplan_scheme* scheme, const char** id, int64_t* length,
                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Scores one assessment. `ratings` are BPLAN_DOMAINS numbers BPLAN_RATING_*, borrowed for the call.
 * `index_class` is one of BPLAN_CLASS_*, `points` is 0 without a class and in a scheme without
 * points, `answered` the number of assessed domains, `reason` one of BPLAN_NO_CLASS_*. When a
 * number is no rating there is no class, for the reason BPLAN_NO_CLASS_UNREADABLE.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_score_ratings(const bplan_scheme* scheme, const uint8_t* ratings,
                                             int32_t* index_class, int32_t* points,
                                             int32_t* answered, int32_t* reason,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Scores one assessment that is given by its code, below BPLAN_ASSESSMENTS.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such code), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_score_code(const bplan_scheme* scheme, int32_t code,
                                          int32_t* index_class, int32_t* points, int32_t* answered,
                                          int32_t* reason, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Why an assessment has its class, as JSON: what decided, what each domain does to the result, the
 * smallest changes to the next better and the next worse class, and all of that as sentences in a
 * language: `nb`, `nn` or `en`; length 0 for `nb`. `ratings` are BPLAN_DOMAINS numbers
 * BPLAN_RATING_*, borrowed for the call. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a number that is no rating: the error has
 * its domain as the column; a negative length), _STRUCT_SIZE, _UNKNOWN_LANGUAGE, _MEMORY. Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_explain(const bplan_scheme* scheme, const uint8_t* ratings,
                                       const char* language, int64_t language_length,
                                       bplan_document** document, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * How two schemes differ, as JSON: how many have which class under the first and which under the
 * second, and the share that changes class. `counts` are BPLAN_ASSESSMENTS numbers of persons by
 * the code of their assessment, borrowed for the call; null for every assessment once. The caller
 * frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count, or more than 63 bits of
 * them together: the error has the code as its row), _STRUCT_SIZE, _MEMORY. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_compare(const bplan_scheme* first, const bplan_scheme* second,
                                       const int64_t* counts, bplan_document** document,
                                       bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Many scores ----------------------------------------------------------------------------- */

/**
 * Where the scores of many assessments go. Each array is the caller's, has an element for each row,
 * and may be null when it is not wanted. Begin with BPLAN_SCORE_COLUMNS_INIT. Later versions may
 * add members at the end; struct_size says which the caller knows.
 */
typedef struct bplan_score_columns {
    uint32_t struct_size; /**< sizeof(bplan_score_columns) as the caller was compiled */
    uint32_t reserved;    /**< 0 */
    int8_t* classes;      /**< one of BPLAN_CLASS_* */
    int32_t* points;      /**< 0 without a class, and in a scheme without points */
    int8_t* answered;     /**< number of assessed domains */
    int8_t* reasons;      /**< one of BPLAN_NO_CLASS_* */
} bplan_score_columns;

/** Initial value of a bplan_score_columns. */
/* clang-format off */
#define BPLAN_SCORE_COLUMNS_INIT {(uint32_t)sizeof(bplan_score_columns), 0, 0, 0, 0, 0}
/* clang-format on */

/**
 * Scores `count` rows of BPLAN_DOMAINS columns of ratings, `ratings[d]` being the column of domain
 * d with one byte a row, BPLAN_RATING_*. Every answer is that of bplan_scheme_score_ratings() for
 * the same row. `unreadable` is the number of rows in which a number is no rating; they have no
 * class, for the reason BPLAN_NO_CLASS_UNREADABLE.
 *
 * `columns` may be null, and `ratings` when `count` is 0. All arrays are borrowed for the call.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT (of a column of ratings: the error has its domain as the column),
 * _INVALID_ARGUMENT (a negative count), _STRUCT_SIZE (of the error or the columns). On failure the
 * arrays are all zeros, where `columns` and `count` can be made use of. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_score_columns(const bplan_scheme* scheme, const uint8_t** ratings,
                                             int64_t count, const bplan_score_columns* columns,
                                             int64_t* unreadable, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for arrays of structs: the rating of domain d in row i is the byte at i * `strides[d]`
 * from `ratings[d]`. A stride may be 0, one rating for all rows, or negative.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_score_strided(const bplan_scheme* scheme, const uint8_t** ratings,
                                             const int64_t* strides, int64_t count,
                                             const bplan_score_columns* columns,
                                             int64_t* unreadable, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for assessments that are given by their codes, `codes[i]` in row i. Every number of 16
 * bits is a code, so nothing is unreadable.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_score_packed(const bplan_scheme* scheme, const uint16_t* codes,
                                            int64_t count, const bplan_score_columns* columns,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Tables ---------------------------------------------------------------------------------- */

/* Columns in and out as the structs of the Arrow C data interface, which
   <brukerplan/arrow_c_data.h> declares, as any Arrow library does. What a column may be:
   docs/c-api.md.

   A schema and a batch that go in are borrowed for the call and not released; a stream is taken.
   Structs that come out are written over, whatever they held, and are released by the caller, each
   by its own release function, on any thread, also when the library's handles are long gone; on
   failure they are all zeros, which is how a released one looks. */

struct ArrowSchema;
struct ArrowArray;
struct ArrowArrayStream;

/** In place of a severity: whatever it is. */
#define BPLAN_SEVERITY_ANY (-1)

/* Kinds of unit in counts. */
#define BPLAN_UNIT_NAMED 0
#define BPLAN_UNIT_UNNAMED 1 /* rows that name no unit */
#define BPLAN_UNIT_MASKED 2  /* rows whose unit may hold somebody's number, together */
#define BPLAN_UNIT_OTHERS 3  /* units beyond the first 10 000, together */

/* Forms of a listing. */
#define BPLAN_LISTING_JSON 1   /* a list of objects */
#define BPLAN_LISTING_NDJSON 2 /* an object on each line */

/**
 * What was found in a table. Lives until bplan_validation_free(), independent of the context and of
 * what it was made from. Never changes; may be used by several threads at once.
 */
typedef struct bplan_validation bplan_validation;

/**
 * A function of the caller's that is told how many rows have been read, from time to time and on
 * the thread of the call. It returns 0 to go on; anything else cancels the call. It may call
 * functions with other handles than those that the call changes or takes. It must not let an
 * exception out. `payload` is what the caller gave with it.
 */
typedef int32_t bplan_progress(int64_t rows, void* payload);

/**
 * Validates the rows of one batch. `schema` is that of a struct whose parts are columns; `batch` is
 * an array of it. Both are borrowed. Columns are found by their names as those of a file, in any
 * order; those that the pack does not know are not looked at. At most `most_details` findings are
 * kept whole, the others are only counted. The caller frees the validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative number of details), _STRUCT_SIZE,
 * _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH, _MEMORY. Where
 * one column is at fault, the error has its position, and the row where it is about one. Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_table_validate(const bplan_context* context,
                                       const struct ArrowSchema* schema,
                                       const struct ArrowArray* batch, int64_t most_details,
                                       bplan_validation** validation,
                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Validates the rows of a stream, batch after batch, in memory that does not grow with their number
 * when `keep_rows` is 0. When it is 1, one byte a row is kept: its worst severity. The stream is
 * taken: it has been released when the call returns, whatever the code. `progress` may be null, and
 * `payload` is passed on to it. Everything else as bplan_table_validate(). The caller frees the
 * validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative number of details, another
 * `keep_rows`, a stream that has been released), _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE,
 * _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH, _ARROW_STREAM, _CANCELLED, _MEMORY. Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_table_validate_stream(const bplan_context* context,
                                              struct ArrowArrayStream* stream, int64_t most_details,
                                              int32_t keep_rows, bplan_progress* progress,
                                              void* payload, bplan_validation** validation,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Scores the rows of one batch and does not validate them. The columns of the eight domains must be
 * there; a column of row references is passed on where it is, with null for one that may hold
 * somebody's number. The scores are columns of the same number of rows: `row_ref points class
 * answered scheme reason`. The caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _UNKNOWN_SCHEME (the pack has no scheme),
 * _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH, _MEMORY.
 * Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_table_score(const bplan_context* context, const struct ArrowSchema* schema,
                                    const struct ArrowArray* batch,
                                    struct ArrowSchema* scores_schema, struct ArrowArray* scores,
                                    bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a validation and every text borrowed from it. Null is allowed. Threads: any, when no call
 * uses it. Since 1.0.
 */
BPLAN_API void bplan_validation_free(bplan_validation* validation) BPLAN_NOEXCEPT;

/**
 * Number of rows whose worst finding has a severity; BPLAN_SEVERITY_NONE for those without
 * findings, BPLAN_SEVERITY_ANY for all rows.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE. Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_rows(const bplan_validation* validation, int32_t severity,
                                              int64_t* count, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings of a severity, or of all with BPLAN_SEVERITY_ANY: exact, however many are
 * kept.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE. Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_findings(const bplan_validation* validation,
                                                  int32_t severity, int64_t* count,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings that are kept whole: the first ones.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_details(const bplan_validation* validation, int64_t* count,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when there are more findings than are kept whole, else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_truncated(const bplan_validation* validation,
                                                 int32_t* truncated,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of columns that the pack does not know and that were not looked at.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_unknown_columns(const bplan_validation* validation,
                                                         int64_t* count,
                                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Position, from 0, of the unknown column at `index`, from 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_unknown_column(const bplan_validation* validation,
                                                      int64_t index, int64_t* position,
                                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of rules of the pack, with findings or without; they are counted from 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_rules(const bplan_validation* validation, int64_t* count,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Code of a rule, as `BP-DOM-003`. Borrowed from the validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_rule_code(const bplan_validation* validation, int64_t rule,
                                                 const char** code, int64_t* length,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings of a rule, of one severity or of all with BPLAN_SEVERITY_ANY.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE,
 * _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_rule_findings(const bplan_validation* validation,
                                                       int64_t rule, int32_t severity,
                                                       int64_t* count,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of rows with at least one finding of a rule, at one severity or at any with
 * BPLAN_SEVERITY_ANY.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE,
 * _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_rule_records(const bplan_validation* validation,
                                                      int64_t rule, int32_t severity,
                                                      int64_t* count,
                                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of fields of the pack; they are counted from 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_fields(const bplan_validation* validation, int64_t* count,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Name of a field in the pack, English. Borrowed from the validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_field_name(const bplan_validation* validation, int64_t field,
                                                  const char** name, int64_t* length,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings about a field, of one severity or of all with BPLAN_SEVERITY_ANY.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE,
 * _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_field_findings(const bplan_validation* validation,
                                                        int64_t field, int32_t severity,
                                                        int64_t* count,
                                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of units that rows name, by their names, and of groups of rows whose units are not told
 * apart; they are counted from 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_units(const bplan_validation* validation, int64_t* count,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What a unit is, one of BPLAN_UNIT_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_unit_kind(const bplan_validation* validation, int64_t unit,
                                                 int32_t* kind, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Name of a unit as it may be shown; empty unless it is BPLAN_UNIT_NAMED. Borrowed from the
 * validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_unit_name(const bplan_validation* validation, int64_t unit,
                                                 const char** name, int64_t* length,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of rows of a unit whose worst finding has a severity, as bplan_validation_count_rows().
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE,
 * _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_unit_rows(const bplan_validation* validation, int64_t unit,
                                                   int32_t severity, int64_t* count,
                                                   bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of findings in the rows of a unit, of one severity or of all with BPLAN_SEVERITY_ANY.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such severity), _STRUCT_SIZE,
 * _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_unit_findings(const bplan_validation* validation,
                                                       int64_t unit, int32_t severity,
                                                       int64_t* count,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of rows of a unit with at least one finding of a rule.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_count_unit_rule_records(const bplan_validation* validation,
                                                           int64_t unit, int64_t rule,
                                                           int64_t* count,
                                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The worst severity of each row, one of BPLAN_SEVERITY_*, in order, to `severities`, which is the
 * caller's, has room for `capacity` and may be null when that is 0. `rows` is how many there are:
 * when they are more than `capacity`, the call succeeds and the array is all zeros, as it is on
 * failure and beyond the last.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative capacity), _STRUCT_SIZE,
 * _NOT_THERE (of a stream, and rows were not kept). Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_worst_severities(const bplan_validation* validation,
                                                        int8_t* severities, int64_t capacity,
                                                        int64_t* rows,
                                                        bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The rows that can be used as they stand, from 0 in rising order: those without an error or worse.
 * To `rows`, and with the rest, as bplan_validation_get_worst_severities(). `count` is how many
 * there are.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative capacity), _STRUCT_SIZE,
 * _NOT_THERE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_good_rows(const bplan_validation* validation, int64_t* rows,
                                                 int64_t capacity, int64_t* count,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The other rows: those with an error or worse. Everything else as
 * bplan_validation_get_good_rows().
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative capacity), _STRUCT_SIZE,
 * _NOT_THERE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_get_bad_rows(const bplan_validation* validation, int64_t* rows,
                                                int64_t capacity, int64_t* count,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The worst severity of each row as an Arrow array of int8. The caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _NOT_THERE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_export_worst_severities(const bplan_validation* validation,
                                                           struct ArrowSchema* schema,
                                                           struct ArrowArray* severities,
                                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The counts of findings by rule as Arrow columns: `code fatal error warning info findings
 * records`, one row for each rule that found something, in the order of the rules. Those of the
 * severities are findings, `findings` is their sum, and `records` is the number of rows with at
 * least one. Exact, however many are kept. The caller releases both structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_export_summary(const bplan_validation* validation,
                                                  struct ArrowSchema* schema,
                                                  struct ArrowArray* counts,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The findings that are kept whole as Arrow columns: `code severity record row_ref unit field
 * related message action pack params`, in the language of the context. The caller releases both
 * structs.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_export_findings(const bplan_validation* validation,
                                                   struct ArrowSchema* schema,
                                                   struct ArrowArray* findings,
                                                   bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same findings as text, in one of BPLAN_LISTING_*: objects with the same names. The document
 * has its text alone; the caller frees it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such form), _STRUCT_SIZE, _MEMORY.
 * Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_list_findings(const bplan_validation* validation, int32_t form,
                                                 bplan_document** document,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Tables in parts ------------------------------------------------------------------------- */

/**
 * The validation of two parts of a table as one, the rows of `second` after those of `first`: what
 * the whole table would have given, with as many findings whole as `first` keeps, up to the first
 * that `second` has not kept. (Beyond 10 000 units it depends on the parts which are counted
 * apart.) Rows are kept when both have them. Both stay as they are; the caller frees the
 * validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (they are by different packs, mappings,
 * profiles, test policies or dates; or there would be more rows than can be counted), _STRUCT_SIZE,
 * _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_merge(const bplan_validation* first,
                                         const bplan_validation* second,
                                         bplan_validation** validation,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * A validation as JSON text, to be carried to another process and restored there. It holds what the
 * findings hold, and so nobody's identity. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_save(const bplan_validation* validation,
                                        bplan_document** document, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The way back: a validation from its JSON text, with findings in the language of the context,
 * which must have the same pack, mapping, profile, test policy and dates. The caller frees the
 * validation.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE,
 * _INVALID_STATE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_validation_restore(const bplan_context* context, const char* json,
                                           int64_t length, bplan_validation** validation,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Counts of assessments ------------------------------------------------------------------- */

/**
 * How many persons have which of the BPLAN_ASSESSMENTS assessments: all that any scheme needs to
 * know of a group. Histograms of parts add up to that of the whole. One thread at a time while it
 * is changed.
 */
typedef struct bplan_histogram bplan_histogram;

/**
 * Makes a histogram of nobody. The caller frees it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_create(bplan_histogram** histogram,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a histogram and the counts borrowed from it. Null is allowed. Threads: any, when no call
 * uses it. Since 1.0.
 */
BPLAN_API void bplan_histogram_free(bplan_histogram* histogram) BPLAN_NOEXCEPT;

/**
 * Adds the persons of `count` rows of BPLAN_DOMAINS columns, as bplan_scheme_score_columns() takes
 * them. Rows in which a number is no rating are counted apart.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count), _STRUCT_SIZE. On failure
 * nothing is added. Threads: one at a time. Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_add_columns(bplan_histogram* histogram, const uint8_t** ratings,
                                              int64_t count, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for arrays of structs, as bplan_scheme_score_strided() takes them.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: one at a time.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_add_strided(bplan_histogram* histogram, const uint8_t** ratings,
                                              const int64_t* strides, int64_t count,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for assessments that are given by their codes.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: one at a time.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_add_packed(bplan_histogram* histogram, const uint16_t* codes,
                                             int64_t count, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for the rows of an Arrow batch, as bplan_table_score() takes it: every row is a person.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS,
 * _DUPLICATE_COLUMNS, _ARROW_BATCH, _MEMORY. On failure nothing is added. Threads: one at a time.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_add_table(bplan_histogram* histogram,
                                            const bplan_context* context,
                                            const struct ArrowSchema* schema,
                                            const struct ArrowArray* batch,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for the rows of a stream, batch after batch. The stream is taken: it has been released
 * when the call returns, whatever the code. `progress` may be null, and `payload` is passed on to
 * it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a stream that has been released),
 * _STRUCT_SIZE, _ARROW_SCHEMA, _COLUMN_TYPE, _MISSING_COLUMNS, _DUPLICATE_COLUMNS, _ARROW_BATCH,
 * _ARROW_STREAM, _CANCELLED, _MEMORY. On failure nothing is added. Threads: one at a time.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_add_stream(bplan_histogram* histogram,
                                             const bplan_context* context,
                                             struct ArrowArrayStream* stream,
                                             bplan_progress* progress, void* payload,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Adds counts made elsewhere: BPLAN_ASSESSMENTS numbers of persons by the code of their assessment,
 * borrowed for the call, and a number of unreadable rows.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count, or more than 63 bits of
 * them together: the error has the code as its row), _STRUCT_SIZE. On failure nothing is added.
 * Threads: one at a time. Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_add_counts(bplan_histogram* histogram, const int64_t* counts,
                                             int64_t unreadable, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The BPLAN_ASSESSMENTS counts by code. Borrowed from the histogram; they change when something is
 * added.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any, while nothing is added. Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_get_counts(const bplan_histogram* histogram,
                                             const int64_t** counts,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of persons, the sum of the counts.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any, while nothing is added. Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_count_persons(const bplan_histogram* histogram, int64_t* persons,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of rows that were not counted, since a number in them is no rating.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any, while nothing is added. Since 1.0.
 */
BPLAN_API int32_t bplan_histogram_count_unreadable(const bplan_histogram* histogram,
                                                   int64_t* unreadable,
                                                   bplan_error* err) BPLAN_NOEXCEPT;

/**
 * How many persons have a class, one of BPLAN_CLASS_*, under a scheme. `counts` are
 * BPLAN_ASSESSMENTS numbers of persons by the code of their assessment, borrowed for the call.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such class; a negative count, or more than
 * 63 bits of them together: the error has the code as its row), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_count_class(const bplan_scheme* scheme, const int64_t* counts,
                                           int32_t index_class, int64_t* persons,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * How many persons have no class for a reason, one of BPLAN_NO_CLASS_*; with
 * BPLAN_NO_CLASS_HAS_CLASS, how many have one. Everything else as bplan_scheme_count_class().
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_scheme_count_no_class(const bplan_scheme* scheme, const int64_t* counts,
                                              int32_t reason, int64_t* persons,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/* ---- What is accepted as a number ------------------------------------------------------------ */

/**
 * Which numbers are accepted. One thread at a time while it is being set; once it is, several
 * threads may use it at once. Wherever a policy is asked for, null stands for one as it is made.
 */
typedef struct bplan_number_policy bplan_number_policy;

/**
 * Makes a policy that accepts the numbers people carry (BPLAN_NUMBER_KINDS_REAL) by both rules,
 * with both tables of D-numbers, no reference date, and more than one reading allowed. The caller
 * frees it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_create(bplan_number_policy** policy,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a policy that no call is using any more. Null is allowed. Threads: any, when no call uses
 * it. Since 1.0.
 */
BPLAN_API void bplan_number_policy_free(bplan_number_policy* policy) BPLAN_NOEXCEPT;

/**
 * The rules of the control digits that are accepted, one of BPLAN_NUMBER_POLICY_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such rule), _STRUCT_SIZE. Threads: one at
 * a time, and none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_rule(bplan_number_policy* policy, int32_t rule,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * With BPLAN_NUMBER_POLICY_BY_DATE: no number was assigned after this day, and nobody is born after
 * it; the day the data were collected will do. Before 2032 it leaves only the rule of 1964. 0, 0, 0
 * for not known. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Threads: one at a
 * time, and none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_assigned_by(bplan_number_policy* policy, int32_t year,
                                                      int32_t month, int32_t day,
                                                      bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The kinds that are accepted, bits BPLAN_NUMBER_KIND_*, at least one. A test number needs its test
 * kind alone (a Tenor D-number is accepted by BPLAN_NUMBER_KIND_TENOR), any other all of its kinds.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no kind, or a bit that is none),
 * _STRUCT_SIZE. Threads: one at a time, and none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_kinds(bplan_number_policy* policy, int32_t kinds,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Ready-made kinds: 1 for test numbers alone (BPLAN_NUMBER_KINDS_SYNTHETIC), real ones are refused;
 * 0 for the numbers people carry. Takes the place of the kinds that were set before.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: one at a time, and
 * none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_test_numbers(bplan_number_policy* policy, int32_t on,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The series that tell the century of a D-number, one of BPLAN_NUMBER_D_TABLE_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such table), _STRUCT_SIZE. Threads: one at
 * a time, and none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_d_table(bplan_number_policy* policy, int32_t d_table,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Whether the individual number must name a year in which the date exists, one of
 * BPLAN_NUMBER_DATES_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such check), _STRUCT_SIZE. Threads: one at
 * a time, and none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_dates(bplan_number_policy* policy, int32_t dates,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Nobody is born after this day; 0, 0, 0 for none. Years 1 to 9999.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE. Threads: one at a
 * time, and none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_reference_date(bplan_number_policy* policy, int32_t year,
                                                         int32_t month, int32_t day,
                                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 to refuse a number that leaves more than one kind or birth year open, 0 to accept it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE. Threads: one at a time, and
 * none that uses the policy. Since 1.0.
 */
BPLAN_API int32_t bplan_number_policy_set_refuse_ambiguous(bplan_number_policy* policy, int32_t on,
                                                           bplan_error* err) BPLAN_NOEXCEPT;

/* ---- One number ------------------------------------------------------------------------------ */

/**
 * What was found of one number, without its digits. Never changes; may be used by several threads
 * at once.
 */
typedef struct bplan_number bplan_number;

/**
 * Checks what stands where a person's number belongs: a national number of eleven digits; if it is
 * none, a DUF number of twelve, or, where the policy has BPLAN_NUMBER_KIND_DATE_ONLY or _DUMMY, a
 * placeholder. Reads digits alone (see bplan_number_normalise()); a text that is refused gives a
 * number that is not valid, and the call succeeds.
 *
 * `policy` may be null. The text is borrowed for the call. The result lives until
 * bplan_number_free(), independent of the policy.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE, _MEMORY.
 * Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_check(const bplan_number_policy* policy, const char* text,
                                     int64_t length, bplan_number** number,
                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees what was found of a number. Null is allowed. Threads: any, when no call uses it. Since 1.0.
 */
BPLAN_API void bplan_number_free(bplan_number* number) BPLAN_NOEXCEPT;

/**
 * 1 when the number is accepted, else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_valid(const bplan_number* number, int32_t* valid,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What the number is, bits BPLAN_NUMBER_KIND_*. Of a refused number: what it is where that is why,
 * else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_kinds(const bplan_number* number, int32_t* kinds,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Why it is refused, one of BPLAN_NUMBER_REASON_*; _NONE exactly when it is accepted.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_reason(const bplan_number* number, int32_t* reason,
                                          bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The digit at fault, or the first of those at fault, from 0; -1 for none.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_position(const bplan_number* number, int32_t* position,
                                            bplan_error* err) BPLAN_NOEXCEPT;

/**
 * One of BPLAN_SEX_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_sex(const bplan_number* number, int32_t* sex,
                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What the sex rests on, one of BPLAN_NUMBER_BASIS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_sex_basis(const bplan_number* number, int32_t* basis,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The rules that the control digits of an accepted number satisfy, bits BPLAN_NUMBER_RULE_*; 0 for
 * numbers to which they do not apply.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_rules(const bplan_number* number, int32_t* rules,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Number of years in which the person may be born: 0 (not known), 1 or 2.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_count_birth_years(const bplan_number* number, int64_t* count,
                                                 bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The birth year at `index`, from 0; they rise.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _OUT_OF_RANGE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_birth_year(const bplan_number* number, int64_t index,
                                              int32_t* year, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What the birth years rest on, one of BPLAN_NUMBER_BASIS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_birth_year_basis(const bplan_number* number, int32_t* basis,
                                                    bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Day and month of birth without the marks of their kind; 0 where the number does not say.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_get_birth_day(const bplan_number* number, int32_t* month,
                                             int32_t* day, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The token of a reason, as `first_control_digit`. Borrowed for the life of the library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such reason), _STRUCT_SIZE. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_number_reason_get_name(int32_t reason, const char** name, int64_t* length,
                                               bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The token of a kind, one bit BPLAN_NUMBER_KIND_*, as `d_number`. Borrowed for the life of the
 * library.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such kind, or more than one),
 * _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_kind_get_name(int32_t kind, const char** name, int64_t* length,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Brings a number as people write it, `ddmmyy iiikk` or a DUF number as `yyyy nnnnnn kk`, to the
 * digits that bplan_number_check() reads. Takes away blanks and hyphens where they may stand and
 * adds nothing; whether the digits are a number is not asked.
 *
 * The digits are written to `buffer`, which is the caller's, of `capacity` bytes and may be null
 * when that is 0; the bytes behind them become 0. `digits` is how many there are, at most
 * BPLAN_NUMBER_MOST_DIGITS: when they are more than `capacity`, the call succeeds and the buffer is
 * all zeros. `changes` is what was taken away, bits BPLAN_NUMBER_CHANGE_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length or capacity), _STRUCT_SIZE,
 * _INVALID_NUMBER (it cannot be brought to digits), _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_normalise(const char* text, int64_t length, char* buffer,
                                         int64_t capacity, int64_t* digits, int32_t* changes,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Many numbers ---------------------------------------------------------------------------- */

/**
 * Where the answers about many numbers go. Each array is the caller's, has an element for each
 * number, and may be null when it is not wanted. Begin with BPLAN_NUMBER_COLUMNS_INIT. Later
 * versions may add members at the end; struct_size says which the caller knows.
 */
typedef struct bplan_number_columns {
    uint32_t struct_size;        /**< sizeof(bplan_number_columns) as the caller was compiled */
    uint32_t reserved;           /**< 0 */
    int8_t* valid;               /**< 1 when it is accepted, else 0 */
    int8_t* reasons;             /**< one of BPLAN_NUMBER_REASON_* */
    int8_t* positions;           /**< the digit at fault from 0; -1 for none */
    int8_t* sexes;               /**< one of BPLAN_SEX_* */
    int8_t* rules;               /**< bits BPLAN_NUMBER_RULE_* */
    int16_t* kinds;              /**< bits BPLAN_NUMBER_KIND_* */
    int16_t* first_birth_years;  /**< 0 for not known */
    int16_t* second_birth_years; /**< later than the first; 0 when there is only one */
} bplan_number_columns;

/** Initial value of a bplan_number_columns. */
/* clang-format off */
#define BPLAN_NUMBER_COLUMNS_INIT {(uint32_t)sizeof(bplan_number_columns), 0, 0, 0, 0, 0, 0, 0, 0, 0}
/* clang-format on */

/**
 * Checks numbers of eleven bytes. Number i begins at byte i * `stride` of `numbers`: 11 for numbers
 * without a gap, the size of a struct for numbers inside structs. Every answer is that of
 * bplan_number_check() for the same eleven bytes. Far faster for many: docs/c-api.md.
 *
 * `policy` and `columns` may be null, `numbers` when `count` is 0. All arrays are borrowed for the
 * call. `valid` is how many are accepted.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count, a stride below 11),
 * _STRUCT_SIZE (of the error or the columns), _MEMORY. On failure the arrays are all zeros, where
 * `columns` and `count` can be made use of. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_number_check_fixed(const bplan_number_policy* policy, const char* numbers,
                                           int64_t stride, int64_t count,
                                           const bplan_number_columns* columns, int64_t* valid,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Checks texts of any length that stand as an Arrow column of strings: text i is the bytes of
 * `data` from `offsets[i]` up to `offsets[i + 1]`, so there is one offset more than texts. A text
 * that is null in its column is checked as the bytes it has, as a rule none. Everything else as
 * bplan_number_check_fixed(); `data` may be null when all texts are empty.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count; an offset that is negative
 * or before the one before it: the error has the row), _STRUCT_SIZE, _MEMORY. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_number_check_strings(const bplan_number_policy* policy, const char* data,
                                             const int32_t* offsets, int64_t count,
                                             const bplan_number_columns* columns, int64_t* valid,
                                             bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The same for an Arrow column of large strings.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any.
 * Since 1.0.
 */
BPLAN_API int32_t bplan_number_check_large_strings(const bplan_number_policy* policy,
                                                   const char* data, const int64_t* offsets,
                                                   int64_t count,
                                                   const bplan_number_columns* columns,
                                                   int64_t* valid, bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Municipalities -------------------------------------------------------------------------- */

/* A code is text of four digits, `0301`. The facts begin on 1 January 2006. Dates are year (1 to
   9999), month and day. What the documents hold: docs/c-api.md. */

/**
 * How a code stands on a date, one of BPLAN_MUNICIPALITY_*. Any text has an answer.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_get_validity(const char* code, int64_t length, int32_t year,
                                                  int32_t month, int32_t day, int32_t* validity,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Everything about a code on a date, as JSON: how it stands, its names, county and districts, or
 * what to use instead. With a second date also what it is then; 0, 0, 0 for none. Any text has an
 * answer. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_describe(const char* code, int64_t length, int32_t year,
                                              int32_t month, int32_t day, int32_t to_year,
                                              int32_t to_month, int32_t to_day,
                                              bplan_document** document,
                                              bplan_error* err) BPLAN_NOEXCEPT;

/**
 * What the municipality with a code on one date is on another, later or earlier, as JSON. A split
 * is never resolved: all its parts are in the answer, and which share of the whole went where only
 * when the caller gives weights for every branch on the way,
 * `[{"before": "1507", "after": "1508", "weight": 52163}, ...]`, in any unit. Length 0 for none.
 * The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE, _NOT_VALID_ON_DATE, _BEFORE_FACTS, _MISSING_WEIGHT, _INVALID_WEIGHT (no such list;
 * an element that is none, or negative: the error has it as its row; a sum of 0), _MEMORY. Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_trace(const char* code, int64_t length, int32_t from_year,
                                           int32_t from_month, int32_t from_day, int32_t to_year,
                                           int32_t to_month, int32_t to_day, const char* weights,
                                           int64_t weights_length, bplan_document** document,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The municipalities of a name on a date as JSON, or at any time since 2006 for 0, 0, 0. `name` is
 * a whole label, a label without its parenthesis, or one of its languages, compared byte by byte.
 * More than one may have it, and none is no failure. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE, _BEFORE_FACTS, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_find_by_name(const char* name, int64_t length, int32_t year,
                                                  int32_t month, int32_t day,
                                                  bplan_document** document,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The municipalities on a date in order of code, as JSON. The caller frees the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day), _STRUCT_SIZE, _BEFORE_FACTS,
 * _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_list(int32_t year, int32_t month, int32_t day,
                                          bplan_document** document,
                                          bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when two codes, each on its date, are the same territory, else 0. Codes that are equal may be
 * different territories.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE, _NOT_VALID_ON_DATE, _BEFORE_FACTS. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_same_territory(const char* first_code, int64_t first_length,
                                                    int32_t first_year, int32_t first_month,
                                                    int32_t first_day, const char* second_code,
                                                    int64_t second_length, int32_t second_year,
                                                    int32_t second_month, int32_t second_day,
                                                    int32_t* same, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * How many codes stand, each on its date. Code i is the four bytes from byte i * `codes_stride` of
 * `codes`; its date is the number at byte i * `days_stride` of `days`, in days since 1 January
 * 1970, with a `days_stride` of 0 the same for all. `validities`, the caller's, gets one of
 * BPLAN_MUNICIPALITY_* for each. All arrays are borrowed for the call and may be null when `count`
 * is 0. `valid` is how many are BPLAN_MUNICIPALITY_VALID.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count, a stride below 4 other than
 * that 0), _STRUCT_SIZE. On failure `validities` is all zeros. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_municipality_check_many(const char* codes, int64_t codes_stride,
                                                const int32_t* days, int64_t days_stride,
                                                int64_t count, int8_t* validities, int64_t* valid,
                                                bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when a code of two digits is a county's on a date, else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE, _BEFORE_FACTS. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_county_get_valid(const char* code, int64_t length, int32_t year,
                                         int32_t month, int32_t day, int32_t* valid,
                                         bplan_error* err) BPLAN_NOEXCEPT;

/**
 * 1 when a code of six digits is a city district's on a date, the unknown district of a city
 * included, else 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (no such day, a negative length),
 * _STRUCT_SIZE, _BEFORE_FACTS. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_district_get_valid(const char* code, int64_t length, int32_t year,
                                           int32_t month, int32_t day, int32_t* valid,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/* ---- Pseudonyms ------------------------------------------------------------------------------ */

/**
 * Makes pseudonyms under one key: HMAC-SHA-256 of a national number. The key lies in locked memory
 * and is wiped when the pseudonymiser is freed. Never changes; may be used by several threads at
 * once.
 */
typedef struct bplan_pseudonymiser bplan_pseudonymiser;

/**
 * Makes a pseudonymiser with a random key that nobody can get out, for merging within one mapping
 * of one municipality. Once it is freed nothing leads a pseudonym back to a person. The texts are
 * copied; the caller frees it.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE, _MEMORY
 * (also when no more memory may be locked), _INTERNAL (the system gives no randomness). Threads:
 * any. Since 1.0.
 */
BPLAN_API int32_t bplan_pseudonymiser_create_ephemeral(const char* mapping_id,
                                                       int64_t mapping_id_length,
                                                       const char* municipality,
                                                       int64_t municipality_length,
                                                       bplan_pseudonymiser** pseudonymiser,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Makes a pseudonymiser with a key of the caller's, of BPLAN_LINKING_KEY_SIZE bytes, to link
 * mappings of several years: one person has one pseudonym wherever the key and the purpose are the
 * same. The caller answers for the legal basis and for wiping its own copy of the key. Key and
 * purpose are copied; the caller frees the pseudonymiser.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a key of another length, a negative length),
 * _STRUCT_SIZE, _MEMORY (also when no more memory may be locked). Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_pseudonymiser_create_linking(const uint8_t* key, int64_t key_length,
                                                     const char* purpose, int64_t purpose_length,
                                                     bplan_pseudonymiser** pseudonymiser,
                                                     bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Wipes the key and frees a pseudonymiser that no call is using any more. Null is allowed. Threads:
 * any, when no call uses it. Since 1.0.
 */
BPLAN_API void bplan_pseudonymiser_free(bplan_pseudonymiser* pseudonymiser) BPLAN_NOEXCEPT;

/**
 * The kind of key, one of BPLAN_PSEUDONYM_BASIS_*.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_pseudonymiser_get_basis(const bplan_pseudonymiser* pseudonymiser,
                                                int32_t* basis, bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The pseudonym of one national number, BPLAN_PSEUDONYM_SIZE bytes into `pseudonym`, which is the
 * caller's. The number may be written with blanks and hyphens, as for bplan_number_normalise().
 * What the policy does not accept gets none, nor does a DUF number or a placeholder:
 * bplan_number_check() says why. `policy` may be null. On failure the bytes are all zeros.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE,
 * _INVALID_NUMBER, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_pseudonymiser_make(const bplan_pseudonymiser* pseudonymiser,
                                           const bplan_number_policy* policy, const char* text,
                                           int64_t length, uint8_t* pseudonym,
                                           bplan_error* err) BPLAN_NOEXCEPT;

/**
 * The pseudonyms of many national numbers of eleven digits, number i from byte i * `stride` of
 * `numbers`. Pseudonym i goes to byte i * BPLAN_PSEUDONYM_SIZE of `pseudonyms`, which is the
 * caller's; a number that is refused gets zeros, and its reason, one of BPLAN_NUMBER_REASON_*, in
 * `reasons`, which may be null. `made` is how many have a pseudonym. `policy` may be null, the
 * other arrays when `count` is 0.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative count, a stride below 11),
 * _STRUCT_SIZE, _MEMORY. On failure both arrays are all zeros. Threads: any. Since 1.0.
 */
BPLAN_API int32_t bplan_pseudonymiser_make_fixed(const bplan_pseudonymiser* pseudonymiser,
                                                 const bplan_number_policy* policy,
                                                 const char* numbers, int64_t stride, int64_t count,
                                                 uint8_t* pseudonyms, int8_t* reasons,
                                                 int64_t* made, bplan_error* err) BPLAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
