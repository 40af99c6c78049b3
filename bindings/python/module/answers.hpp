// Columns of text as the C interface reads them, and its answers as columns.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "builder.hpp"
#include "source.hpp"

namespace brukerplan_python {

/// The texts of a column, whatever its layout, one behind the other. Nothing in place of a null.
struct text_column {
    std::string bytes;
    std::vector<std::int64_t> offsets{0};
    std::vector<bool> there;

    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(there.size()); }
    [[nodiscard]] std::string_view operator[](std::int64_t at) const {
        const auto i = static_cast<std::size_t>(at);
        return std::string_view{bytes}.substr(
            static_cast<std::size_t>(offsets[i]),
            static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
    }
    void add(std::optional<std::string_view> text);
};

/// Reads a column: an array or a stream of arrays of strings. Throws a failure when it is none.
text_column texts_of(nb::handle column);

/// A column of whole numbers; null where the text was, and where `none` is the number.
template <class Number>
std::unique_ptr<column> number_answers(std::string name, std::string format,
                                       std::span<const Number> numbers, const text_column& of,
                                       std::optional<Number> none = {}) {
    auto made = new_column(std::move(name), std::move(format));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        made->add_value(numbers[i]);
        made->end_cell(of.there[i] && numbers[i] != none);
    }
    return made;
}

/// A column of words for numbers, each as `word_of` has it; null where the text was, and where the
/// word is empty.
template <class Number>
std::unique_ptr<column> word_answers(std::string name, std::span<const Number> numbers,
                                     const text_column& of,
                                     const std::function<std::string(Number)>& word_of) {
    auto made = new_column(std::move(name), "i");
    made->dictionary = new_column("", "U");
    constexpr std::int32_t not_asked = -2;
    constexpr std::int32_t no_word = -1;
    std::vector<std::int32_t> known(std::size_t{1} << (8 * sizeof(Number)),
                                    not_asked); // by the bits of the number
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto& index = known[static_cast<std::make_unsigned_t<Number>>(numbers[i])];
        if (index == not_asked) {
            const auto word = word_of(numbers[i]);
            index = word.empty() ? no_word : static_cast<std::int32_t>(made->dictionary->length);
            if (!word.empty()) {
                made->dictionary->add_text(word);
            }
        }
        made->add_value(std::max(index, std::int32_t{0}));
        made->end_cell(of.there[i] && index >= 0);
    }
    return made;
}

/// A column of yes and no; null where the text was.
std::unique_ptr<column> yes_no_answers(std::string name, std::span<const std::int8_t> answers,
                                       const text_column& of);

} // namespace brukerplan_python
