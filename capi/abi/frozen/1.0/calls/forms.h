/* Forms that many functions share: each macro makes a call from a name, what is expected, and the
 * arguments before the outputs. */
#ifndef BPLAN_TEST_FORMS_H
#define BPLAN_TEST_FORMS_H

#include "calls.h"

#include <string.h>

#define ROW(name, ...) {#name, call_##name},

static inline int32_t ended(int32_t code, int right, int empty) {
    if (code == BPLAN_OK) {
        return right ? code : CALL_WRONG;
    }
    return empty ? code : CALL_NOT_EMPTY;
}

static inline int begins_with(const char* text, const char* begins) {
    return strncmp(text, begins, strlen(begins)) == 0;
}

/* One number; `right` is a condition on `got`. */
#define NUMBER(name, type, right, ...)                                                             \
    static int32_t call_##name(bplan_error* err) {                                                 \
        type got = 77;                                                                             \
        const int32_t code = name(__VA_ARGS__, &got, err);                                         \
        return ended(code, right, got == 0);                                                       \
    }

/* Borrowed text, which begins as expected. */
#define TEXT(name, begins, ...)                                                                    \
    static int32_t call_##name(bplan_error* err) {                                                 \
        const char* text = "before";                                                               \
        int64_t length = 77;                                                                       \
        const int32_t code = name(__VA_ARGS__, &text, &length, err);                               \
        return ended(code, text && begins_with(text, begins) && length == (int64_t)strlen(text),   \
                     text == NULL && length == 0);                                                 \
    }

/* A new handle, which is freed. */
#define MADE(name, type, freed, ...)                                                               \
    static int32_t call_##name(bplan_error* err) {                                                 \
        type* made = (type*)&shared;                                                               \
        const int32_t code = name(__VA_ARGS__, &made, err);                                        \
        if (code == BPLAN_OK) {                                                                    \
            freed(made);                                                                           \
        }                                                                                          \
        return ended(code, made != NULL, made == NULL);                                            \
    }

/* A new document, whose text begins as expected. */
#define DOCUMENT(name, begins, ...)                                                                \
    static int32_t call_##name(bplan_error* err) {                                                 \
        bplan_document* made = (bplan_document*)&shared;                                           \
        const char* text = NULL;                                                                   \
        int64_t length = 0;                                                                        \
        int right = 0;                                                                             \
        const int32_t code = name(__VA_ARGS__, &made, err);                                        \
        if (code == BPLAN_OK) {                                                                    \
            right = bplan_document_get_text(made, &text, &length, NULL) == BPLAN_OK &&             \
                    begins_with(text, begins);                                                     \
            bplan_document_free(made);                                                             \
        }                                                                                          \
        return ended(code, right, made == NULL);                                                   \
    }

/* Sets something of a handle of its own. */
#define SETTER(name, type, created, freed, ...)                                                    \
    static int32_t call_##name(bplan_error* err) {                                                 \
        type* own = (type*)&shared;                                                                \
        int32_t code = created(&own, err);                                                         \
        if (code != BPLAN_OK) {                                                                    \
            return ended(code, 0, own == NULL);                                                    \
        }                                                                                          \
        code = name(own, __VA_ARGS__, err);                                                        \
        freed(own);                                                                                \
        return code;                                                                               \
    }

/* An array of a caller's with room for two. */
#define ARRAY(name, type, right, ...)                                                              \
    static int32_t call_##name(bplan_error* err) {                                                 \
        type array[2] = {77, 77};                                                                  \
        int64_t count = 77;                                                                        \
        const int32_t code = name(__VA_ARGS__, array, 2, &count, err);                             \
        return ended(code, right, array[0] == 0 && array[1] == 0 && count == 0);                   \
    }

/* Columns of Arrow, which are released. */
#define COLUMNS(name, rows, ...)                                                                   \
    static int32_t call_##name(bplan_error* err) {                                                 \
        struct ArrowSchema schema;                                                                 \
        struct ArrowArray array;                                                                   \
        int32_t code;                                                                              \
        int right = 0;                                                                             \
        memset(&schema, 7, sizeof schema);                                                         \
        memset(&array, 7, sizeof array);                                                           \
        code = name(__VA_ARGS__, &schema, &array, err);                                            \
        if (code == BPLAN_OK) {                                                                    \
            right = array.length == (rows);                                                        \
            schema.release(&schema);                                                               \
            array.release(&array);                                                                 \
        }                                                                                          \
        return ended(code, right, schema.release == NULL && array.release == NULL);                \
    }

#endif
