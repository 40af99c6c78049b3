/* Calls of the report library. */
#include "forms.h"

#include <brukerplan/brukerplan_report.h>

#include <stdio.h>

int32_t read_report(const char* path, bplan_error* err);
void free_report(void);

static char document[1 << 20];
static int64_t document_length = 0;
static bplan_report_options* options = NULL;
static bplan_report_output* output = NULL;

int32_t read_report(const char* path, bplan_error* err) {
    int32_t code;
    FILE* file = fopen(path, "rb");
    if (file == NULL) {
        return CALL_WRONG;
    }
    document_length = (int64_t)fread(document, 1, sizeof document, file);
    fclose(file);
    code = bplan_report_options_create(&options, err);
    if (code == BPLAN_OK) {
        code = bplan_report_render_html(document, document_length, options, &output, err);
    }
    return code;
}

void free_report(void) {
    bplan_report_output_free(output);
    bplan_report_options_free(options);
}

static int32_t call_bplan_report_abi_version(bplan_error* err) {
    err->code = BPLAN_OK;
    return bplan_report_abi_version() == BPLAN_ABI_VERSION ? BPLAN_OK : CALL_WRONG;
}

static int32_t call_bplan_report_options_create(bplan_error* err) {
    bplan_report_options* made = (bplan_report_options*)&shared;
    const int32_t code = bplan_report_options_create(&made, err);
    if (code == BPLAN_OK) {
        bplan_report_options_free(made);
    }
    return ended(code, made != NULL, made == NULL);
}

SETTER(bplan_report_options_set_language, bplan_report_options, bplan_report_options_create,
       bplan_report_options_free, "a language that nobody has heard of before", 42)
MADE(bplan_report_render_html, bplan_report_output, bplan_report_output_free, document,
     document_length, options)

static int32_t call_bplan_report_output_get_bytes(bplan_error* err) {
    const char* bytes = NULL;
    int64_t length = 0;
    const int32_t code = bplan_report_output_get_bytes(output, &bytes, &length, err);
    return ended(code, length > 1000 && bytes[length] == '\0' && bytes[0] == '<', bytes == NULL);
}

extern const function_call report_calls[];
const function_call report_calls[] = {
    /* clang-format off */
    ROW(bplan_report_abi_version)
    ROW(bplan_report_options_create)
    {"bplan_report_options_free", call_bplan_report_options_create},
    ROW(bplan_report_options_set_language)
    ROW(bplan_report_render_html)
    {"bplan_report_output_free", call_bplan_report_render_html},
    ROW(bplan_report_output_get_bytes)
    {NULL, NULL},
    /* clang-format on */
};
