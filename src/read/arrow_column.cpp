#include "read/arrow_column.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

#include <brukerplan/model/date.hpp>

#include "read/arrow_visit.hpp"
#include "read/charset.hpp"

namespace brukerplan::detail {

namespace {

/// Stands for a number that no table of codes has a place for, in cells that are not finished.
constexpr std::uint8_t beyond_table = 254;

/// Text for repair and for suggestions; what is not text is not kept.
std::string_view kept(std::string_view text) noexcept {
    const auto cell = trimmed(text);
    return is_utf8(cell) ? cell : std::string_view{};
}

/// Digits of a number, as short as can be.
template <class Number>
class written {
public:
    explicit written(Number value) noexcept {
        std::to_chars_result end{};
        if constexpr (std::is_floating_point_v<Number>) {
            end = std::to_chars(text_.data(), text_.data() + text_.size(), value,
                                std::chars_format::fixed);
        } else {
            end = std::to_chars(text_.data(), text_.data() + text_.size(), value);
        }
        size_ = static_cast<std::size_t>(end.ptr - text_.data());
    }
    [[nodiscard]] std::string_view text() const noexcept { return {text_.data(), size_}; }

private:
    std::array<char, 400> text_; // the smallest double has 325 decimals
    std::size_t size_ = 0;
};

/// Below `code_unreadable` when all cells hold a code or nothing. (A loop that compares many at a
/// time.)
std::uint8_t highest_of(std::span<const std::uint8_t> codes) noexcept {
    std::uint8_t highest = 0;
    for (const auto code : codes) {
        highest = std::max(highest, code);
    }
    return highest;
}

/// Calls `use` with what tells whether a row has a value, by 1 or 0.
template <class Use>
void with_validity(std::span<const std::uint8_t> valid, Use use) {
    if (valid.empty()) {
        use([](std::size_t) { return std::uint8_t{1}; });
    } else {
        use([valid](std::size_t i) { return valid[i]; });
    }
}

/// The state of a cell that has a value or not, by 1 or 0, and one that can be read or not.
cell_state state_where(std::uint8_t valid, bool readable) noexcept {
    constexpr auto value = static_cast<std::uint8_t>(cell_state::value);
    static_assert(static_cast<std::uint8_t>(cell_state::missing) == 0 &&
                  static_cast<std::uint8_t>(cell_state::unreadable) == 2 * value);
    return static_cast<cell_state>(valid * (readable ? value : 2 * value));
}

/// `code(i)` for every row that has a value.
template <class Code>
void set_codes(std::span<std::uint8_t> out, std::span<const std::uint8_t> valid, Code code) {
    with_validity(valid, [&](auto is_valid) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            const std::uint8_t found = code(i);
            out[i] = is_valid(i) != 0 ? found : code_missing;
        }
    });
}

} // namespace

arrow_column::arrow_column(const pack& instrument, cell_reader& cells, std::size_t field,
                           arrow_type type, std::int64_t position)
    : pack_(&instrument), cells_(&cells), field_(field), field_type_(instrument.fields[field].type),
      type_(std::move(type)), position_(position), decoded_(storage_of(field_type_)) {
    const auto* list = pack_->list_of(pack_->fields[field]);
    if (list == nullptr) {
        return;
    }
    words_.emplace(cells, field);
    few_codes_ = list->codes.size() <= packed_codes;
    if (is_integer(type_.value_kind())) {
        for (unsigned number = 0; number < numbered_.size(); ++number) {
            numbered_[number] = code_of((*words_)(written{number}.text()));
        }
    }
    no_and_yes_ = {static_cast<std::uint8_t>(list->find("no").value_or(code_unreadable)),
                   static_cast<std::uint8_t>(list->find("yes").value_or(code_unreadable))};
}

void arrow_column::fail_index(std::int64_t row) const {
    fail_batch("an index is beyond its dictionary", position_, row);
}

