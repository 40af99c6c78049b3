/*
 * Memory that runs out at the 1st, 2nd, ... n-th allocation of a call, once or from then on: every
 * exported function ends with the memory code, its outputs are empty, nothing is left behind, and
 * the next call works. Long calls are tried at every point of their beginning, and at some of the
 * rest.
 *
 * usage: allocation_failure <report document> [every]    with "every" no point is left out
 *
 * The allocator of the C library is stood in for; the C++ library's operator new calls it. With an
 * address sanitizer, which stands in for it itself, this cannot be done.
 */
#include "calls/calls.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);
void* __libc_memalign(size_t alignment, size_t size);
void __libc_free(void* memory);

static int armed = 0;          /* allocations are counted, and may fail */
static long allocations = 0;   /* since it was armed */
static long fails_at = 0;      /* 0 for never */
static int fails_from_then_on; /* or only once */
static long failures = 0;
static long held = 0; /* blocks taken and not given back, while counting */
static int counting = 0;

static int refuses(void) {
    if (!armed) {
        return 0;
    }
    ++allocations;
    if (fails_at == 0 || (fails_from_then_on ? allocations < fails_at : allocations != fails_at)) {
        return 0;
    }
    ++failures;
    errno = ENOMEM;
    return 1;
}

static void* counted(void* memory) {
    held += counting && memory != NULL;
    return memory;
}

void* malloc(size_t size) {
    return refuses() ? NULL : counted(__libc_malloc(size));
}
void* calloc(size_t count, size_t size) {
    return refuses() ? NULL : counted(__libc_calloc(count, size));
}
void* memalign(size_t alignment, size_t size) {
    return refuses() ? NULL : counted(__libc_memalign(alignment, size));
}
void* aligned_alloc(size_t alignment, size_t size) {
    return memalign(alignment, size);
}
int posix_memalign(void** memory, size_t alignment, size_t size) {
    *memory = memalign(alignment, size);
    return *memory == NULL ? ENOMEM : 0;
}
void* realloc(void* memory, size_t size) {
    if (memory == NULL) {
        return malloc(size);
    }
    return refuses() ? NULL : __libc_realloc(memory, size);
}
void free(void* memory) {
    held -= counting && memory != NULL;
    __libc_free(memory);
}

enum { EVERY_POINT_OF = 600, POINTS_OF_THE_REST = 100 };

static bplan_error err = BPLAN_ERROR_INIT;

/* Calls with the n-th allocation failing; n is 0 for none. */
static int32_t call_with(const function_call* function, long n) {
    int32_t code;
    fails_at = n;
    allocations = failures = held = 0;
    counting = armed = 1;
    code = function->call(&err);
    armed = counting = 0;
    return code;
}

/* Behind its beginning, where the document is read, ICU is called, and does not look at every
   allocation of its own: umsg_format of version 72 writes to memory that it did not get. */
static int has_other_code_inside(const function_call* function) {
    return strcmp(function->name, "bplan_report_render_html") == 0;
}

static int try_all(const function_call* function, int every) {
    long points = 0, survived = 0, step, n;
    /* What is made once and kept is made now. */
    if (function->call(&err) != BPLAN_OK || call_with(function, 0) != BPLAN_OK) {
        printf("%s failed with all the memory there is: %s\n", function->name, err.message);
        return 1;
    }
    step = every ? 1
                 : 1 + (allocations > EVERY_POINT_OF ? allocations - EVERY_POINT_OF : 0) /
                           POINTS_OF_THE_REST;
    for (fails_from_then_on = 0; fails_from_then_on < 2; ++fails_from_then_on) {
        for (n = 1;; n += n < EVERY_POINT_OF ? 1 : step) {
            const int32_t code = n > EVERY_POINT_OF && has_other_code_inside(function)
                                     ? call_with(function, 0)
                                     : call_with(function, n);
            if (failures == 0) {
                break;
            }
            ++points;
            survived += code == BPLAN_OK;
            /* A sort that gets no room for a copy does without: that is no failure. */
            if ((code != BPLAN_ERROR_MEMORY && code != BPLAN_OK) || err.code != code || held != 0) {
                printf("%s, allocation %ld: code %d, %ld blocks left behind\n", function->name, n,
                       (int)code, held);
                return 1;
            }
        }
    }
    if (call_with(function, 0) != BPLAN_OK) {
        printf("%s does not work again\n", function->name);
        return 1;
    }
    printf("%s: failed at %ld points, did without at %ld\n", function->name, points - survived,
           survived);
    return survived * 20 > points;
}

int main(int argc, char** argv) {
    const int every = argc > 2 && strcmp(argv[2], "every") == 0;
    int faults = 0;
    int i;
    if (argc < 2 || make_shared(argv[1], &err) != BPLAN_OK) {
        printf("the handles could not be made: %s\n", err.message);
        return 1;
    }
    for (i = 0; every_function(i) != NULL; ++i) {
        const int frees = strstr(every_function(i)->name, "_free") != NULL; /* what another makes */
        faults += frees ? 0 : try_all(every_function(i), every);
    }
    free_shared();
    return faults != 0;
}
