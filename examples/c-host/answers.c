#include "answers.h"

#include "case_settings.h"
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- What the answers are made of ------------------------------------------------------------ */

static json_t* refusal(int32_t code) {
    return code == TOO_OLD ? NULL : json_pack("{s:o}", "error", name_of(bplan_code_get_name, code));
}

/* Gives a name out as the functions of the library do. */
static int32_t give(const char* word, const char** name, int64_t* length) {
    *name = word;
    *length = (int64_t)strlen(word);
    return BPLAN_OK;
}

static int32_t change_name(int32_t bit, const char** name, int64_t* length, bplan_error* err) {
    (void)err;
    switch (bit) {
    case BPLAN_NUMBER_CHANGE_BLANKS:
        return give("blanks", name, length);
    case BPLAN_NUMBER_CHANGE_SPACE:
        return give("space", name, length);
    case BPLAN_NUMBER_CHANGE_NO_BREAK_SPACE:
        return give("no_break_space", name, length);
    case BPLAN_NUMBER_CHANGE_NARROW_NO_BREAK_SPACE:
        return give("narrow_no_break_space", name, length);
    case BPLAN_NUMBER_CHANGE_HYPHEN:
        return give("hyphen", name, length);
    default:
        return BPLAN_ERROR_INVALID_ARGUMENT;
    }
}

static int32_t rule_name(int32_t bit, const char** name, int64_t* length, bplan_error* err) {
    (void)err;
    return give(bit == BPLAN_NUMBER_RULE_1964 ? "1964" : "2032", name, length);
}

/* Names of the bits of a set, from the lowest. */
static json_t* names_of(namer* names, int32_t bits) {
    json_t* list = json_array();
    int32_t bit;
    for (bit = 1; bit <= bits; bit *= 2) {
        if (bits & bit) {
            json_array_append_new(list, name_of(names, bit));
        }
    }
    return list;
}

static json_t* score_words(int32_t index_class, int32_t points, int32_t answered, int32_t reason) {
    return json_pack("{s:o, s:i, s:i, s:o}", "class", name_of(bplan_class_get_name, index_class),
                     "points", (int)points, "answered", (int)answered, "no_class_reason",
                     name_of(bplan_no_class_get_name, reason));
}

/* ---- Numbers --------------------------------------------------------------------------------- */

/* A policy, or null for none. */
static int32_t policy_of(const json_t* given, bplan_number_policy** policy) {
    const json_t* settings = json_object_get(given, "policy");
    int32_t code = BPLAN_OK;
    *policy = NULL;
    if (settings) {
        code = bplan_number_policy_create(policy, NULL);
        code = code == BPLAN_OK ? set_policy(*policy, settings) : code;
    }
    return code;
}

static json_t* describe(const bplan_number* number) {
    json_t* years = json_array();
    int32_t valid, reason, kinds, rules, sex, position, year;
    int64_t count, i;
    bplan_number_get_valid(number, &valid, NULL);
    bplan_number_get_reason(number, &reason, NULL);
    bplan_number_get_kinds(number, &kinds, NULL);
    bplan_number_get_rules(number, &rules, NULL);
    bplan_number_get_sex(number, &sex, NULL);
    bplan_number_get_position(number, &position, NULL);
    bplan_number_count_birth_years(number, &count, NULL);
    for (i = 0; i < count; ++i) {
        bplan_number_get_birth_year(number, i, &year, NULL);
        json_array_append_new(years, json_integer(year));
    }
    return json_pack("{s:b, s:o, s:o, s:o, s:o, s:o, s:i}", "valid", (int)valid, "reason",
                     name_of(bplan_number_reason_get_name, reason), "kinds",
                     names_of(bplan_number_kind_get_name, kinds), "rules",
                     names_of(rule_name, rules), "sex", name_of(bplan_sex_get_name, sex),
                     "birth_years", years, "position", (int)position);
}

static json_t* answer_number(const json_t* given) {
    const json_t* text = json_object_get(given, "text");
    bplan_number_policy* policy;
    bplan_number* number = NULL;
    int32_t code = policy_of(given, &policy);
    json_t* result;
    if (code == BPLAN_OK) {
        code = bplan_number_check(policy, json_string_value(text),
                                  (int64_t)json_string_length(text), &number, NULL);
    }
    result = code == BPLAN_OK ? describe(number) : refusal(code);
    bplan_number_free(number);
    bplan_number_policy_free(policy);
    return result;
}

static json_t* answer_normalise(const json_t* given) {
    const json_t* text = json_object_get(given, "text");
    char buffer[BPLAN_NUMBER_MOST_DIGITS];
    int64_t digits;
    int32_t changes;
    const int32_t code =
        bplan_number_normalise(json_string_value(text), (int64_t)json_string_length(text), buffer,
                               sizeof buffer, &digits, &changes, NULL);
    return code == BPLAN_OK
               ? json_pack("{s:o, s:o}", "digits", json_stringn(buffer, (size_t)digits), "changes",
                           names_of(change_name, changes))
               : refusal(code);
}

