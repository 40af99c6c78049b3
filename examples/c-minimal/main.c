/* Checks one registration as a form would, and prints its class and its findings. */
#include <brukerplan/brukerplan.h>
#include <stdio.h>
#include <string.h>

/* Nobody: a synthetic number (month + 80) in a municipality that does not exist. */
static const char example[] =
    "{\"row_ref\": \"A-17\", \"municipality\": \"9001\", \"mapping_year\": 2024,"
    " \"mapped_on\": \"2024-10-07\", \"unit_kind\": \"health_and_care\","
    " \"national_number\": \"15868710168\", \"sex\": \"male\","
    " \"substance_problem\": \"yes\", \"mental_disorder\": \"less_serious\","
    " \"housing\": \"yellow\", \"activity\": \"red\", \"economy\": \"yellow\","
    " \"physical_health\": \"green\", \"mental_health\": \"yellow\", \"substance_use\": \"red\","
    " \"social_functioning\": \"yellow\", \"network\": \"green\","
    " \"substances\": [\"alcohol\", \"cannabis\"], \"housing_kind\": \"homeless\","
    " \"services_received\": [\"follow_up_team\"], \"services_needed\": null}";

static const char* const severities[] = {"none", "info", "warning", "error", "fatal"};
static const char* const classes[] = {"none", "green", "yellow", "red", "blue light"};

static void print(const bplan_document* document) {
    int32_t index_class, severity;
    int64_t count, i, length;
    const char *code, *message;

    bplan_document_get_class(document, &index_class, NULL);
    printf("class: %s\n", index_class < 5 ? classes[index_class] : "unknown");
    bplan_document_count_findings(document, &count, NULL);
    for (i = 0; i < count; ++i) {
        bplan_document_get_finding_severity(document, i, &severity, NULL);
        bplan_document_get_finding_text(document, i, BPLAN_FINDING_CODE, &code, &length, NULL);
        bplan_document_get_finding_text(document, i, BPLAN_FINDING_MESSAGE, &message, &length,
                                        NULL);
        printf("%s %s: %s\n", severity < 5 ? severities[severity] : "unknown", code, message);
    }
}

int main(int argc, char** argv) {
    static char record[65536];
    FILE* file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    int64_t length = file ? (int64_t)fread(record, 1, sizeof record, file) : 0;
    bplan_error err = BPLAN_ERROR_INIT;
    bplan_options* options = NULL;
    bplan_context* context = NULL; /* make one and keep it: all threads may use it */
    bplan_document* document = NULL;

    if (argc < 2) {
        length = (int64_t)strlen(strcpy(record, example));
    } else if (!file || length == (int64_t)sizeof record) {
        fprintf(stderr, "%s: no such file, or more than one record\n", argv[1]);
        return 2;
    }
    if (bplan_options_create(&options, &err) == BPLAN_OK &&
        bplan_options_set_language(options, "en", 2, &err) == BPLAN_OK &&
        bplan_options_set_test_numbers(options, 1, &err) == BPLAN_OK &&
        bplan_context_create(options, &context, &err) == BPLAN_OK &&
        bplan_record_check(context, record, length, &document, &err) == BPLAN_OK) {
        print(document);
    } else {
        fprintf(stderr, "brukerplan: error %d: %s\n", (int)err.code, err.message);
    }
    bplan_document_free(document);
    bplan_context_free(context);
    bplan_options_free(options);
    if (file) {
        fclose(file);
    }
    return err.code == BPLAN_OK ? 0 : 2;
}
