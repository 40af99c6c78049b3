// The module brukerplan._core: the C interface as Python sees it. brukerplan/*.py make of it what
// people use.
#include <nanobind/nanobind.h>

#include "error.hpp"
#include "handles.hpp"
#include "source.hpp"

NB_MODULE(_core, module) {
    using namespace brukerplan_python;
    module.doc() = "The C interface of brukerplan.";
    // What somebody still holds when the interpreter ends (in a cache, in the traceback of an
    // interrupt) is no fault, and nothing is printed.
    nb::set_leak_warnings(false);
    module.def(
        "tell_leaks", &nb::set_leak_warnings, nb::arg("value"),
        "Whether objects that outlive the interpreter are told on standard error: for tests.");
    bind_errors(module);
    bind_tables(module);
    bind_context(module);
    bind_validation(module);
    bind_scheme(module);
    bind_histogram(module);
    bind_round(module);
    bind_prepare(module);
    bind_projection(module);
    bind_names(module);
    bind_numbers(module);
    bind_municipalities(module);
    bind_pseudonyms(module);
}
