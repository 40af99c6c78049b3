// The module brukerplan._core: the C interface as Python sees it. brukerplan/*.py make of it what
// people use.
#include <nanobind/nanobind.h>

#include "error.hpp"
#include "handles.hpp"
#include "source.hpp"

NB_MODULE(_core, module) {
    using namespace brukerplan_python;
    module.doc() = "The C interface of brukerplan.";
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
