/*
 * Every exported function is called once, and answers as it should.
 * usage: every_call <report document> <list of the exported functions>...
 */
#include "calls.h"

#include <stdio.h>
#include <string.h>

/* A failure fills every member of an error. */
static int errors_are_filled(void) {
    const char* name = "before";
    int64_t length = 77;
    bplan_error err;
    memset(&err, 7, sizeof err);
    err.struct_size = (uint32_t)sizeof err;
    return bplan_code_get_name(-3, &name, &length, &err) == BPLAN_ERROR_INVALID_ARGUMENT &&
           err.code == BPLAN_ERROR_INVALID_ARGUMENT && err.row == -1 && err.column == -1 &&
           err.reserved == 0 && strcmp(err.message, "there is no code -3") == 0;
}

int main(int argc, char** argv) {
    bplan_error err = BPLAN_ERROR_INIT;
    int faults = 0;
    int i;
    if (argc < 2 || make_shared(argv[1], &err) != BPLAN_OK) {
        printf("the handles could not be made: %s\n", err.message);
        return 1;
    }
    for (i = 0; every_function(i) != NULL; ++i) {
        const int32_t code = every_function(i)->call(&err);
        if (code != BPLAN_OK || err.code != BPLAN_OK) {
            printf("%s: %d %s\n", every_function(i)->name, (int)code,
                   code > 0 ? err.message : "is not what it should be");
            ++faults;
        }
    }
    free_shared();
    printf("%d calls\n", i);
    if (!errors_are_filled()) {
        puts("an error is not filled as it should be");
        ++faults;
    }
    for (i = 2; i < argc; ++i) {
        char name[128];
        FILE* list = fopen(argv[i], "r");
        while (list != NULL && fscanf(list, "%127s", name) == 1) {
            if (!is_called(name)) {
                printf("%s is exported and not called here\n", name);
                ++faults;
            }
        }
        faults += list == NULL;
        if (list != NULL) {
            fclose(list);
        }
    }
    return faults != 0;
}
