#include <cstring>
#include <string>

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "cells.hpp"
#include "columns.hpp"
#include "error.hpp"
#include "gather.hpp"
#include "source.hpp"

namespace brukerplan_python {

namespace {

const ArrowSchema& type_of(const table& self) {
    return **self.schema;
}

std::vector<std::string> names_of(const table& self) {
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < type_of(self).n_children; ++i) {
        const char* name = type_of(self).children[i]->name;
        names.emplace_back(name == nullptr ? "" : name);
    }
    return names;
}

cell_list column_of(const table& self, std::int64_t column) {
    if (column < 0 || column >= type_of(self).n_children) {
        throw nb::index_error("no such column");
    }
    return cells_of(self, column);
}

table rows_of(const table& self, const nb::bytes& rows) {
    std::vector<std::int64_t> wanted(rows.size() / sizeof(std::int64_t));
    if (!wanted.empty()) {
        std::memcpy(wanted.data(), rows.data(), wanted.size() * sizeof(std::int64_t));
    }
    nb::gil_scoped_release unlocked;
    return gather(self, wanted);
}

table read(nb::handle rows) {
    auto all = read_all(source_of(rows));
    if (std::strcmp(type_of(all).format, "+s") != 0) {
        throw failure{BPLAN_ERROR_ARROW_SCHEMA, "this is one column and no table of columns"};
    }
    return all;
}

} // namespace

void bind_tables(nb::module_& module) {
    nb::class_<table>(
        module, "Table",
        "Columns in batches, in the memory of Arrow. Never changes; threads may share it.")
        .def("__len__", &table::rows)
        .def_prop_ro("names", &names_of)
        .def_prop_ro("batches", [](const table& self) { return self.batches.size(); })
        .def("column", &column_of, nb::arg("column"), "The cells of a column as objects of Python.")
        .def("take", &rows_of, nb::arg("rows"),
             "Rows by their numbers, rising, as eight bytes each.")
        .def(
            "__arrow_c_stream__",
            [](const table& self, nb::handle) { return nb::object(capsule_of(stream_of(self))); },
            nb::arg("requested_schema").none() = nb::none());
    module.def("read_table", &read, nb::arg("rows"), "A stream in memory.");
    module.def("table_of_columns", &table_of_columns, nb::arg("names"), nb::arg("columns"),
               "A table of lists of cells.");
    module.def("table_of_text_rows", &table_of_text_rows, nb::arg("names"), nb::arg("rows"),
               "A table of text, from rows of cells.");
}

} // namespace brukerplan_python
