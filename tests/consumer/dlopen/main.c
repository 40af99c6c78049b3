/* Scores an assessment with a library that the program was not linked with. */
#include <brukerplan/brukerplan.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* ISO C knows no way from an object pointer to a function pointer; POSIX says that the bytes are.
 */
static int find(void* library, const char* name, void* function, size_t size) {
    void* found = dlsym(library, name);
    memcpy(function, &found, size);
    return found != NULL;
}
#define FIND(name) find(library, "bplan_" #name, &name, sizeof name)

int main(void) {
    int32_t (*abi_version)(void);
    int32_t (*scheme_create)(const char*, int64_t, const char*, int64_t, bplan_scheme**,
                             bplan_error*);
    int32_t (*scheme_score_ratings)(const bplan_scheme*, const uint8_t*, int32_t*, int32_t*,
                                    int32_t*, int32_t*, bplan_error*);
    void (*scheme_free)(bplan_scheme*);
    const uint8_t red[BPLAN_DOMAINS] = {3, 3, 3, 3, 3, 3, 3, 3};
    bplan_error err = BPLAN_ERROR_INIT;
    bplan_scheme* scheme = NULL;
    int32_t index_class, points, answered, reason;

    void* library = dlopen("libbrukerplan.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return 2;
    }
    if (!FIND(abi_version) || !FIND(scheme_create) || !FIND(scheme_score_ratings) ||
        !FIND(scheme_free) || abi_version() != BPLAN_ABI_VERSION) {
        fprintf(stderr, "another library than this program was written for\n");
        return 2;
    }
    if (scheme_create(NULL, 0, NULL, 0, &scheme, &err) == BPLAN_OK &&
        scheme_score_ratings(scheme, red, &index_class, &points, &answered, &reason, &err) ==
            BPLAN_OK) {
        printf("class: %d\n", (int)index_class);
    }
    scheme_free(scheme);
    dlclose(library);
    return err.code;
}
