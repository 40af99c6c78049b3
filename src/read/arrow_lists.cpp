// Lists of words into sets of codes.
#include <optional>
#include <string>
#include <type_traits>

#include "read/arrow_column.hpp"
#include "read/arrow_visit.hpp"
#include "read/charset.hpp"

namespace brukerplan::detail {

namespace {

/// Calls `use` with the strings of an array, `rows` of them (at least 1) from a row on, however it
/// holds them.
template <class Use>
void with_texts(const arrow_values& v, std::int64_t from, std::size_t rows, std::int64_t column,
                Use use) {
    try {
        if (v.type->kind == arrow_kind::utf8) {
            use(offset_texts<std::int32_t>{v, from, rows, column});
        } else if (v.type->kind == arrow_kind::large_utf8) {
            use(offset_texts<std::int64_t>{v, from, rows, column});
        } else {
            use(view_texts{v, from, column});
        }
    } catch (arrow_failure& failure) {
        failure.error.row = -1; // an element is no row
        throw;
    }
}

/// Elements from `begin` up to `end` together; `bits(k)` are those of one of them. As few branches
/// as can be: how many elements a list has is not to be guessed.
template <class Bits>
word_bits bits_between(std::int64_t begin, std::int64_t end, const Bits& bits) {
    word_bits held;
    for (auto k = begin; k < end; ++k) {
        held |= bits(k);
    }
    return held;
}

/// What stood in a list that cannot be read, as one cell of a file; empty where an element is null.
template <class Element>
std::string joined(std::int64_t begin, std::int64_t end, const Element& element) {
    std::string text;
    for (auto k = begin; k < end; ++k) {
        const std::optional<std::string_view> written = element(k);
        if (!written) {
            return {};
        }
        text.append(k == begin ? "" : "|").append(*written);
    }
    return is_utf8(text) ? text : std::string{};
}

} // namespace

void arrow_column::read_elements(const arrow_values& dictionary) {
    const auto size = static_cast<std::size_t>(dictionary.length);
    if (size == 0 || dictionary.type->kind == arrow_kind::null) {
        return;
    }
    with_texts(dictionary, 0, size, position_, [&](const auto& texts) {
        for (std::size_t i = 0; i < size; ++i) {
            auto& element = dictionary_elements_.emplace_back();
            if (dictionary.is_valid(static_cast<std::int64_t>(i))) {
                element = texts(i);
            }
            dictionary_bits_.push_back(element ? bits_of((*words_)(*element)) : unreadable_bits);
        }
    });
}

void arrow_column::fill_lists(std::int64_t from, std::size_t rows, valid_rows valid, column& to) {
    if (type_.kind == arrow_kind::fixed_size_list) {
        const auto first = values_.offset + from;
        fill_sets(
            [&](std::size_t row) {
                return (first + static_cast<std::int64_t>(row)) * type_.list_size;
            },
            rows, valid, to);
        return;
    }
    const auto fill_between = [&](const auto* offsets) {
        need_rising(offsets, rows, position_);
        fill_sets([&](std::size_t row) { return std::int64_t{offsets[row]}; }, rows, valid, to);
    };
    if (type_.kind == arrow_kind::list) {
        fill_between(values_.from<std::int32_t>(from));
    } else {
        fill_between(values_.from<std::int64_t>(from));
    }
}

/// List i has the elements from `begin_of(i)` up to `begin_of(i + 1)`, which never falls.
template <class BeginOf>
void arrow_column::fill_sets(const BeginOf& begin_of, std::size_t rows, valid_rows valid,
                             column& to) {
    const auto& elements = *values_.inner;
    const auto first = begin_of(0);
    const auto held = static_cast<std::size_t>(begin_of(rows) - first);
    if (begin_of(rows) > elements.length) {
        std::int64_t row = 0;
        while (begin_of(static_cast<std::size_t>(row) + 1) <= elements.length) {
            ++row;
        }
        fail_batch("a list reaches beyond its elements", position_, row);
    }
    const auto first_row = to.size();
    const auto sets = to.grown_sets(rows);
    const auto states = to.grown_states(rows);
    const auto fill_with = [&](const auto& bits, const auto& element) {
        for (std::size_t i = 0; i < rows; ++i) {
            if (is_missing(valid, i)) {
                continue;
            }
            const auto cell = bits_between(begin_of(i), begin_of(i + 1), bits);
            states[i] = state_of(cell);
            sets[i] = set_of(cell);
            if (states[i] == cell_state::unreadable) {
                to.note_unreadable(first_row + i, joined(begin_of(i), begin_of(i + 1), element));
            }
        }
    };
    using text = std::optional<std::string_view>;
    if (held == 0) {
        fill_with([](std::int64_t) { return word_bits{}; }, [](std::int64_t) { return text{}; });
    } else if (type_.inner->value_kind() == arrow_kind::null) {
        // So many as are declared need not be anywhere.
        for (std::size_t i = 0; i < rows; ++i) {
            if (!is_missing(valid, i) && begin_of(i) < begin_of(i + 1)) {
                states[i] = cell_state::unreadable;
            }
        }
    } else if (type_.inner->dictionary) {
        visit_integer(elements.type->kind, [&]<class Index>(Index) {
            const auto* indices = elements.from<Index>(0);
            const auto place = [&](std::int64_t k) {
                const auto at = static_cast<std::make_unsigned_t<Index>>(indices[k]);
                if (at >= dictionary_bits_.size()) {
                    fail_index();
                }
                return at;
            };
            fill_with(
                [&](std::int64_t k) {
                    return elements.is_valid(k) ? dictionary_bits_[place(k)] : unreadable_bits;
                },
                [&](std::int64_t k) {
                    return elements.is_valid(k) ? dictionary_elements_[place(k)] : text{};
                });
        });
    } else {
        with_texts(elements, first, held, position_, [&](const auto& texts) {
            const auto element = [&](std::int64_t k) {
                return elements.is_valid(k) ? text{texts(static_cast<std::size_t>(k - first))}
                                            : text{};
            };
            fill_with(
                [&](std::int64_t k) {
                    const auto word = element(k);
                    return word ? bits_of((*words_)(*word)) : unreadable_bits;
                },
                element);
        });
    }
}

} // namespace brukerplan::detail
