#include "answers.hpp"

#include <cstring>

#include "format.hpp"

namespace brukerplan_python {

namespace {

bool is_there(const ArrowArray& from, std::int64_t at) {
    return from.n_buffers == 0 || from.buffers[0] == nullptr ||
           bit_at(from.buffers[0], from.offset + at);
}

template <class Offset>
std::string_view text_at(const ArrowArray& from, std::int64_t at) {
    const auto* offsets = static_cast<const Offset*>(from.buffers[1]) + from.offset + at;
    return {static_cast<const char*>(from.buffers[2]) + offsets[0],
            static_cast<std::size_t>(offsets[1] - offsets[0])};
}

std::string_view view_at(const ArrowArray& from, std::int64_t at) {
    const auto* view = static_cast<const char*>(from.buffers[1]) + (from.offset + at) * 16;
    std::int32_t words[4];
    std::memcpy(words, view, sizeof words);
    const char* start =
        words[0] <= 12 ? view + 4 : static_cast<const char*>(from.buffers[2 + words[2]]) + words[3];
    return {start, static_cast<std::size_t>(words[0])};
}

std::int64_t index_at(char format, const ArrowArray& from, std::int64_t at) {
    const auto* values = from.buffers[1];
    const auto i = from.offset + at;
    switch (format) {
    case 'c':
        return static_cast<const std::int8_t*>(values)[i];
    case 'C':
        return static_cast<const std::uint8_t*>(values)[i];
    case 's':
        return static_cast<const std::int16_t*>(values)[i];
    case 'S':
        return static_cast<const std::uint16_t*>(values)[i];
    case 'i':
        return static_cast<const std::int32_t*>(values)[i];
    case 'I':
        return static_cast<const std::uint32_t*>(values)[i];
    default:
        return static_cast<const std::int64_t*>(values)[i];
    }
}

void add_texts(const ArrowSchema& type, const ArrowArray& from, text_column& to) {
    const std::string_view format = type.format;
    if (from.dictionary != nullptr) {
        text_column words;
        add_texts(*type.dictionary, *from.dictionary, words);
        for (std::int64_t row = 0; row < from.length; ++row) {
            const auto index = is_there(from, row) ? index_at(format[0], from, row) : -1;
            to.add(index >= 0 && words.there[static_cast<std::size_t>(index)]
                       ? std::optional{words[index]}
                       : std::nullopt);
        }
        return;
    }
    if (format != "u" && format != "U" && format != "vu" && format != "n") {
        throw failure{BPLAN_ERROR_COLUMN_TYPE,
                      "the column must be text: as numbers, leading zeros are lost"};
    }
    for (std::int64_t row = 0; row < from.length; ++row) {
        if (format == "n" || !is_there(from, row)) {
            to.add(std::nullopt);
        } else {
            to.add(format == "u"   ? text_at<std::int32_t>(from, row)
                   : format == "U" ? text_at<std::int64_t>(from, row)
                                   : view_at(from, row));
        }
    }
}

} // namespace

void text_column::add(std::optional<std::string_view> text) {
    bytes += text.value_or("");
    offsets.push_back(static_cast<std::int64_t>(bytes.size()));
    there.push_back(text.has_value());
}

text_column texts_of(nb::handle column) {
    auto from = source_of(column);
    nb::gil_scoped_release unlocked;
    source own = std::move(from);
    const auto schema = schema_of(own);
    text_column texts;
    for (owned_array batch = next_of(own); !batch.released(); batch = next_of(own)) {
        // A table of one column is that column: lists of Python come so.
        const bool table = std::string_view{schema->format} == "+s" && schema->n_children == 1;
        add_texts(table ? *schema->children[0] : *schema, table ? *batch->children[0] : *batch,
                  texts);
    }
    return texts;
}

std::unique_ptr<column> yes_no_answers(std::string name, std::span<const std::int8_t> answers,
                                       const text_column& of) {
    auto made = new_column(std::move(name), "b");
    for (std::size_t i = 0; i < answers.size(); ++i) {
        made->add_bit(made->values, answers[i] == 1);
        made->end_cell(of.there[i]);
    }
    return made;
}

} // namespace brukerplan_python