void arrow_column::begin(const ArrowArray& array, std::int64_t least_length) {
    values_ = checked(type_, array, least_length, position_);
    decoded_.clear();
    dictionary_elements_.clear();
    if (is_list(type_.kind) && type_.inner->dictionary) {
        read_elements(*values_.inner->inner);
    }
    if (!type_.dictionary) {
        return;
    }
    const auto& dictionary = *values_.inner;
    if (dictionary.type->kind == arrow_kind::null) {
        return;
    }
    const auto size = static_cast<std::size_t>(dictionary.length);
    fill_plain(dictionary, 0, size, validity_bytes(dictionary, 0, size, {}, valid_), decoded_);
    if (field_type_ == field_type::code) {
        keep_meanings(decoded_.code_cells(), type_.kind);
    }
    const auto states = decoded_.states();
    const auto any = [&](cell_state s) {
        return std::find(states.begin(), states.end(), s) != states.end();
    };
    any_unreadable_ = any(cell_state::unreadable);
    all_values_ = !any_unreadable_ && !any(cell_state::missing);
    unreadable_words_.clear();
    for (std::size_t i = 0; i < size && (any_unreadable_ || field_type_ == field_type::code); ++i) {
        unreadable_words_.push_back(decoded_.unreadable_text(i));
    }
    decoded_.append_missing(); // for rows without a value
}

void arrow_column::keep_meanings(std::span<const word_meaning> words, arrow_kind index) {
    words_held_ = words.size();
    meanings_.assign(words.begin(), words.end());
    if (is_byte(index)) {
        // Of a signed byte the upper half of the table is what is below zero.
        words_held_ = std::min<std::size_t>(words.size(), index == arrow_kind::int8 ? 128 : 256);
        meanings_.resize(words_held_);
        meanings_.resize(256, word_nowhere);
    }
}

void arrow_column::fill(std::int64_t from, std::size_t rows,
                        std::span<const std::uint8_t> row_valid, column& to) {
    if (rows == 0) {
        return;
    }
    if (type_.value_kind() == arrow_kind::null) {
        to.append_missing_rows(rows);
        return;
    }
    const auto valid = validity_bytes(values_, from, rows, row_valid, valid_);
    if (!type_.dictionary) {
        fill_plain(values_, from, rows, valid, to);
        return;
    }
    visit_index(type_.kind, [&]<class Index>(Index) {
        const auto* indices = values_.from<Index>(from);
        if (field_type_ == field_type::code) {
            take_codes(indices, rows, valid, to);
        } else {
            take(indices, rows, valid, to);
        }
    });
}

void arrow_column::fill_plain(const arrow_values& v, std::int64_t from, std::size_t rows,
                              valid_rows valid, column& to) {
    if (rows == 0) {
        return;
    }
    switch (v.type->kind) {
    case arrow_kind::null:
        to.append_missing_rows(rows);
        return;
    case arrow_kind::boolean:
        fill_booleans(v, from, rows, valid, to);
        return;
    case arrow_kind::float32:
        fill_floats(v.from<float>(from), rows, valid, to);
        return;
    case arrow_kind::float64:
        fill_floats(v.from<double>(from), rows, valid, to);
        return;
    case arrow_kind::utf8:
        fill_texts(offset_texts<std::int32_t>{v, from, rows, position_}, rows, valid, to);
        return;
    case arrow_kind::large_utf8:
        fill_texts(offset_texts<std::int64_t>{v, from, rows, position_}, rows, valid, to);
        return;
    case arrow_kind::utf8_view:
        fill_texts(view_texts{v, from, position_}, rows, valid, to);
        return;
    case arrow_kind::date32:
    case arrow_kind::date64:
    case arrow_kind::timestamp:
        fill_days(v, from, rows, valid, to);
        return;
    case arrow_kind::list:
    case arrow_kind::large_list:
    case arrow_kind::fixed_size_list:
        fill_lists(from, rows, valid, to);
        return;
    default:
        visit_integer(v.type->kind, [&]<class Integer>(Integer) {
            fill_integers(v.from<Integer>(from), rows, valid, to);
        });
    }
}

