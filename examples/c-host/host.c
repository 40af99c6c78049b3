/* A record system in small: a form that checks itself on each keystroke, and a list of people
 * scored at once, from columns and from structs. Ends with 0 only when all of it agrees. */
#include <brukerplan/brukerplan.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- A form ---------------------------------------------------------------------------------- */

/* What somebody types, field after field. Nobody: the number is synthetic (month + 80), and there
   is no such municipality. */
static const struct {
    const char* field;
    const char* value; /* as JSON */
} entries[] = {
    {"municipality", "\"9001\""},
    {"mapping_year", "2024"},
    {"mapped_on", "\"2025-10-07\""},
    {"mapped_on", "\"2024-10-07\""},
    {"national_number", "\"15868710167\""},
    {"national_number", "\"15868710168\""},
    {"substance_problem", "\"yes\""},
    {"mental_disorder", "\"less_serious\""},
    {"housing", "\"yelow\""},
    {"housing", "\"yellow\""},
    {"activity", "\"red\""},
    {"economy", "\"yellow\""},
    {"physical_health", "\"green\""},
    {"mental_health", "\"yellow\""},
    {"substance_use", "\"red\""},
    {"social_functioning", "\"yellow\""},
    {"network", "\"green\""},
    {"services_received", "[\"follow_up_team\"]"},
};

/* The record as it is after the first `count` entries: a later one takes the place of an earlier.
 */
static int64_t write_record(char* to, size_t size, size_t count) {
    size_t used = (size_t)snprintf(to, size, "{"), i, k;
    for (i = 0; i < count && used < size; ++i) {
        for (k = i + 1; k < count && strcmp(entries[i].field, entries[k].field) != 0; ++k) {
        }
        if (k == count) {
            used += (size_t)snprintf(to + used, size - used, "%s\"%s\": %s", used > 1 ? ", " : "",
                                     entries[i].field, entries[i].value);
        }
    }
    return (int64_t)used + snprintf(to + used, size - used, "}");
}

/* What a form shows beside a field. */
static void show_findings(const bplan_document* document, const char* field) {
    int64_t count, i, length;
    int32_t severity;
    const char *about, *code, *name, *message;
    bplan_document_count_findings(document, &count, NULL);
    for (i = 0; i < count; ++i) {
        bplan_document_get_finding_text(document, i, BPLAN_FINDING_FIELD, &about, &length, NULL);
        if (strcmp(about, field) == 0) {
            bplan_document_get_finding_severity(document, i, &severity, NULL);
            bplan_severity_get_name(severity, &name, &length, NULL);
            bplan_document_get_finding_text(document, i, BPLAN_FINDING_CODE, &code, &length, NULL);
            bplan_document_get_finding_text(document, i, BPLAN_FINDING_MESSAGE, &message, &length,
                                            NULL);
            printf("    %s %s: %s\n", name, code, message);
        }
    }
}

/* Returns 1 when the finished record is good and has a class. */
static int fill_in(const bplan_context* context) {
    char record[4096];
    bplan_error err = BPLAN_ERROR_INIT;
    int32_t valid = 0, index_class = BPLAN_CLASS_NONE;
    size_t typed;
    for (typed = 1; typed <= COUNT(entries); ++typed) {
        const int64_t length = write_record(record, sizeof record, typed);
        bplan_document* document;
        const char* name;
        int64_t name_length;
        if (bplan_record_check(context, record, length, &document, &err) != BPLAN_OK) {
            fprintf(stderr, "brukerplan: error %d: %s\n", (int)err.code, err.message);
            return 0;
        }
        printf("  %s = %s\n", entries[typed - 1].field, entries[typed - 1].value);
        show_findings(document, entries[typed - 1].field);
        bplan_document_get_valid(document, &valid, NULL);
        bplan_document_get_class(document, &index_class, NULL);
        if (typed == COUNT(entries)) {
            show_findings(document, "");
            bplan_class_get_name(index_class, &name, &name_length, NULL);
            printf("  the record %s, class: %s\n", valid ? "can be used" : "cannot be used", name);
        }
        bplan_document_free(document);
    }
    return valid && index_class != BPLAN_CLASS_NONE;
}

/* ---- A list of people ------------------------------------------------------------------------ */

#define PEOPLE 1000

/* As a record system may hold them: the ratings lie inside. */
typedef struct {
    int64_t id;
    uint8_t ratings[BPLAN_DOMAINS];
    char unit[3];
} person;

typedef struct {
    int8_t classes[PEOPLE], answered[PEOPLE], reasons[PEOPLE];
    int32_t points[PEOPLE];
} scores;

