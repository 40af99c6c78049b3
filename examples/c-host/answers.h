/* What the library gives for a case of the conformance kit. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include <jansson.h>

/* The answer as an object with the keys of `expected`, or {"error": NAME} where a call was refused.
   Null when the kind, or a key of `given`, is not known here: the runner is too old. */
json_t* answer(const char* kind, const json_t* given);

/* The answers to a list of `given` of the kind `score` with one scheme, through the function for
   many rows: a list of the same length. Null when the library refuses. */
json_t* answer_together(const json_t* given);

#endif
