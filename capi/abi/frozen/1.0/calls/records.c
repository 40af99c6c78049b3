/* Calls about errors, options, contexts, records and their documents. */
#include "forms.h"

#include "records.h"

static const char record[] = DIRTY_RECORD;
#define RECORD record, (int64_t)(sizeof record - 1)
/* Too long for the place that a short text has. */
#define WORDS "words that are longer than the place that a short text has", 58
#define RESULT "{\"format\":\"brukerplan/record-result\",\"version\":1,"

static int32_t call_bplan_abi_version(bplan_error* err) {
    err->code = BPLAN_OK;
    return bplan_abi_version() == BPLAN_ABI_VERSION ? BPLAN_OK : CALL_WRONG;
}

static int32_t call_bplan_error_init(bplan_error* err) {
    bplan_error own;
    memset(&own, 7, sizeof own);
    const int32_t code = bplan_error_init((uint32_t)sizeof own, &own);
    err->code = code;
    return ended(code,
                 own.struct_size == sizeof own && own.code == BPLAN_OK && own.row == -1 &&
                     own.column == -1 && own.reserved == 0 && own.message[0] == '\0',
                 0);
}

TEXT(bplan_code_get_name, "unknown_pack", BPLAN_ERROR_UNKNOWN_PACK)

static int32_t call_bplan_library_get_version(bplan_error* err) {
    const char* version = NULL;
    int64_t length = 0;
    const int32_t code = bplan_library_get_version(&version, &length, err);
    return ended(code, version != NULL && strchr(version, '.') != NULL, version == NULL);
}

