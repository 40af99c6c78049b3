#include "write/arrow_records.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "write/code_tokens.hpp"

namespace brukerplan::detail {

namespace {

/// `value_of(row)` of the cells that have one.
template <class Column, class ValueOf>
arrow_node filled(const column& cells, std::string name, ValueOf value_of) {
    Column made;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        made.add(cells.has_value(row) ? std::optional{value_of(row)} : std::nullopt);
    }
    return std::move(made).finish(std::move(name), true);
}

arrow_node column_of(const column& cells, const field& f, const pack& instrument) {
    const auto number = [&](std::size_t row) { return cells.number(row); };
    const auto text = [&](std::size_t row) { return cells.text(row); };
    switch (f.type) {
    case field_type::code:
        return filled<dictionary_column>(cells, f.name, [&](std::size_t row) -> std::string_view {
            return instrument.list_of(f)->codes[static_cast<std::size_t>(cells.number(row))].token;
        });
    case field_type::codes: {
        std::string tokens;
        return filled<dictionary_column>(cells, f.name, [&](std::size_t row) -> std::string_view {
            tokens = tokens_of(cells.codes(row), *instrument.list_of(f));
            return tokens;
        });
    }
    case field_type::municipality:
    case field_type::district:
        return filled<dictionary_column>(cells, f.name, text);
    case field_type::text:
        return filled<string_column<std::int64_t>>(cells, f.name, text);
    case field_type::integer:
        return filled<number_column<std::int32_t>>(cells, f.name, number);
    case field_type::decimal:
        return filled<number_column<double>>(
            cells, f.name, [&](std::size_t row) { return cells.number(row) / 1000.0; });
    case field_type::date: {
        auto days = filled<number_column<std::int32_t>>(cells, f.name, number);
        days.format = "tdD";
        return days;
    }
    case field_type::national_number:
        break;
    }
    throw std::invalid_argument{"a national number is in no table that leaves"};
}

} // namespace

arrow_node record_columns_of(const column_table& records, std::span<const std::size_t> fields,
                             const pack& instrument) {
    std::vector<arrow_node> columns;
    columns.reserve(fields.size());
    for (const auto field : fields) {
        columns.push_back(column_of(records.columns[field], instrument.fields[field], instrument));
    }
    return struct_of(std::move(columns), records.rows());
}

} // namespace brukerplan::detail
