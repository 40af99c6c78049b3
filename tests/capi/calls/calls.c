/* The shared handles, and the calls one after the other. */
#include "calls.h"

#include <string.h>

#include "records.h"

shared_handles shared;

extern const function_call record_calls[], scheme_calls[], table_calls[], number_calls[],
    histogram_calls[];
#ifdef WITH_EXPERIMENTAL
extern const function_call experimental_calls[], projection_calls[], stage_calls[];
int32_t make_projection(bplan_error* err);
void free_projection(void);
int32_t make_stages(bplan_error* err);
void free_stages(void);
#endif
#ifdef WITH_REPORT
extern const function_call report_calls[];
int32_t read_report(const char* path, bplan_error* err);
void free_report(void);
#endif

static const function_call* const groups[] = {
    record_calls,       scheme_calls,     table_calls, number_calls, histogram_calls,
#ifdef WITH_EXPERIMENTAL
    experimental_calls, projection_calls, stage_calls,
#endif
#ifdef WITH_REPORT
    report_calls,
#endif
};

const function_call* every_function(int index) {
    size_t group;
    for (group = 0; group < sizeof groups / sizeof groups[0]; ++group) {
        const function_call* call;
        for (call = groups[group]; call->name != NULL; ++call) {
            if (index-- == 0) {
                return call;
            }
        }
    }
    return NULL;
}

int is_called(const char* name) {
    int i;
    for (i = 0; every_function(i) != NULL; ++i) {
        if (strcmp(every_function(i)->name, name) == 0) {
            return 1;
        }
    }
    return 0;
}

int32_t make_shared(const char* report, bplan_error* err) {
    static const uint8_t key[BPLAN_LINKING_KEY_SIZE] = {1, 2, 3};
    static const char record[] = DIRTY_RECORD;
    static const uint16_t codes[2] = {0, BPLAN_ASSESSMENTS - 1};
    static const int64_t nobody[BPLAN_ASSESSMENTS] = {0};
    int32_t code;
    make_table();
    (void)((code = bplan_options_create(&shared.options, err)) ||
           (code = bplan_options_set_pack(shared.options, "brukerplan/2024", 15, err)) ||
           (code = bplan_options_set_scheme(shared.options, "sum16/1", 7, err)) ||
           (code = bplan_options_set_test_numbers(shared.options, 1, err)) ||
           (code = bplan_options_set_language(shared.options, "en", 2, err)) ||
           (code = bplan_context_create(shared.options, &shared.context, err)) ||
           (code = bplan_record_check(shared.context, record, sizeof record - 1, &shared.document,
                                      err)) ||
           (code = bplan_scheme_create("brukerplan/2024", 15, "sum16/1", 7, &shared.scheme, err)) ||
           (code = bplan_number_policy_create(&shared.policy, err)) ||
           (code = bplan_number_policy_set_test_numbers(shared.policy, 1, err)) ||
           (code = bplan_number_check(shared.policy, "17912099997", 11, &shared.number, err)) ||
           (code = bplan_table_validate(shared.context, &table_schema, &table_array, 1000,
                                        &shared.validation, err)) ||
           (code = bplan_validation_save(shared.validation, &shared.saved, err)) ||
           (code = bplan_histogram_create(&shared.histogram, err)) ||
           (code = bplan_histogram_add_packed(shared.histogram, codes, 2, err)) ||
           (code = bplan_histogram_add_counts(shared.histogram, nobody, 1, err)) ||
           (code = bplan_pseudonymiser_create_linking(key, sizeof key, "test", 4,
                                                      &shared.pseudonymiser, err)));
#ifdef WITH_EXPERIMENTAL
    if (code == BPLAN_OK) {
        (void)((code = make_projection(err)) || (code = make_stages(err)));
    }
#endif
#ifdef WITH_REPORT
    if (code == BPLAN_OK) {
        code = read_report(report, err);
    }
#else
    (void)report;
#endif
    return code;
}

void free_shared(void) {
#ifdef WITH_REPORT
    free_report();
#endif
#ifdef WITH_EXPERIMENTAL
    free_stages();
    free_projection();
#endif
    bplan_pseudonymiser_free(shared.pseudonymiser);
    bplan_histogram_free(shared.histogram);
    bplan_document_free(shared.saved);
    bplan_validation_free(shared.validation);
    bplan_number_free(shared.number);
    bplan_number_policy_free(shared.policy);
    bplan_scheme_free(shared.scheme);
    bplan_document_free(shared.document);
    bplan_context_free(shared.context);
    bplan_options_free(shared.options);
}
