/* Runs the cases of the conformance kit through the installed library:
 *
 *     conformance <folder or file>...
 *
 * Prints each difference, and ends with 0 only if at least one case ran and none differs. Cases are
 * read with jansson; folders with glob() of POSIX. */
#define _POSIX_C_SOURCE 200809L

#include "answers.h"
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* ---- Reading --------------------------------------------------------------------------------- */

/* Adds the cases of a file, one a line. Returns 0 when it cannot be read. */
static int read_file(const char* path, json_t* cases) {
    FILE* file = fopen(path, "rb");
    char* line = NULL;
    size_t size = 0;
    ssize_t length = 0;
    json_error_t fault;
    int good = file != NULL;
    while (good && (length = getline(&line, &size, file)) >= 0) {
        if (strspn(line, " \t\r\n") < (size_t)length) {
            json_t* one = json_loadb(line, (size_t)length, JSON_ALLOW_NUL, &fault);
            good = json_array_append_new(cases, one) == 0;
        }
    }
    if (!good) {
        fprintf(stderr, "%s: %s\n", path, file ? fault.text : "cannot be read");
    }
    free(line);
    if (file) {
        fclose(file);
    }
    return good;
}

/* The files of a folder in the order of their names, or one file. */
static int read_place(const char* place, json_t* cases) {
    char* pattern = malloc(strlen(place) + sizeof "/*.ndjson");
    glob_t found;
    size_t i;
    int good = 1;
    strcat(strcpy(pattern, place), "/*.ndjson");
    if (glob(pattern, 0, NULL, &found) == 0) {
        for (i = 0; i < found.gl_pathc && good; ++i) {
            good = read_file(found.gl_pathv[i], cases);
        }
        globfree(&found);
    } else {
        good = read_file(place, cases);
    }
    free(pattern);
    return good;
}

/* ---- Comparing ------------------------------------------------------------------------------- */

static const char* text_at(const json_t* one, const char* key) {
    const char* text = json_string_value(json_object_get(one, key));
    return text ? text : "";
}

static void show(const char* words, const json_t* value) {
    char* text = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
    printf("    %s: %s\n", words, text ? text : "nothing");
    free(text);
}

/* 1 when every key of `expected` is in the answer as it should be; else says what is not. */
static int agrees(const json_t* one, const json_t* answer, const char* how) {
    const json_t* expected = json_object_get(one, "expected");
    const char* key;
    json_t* value;
    int good = json_object_size(expected) > 0 && answer != NULL;
    json_object_foreach((json_t*)expected, key, value) {
        good = good && json_equal(value, json_object_get(answer, key));
    }
    if (good) {
        return 1;
    }
    printf("%s%s: %s\n", text_at(one, "id"), how, text_at(one, "reason"));
    if (!answer) {
        printf("  the runner is too old for this case\n");
    } else if (json_object_size(expected) == 0) {
        printf("  the case expects nothing\n");
    }
    json_object_foreach((json_t*)expected, key, value) {
        const json_t* came = json_object_get(answer, key);
        if (answer && !json_equal(value, came)) {
            printf("  %s\n", key);
            show("expected", value);
            show("came", came ? came : json_object_get(answer, "error"));
        }
    }
    return 0;
}

/* Whether a case can be scored among others: its scheme as a key, or null. */
static char* group_of(const json_t* one) {
    json_t* scheme;
    char* key;
    if (strcmp(text_at(one, "kind"), "score") != 0 ||
        json_object_get(json_object_get(one, "expected"), "error")) {
        return NULL;
    }
    scheme = json_copy(json_object_get(one, "given"));
    json_object_del(scheme, "ratings");
    key = json_dumps(scheme, JSON_SORT_KEYS | JSON_COMPACT);
    json_decref(scheme);
    return key;
}

/* The score cases of a scheme that have passed, once more as columns. Marks in `passed` those that
 * differ. */
static void compare_together(const json_t* cases, const json_t* members, char* passed) {
    json_t *given = json_array(), *answers;
    size_t i;
    for (i = 0; i < json_array_size(members); ++i) {
        const size_t index = (size_t)json_integer_value(json_array_get(members, i));
        json_array_append(given, json_object_get(json_array_get(cases, index), "given"));
    }
    answers = answer_together(given);
    for (i = 0; i < json_array_size(members); ++i) {
        const size_t index = (size_t)json_integer_value(json_array_get(members, i));
        if (!agrees(json_array_get(cases, index), json_array_get(answers, i), ", among many")) {
            passed[index] = 0;
        }
    }
    json_decref(answers);
    json_decref(given);
}

/* Compares every case, and counts them by kind in `by_kind`. Returns how many agree. */
static size_t compare_all(const json_t* cases, json_t* by_kind) {
    const size_t count = json_array_size(cases);
    char* passed = calloc(count + 1, 1);
    json_t *ids = json_object(), *groups = json_object(), *one, *members;
    const char* scheme;
    size_t i, agreed = 0;
    json_array_foreach((json_t*)cases, i, one) {
        const char* kind = text_at(one, "kind");
        json_t* came = answer(kind, json_object_get(one, "given"));
        char* group;
        passed[i] = (char)agrees(one, came, "");
        group = passed[i] ? group_of(one) : NULL;
        json_decref(came);
        if (json_object_get(ids, text_at(one, "id"))) {
            printf("%s: there is more than one case of this id\n", text_at(one, "id"));
            passed[i] = 0;
        }
        json_object_set_new(ids, text_at(one, "id"), json_true());
        json_object_set_new(by_kind, kind,
                            json_integer(json_integer_value(json_object_get(by_kind, kind)) + 1));
        if (group) {
            if (!json_object_get(groups, group)) {
                json_object_set_new(groups, group, json_array());
            }
            json_array_append_new(json_object_get(groups, group), json_integer((json_int_t)i));
            free(group);
        }
    }
    json_object_foreach(groups, scheme, members) {
        compare_together(cases, members, passed);
    }
    for (i = 0; i < count; ++i) {
        agreed += (size_t)passed[i];
    }
    json_decref(groups);
    json_decref(ids);
    free(passed);
    return agreed;
}

static int by_name(const void* a, const void* b) {
    return strcmp(*(const char* const*)a, *(const char* const*)b);
}

static void summarise(size_t cases, size_t agreed, json_t* by_kind) {
    const size_t count = json_object_size(by_kind);
    const char** names = malloc((count + 1) * sizeof *names);
    const char* kind;
    json_t* number;
    size_t i = 0;
    json_object_foreach(by_kind, kind, number) {
        names[i++] = kind;
    }
    qsort(names, count, sizeof *names, by_name);
    printf("conformance: %lu cases, %lu passed (", (unsigned long)cases, (unsigned long)agreed);
    for (i = 0; i < count; ++i) {
        printf("%s%s %ld", i ? ", " : "", names[i],
               (long)json_integer_value(json_object_get(by_kind, names[i])));
    }
    printf(")\n");
    free(names);
}

int main(int argc, char** argv) {
    json_t *cases = json_array(), *by_kind = json_object();
    size_t count, agreed = 0;
    int i, readable = 1;
    for (i = 1; i < argc && readable; ++i) {
        readable = read_place(argv[i], cases);
    }
    count = json_array_size(cases);
    if (readable) {
        agreed = compare_all(cases, by_kind);
        summarise(count, agreed, by_kind);
    }
    json_decref(by_kind);
    json_decref(cases);
    return !readable ? 2 : count > 0 && agreed == count ? 0 : 1;
}
