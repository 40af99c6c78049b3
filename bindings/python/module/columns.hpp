// Lists of Python as columns of Arrow.
#pragma once

#include <nanobind/nanobind.h>

#include "arrow.hpp"

namespace brukerplan_python {

/// A table of one batch. Each column is a list of as many cells: all str (and int, float, beside
/// str, as text), all int, all float or int, all bool, all date, all datetime, or lists of str;
/// None anywhere. Throws nb::type_error with the name of the column for anything else.
table table_of_columns(nb::typed<nb::list, nb::str> names,
                       nb::typed<nb::list, nb::typed<nb::list, nb::any>> columns);

/// A table of text alone, from rows of as many str as there are names.
table table_of_text_rows(nb::typed<nb::list, nb::str> names,
                         nb::typed<nb::list, nb::typed<nb::list, nb::any>> rows);

} // namespace brukerplan_python
