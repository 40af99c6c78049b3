/* Options and policies as the cases of the conformance kit write them. */
#ifndef CASE_SETTINGS_H
#define CASE_SETTINGS_H

#include <brukerplan/brukerplan.h>
#include <jansson.h>

/* A key that is not known here: the runner is too old. No code of the library is negative. */
#define TOO_OLD (-1)

/* Sets what stands in `given`, which may be null, until something is refused. Returns its code. */
int32_t set_options(bplan_options* options, const json_t* given);
int32_t set_policy(bplan_number_policy* policy, const json_t* given);

typedef struct {
    int32_t year, month, day;
} date;

/* YYYY-MM-DD; 0, 0, 0 for anything else. */
date date_of(const json_t* text);

/* A string as it is, anything else as its JSON, nothing as empty text. The caller frees it. */
char* text_of(const json_t* value, int64_t* length);

/* What a function of the library calls a value. The value itself when it has no name. */
typedef int32_t namer(int32_t value, const char** name, int64_t* length, bplan_error* err);
json_t* name_of(namer* names, int32_t value);

#endif