void arrow_column::append_text(std::string_view text, column& to) {
    if (is_utf8(text)) {
        cells_->append(field_, text, to);
    } else {
        to.append_unreadable({});
    }
}

// ---- Numbers

void arrow_column::fill_booleans(const arrow_values& v, std::int64_t from, std::size_t rows,
                                 valid_rows valid, column& to) const {
    const auto* bits = static_cast<const std::uint8_t*>(v.first);
    const auto first = static_cast<std::uint64_t>(v.offset + from);
    set_codes(to.grown_codes(rows), valid, [&](std::size_t i) {
        return no_and_yes_[(bits[(first + i) / 8] >> ((first + i) % 8)) & 1U];
    });
}

template <class Integer>
void arrow_column::fill_code_numbers(const Integer* values, std::size_t rows, valid_rows valid,
                                     column& to) {
    const auto first = to.size();
    const auto out = to.grown_codes(rows);
    set_codes(out, valid, [&](std::size_t i) {
        const auto number = static_cast<std::make_unsigned_t<Integer>>(values[i]);
        const bool negative = values[i] < 0;
        return !negative && number < numbered_.size() ? numbered_[static_cast<std::uint8_t>(number)]
                                                      : beyond_table;
    });
    if (highest_of(out) < code_unreadable) {
        return;
    }
    for (std::size_t i = 0; i < rows; ++i) {
        if (out[i] < code_unreadable) {
            continue;
        }
        const written digits{values[i]};
        out[i] = code_of((*words_)(digits.text()));
        if (out[i] == code_unreadable) {
            to.note_unreadable(first + i, digits.text());
        }
    }
}

/// Into a field of whole numbers.
template <class Integer>
void fill_whole_numbers(const Integer* values, std::size_t rows,
                        std::span<const std::uint8_t> valid, column& to) {
    const auto first = to.size();
    const auto numbers = to.unset_numbers(rows);
    const auto states = to.unset_states(rows);
    bool all_fit = true;
    with_validity(valid, [&](auto is_valid) {
        for (std::size_t i = 0; i < rows; ++i) {
            const bool fits = std::in_range<std::int32_t>(values[i]);
            numbers[i] = fits ? static_cast<std::int32_t>(values[i]) * is_valid(i) : 0;
            states[i] = state_where(is_valid(i), fits);
            all_fit &= fits || is_valid(i) == 0;
        }
    });
    if (!all_fit) {
        for_each_byte(states, cell_state::unreadable, [&](std::size_t i) {
            to.note_unreadable(first + i, written{values[i]}.text());
        });
    }
}

template <class Integer>
void arrow_column::fill_integers(const Integer* values, std::size_t rows, valid_rows valid,
                                 column& to) {
    if (field_type_ == field_type::code) {
        fill_code_numbers(values, rows, valid, to);
        return;
    }
    if (field_type_ == field_type::integer) {
        fill_whole_numbers(values, rows, valid, to);
        return;
    }
    for (std::size_t i = 0; i < rows; ++i) {
        if (is_missing(valid, i)) {
            to.append_missing();
        } else {
            cells_->append(field_, written{values[i]}.text(), to);
        }
    }
}

template <class Float>
void arrow_column::fill_floats(const Float* values, std::size_t rows, valid_rows valid,
                               column& to) {
    // Beyond this there are whole numbers between one float and the next.
    constexpr auto most = static_cast<Float>(std::int64_t{1} << std::numeric_limits<Float>::digits);
    for (std::size_t i = 0; i < rows; ++i) {
        const Float value = values[i] == 0 ? Float{0} : values[i]; // no minus before a zero
        if (is_missing(valid, i) || std::isnan(value)) {
            to.append_missing();
        } else if (std::abs(value) > most) {
            to.append_unreadable({});
        } else {
            cells_->append(field_, written{value}.text(), to);
        }
    }
}

// ---- Texts

