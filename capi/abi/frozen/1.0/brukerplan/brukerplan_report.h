/*
 * brukerplan_report.h - the C interface of the report library: a report document made readable.
 *
 * A shared library of its own, since it needs ICU. It takes documents as text and shares no handle
 * with the core library, so that either may be used without the other. The conventions are those of
 * brukerplan.h, of which only bplan_error and the codes are used here.
 */
#ifndef BPLAN_BRUKERPLAN_REPORT_H
#define BPLAN_BRUKERPLAN_REPORT_H

#include "brukerplan.h"

#ifndef BPLAN_REPORT_API
#if defined(_WIN32) && defined(BPLAN_REPORT_BUILDING)
#define BPLAN_REPORT_API __declspec(dllexport)
#elif defined(_WIN32) && !defined(BPLAN_STATIC)
#define BPLAN_REPORT_API __declspec(dllimport)
#elif defined(__GNUC__)
#define BPLAN_REPORT_API __attribute__((visibility("default")))
#else
#define BPLAN_REPORT_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Number of the interface of the report library that is loaded, BPLAN_ABI_VERSION when they fit.
 * Cannot fail. Threads: any. Since 1.0.
 */
BPLAN_REPORT_API int32_t bplan_report_abi_version(void) BPLAN_NOEXCEPT;

/**
 * How a report is rendered. One thread at a time while it is being set; may be used for several
 * reports.
 */
typedef struct bplan_report_options bplan_report_options;

/**
 * Makes options that ask for bokmal. The caller frees them.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE, _MEMORY. Threads: any. Since 1.0.
 */
BPLAN_REPORT_API int32_t bplan_report_options_create(bplan_report_options** options,
                                                     bplan_error* err) BPLAN_NOEXCEPT;

/** Frees options. Null is allowed. Threads: any, when no call uses it. Since 1.0. */
BPLAN_REPORT_API void bplan_report_options_free(bplan_report_options* options) BPLAN_NOEXCEPT;

/**
 * Language of the report: `nb`, `nn` or `en`; length 0 for `nb`. The text is copied. Whether
 * there is such a language is found out when a report is rendered.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE, _MEMORY.
 * Threads: one at a time, and none that uses the options. Since 1.0.
 */
BPLAN_REPORT_API int32_t bplan_report_options_set_language(bplan_report_options* options,
                                                           const char* language, int64_t length,
                                                           bplan_error* err) BPLAN_NOEXCEPT;

/** A rendered report. Never changes; may be read by several threads at once. */
typedef struct bplan_report_output bplan_report_output;

/**
 * Renders a report document (docs/report-document.md) as one self-contained HTML file.
 *
 * `document` is JSON, UTF-8, borrowed for the call. `options` may be null for their defaults. The
 * same document and options give the same bytes. The output is freed by
 * bplan_report_output_free(). The message of an error names the place in the document.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _INVALID_ARGUMENT (a negative length), _STRUCT_SIZE,
 * _UNKNOWN_LANGUAGE, _REPORT_NOT_JSON, _REPORT_FORMAT, _REPORT_VERSION, _REPORT_INVALID,
 * _REPORT_RESOURCE, _MEMORY. Threads: any, while nobody sets the options. Since 1.0.
 */
BPLAN_REPORT_API int32_t bplan_report_render_html(const char* document, int64_t length,
                                                  const bplan_report_options* options,
                                                  bplan_report_output** output,
                                                  bplan_error* err) BPLAN_NOEXCEPT;

/**
 * Frees a report and the bytes borrowed from it. Null is allowed. Threads: any, when no call uses
 * it. Since 1.0.
 */
BPLAN_REPORT_API void bplan_report_output_free(bplan_report_output* output) BPLAN_NOEXCEPT;

/**
 * The bytes of the file. Borrowed from the output.
 *
 * Codes: BPLAN_OK, _NULL_ARGUMENT, _STRUCT_SIZE. Threads: any. Since 1.0.
 */
BPLAN_REPORT_API int32_t bplan_report_output_get_bytes(const bplan_report_output* output,
                                                       const char** bytes, int64_t* length,
                                                       bplan_error* err) BPLAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
