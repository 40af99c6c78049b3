#include "cells.hpp"

#include <cstring>
#include <functional>
#include <string>
#include <string_view>

#include "error.hpp"
#include "format.hpp"

namespace brukerplan_python {

namespace {

/// Makes the object of the value at a position, from 0 and without the array's own offset. There is
/// one, it is not null.
using cell_maker = std::function<nb::object(std::int64_t)>;

cell_maker maker_of(const ArrowSchema& type, const ArrowArray& from);

template <class Value>
Value value_at(const ArrowArray& from, std::int64_t at) {
    return static_cast<const Value*>(from.buffers[1])[from.offset + at];
}

template <class Value>
cell_maker numbers(const ArrowArray& from) {
    return [&from](std::int64_t at) { return nb::cast(value_at<Value>(from, at)); };
}

nb::object text_or_bytes(const char* bytes, std::int64_t length, bool text) {
    PyObject* made = text ? PyUnicode_DecodeUTF8(bytes, length, "replace")
                          : PyBytes_FromStringAndSize(bytes, length);
    if (made == nullptr) {
        throw nb::python_error();
    }
    return nb::steal(made);
}

template <class Offset>
cell_maker bytes(const ArrowArray& from, bool text) {
    return [&from, text](std::int64_t at) {
        const auto* offsets = static_cast<const Offset*>(from.buffers[1]) + from.offset + at;
        return text_or_bytes(static_cast<const char*>(from.buffers[2]) + offsets[0],
                             offsets[1] - offsets[0], text);
    };
}

/// 16 bytes: the length, then the bytes themselves, or four of them, a buffer and a place in it.
cell_maker views(const ArrowArray& from, bool text) {
    return [&from, text](std::int64_t at) {
        const auto* view = static_cast<const char*>(from.buffers[1]) + (from.offset + at) * 16;
        std::int32_t words[4];
        std::memcpy(words, view, sizeof words);
        const char* start = words[0] <= 12
                                ? view + 4
                                : static_cast<const char*>(from.buffers[2 + words[2]]) + words[3];
        return text_or_bytes(start, words[0], text);
    };
}

nb::object null_or(const ArrowArray& from, std::int64_t at, const cell_maker& make) {
    if (from.n_buffers > 0 && from.buffers[0] != nullptr && from.null_count != 0 &&
        !bit_at(from.buffers[0], from.offset + at)) {
        return nb::none();
    }
    return make(at);
}

/// A list of the cells of a child from a position up to another.
cell_maker lists(const ArrowSchema& type, const ArrowArray& from,
                 std::function<std::pair<std::int64_t, std::int64_t>(std::int64_t)> span) {
    const ArrowArray& items = *from.children[0];
    return [&items, make = maker_of(*type.children[0], items),
            span = std::move(span)](std::int64_t at) {
        nb::list cells;
        const auto [first, last] = span(at);
        for (auto item = first; item < last; ++item) {
            cells.append(null_or(items, item, make));
        }
        return nb::object(cells);
    };
}

template <class Offset>
cell_maker lists_by_offset(const ArrowSchema& type, const ArrowArray& from) {
    return lists(type, from, [&from](std::int64_t at) {
        const auto* offsets = static_cast<const Offset*>(from.buffers[1]) + from.offset + at;
        return std::pair<std::int64_t, std::int64_t>{offsets[0], offsets[1]};
    });
}

cell_maker structs(const ArrowSchema& type, const ArrowArray& from) {
    std::vector<cell_maker> makers;
    for (std::int64_t i = 0; i < from.n_children; ++i) {
        makers.push_back(maker_of(*type.children[i], *from.children[i]));
    }
    return [&type, &from, makers = std::move(makers)](std::int64_t at) {
        nb::dict cells;
        for (std::int64_t i = 0; i < from.n_children; ++i) {
            cells[type.children[i]->name] =
                null_or(*from.children[i], from.offset + at, makers[static_cast<std::size_t>(i)]);
        }
        return nb::object(cells);
    };
}

template <class Value>
cell_maker dictionary_at(const ArrowSchema& type, const ArrowArray& from) {
    const ArrowArray& words = *from.dictionary;
    const auto make = maker_of(*type.dictionary, words);
    nb::list known;
    for (std::int64_t i = 0; i < words.length; ++i) {
        known.append(null_or(words, i, make));
    }
    return [&from, known](std::int64_t at) {
        return nb::object(known[static_cast<std::size_t>(value_at<Value>(from, at))]);
    };
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970 as a datetime; with its zone in
/// UTC where there is one.
cell_maker timestamps(std::string_view format, const ArrowArray& from) {
    const std::int64_t units = format[2] == 's'   ? 1
                               : format[2] == 'm' ? 1000
                               : format[2] == 'u' ? 1000000
                                                  : 1000000000;
    const nb::module_ datetime = nb::module_::import_("datetime");
    const nb::object zone =
        format.size() > 4 ? nb::object(datetime.attr("timezone").attr("utc")) : nb::none();
    const nb::object epoch = datetime.attr("datetime")(1970, 1, 1, 0, 0, 0, 0, zone);
    return [&from, units, epoch, delta = nb::object(datetime.attr("timedelta"))](std::int64_t at) {
        const auto value = value_at<std::int64_t>(from, at);
        auto whole = value / units;
        auto rest = value % units;
        if (rest < 0) {
            whole -= 1;
            rest += units;
        }
        const auto microseconds = units == 1000000000 ? rest / 1000 : rest * (1000000 / units);
        return nb::object(epoch + delta(0, whole, microseconds));
    };
}

template <class Value>
cell_maker days(const ArrowArray& from, std::int64_t per_day) {
    const nb::module_ datetime = nb::module_::import_("datetime");
    return [&from, per_day, epoch = nb::object(datetime.attr("date")(1970, 1, 1)),
            delta = nb::object(datetime.attr("timedelta"))](std::int64_t at) {
        return nb::object(epoch + delta(value_at<Value>(from, at) / per_day));
    };
}

cell_maker dictionaries(const ArrowSchema& type, const ArrowArray& from) {
    switch (type.format[0]) {
    case 'c':
        return dictionary_at<std::int8_t>(type, from);
    case 'C':
        return dictionary_at<std::uint8_t>(type, from);
    case 's':
        return dictionary_at<std::int16_t>(type, from);
    case 'S':
        return dictionary_at<std::uint16_t>(type, from);
    case 'i':
        return dictionary_at<std::int32_t>(type, from);
    case 'I':
        return dictionary_at<std::uint32_t>(type, from);
    case 'l':
        return dictionary_at<std::int64_t>(type, from);
    default:
        return dictionary_at<std::uint64_t>(type, from);
    }
}

cell_maker simple(char format, const ArrowArray& from) {
    switch (format) {
    case 'n':
        return [](std::int64_t) { return nb::none(); };
    case 'b':
        return [&from](std::int64_t at) {
            return nb::cast(bit_at(from.buffers[1], from.offset + at));
        };
    case 'c':
        return numbers<std::int8_t>(from);
    case 'C':
        return numbers<std::uint8_t>(from);
    case 's':
        return numbers<std::int16_t>(from);
    case 'S':
        return numbers<std::uint16_t>(from);
    case 'i':
        return numbers<std::int32_t>(from);
    case 'I':
        return numbers<std::uint32_t>(from);
    case 'l':
        return numbers<std::int64_t>(from);
    case 'L':
        return numbers<std::uint64_t>(from);
    case 'f':
        return numbers<float>(from);
    case 'g':
        return numbers<double>(from);
    case 'u':
        return bytes<std::int32_t>(from, true);
    case 'U':
        return bytes<std::int64_t>(from, true);
    case 'z':
        return bytes<std::int32_t>(from, false);
    case 'Z':
        return bytes<std::int64_t>(from, false);
    default:
        return {};
    }
}

cell_maker maker_of(const ArrowSchema& type, const ArrowArray& from) {
    const std::string_view format = type.format;
    if (from.dictionary != nullptr) {
        return dictionaries(type, from);
    }
    cell_maker make;
    if (format.size() == 1) {
        make = simple(format[0], from);
    } else if (format == "vu" || format == "vz") {
        make = views(from, format == "vu");
    } else if (format == "tdD") {
        make = days<std::int32_t>(from, 1);
    } else if (format == "tdm") {
        make = days<std::int64_t>(from, 86400000);
    } else if (format.starts_with("ts")) {
        make = timestamps(format, from);
    } else if (format == "+l") {
        make = lists_by_offset<std::int32_t>(type, from);
    } else if (format == "+L") {
        make = lists_by_offset<std::int64_t>(type, from);
    } else if (format.starts_with("+w:")) {
        const std::int64_t size = std::stoll(type.format + std::strlen("+w:"));
        make = lists(type, from, [&from, size](std::int64_t at) {
            const auto first = (from.offset + at) * size;
            return std::pair{first, first + size};
        });
    } else if (format == "+s") {
        make = structs(type, from);
    }
    if (!make) {
        throw failure{BPLAN_ERROR_COLUMN_TYPE,
                      "a column of this type has no counterpart in Python; use to_arrow()"};
    }
    return make;
}

} // namespace

cell_list cells_of(const table& from, std::int64_t column) {
    cell_list cells{nb::list()};
    for (const auto& batch : from.batches) {
        const ArrowSchema& type = *(*from.schema)->children[column];
        const ArrowArray& rows = **batch;
        const ArrowArray& values = *rows.children[column];
        try {
            const auto make = maker_of(type, values);
            for (std::int64_t row = 0; row < rows.length; ++row) {
                cells.append(null_or(values, rows.offset + row, make));
            }
        } catch (failure& failed) {
            failed.column = static_cast<std::int32_t>(column);
            throw;
        }
    }
    return cells;
}

} // namespace brukerplan_python
