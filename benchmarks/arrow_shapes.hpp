// Cells of registrations as Arrow columns, in the shapes that engines give them.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/date.hpp>

#include "read/cell.hpp"
#include "unit/read/arrow_fixture.hpp"

namespace arrow_shapes {

using namespace brukerplan;
using namespace arrow_test;

/// Places in a dictionary that holds each text once, in the order in which they come.
template <class Index>
node dictionary_of(const std::string& name, const texts& of) {
    std::map<std::string, Index> known;
    texts held;
    cells<Index> indices;
    for (const auto& text : of) {
        if (!text) {
            indices.emplace_back();
            continue;
        }
        const auto [at, added] = known.emplace(*text, static_cast<Index>(held.size()));
        if (added) {
            held.push_back(text);
        }
        indices.emplace_back(at->second);
    }
    return dictionary<Index>(name, indices, strings("", held));
}

/// With the smallest index that does.
inline node dictionary_of_texts(const std::string& name, const texts& of) {
    auto distinct = of;
    std::sort(distinct.begin(), distinct.end());
    const auto size = std::unique(distinct.begin(), distinct.end()) - distinct.begin();
    return size < 128     ? dictionary_of<std::int8_t>(name, of)
           : size < 32768 ? dictionary_of<std::int16_t>(name, of)
                          : dictionary_of<std::int32_t>(name, of);
}

/// The words of each cell as a list, by a dictionary of words.
inline node dictionary_of_words(const std::string& name, const texts& of) {
    cells<std::size_t> sizes;
    texts words;
    for (const auto& cell : of) {
        sizes.push_back(cell ? std::optional{std::size_t{0}} : std::nullopt);
        detail::for_each_word(cell.value_or(""), [&](std::string_view word) {
            words.emplace_back(word);
            ++*sizes.back();
        });
    }
    return lists(name, sizes, dictionary_of<std::int8_t>("item", words));
}

/// `value(text)` of every cell; nothing where a cell has none.
template <class Value, class ValueOf>
std::optional<cells<Value>> values_of(const texts& of, ValueOf value) {
    cells<Value> values;
    for (const auto& text : of) {
        values.push_back(text ? value(*text) : std::nullopt);
        if (text && !values.back()) {
            return std::nullopt;
        }
    }
    return values;
}

inline std::optional<std::int8_t> rating_number(const std::string& text) {
    const auto number = text == "green" ? 1 : text == "yellow" ? 2 : text == "red" ? 3 : 0;
    return number == 0 ? std::nullopt : std::optional{static_cast<std::int8_t>(number)};
}

inline std::optional<std::int16_t> small_number(const std::string& text) {
    std::int16_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{number}
                                                                    : std::nullopt;
}

inline std::optional<std::int32_t> day_number(const std::string& text) {
    const auto day = parse_date(text);
    return day ? std::optional{static_cast<std::int32_t>(day->time_since_epoch().count())}
               : std::nullopt;
}

/// Every column plain strings.
inline node text_column(const field& f, const texts& of) {
    return strings(f.name, of);
}

/// Every column a dictionary, or lists by a dictionary; but what is another in every record.
inline node dictionary_column(const field& f, const texts& of) {
    if (f.role == role::source_row_ref || f.role == role::identity_national_number) {
        return strings(f.name, of);
    }
    return f.type == field_type::codes ? dictionary_of_words(f.name, of)
                                       : dictionary_of_texts(f.name, of);
}

/// Ratings, numbers and days as numbers, where every cell of the column is one; the rest by
/// dictionaries.
inline node number_column(const field& f, const texts& of) {
    if (f.type == field_type::code) {
        if (auto ratings = values_of<std::int8_t>(of, rating_number)) {
            return values<std::int8_t>(f.name, *ratings);
        }
    } else if (f.type == field_type::integer) {
        if (auto numbers = values_of<std::int16_t>(of, small_number)) {
            return values<std::int16_t>(f.name, *numbers);
        }
    } else if (f.type == field_type::date) {
        if (auto days = values_of<std::int32_t>(of, day_number)) {
            return values<std::int32_t>(f.name, *days, "tdD");
        }
    }
    return dictionary_column(f, of);
}

template <class Column>
exported table_of(const pack& instrument, const std::vector<texts>& cells, Column column) {
    std::vector<node> columns;
    for (std::size_t f = 0; f < instrument.fields.size(); ++f) {
        columns.push_back(column(instrument.fields[f], cells[f]));
    }
    return exported{table(std::move(columns))};
}

} // namespace arrow_shapes