static bplan_score_columns places_in(scores* to) {
    bplan_score_columns places = BPLAN_SCORE_COLUMNS_INIT;
    places.classes = to->classes;
    places.points = to->points;
    places.answered = to->answered;
    places.reasons = to->reasons;
    return places;
}

static void count_classes(const scores* of) {
    int32_t index_class;
    size_t row;
    for (index_class = BPLAN_CLASS_NONE; index_class <= BPLAN_CLASS_BLUE_LIGHT; ++index_class) {
        const char* name;
        int64_t length;
        int number = 0;
        for (row = 0; row < PEOPLE; ++row) {
            number += of->classes[row] == index_class;
        }
        bplan_class_get_name(index_class, &name, &length, NULL);
        printf("  %s: %d\n", name, number);
    }
}

/* Returns 1 when columns, structs and one by one give the same. */
static int score_all(const bplan_scheme* scheme) {
    static person people[PEOPLE];
    static uint8_t columns[BPLAN_DOMAINS][PEOPLE];
    static scores by_columns, by_structs;
    const uint8_t *column_of[BPLAN_DOMAINS], *first_of[BPLAN_DOMAINS];
    int64_t stride_of[BPLAN_DOMAINS], unreadable;
    const bplan_score_columns to_columns = places_in(&by_columns);
    const bplan_score_columns to_structs = places_in(&by_structs);
    bplan_error err = BPLAN_ERROR_INIT;
    size_t row, d, same = 0;

    for (d = 0; d < BPLAN_DOMAINS; ++d) {
        for (row = 0; row < PEOPLE; ++row) {
            people[row].ratings[d] = columns[d][row] = (uint8_t)(1 + row / (d + 1) % 3);
        }
        column_of[d] = columns[d];
        first_of[d] = &people[0].ratings[d];
        stride_of[d] = (int64_t)sizeof people[0];
    }
    if (bplan_scheme_score_columns(scheme, column_of, PEOPLE, &to_columns, &unreadable, &err) !=
            BPLAN_OK ||
        bplan_scheme_score_strided(scheme, first_of, stride_of, PEOPLE, &to_structs, &unreadable,
                                   &err) != BPLAN_OK) {
        fprintf(stderr, "brukerplan: error %d: %s\n", (int)err.code, err.message);
        return 0;
    }
    count_classes(&by_columns);
    for (row = 0; row < PEOPLE; ++row) {
        int32_t index_class, points, answered, reason;
        bplan_scheme_score_ratings(scheme, people[row].ratings, &index_class, &points, &answered,
                                   &reason, NULL);
        same += index_class == by_columns.classes[row] && points == by_columns.points[row] &&
                answered == by_columns.answered[row] && reason == by_columns.reasons[row] &&
                index_class == by_structs.classes[row] && points == by_structs.points[row] &&
                answered == by_structs.answered[row] && reason == by_structs.reasons[row];
    }
    printf("  columns, structs and one by one agree on %d of %d people\n", (int)same, PEOPLE);
    return same == PEOPLE;
}

int main(void) {
    bplan_error err = BPLAN_ERROR_INIT;
    bplan_options* options = NULL;
    bplan_context* context = NULL; /* make one and keep it: all threads may use it */
    bplan_scheme* scheme = NULL;
    int good = 0;

    if (bplan_abi_version() != BPLAN_ABI_VERSION) {
        fprintf(stderr, "another library than this program was built for\n");
        return 2;
    }
    if (bplan_options_create(&options, &err) == BPLAN_OK &&
        bplan_options_set_language(options, "en", 2, &err) == BPLAN_OK &&
        bplan_options_set_test_numbers(options, 1, &err) == BPLAN_OK &&
        bplan_options_set_period_first(options, 2024, 1, 1, &err) == BPLAN_OK &&
        bplan_options_set_period_last(options, 2024, 12, 31, &err) == BPLAN_OK &&
        bplan_context_create(options, &context, &err) == BPLAN_OK &&
        bplan_scheme_create(NULL, 0, "sum16/1", 7, &scheme, &err) == BPLAN_OK) {
        printf("a form, as it is filled in\n");
        good = fill_in(context);
        printf("%d people at once\n", PEOPLE);
        good = score_all(scheme) && good;
    } else {
        fprintf(stderr, "brukerplan: error %d: %s\n", (int)err.code, err.message);
    }
    bplan_scheme_free(scheme);
    bplan_context_free(context);
    bplan_options_free(options);
    return good ? 0 : 1;
}