static int32_t call_bplan_options_create(bplan_error* err) {
    bplan_options* made = (bplan_options*)&shared;
    const int32_t code = bplan_options_create(&made, err);
    if (code == BPLAN_OK) {
        bplan_options_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

#define OPTIONS(X)                                                                                 \
    X(bplan_options_set_pack, WORDS)                                                               \
    X(bplan_options_set_pack_json, WORDS)                                                          \
    X(bplan_options_set_mapping_json, WORDS)                                                       \
    X(bplan_options_set_profile_json, WORDS)                                                       \
    X(bplan_options_set_scheme, WORDS)                                                             \
    X(bplan_options_set_scheme_json, WORDS)                                                        \
    X(bplan_options_set_language, WORDS)                                                           \
    X(bplan_options_set_test_numbers, 1)                                                           \
    X(bplan_options_set_reference_date, 2024, 11, 30)                                              \
    X(bplan_options_set_period_first, 2024, 9, 1)                                                  \
    X(bplan_options_set_period_last, 2024, 11, 30)
#define DEFINE(name, ...)                                                                          \
    SETTER(name, bplan_options, bplan_options_create, bplan_options_free, __VA_ARGS__)
OPTIONS(DEFINE)
#undef DEFINE

#define TEXTS(X)                                                                                   \
    X(bplan_severity_get_name, "warning", BPLAN_SEVERITY_WARNING)                                  \
    X(bplan_class_get_name, "blue_light", BPLAN_CLASS_BLUE_LIGHT)                                  \
    X(bplan_no_class_get_name, "unreadable", BPLAN_NO_CLASS_UNREADABLE)                            \
    X(bplan_rating_get_name, "red", BPLAN_RATING_RED)                                              \
    X(bplan_domain_get_name, "network", BPLAN_DOMAINS - 1)                                         \
    X(bplan_sex_get_name, "female", BPLAN_SEX_FEMALE)                                              \
    X(bplan_municipality_validity_get_name, "before_facts", BPLAN_MUNICIPALITY_BEFORE_FACTS)       \
    X(bplan_unit_kind_get_name, "masked", BPLAN_UNIT_MASKED)                                       \
    X(bplan_number_basis_get_name, "convention", BPLAN_NUMBER_BASIS_CONVENTION)                    \
    X(bplan_pseudonym_basis_get_name, "ephemeral", BPLAN_PSEUDONYM_BASIS_EPHEMERAL)                \
    X(bplan_context_get_pack_id, "brukerplan/2024", shared.context)                                \
    X(bplan_context_get_scheme_id, "sum16/1", shared.context)                                      \
    X(bplan_context_get_language, "en", shared.context)                                            \
    X(bplan_document_get_finding_text, "BP-", shared.document, 0, BPLAN_FINDING_CODE)
TEXTS(TEXT)

#define NUMBERS(X)                                                                                 \
    X(bplan_context_get_test_numbers, int32_t, got == 1, shared.context)                           \
    X(bplan_document_get_valid, int32_t, got == 0, shared.document)                                \
    X(bplan_document_get_worst_severity, int32_t, got == BPLAN_SEVERITY_ERROR, shared.document)    \
    X(bplan_document_count_findings, int64_t, got > 0, shared.document)                            \
    X(bplan_document_get_finding_severity, int32_t, got == BPLAN_SEVERITY_ERROR, shared.document,  \
      0)                                                                                           \
    X(bplan_document_get_class, int32_t, got == BPLAN_CLASS_NONE, shared.document)                 \
    X(bplan_document_get_points, int32_t, got == 0, shared.document)                               \
    X(bplan_document_get_answered, int32_t, got == 7, shared.document)                             \
    X(bplan_document_get_no_class_reason, int32_t, got == BPLAN_NO_CLASS_UNREADABLE,               \
      shared.document)                                                                             \
    X(bplan_document_count_unknown_keys, int64_t, got == 1, shared.document)
NUMBERS(NUMBER)

#define DOCUMENTS(X)                                                                               \
    X(bplan_record_validate, RESULT, shared.context, RECORD)                                       \
    X(bplan_record_score, RESULT, shared.context, RECORD)                                          \
    X(bplan_context_describe, "{", shared.context)
DOCUMENTS(DOCUMENT)

MADE(bplan_context_create, bplan_context, bplan_context_free, shared.options)

/* The whole result is the one that there was with all the memory, to one thread alone. */
static int32_t call_bplan_record_check(bplan_error* err) {
    bplan_document* made = (bplan_document*)&shared;
    const char *text = NULL, *before = NULL;
    int64_t length = 0, before_length = 0;
    int right = 0;
    const int32_t code = bplan_record_check(shared.context, RECORD, &made, err);
    if (code == BPLAN_OK) {
        right =
            bplan_document_get_text(made, &text, &length, NULL) == BPLAN_OK &&
            bplan_document_get_text(shared.document, &before, &before_length, NULL) == BPLAN_OK &&
            length == before_length && memcmp(text, before, (size_t)length) == 0;
        bplan_document_free(made);
    }
    return ended(code, right, made == NULL);
}

static int32_t call_bplan_pack_list(bplan_error* err) {
    bplan_document* made = (bplan_document*)&shared;
    const int32_t code = bplan_pack_list(&made, err);
    if (code == BPLAN_OK) {
        bplan_document_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

static int32_t call_bplan_document_get_text(bplan_error* err) {
    const char* text = NULL;
    int64_t length = 0;
    const int32_t code = bplan_document_get_text(shared.document, &text, &length, err);
    return ended(code, text != NULL && strncmp(text, RESULT, sizeof RESULT - 1) == 0, text == NULL);
}

extern const function_call record_calls[];
const function_call record_calls[] = {
    /* clang-format off */
    ROW(bplan_abi_version)
    ROW(bplan_error_init)
    ROW(bplan_code_get_name)
    ROW(bplan_library_get_version)
    ROW(bplan_options_create)
    {"bplan_options_free", call_bplan_options_create},
    OPTIONS(ROW)
    ROW(bplan_context_create)
    {"bplan_context_free", call_bplan_context_create},
    ROW(bplan_pack_list)
    ROW(bplan_record_check)
    ROW(bplan_document_get_text)
    {"bplan_document_free", call_bplan_record_check},
    TEXTS(ROW)
    NUMBERS(ROW)
    DOCUMENTS(ROW)
    {NULL, NULL},
    /* clang-format on */
};
