// Lists of words into sets of codes.
#include <array>
#include <cstring>
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

/// Words that are looked at together: how many a list has is not to be guessed, but seldom are they
/// more.
constexpr std::size_t group = 8;

/// So many words together, each by its bits. A whole group can be read behind the last one.
std::uint64_t bits_together(const std::uint8_t* words, std::size_t count,
                            const std::array<std::uint64_t, 256>& bits) noexcept {
    constexpr std::uint64_t each = 0x0101010101010101U;
    // Instead of what stands behind the list.
    const auto first_again = each * words[0];
    std::uint64_t held = 0;
    for (auto left = count;; words += group, left -= group) {
        const auto kept = left < group ? (std::uint64_t{1} << (8 * left)) - 1 : ~std::uint64_t{0};
        const auto eight = (load_eight(words) & kept) | (first_again & ~kept);
        for (unsigned i = 0; i < group; ++i) {
            held |= bits[eight >> (8 * i) & 0xFFU];
        }
        if (left <= group) {
            return count == 0 ? 0 : held;
        }
    }
}

/// The same of any code list.
word_bits bits_one_by_one(const word_meaning* words, std::size_t count) noexcept {
    word_bits held;
    for (std::size_t i = 0; i < count; ++i) {
        held |= bits_of_words[words[i]];
    }
    return held;
}

} // namespace

void arrow_column::read_elements(const arrow_values& dictionary) {
    const auto size = static_cast<std::size_t>(dictionary.length);
    std::vector<word_meaning> words;
    if (size > 0 && dictionary.type->kind != arrow_kind::null) {
        with_texts(dictionary, 0, size, position_, [&](const auto& texts) {
            for (std::size_t i = 0; i < size; ++i) {
                auto& element = dictionary_elements_.emplace_back();
                if (dictionary.is_valid(static_cast<std::int64_t>(i))) {
                    element = texts(i);
                }
                words.push_back(element ? (*words_)(*element) : code_unreadable);
            }
        });
    }
    keep_meanings(words, type_.inner->kind);
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

/// The words of lists, those of list i from `begin_of(i)` on, into `element_words_`: a byte each,
/// which mean what `element_bits_` says.
template <class BeginOf>
void arrow_column::read_words(const BeginOf& begin_of, std::size_t rows, valid_rows valid) {
    const auto& elements = *values_.inner;
    const auto first = begin_of(0);
    const auto held = static_cast<std::size_t>(begin_of(rows) - first);
    element_words_.resize(held + group);
    const std::span words{element_words_.data(), held};
    if (held == 0) {
        return;
    }
    const bool as_they_are = type_.inner->dictionary && is_byte(elements.type->kind) &&
                             elements.validity == nullptr && few_codes_;
    for (std::size_t byte = 0; byte < element_bits_.size(); ++byte) {
        element_bits_[byte] = packed(bits_of_words[as_they_are ? meanings_[byte] : byte]);
    }
    if (as_they_are) {
        std::memcpy(words.data(), elements.from<std::uint8_t>(first), held);
        return;
    }
    if (type_.inner->dictionary) {
        visit_index(elements.type->kind, [&]<class Index>(Index) {
            set_meanings(elements.from<Index>(first), meanings_, words);
        });
        for (std::size_t k = 0; k < held && elements.validity != nullptr; ++k) {
            if (!elements.is_valid(first + static_cast<std::int64_t>(k))) {
                words[k] = code_unreadable;
            }
        }
        return;
    }
    with_texts(elements, first, held, position_, [&](const auto& texts) {
        for (std::size_t i = 0; i < rows; ++i) {
            for (auto k = begin_of(i); k < begin_of(i + 1) && !is_missing(valid, i); ++k) {
                const auto at = static_cast<std::size_t>(k - first);
                words[at] = elements.is_valid(k) ? (*words_)(texts(at)) : code_unreadable;
            }
        }
    });
}

/// What stood in a list that cannot be read, as one cell of a file; empty where an element is null.
std::string arrow_column::joined_words(std::int64_t begin, std::int64_t end) const {
    const auto& elements = *values_.inner;
    std::string text;
    for (auto k = begin; k < end; ++k) {
        std::optional<std::string_view> element;
        if (elements.is_valid(k) && type_.inner->dictionary) {
            visit_index(elements.type->kind, [&]<class Index>(Index) {
                const auto at = static_cast<std::size_t>(*elements.from<Index>(k));
                element = dictionary_elements_[at];
            });
        } else if (elements.is_valid(k)) {
            with_texts(elements, k, 1, position_, [&](const auto& texts) { element = texts(0); });
        }
        if (!element) {
            return {};
        }
        text.append(k == begin ? "" : "|").append(*element);
    }
    return is_utf8(text) ? text : std::string{};
}

/// List i has the elements from `begin_of(i)` up to `begin_of(i + 1)`, which never falls.
template <class BeginOf>
void arrow_column::fill_sets(const BeginOf& begin_of, std::size_t rows, valid_rows valid,
                             column& to) {
    const auto first = begin_of(0);
    if (begin_of(rows) > values_.inner->length) {
        std::int64_t row = 0;
        while (begin_of(static_cast<std::size_t>(row) + 1) <= values_.inner->length) {
            ++row;
        }
        fail_batch("a list reaches beyond its elements", position_, row);
    }
    const auto first_row = to.size();
    const auto sets = to.unset_sets(rows);
    const auto states = to.unset_states(rows);
    if (type_.inner->value_kind() == arrow_kind::null) {
        // So many as are declared need not be anywhere.
        for (std::size_t i = 0; i < rows; ++i) {
            const bool some = !is_missing(valid, i) && begin_of(i) < begin_of(i + 1);
            states[i] = some ? cell_state::unreadable : cell_state::missing;
            sets[i] = {};
        }
        return;
    }
    read_words(begin_of, rows, valid);
    word_bits any;
    const auto join_words = [&](const auto& joined) {
        for (std::size_t i = 0; i < rows; ++i) {
            const auto begin = begin_of(i);
            const auto count = is_missing(valid, i) ? 0 : begin_of(i + 1) - begin;
            const auto held =
                joined(element_words_.data() + (begin - first), static_cast<std::size_t>(count));
            states[i] = state_of(held);
            sets[i] = {held.members, static_cast<std::uint8_t>(held.others)};
            any |= held;
        }
    };
    if (few_codes_) {
        join_words([&bits = element_bits_](const std::uint8_t* words, std::size_t count) {
            return unpacked(bits_together(words, count, bits));
        });
    } else {
        join_words(bits_one_by_one);
    }
    if ((any.others & word_bits::nowhere) != 0) {
        fail_index();
    }
    if ((any.others & word_bits::unreadable) != 0) {
        for_each_byte(states, cell_state::unreadable, [&](std::size_t i) {
            sets[i] = {};
            to.note_unreadable(first_row + i, joined_words(begin_of(i), begin_of(i + 1)));
        });
    }
}

} // namespace brukerplan::detail
