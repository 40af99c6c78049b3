#include "case_settings.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

date date_of(const json_t* text) {
    date read = {0, 0, 0};
    const char* value = json_string_value(text);
    int year, month, day;
    if (value && sscanf(value, "%d-%d-%d", &year, &month, &day) == 3) {
        read.year = year;
        read.month = month;
        read.day = day;
    }
    return read;
}

char* text_of(const json_t* value, int64_t* length) {
    char* text;
    if (json_is_string(value)) {
        *length = (int64_t)json_string_length(value);
        text = malloc((size_t)*length + 1);
        return memcpy(text, json_string_value(value), (size_t)*length + 1);
    }
    text = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT) : calloc(1, 1);
    *length = (int64_t)strlen(text);
    return text;
}

json_t* name_of(namer* names, int32_t value) {
    const char* text;
    int64_t length;
    return names(value, &text, &length, NULL) == BPLAN_OK ? json_stringn(text, (size_t)length)
                                                          : json_integer(value);
}

static int32_t set_option(bplan_options* options, const char* key, const json_t* value) {
    static const struct {
        const char* key;
        int32_t (*set)(bplan_options*, const char*, int64_t, bplan_error*);
    } texts[] = {{"pack", bplan_options_set_pack},
                 {"pack_json", bplan_options_set_pack_json},
                 {"mapping", bplan_options_set_mapping_json},
                 {"profile", bplan_options_set_profile_json},
                 {"scheme", bplan_options_set_scheme},
                 {"scheme_json", bplan_options_set_scheme_json},
                 {"language", bplan_options_set_language}};
    static const struct {
        const char* key;
        int32_t (*set)(bplan_options*, int32_t, int32_t, int32_t, bplan_error*);
    } days[] = {{"reference_date", bplan_options_set_reference_date},
                {"period_first", bplan_options_set_period_first},
                {"period_last", bplan_options_set_period_last}};
    size_t i;
    for (i = 0; i < COUNT(texts); ++i) {
        if (strcmp(texts[i].key, key) == 0) {
            int64_t length;
            char* text = text_of(value, &length);
            const int32_t code = texts[i].set(options, text, length, NULL);
            free(text);
            return code;
        }
    }
    for (i = 0; i < COUNT(days); ++i) {
        if (strcmp(days[i].key, key) == 0) {
            const date on = date_of(value);
            return days[i].set(options, on.year, on.month, on.day, NULL);
        }
    }
    return strcmp(key, "test_numbers") == 0
               ? bplan_options_set_test_numbers(options, json_is_true(value), NULL)
               : TOO_OLD;
}

/* A set of kinds from their names. */
static int32_t set_kinds(bplan_number_policy* policy, const json_t* wanted) {
    int32_t kinds = 0, bit;
    size_t i;
    for (bit = 1; bit <= BPLAN_NUMBER_KIND_DUMMY; bit *= 2) {
        json_t* kind = name_of(bplan_number_kind_get_name, bit);
        for (i = 0; i < json_array_size(wanted); ++i) {
            kinds |= json_equal(json_array_get(wanted, i), kind) ? bit : 0;
        }
        json_decref(kind);
    }
    return bplan_number_policy_set_kinds(policy, kinds, NULL);
}

static int32_t set_one(bplan_number_policy* policy, const char* key, const json_t* value) {
    static const struct {
        const char* key;
        int32_t (*set)(bplan_number_policy*, int32_t, bplan_error*);
        const char* words[3]; /* in the order of their numbers */
    } choices[] = {
        {"rule", bplan_number_policy_set_rule, {"1964", "both", "by_date"}},
        {"d_table", bplan_number_policy_set_d_table, {"old", "new", "both"}},
        {"dates", bplan_number_policy_set_dates, {"by_rule", "strict", "lenient"}},
        {"test_numbers", bplan_number_policy_set_test_numbers, {"no", "yes", ""}},
        {"refuse_ambiguous", bplan_number_policy_set_refuse_ambiguous, {"no", "yes", ""}}};
    static const struct {
        const char* key;
        int32_t (*set)(bplan_number_policy*, int32_t, int32_t, int32_t, bplan_error*);
    } days[] = {{"assigned_by", bplan_number_policy_set_assigned_by},
                {"reference_date", bplan_number_policy_set_reference_date}};
    const char* word = json_is_string(value) ? json_string_value(value)
                       : json_is_true(value) ? "yes"
                                             : "no";
    size_t i;
    int32_t choice;
    for (i = 0; i < COUNT(choices); ++i) {
        for (choice = 0; strcmp(choices[i].key, key) == 0 && choice < 3; ++choice) {
            if (strcmp(choices[i].words[choice], word) == 0) {
                return choices[i].set(policy, choice, NULL);
            }
        }
    }
    for (i = 0; i < COUNT(days); ++i) {
        if (strcmp(days[i].key, key) == 0) {
            const date on = date_of(value);
            return days[i].set(policy, on.year, on.month, on.day, NULL);
        }
    }
    return strcmp(key, "kinds") == 0 ? set_kinds(policy, value) : TOO_OLD;
}

int32_t set_options(bplan_options* options, const json_t* given) {
    const char* key;
    json_t* value;
    int32_t code = BPLAN_OK;
    json_object_foreach((json_t*)given, key, value) {
        if (code == BPLAN_OK) {
            code = set_option(options, key, value);
        }
    }
    return code;
}

int32_t set_policy(bplan_number_policy* policy, const json_t* given) {
    const char* key;
    json_t* value;
    int32_t code = BPLAN_OK;
    json_object_foreach((json_t*)given, key, value) {
        if (code == BPLAN_OK) {
            code = set_one(policy, key, value);
        }
    }
    return code;
}
