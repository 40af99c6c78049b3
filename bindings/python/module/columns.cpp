#include "columns.hpp"

#include <cmath>
#include <string>
#include <string_view>

#include "builder.hpp"
#include "error.hpp"

namespace brukerplan_python {

namespace {

std::string_view text_of(nb::handle cell) {
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(cell.ptr(), &size);
    if (bytes == nullptr) { // a lone surrogate: what was no text before it came here
        PyErr_Clear();
        return "\xff";
    }
    return {bytes, static_cast<std::size_t>(size)};
}

/// What stands for nothing: None, NaN, and NaT and NA of pandas, which are equal to nothing, not
/// even to themselves.
bool is_nothing(nb::handle cell) {
    PyObject* object = cell.ptr();
    if (cell.is_none()) {
        return true;
    }
    if (PyFloat_Check(object)) {
        return std::isnan(PyFloat_AS_DOUBLE(object));
    }
    if (PyUnicode_Check(object) || PyLong_Check(object) || PyList_Check(object) ||
        PyTuple_Check(object)) {
        return false;
    }
    const nb::object equal = nb::steal(PyObject_RichCompare(object, object, Py_EQ));
    if (!equal.is_valid()) { // what cannot be compared is something
        PyErr_Clear();
        return false;
    }
    return equal.is(Py_False) || std::string_view{Py_TYPE(object)->tp_name}.ends_with("NAType");
}

void add_text(column& to, nb::handle cell) {
    if (is_nothing(cell)) {
        to.add_text(std::nullopt);
    } else if (nb::isinstance<nb::str>(cell)) {
        to.add_text(text_of(cell));
    } else {
        to.add_text(text_of(nb::str(cell)));
    }
}

/// What a cell is: a letter for each kind, blank for nothing.
char kind_of(nb::handle cell, nb::handle date, nb::handle datetime) {
    PyObject* object = cell.ptr();
    return is_nothing(cell)                                   ? ' '
           : PyUnicode_Check(object)                          ? 't'
           : PyBytes_Check(object)                            ? '?'
           : PySequence_Check(object) != 0                    ? 'l' // also an array of numpy
           : PyBool_Check(object)                             ? 'b'
           : PyIndex_Check(object)                            ? 'i'
           : PyFloat_Check(object)                            ? 'f'
           : PyObject_IsInstance(object, datetime.ptr()) == 1 ? 's'
           : PyObject_IsInstance(object, date.ptr()) == 1     ? 'd'
                                                              : '?';
}

struct calendar {
    nb::object date = nb::module_::import_("datetime").attr("date");
    nb::object datetime = nb::module_::import_("datetime").attr("datetime");
    nb::object utc = nb::module_::import_("datetime").attr("timezone").attr("utc");
    std::int64_t epoch = nb::cast<std::int64_t>(date(1970, 1, 1).attr("toordinal")());
};

/// The kind of a whole column, blank for one of nothing but None, `?` for one that cannot be a
/// column.
char kind_of_column(nb::list cells, const calendar& days) {
    std::string kinds;
    for (const nb::handle cell : cells) {
        const char kind = kind_of(cell, days.date, days.datetime);
        if (kind != ' ' && kinds.find(kind) == std::string::npos) {
            kinds += kind;
        }
    }
    const auto only = [&](std::string_view allowed) {
        return kinds.find_first_not_of(allowed) == std::string::npos;
    };
    return kinds.empty()       ? ' '
           : kinds.size() == 1 ? kinds[0]
           : only("if")        ? 'f'
           : only("ift")       ? 't'
           : only("ds")        ? 's'
                               : '?';
}

std::int64_t whole_number(nb::handle cell, bool& fits) {
    int overflow = 0;
    const auto number = PyLong_AsLongLongAndOverflow(cell.ptr(), &overflow);
    if (number == -1 && PyErr_Occurred() != nullptr) {
        throw nb::python_error();
    }
    fits = fits && overflow == 0;
    return number;
}

/// Microseconds since 1970 as the clock shows them; in UTC where there is a zone.
std::int64_t microseconds_of(nb::handle cell, const calendar& days) {
    const bool day_alone = PyObject_IsInstance(cell.ptr(), days.datetime.ptr()) == 0;
    const nb::object at = day_alone || cell.attr("tzinfo").is_none()
                              ? nb::borrow(cell)
                              : nb::object(cell.attr("astimezone")(days.utc));
    const auto part = [&](const char* name) {
        return day_alone ? 0 : nb::cast<std::int64_t>(at.attr(name));
    };
    const auto day = nb::cast<std::int64_t>(at.attr("toordinal")()) - days.epoch;
    return (((day * 24 + part("hour")) * 60 + part("minute")) * 60 + part("second")) * 1000000 +
           part("microsecond");
}

void add_cell(column& to, nb::handle cell, char kind, const calendar& days, bool& fits) {
    const bool there = !is_nothing(cell);
    if (kind == 'b') {
        to.add_bit(to.values, cell.is(Py_True));
    } else if (!there) {
        to.add_value(std::int64_t{0});
    } else if (kind == 'i') {
        to.add_value(whole_number(cell, fits));
    } else if (kind == 'd') {
        to.add_value((nb::cast<std::int64_t>(cell.attr("toordinal")()) - days.epoch) * 86400000);
    } else if (kind == 's') {
        to.add_value(microseconds_of(cell, days));
    } else {
        const double number = PyFloat_AsDouble(cell.ptr());
        if (PyErr_Occurred() != nullptr) {
            throw nb::python_error();
        }
        to.add_value(number);
    }
    to.end_cell(there);
}

[[noreturn]] void refuse(const std::string& name) {
    throw nb::type_error(
        ("column " + name +
         ": cells must be all text, whole numbers, numbers, booleans, days, or lists of text")
            .c_str());
}

std::unique_ptr<column> column_of_lists(const std::string& name, nb::list cells) {
    auto made = new_column(name, "+L");
    made->children.push_back(new_column("item", "U"));
    auto& items = *made->children[0];
    for (const nb::handle cell : cells) {
        const bool there = !is_nothing(cell);
        if (there) {
            for (const nb::handle item : cell) {
                if (!is_nothing(item) && !nb::isinstance<nb::str>(item)) {
                    refuse(name);
                }
                add_text(items, item);
            }
        }
        made->add_value(items.length);
        made->end_cell(there);
    }
    return made;
}

std::unique_ptr<column> column_of(const std::string& name, nb::list cells, const calendar& days) {
    const char kind = kind_of_column(cells, days);
    if (kind == '?') {
        refuse(name);
    }
    if (kind == 'l') {
        return column_of_lists(name, cells);
    }
    if (kind == 't' || kind == ' ') {
        auto made = new_column(name, "U");
        for (const nb::handle cell : cells) {
            add_text(*made, cell);
        }
        return made;
    }
    const char* format = kind == 'b'   ? "b"
                         : kind == 'i' ? "l"
                         : kind == 'f' ? "g"
                         : kind == 'd' ? "tdm"
                                       : "tsu:";
    auto made = new_column(name, format);
    bool fits = true;
    for (const nb::handle cell : cells) {
        add_cell(*made, cell, kind, days, fits);
    }
    if (!fits) { // beyond 64 bits: by their digits
        made = new_column(name, "U");
        for (const nb::handle cell : cells) {
            add_text(*made, cell);
        }
    }
    return made;
}

std::string name_of(nb::handle name) {
    if (!nb::isinstance<nb::str>(name)) {
        throw nb::type_error("a column's name must be text");
    }
    return std::string{text_of(name)};
}

} // namespace

table table_of_columns(nb::typed<nb::list, nb::str> names,
                       nb::typed<nb::list, nb::typed<nb::list, nb::any>> columns) {
    const calendar days;
    std::vector<std::unique_ptr<column>> made;
    std::size_t rows = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto name = name_of(names[i]);
        const nb::list cells = nb::cast<nb::list>(columns[i]);
        if (i != 0 && cells.size() != rows) {
            throw nb::value_error(
                ("column " + name + ": not as many cells as the columns before it").c_str());
        }
        rows = cells.size();
        made.push_back(column_of(name, cells, days));
    }
    return finish_table(std::move(made), static_cast<std::int64_t>(rows));
}

table table_of_text_rows(nb::typed<nb::list, nb::str> names,
                         nb::typed<nb::list, nb::typed<nb::list, nb::any>> rows) {
    std::vector<std::unique_ptr<column>> made;
    for (const nb::handle name : names) {
        made.push_back(new_column(name_of(name), "U"));
    }
    for (const nb::handle row : rows) {
        const nb::list cells = nb::cast<nb::list>(row);
        if (cells.size() != made.size()) {
            throw nb::value_error("a row has not as many cells as there are columns");
        }
        for (std::size_t i = 0; i < made.size(); ++i) {
            add_text(*made[i], cells[i]);
        }
    }
    return finish_table(std::move(made), static_cast<std::int64_t>(rows.size()));
}

} // namespace brukerplan_python