static json_t* answer_pseudonym(const json_t* given) {
    const json_t* text = json_object_get(given, "text");
    const json_t* purpose = json_object_get(given, "purpose");
    const char* hex = json_string_value(json_object_get(given, "key"));
    const size_t key_size = hex ? strlen(hex) / 2 : 0;
    uint8_t* key = calloc(key_size + 1, 1);
    uint8_t made[BPLAN_PSEUDONYM_SIZE];
    char written[2 * BPLAN_PSEUDONYM_SIZE + 1];
    bplan_pseudonymiser* maker = NULL;
    bplan_number_policy* policy;
    int32_t code = policy_of(given, &policy);
    unsigned byte;
    size_t i;
    for (i = 0; i < key_size && sscanf(hex + 2 * i, "%2x", &byte) == 1; ++i) {
        key[i] = (uint8_t)byte;
    }
    if (code == BPLAN_OK) {
        code =
            bplan_pseudonymiser_create_linking(key, (int64_t)key_size, json_string_value(purpose),
                                               (int64_t)json_string_length(purpose), &maker, NULL);
    }
    if (code == BPLAN_OK) {
        code = bplan_pseudonymiser_make(maker, policy, json_string_value(text),
                                        (int64_t)json_string_length(text), made, NULL);
    }
    for (i = 0; code == BPLAN_OK && i < sizeof made; ++i) {
        sprintf(written + 2 * i, "%02x", made[i]);
    }
    bplan_pseudonymiser_free(maker);
    bplan_number_policy_free(policy);
    free(key);
    return code == BPLAN_OK ? json_pack("{s:s}", "pseudonym", written) : refusal(code);
}

static json_t* answer_municipality(const json_t* given) {
    const json_t* text = json_object_get(given, "code");
    const date on = date_of(json_object_get(given, "date"));
    int32_t validity;
    const int32_t code =
        bplan_municipality_get_validity(json_string_value(text), (int64_t)json_string_length(text),
                                        on.year, on.month, on.day, &validity, NULL);
    return code == BPLAN_OK ? json_pack("{s:o}", "validity",
                                        name_of(bplan_municipality_validity_get_name, validity))
                            : refusal(code);
}

/* ---- Records --------------------------------------------------------------------------------- */

static json_t* finding_text(const bplan_document* document, int64_t index, int32_t part) {
    const char* text;
    int64_t length;
    bplan_document_get_finding_text(document, index, part, &text, &length, NULL);
    return json_stringn(text, (size_t)length);
}

static json_t* read_document(const bplan_document* document) {
    json_t *findings = json_array(), *messages = json_array(), *result;
    int32_t valid, worst, severity, index_class, points, answered, reason;
    int64_t count, unknown_keys, i;
    bplan_document_get_valid(document, &valid, NULL);
    bplan_document_get_worst_severity(document, &worst, NULL);
    bplan_document_get_class(document, &index_class, NULL);
    bplan_document_get_points(document, &points, NULL);
    bplan_document_get_answered(document, &answered, NULL);
    bplan_document_get_no_class_reason(document, &reason, NULL);
    bplan_document_count_unknown_keys(document, &unknown_keys, NULL);
    bplan_document_count_findings(document, &count, NULL);
    for (i = 0; i < count; ++i) {
        bplan_document_get_finding_severity(document, i, &severity, NULL);
        json_array_append_new(findings,
                              json_pack("{s:o, s:o, s:o}", "code",
                                        finding_text(document, i, BPLAN_FINDING_CODE), "severity",
                                        name_of(bplan_severity_get_name, severity), "field",
                                        finding_text(document, i, BPLAN_FINDING_FIELD)));
        json_array_append_new(messages, finding_text(document, i, BPLAN_FINDING_MESSAGE));
    }
    result = score_words(index_class, points, answered, reason);
    json_object_set_new(result, "valid", json_boolean(valid));
    json_object_set_new(result, "worst", name_of(bplan_severity_get_name, worst));
    json_object_set_new(result, "findings", findings);
    json_object_set_new(result, "messages", messages);
    json_object_set_new(result, "unknown_keys", json_integer(unknown_keys));
    return result;
}

