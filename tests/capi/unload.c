/*
 * A library that was loaded, used and closed is gone from the address space.
 * usage: unload <library> core|report [<report document>]
 */
#include <brukerplan/brukerplan_report.h>

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "records.h"

/* ISO C has no conversion from a data pointer to a function pointer; POSIX promises that this one
   works. */
#define FIND(library, name, type, variable)                                                        \
    type variable;                                                                                 \
    *(void**)(&variable) = dlsym(library, name);                                                   \
    if (variable == NULL) {                                                                        \
        return 1;                                                                                  \
    }

typedef int32_t (*create_options)(bplan_options**, bplan_error*);
typedef void (*free_options)(bplan_options*);
typedef int32_t (*set_test_numbers)(bplan_options*, int32_t, bplan_error*);
typedef int32_t (*create_context)(const bplan_options*, bplan_context**, bplan_error*);
typedef void (*free_context)(bplan_context*);
typedef int32_t (*check_record)(const bplan_context*, const char*, int64_t, bplan_document**,
                                bplan_error*);
typedef void (*free_document)(bplan_document*);
typedef int32_t (*create_pseudonymiser)(const char*, int64_t, const char*, int64_t,
                                        bplan_pseudonymiser**, bplan_error*);
typedef void (*free_pseudonymiser)(bplan_pseudonymiser*);
typedef int32_t (*render_html)(const char*, int64_t, const bplan_report_options*,
                               bplan_report_output**, bplan_error*);
typedef void (*free_output)(bplan_report_output*);

static int use_core(void* library) {
    FIND(library, "bplan_options_create", create_options, options_create)
    FIND(library, "bplan_options_free", free_options, options_free)
    FIND(library, "bplan_options_set_test_numbers", set_test_numbers, options_set_test_numbers)
    FIND(library, "bplan_context_create", create_context, context_create)
    FIND(library, "bplan_context_free", free_context, context_free)
    FIND(library, "bplan_record_check", check_record, record_check)
    FIND(library, "bplan_document_free", free_document, document_free)
    FIND(library, "bplan_pseudonymiser_create_ephemeral", create_pseudonymiser, create_ephemeral)
    FIND(library, "bplan_pseudonymiser_free", free_pseudonymiser, pseudonymiser_free)
    bplan_pseudonymiser* pseudonymiser = NULL;
    bplan_options* options = NULL;
    bplan_context* context = NULL;
    bplan_document* document = NULL;
    const char record[] = DIRTY_RECORD;
    int failed = options_create(&options, NULL) || options_set_test_numbers(options, 1, NULL) ||
                 context_create(options, &context, NULL) ||
                 record_check(context, record, (int64_t)strlen(record), &document, NULL) ||
                 options_set_test_numbers(options, 2, NULL) == BPLAN_OK || /* throws inside */
                 create_ephemeral("M-1", 3, "9001", 4, &pseudonymiser, NULL);
    pseudonymiser_free(pseudonymiser);
    document_free(document);
    context_free(context);
    options_free(options);
    return failed;
}

static int use_report(void* library, const char* path) {
    static char text[1 << 20];
    FIND(library, "bplan_report_render_html", render_html, report_render_html)
    FIND(library, "bplan_report_output_free", free_output, report_output_free)
    bplan_report_output* output = NULL;
    FILE* file = fopen(path, "rb");
    if (file == NULL) {
        return 1;
    }
    const int64_t length = (int64_t)fread(text, 1, sizeof text, file);
    fclose(file);
    const int failed = report_render_html(text, length, NULL, &output, NULL);
    report_output_free(output);
    return failed;
}

static int is_mapped(const char* library) {
    char line[4096];
    const char* name = strrchr(library, '/') ? strrchr(library, '/') + 1 : library;
    int found = 0;
    FILE* maps = fopen("/proc/self/maps", "r");
    while (maps != NULL && fgets(line, sizeof line, maps) != NULL) {
        found = found || strstr(line, name) != NULL;
    }
    if (maps != NULL) {
        fclose(maps);
    }
    return found;
}

int main(int argc, char** argv) {
    if (argc < 3) {
        return 2;
    }
    void* library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        puts(dlerror());
        return 1;
    }
    if (!is_mapped(argv[1])) {
        puts("the library cannot be seen in /proc/self/maps: give its file, not a link");
        return 1;
    }
    if (strcmp(argv[2], "core") == 0 ? use_core(library)
                                     : use_report(library, argc > 3 ? argv[3] : "")) {
        puts("a call failed");
        return 1;
    }
    if (dlclose(library) != 0 || is_mapped(argv[1])) {
        puts("the library is still there");
        return 1;
    }
    return 0;
}