/// Each text may hold several words.
template <class Texts>
void arrow_column::fill_cells_of_words(const Texts& texts, std::size_t rows, valid_rows valid,
                                       column& to) {
    const auto first = to.size();
    const auto sets = to.unset_sets(rows);
    const auto states = to.unset_states(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto text = is_missing(valid, i) ? std::string_view{} : std::string_view{texts(i)};
        word_bits held;
        for_each_word(text, [&](std::string_view word) { held |= bits_of_words[(*words_)(word)]; });
        states[i] = state_of(held);
        sets[i] = set_of(held);
        if (states[i] == cell_state::unreadable) {
            to.note_unreadable(first + i, kept(text));
        }
    }
}

template <class Texts>
void arrow_column::fill_texts(const Texts& texts, std::size_t rows, valid_rows valid, column& to) {
    if (field_type_ == field_type::code) {
        const auto first = to.size();
        const auto out = to.grown_codes(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            if (is_missing(valid, i)) {
                continue;
            }
            const std::string_view text = texts(i);
            out[i] = code_of((*words_)(text));
            if (out[i] == code_unreadable) {
                to.note_unreadable(first + i, kept(text));
            }
        }
        return;
    }
    if (field_type_ == field_type::codes) {
        fill_cells_of_words(texts, rows, valid, to);
        return;
    }
    if (storage_of(field_type_) != storage::text) {
        for (std::size_t i = 0; i < rows; ++i) {
            if (is_missing(valid, i)) {
                to.append_missing();
            } else {
                append_text(texts(i), to);
            }
        }
        return;
    }
    fill_places(texts, rows, valid, to);
}

/// Texts stay where they are.
template <class Texts>
void arrow_column::fill_places(const Texts& texts, std::size_t rows, valid_rows valid, column& to) {
    const auto places = to.unset_texts(rows);
    const auto states = to.unset_states(rows);
    const char* base = texts.base();
    to.borrow_text(base);
    if (texts.all_plain(rows)) {
        with_validity(valid, [&](auto is_valid) {
            for (std::size_t i = 0; i < rows; ++i) {
                const std::string_view text = texts(i);
                const bool value = text.size() * is_valid(i) != 0;
                places[i] = value ? column::place_of(base, text) : text_place{};
                states[i] = value ? cell_state::value : cell_state::missing;
            }
        });
        return;
    }
    const bool ascii = texts.all_ascii(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto text = is_missing(valid, i) ? std::string_view{} : trimmed(texts(i));
        const bool readable =
            text.size() <= std::numeric_limits<std::uint32_t>::max() && (ascii || is_utf8(text));
        states[i] = text.empty() ? cell_state::missing
                    : readable   ? cell_state::value
                                 : cell_state::unreadable;
        places[i] = states[i] == cell_state::value ? column::place_of(base, text) : text_place{};
    }
}

// ---- Days

namespace {

/// Days of values that count so many units a day, from a day that there is in dates of a file.
template <std::int64_t UnitsInADay, class Value>
void set_days(const Value* values, std::span<const std::uint8_t> valid,
              std::span<std::int32_t> days, std::span<cell_state> states) {
    constexpr auto first = make_date(1, 1, 1)->time_since_epoch().count();
    constexpr auto last = make_date(9999, 12, 31)->time_since_epoch().count();
    with_validity(valid, [&](auto is_valid) {
        for (std::size_t i = 0; i < days.size(); ++i) {
            const std::int64_t value = values[i];
            const auto day = value / UnitsInADay - (value % UnitsInADay < 0 ? 1 : 0);
            const bool possible = day >= first && day <= last;
            days[i] = possible ? static_cast<std::int32_t>(day) * is_valid(i) : 0;
            states[i] = state_where(is_valid(i), possible);
        }
    });
}

} // namespace

