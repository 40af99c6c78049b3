#include "error.hpp"

#include <exception>

namespace brukerplan_python {

namespace {

/// Raises what brukerplan.errors makes of a failed call.
void raise(const failure& failed) {
    try {
        const nb::object make = nb::module_::import_("brukerplan.errors").attr("from_code");
        const nb::object exception =
            make(failed.code, nb::str(failed.message.c_str(), failed.message.size()), failed.row,
                 failed.column);
        PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.ptr())), exception.ptr());
    } catch (nb::python_error& error) {
        error.restore();
    }
}

} // namespace

void bind_errors(nb::module_& module) {
    nb::register_exception_translator([](const std::exception_ptr& thrown, void*) {
        try {
            std::rethrow_exception(thrown);
        } catch (const failure& failed) {
            raise(failed);
        }
    });
    module.def(
        "code_name", [](std::int32_t code) { return as_str(text_from(bplan_code_get_name, code)); },
        nb::arg("code"), "The short name of a code of the C interface, as `unknown_pack`.");
    module.def("abi_version", &bplan_abi_version, "Number of the C interface of the core.");
    module.def(
        "library_version", [] { return as_str(text_from(bplan_library_get_version)); },
        "Version of the core, `1.2.3`.");
}

} // namespace brukerplan_python
