/* How long a program in C waits for a library: found, loaded with everything it needs, and bound.
   Each time in a process of its own that has libc alone, since the C++ run time is never unloaded
   again once it is there. The files are in memory.

   usage: load_benchmark <library> <times>      prints the median in microseconds */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* In the child: writes how long it took, and ends. */
static void load(const char* file, int answer) {
    const double start = now();
    void* library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    const double waited = now() - start;
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        _exit(1);
    }
    _exit(write(answer, &waited, sizeof waited) == (ssize_t)sizeof waited ? 0 : 1);
}

static int wait_for_one(const char* file, double* waited) {
    int ends[2], status;
    pid_t child;
    if (pipe(ends) != 0 || (child = fork()) < 0) {
        return 0;
    }
    if (child == 0) {
        load(file, ends[1]);
    }
    close(ends[1]);
    status = read(ends[0], waited, sizeof *waited) == (ssize_t)sizeof *waited;
    close(ends[0]);
    return waitpid(child, NULL, 0) == child && status;
}

static int ascending(const void* a, const void* b) {
    const double x = *(const double*)a, y = *(const double*)b;
    return (x > y) - (x < y);
}

int main(int argc, char** argv) {
    const long times = argc == 3 ? strtol(argv[2], NULL, 10) : 0;
    double* waited = times > 0 ? malloc((size_t)times * sizeof *waited) : NULL;
    long i;
    if (!waited) {
        fprintf(stderr, "usage: load_benchmark <library> <times>\n");
        return 2;
    }
    for (i = 0; i < times; ++i) {
        if (!wait_for_one(argv[1], &waited[i])) {
            free(waited);
            return 1;
        }
    }
    qsort(waited, (size_t)times, sizeof *waited, ascending);
    printf("%.1f\n", waited[times / 2]);
    free(waited);
    return 0;
}