static json_t* answer_record(const json_t* given) {
    const json_t* raw = json_object_get(given, "text");
    bplan_options* options = NULL;
    bplan_context* context = NULL;
    bplan_document* document = NULL;
    int64_t length;
    char* record = text_of(raw ? raw : json_object_get(given, "record"), &length);
    int32_t code = bplan_options_create(&options, NULL);
    json_t* result;
    if (code == BPLAN_OK) {
        code = set_options(options, json_object_get(given, "options"));
    }
    if (code == BPLAN_OK) {
        code = bplan_context_create(options, &context, NULL);
    }
    if (code == BPLAN_OK) {
        code = bplan_record_check(context, record, length, &document, NULL);
    }
    result = code == BPLAN_OK ? read_document(document) : refusal(code);
    bplan_document_free(document);
    bplan_context_free(context);
    bplan_options_free(options);
    free(record);
    return result;
}

/* ---- Scores ---------------------------------------------------------------------------------- */

static int32_t scheme_of(const json_t* given, bplan_scheme** scheme) {
    const json_t* own = json_object_get(given, "scheme_json");
    int64_t own_length, pack_length, id_length;
    char* json = text_of(own, &own_length);
    char* pack = text_of(json_object_get(given, "pack"), &pack_length);
    char* id = text_of(json_object_get(given, "scheme"), &id_length);
    const int32_t code = own ? bplan_scheme_create_from_json(json, own_length, scheme, NULL)
                             : bplan_scheme_create(pack, pack_length, id, id_length, scheme, NULL);
    free(json);
    free(pack);
    free(id);
    return code;
}

static uint8_t rating_of(const json_t* given, size_t domain) {
    return (uint8_t)json_integer_value(json_array_get(json_object_get(given, "ratings"), domain));
}

static json_t* answer_score(const json_t* given) {
    uint8_t ratings[BPLAN_DOMAINS];
    bplan_scheme* scheme;
    int32_t code = scheme_of(given, &scheme);
    int32_t index_class, points, answered, reason;
    size_t d;
    for (d = 0; d < BPLAN_DOMAINS; ++d) {
        ratings[d] = rating_of(given, d);
    }
    if (code == BPLAN_OK) {
        code = bplan_scheme_score_ratings(scheme, ratings, &index_class, &points, &answered,
                                          &reason, NULL);
    }
    bplan_scheme_free(scheme);
    return code == BPLAN_OK ? score_words(index_class, points, answered, reason) : refusal(code);
}

json_t* answer_together(const json_t* given) {
    const size_t count = json_array_size(given);
    uint8_t* bytes = malloc(BPLAN_DOMAINS * count + 1);
    int8_t* classes = malloc(3 * count + 1);
    int32_t* points = malloc((count + 1) * sizeof *points);
    const uint8_t* columns[BPLAN_DOMAINS];
    bplan_score_columns to = BPLAN_SCORE_COLUMNS_INIT;
    bplan_scheme* scheme;
    int64_t unreadable;
    json_t* answers = NULL;
    size_t d, row;
    for (d = 0; d < BPLAN_DOMAINS; ++d) {
        columns[d] = bytes + d * count;
        for (row = 0; row < count; ++row) {
            bytes[d * count + row] = rating_of(json_array_get(given, row), d);
        }
    }
    to.classes = classes;
    to.answered = classes + count;
    to.reasons = classes + 2 * count;
    to.points = points;
    if (scheme_of(json_array_get(given, 0), &scheme) == BPLAN_OK &&
        bplan_scheme_score_columns(scheme, columns, (int64_t)count, &to, &unreadable, NULL) ==
            BPLAN_OK) {
        answers = json_array();
        for (row = 0; row < count; ++row) {
            json_array_append_new(answers, score_words(to.classes[row], to.points[row],
                                                       to.answered[row], to.reasons[row]));
        }
    }
    bplan_scheme_free(scheme);
    free(points);
    free(classes);
    free(bytes);
    return answers;
}

/* ---- All kinds ------------------------------------------------------------------------------- */

static const struct {
    const char* name;
    const char* keys[4]; /* that `given` may have */
    json_t* (*answer)(const json_t* given);
} kinds[] = {
    {"municipality", {"code", "date", "", ""}, answer_municipality},
    {"normalise", {"text", "", "", ""}, answer_normalise},
    {"number", {"text", "policy", "", ""}, answer_number},
    {"pseudonym", {"key", "purpose", "text", "policy"}, answer_pseudonym},
    {"record", {"options", "record", "text", ""}, answer_record},
    {"score", {"scheme", "pack", "scheme_json", "ratings"}, answer_score},
};

json_t* answer(const char* kind, const json_t* given) {
    const char* key;
    json_t* value;
    size_t i, k;
    for (i = 0; i < COUNT(kinds); ++i) {
        if (strcmp(kinds[i].name, kind) == 0) {
            json_object_foreach((json_t*)given, key, value) {
                for (k = 0; k < 4 && strcmp(kinds[i].keys[k], key) != 0; ++k) {
                }
                if (k == 4) {
                    return NULL;
                }
            }
            return kinds[i].answer(given);
        }
    }
    return NULL;
}