void arrow_column::fill_days(const arrow_values& v, std::int64_t from, std::size_t rows,
                             valid_rows valid, column& to) const {
    const auto days = to.unset_numbers(rows);
    const auto states = to.unset_states(rows);
    const auto fill_from = [&]<std::int64_t Units>(std::integral_constant<std::int64_t, Units>) {
        set_days<Units>(v.from<std::int64_t>(from), valid, days, states);
    };
    // The divisor is a constant in each: a division by one that is not takes ten times as long.
    if (v.type->kind == arrow_kind::date32) {
        set_days<1>(v.from<std::int32_t>(from), valid, days, states);
    } else if (v.type->kind == arrow_kind::date64 || v.type->units_in_a_day == 86'400'000) {
        fill_from(std::integral_constant<std::int64_t, 86'400'000>{});
    } else if (v.type->units_in_a_day == 86'400) {
        fill_from(std::integral_constant<std::int64_t, 86'400>{});
    } else if (v.type->units_in_a_day == 86'400'000'000) {
        fill_from(std::integral_constant<std::int64_t, 86'400'000'000>{});
    } else {
        fill_from(std::integral_constant<std::int64_t, 86'400'000'000'000>{});
    }
}

// ---- Dictionaries

template <class Index>
void arrow_column::take_codes(const Index* indices, std::size_t rows, valid_rows valid,
                              column& to) const {
    const auto out = to.grown_codes(rows);
    if constexpr (sizeof(Index) == 1) {
        meanings_of_bytes(indices, meanings_, words_held_, out);
    } else {
        set_meanings(indices, meanings_, out);
    }
    for (std::size_t i = 0; i < valid.size(); ++i) {
        out[i] = valid[i] != 0 ? out[i] : code_missing;
    }
    const auto highest = highest_of(out);
    if (highest < code_unreadable) {
        return;
    }
    if (highest == word_nowhere) {
        fail_index(std::find(out.begin(), out.end(), word_nowhere) - out.begin());
    }
    to.borrow_unreadable(indices, unreadable_words_.data());
}

template <class Index>
void arrow_column::take(const Index* indices, std::size_t rows, valid_rows valid,
                        column& to) const {
    const auto states = to.unset_states(rows);
    const auto take_cells = [&]<class T>(std::span<const T> values, std::span<T> cells) {
        with_validity(valid, [&, decoded = decoded_.states()](auto is_valid) {
            const auto nothing = decoded.size() - 1;
            // As narrow as can be, so that many are compared at a time.
            Index beyond = 0;
            for (std::size_t i = 0; i < rows && nothing <= std::numeric_limits<Index>::max(); ++i) {
                beyond |= static_cast<Index>((indices[i] >= static_cast<Index>(nothing) ? 1 : 0) &
                                             is_valid(i));
            }
            if (beyond != 0) {
                std::size_t row = 0;
                while (is_valid(row) == 0 || indices[row] < static_cast<Index>(nothing)) {
                    ++row;
                }
                fail_index(static_cast<std::int64_t>(row));
            }
            // Without a branch: which rows have a value is not to be guessed.
            const auto from = [&](std::size_t i) {
                return nothing + (indices[i] - nothing) * is_valid(i);
            };
            for (std::size_t i = 0; i < rows; ++i) {
                cells[i] = values[from(i)];
            }
            if (all_values_) {
                for (std::size_t i = 0; i < rows; ++i) {
                    states[i] = state_where(is_valid(i), true);
                }
                return;
            }
            for (std::size_t i = 0; i < rows; ++i) {
                states[i] = decoded[from(i)];
            }
        });
    };
    if (to.kind() == storage::text) {
        to.borrow_text(decoded_.text_bytes());
        take_cells(decoded_.texts(), to.unset_texts(rows));
    } else if (to.kind() == storage::codes) {
        take_cells(decoded_.sets(), to.unset_sets(rows));
    } else {
        take_cells(decoded_.numbers(), to.unset_numbers(rows));
    }
    if (any_unreadable_) {
        to.borrow_unreadable(indices, unreadable_words_.data());
    }
}

} // namespace brukerplan::detail
