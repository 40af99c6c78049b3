/*
 * arrow_c_data.h - the structs of the Arrow C data and C stream interfaces, as the specification
 * has them: https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html.
 * They are how tables of columns are handed over within a process; no Arrow library is needed for
 * it.
 *
 * Any other header with the same structs may be included before or behind this one, since all of
 * them keep to the two guards of the specification.
 */
#ifndef BPLAN_ARROW_C_DATA_H
#define BPLAN_ARROW_C_DATA_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1 /* the order of a dictionary's values means something */
#define ARROW_FLAG_NULLABLE 2           /* a column that may have nulls */
#define ARROW_FLAG_MAP_KEYS_SORTED 4    /* the keys of each map are sorted */

/** A type: what an array is to be read as. Released when `release` is null. */
struct ArrowSchema {
    const char* format;             /**< the type, in the letters of the specification */
    const char* name;               /**< of a column; null is no name */
    const char* metadata;           /**< not read here */
    int64_t flags;                  /**< bits ARROW_FLAG_* */
    int64_t n_children;             /**< columns of a struct, or 1 for the values of a list */
    struct ArrowSchema** children;  /**< `n_children` of them, owned by this */
    struct ArrowSchema* dictionary; /**< type of the values, where `format` is that of an index */
    void (*release)(struct ArrowSchema*); /**< frees what this owns, and sets itself to null */
    void* private_data;                   /**< the producer's own */
};

/** Values: buffers that a schema explains. Released when `release` is null. */
struct ArrowArray {
    int64_t length;                      /**< rows */
    int64_t null_count;                  /**< -1 when nobody has counted */
    int64_t offset;                      /**< of the first value in the buffers */
    int64_t n_buffers;                   /**< as the type has */
    int64_t n_children;                  /**< as the schema has */
    const void** buffers;                /**< validity first, where the type has one */
    struct ArrowArray** children;        /**< `n_children` of them, owned by this */
    struct ArrowArray* dictionary;       /**< the values, where this holds indices */
    void (*release)(struct ArrowArray*); /**< frees what this owns, and sets itself to null */
    void* private_data;                  /**< the producer's own */
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/** Batches of one schema, one after the other. Released when `release` is null. */
struct ArrowArrayStream {
    /** 0, or an errno code. */
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    /** The next batch; a released one at the end. 0, or an errno code. */
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    /** What went wrong in the last call, or null. Borrowed until the next. */
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*); /**< frees what this owns, and sets itself to null */
    void* private_data;                        /**< the producer's own */
};

#endif /* ARROW_C_STREAM_INTERFACE */

#ifdef __cplusplus
}
#endif

#endif
