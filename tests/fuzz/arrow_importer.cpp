// Tables made of the input's bytes through the column door: lengths, offsets, indices and nulls as
// they come, in buffers that are as long as the arrays declare and no longer.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#define BPLAN_ENABLE_EXPERIMENTAL
#include <brukerplan/arrow_c_data.h>
#include <brukerplan/brukerplan_experimental.h>

namespace {

/// Bytes of the input one after the other, and zeros behind its end.
class input {
public:
    input(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}
    std::uint8_t byte() {
        if (left_ == 0) {
            return 0;
        }
        --left_;
        return *data_++;
    }
    std::int64_t below(std::int64_t limit) { return limit == 0 ? 0 : byte() % limit; }
    /// Mostly 0.
    bool rarely() { return byte() == 0xE7; }
    std::vector<std::uint8_t> bytes(std::size_t size) {
        std::vector<std::uint8_t> result(size);
        for (auto& b : result) {
            b = byte();
        }
        return result;
    }

private:
    const std::uint8_t* data_;
    std::size_t left_;
};

/// Owns arrays and everything in them. Deques, so that nothing moves.
class maker {
public:
    explicit maker(input& from) : from_(from) {}

    struct part {
        ArrowSchema schema{};
        ArrowArray array{};
        std::string format;
        std::vector<ArrowSchema*> schemas;
        std::vector<ArrowArray*> arrays;
        std::vector<const void*> buffers;
    };

    part& table(const std::vector<const char*>& names) {
        const auto rows = from_.below(24);
        auto& made = begin("+s", rows, from_.below(3));
        const auto least = made.array.offset + rows;
        for (const auto* name : names) {
            // Most are strings, so that most tables are read: one type that does not go with its
            // field is enough for an error.
            auto& column = from_.byte() % 24 == 0 ? any(least, 2) : strings(least);
            column.schema.name = name;
            made.schemas.push_back(&column.schema);
            made.arrays.push_back(&column.array);
        }
        finish(made);
        return made;
    }

private:
    part& begin(std::string format, std::int64_t length, std::int64_t offset) {
        auto& made = parts_.emplace_back();
        made.format = std::move(format);
        made.schema.format = made.format.c_str();
        made.schema.name = "item";
        made.schema.release = [](ArrowSchema* s) { s->release = nullptr; };
        made.array.length = length;
        made.array.offset = offset;
        made.array.release = [](ArrowArray* a) { a->release = nullptr; };
        const auto bits = static_cast<std::size_t>(length + offset + 7) / 8;
        const bool nulls = made.format != "n" && from_.byte() % 2 == 1;
        made.array.null_count = nulls ? -1 : 0;
        if (made.format != "n") {
            made.buffers.push_back(nulls ? keep(from_.bytes(bits)) : nullptr);
        }
        return made;
    }

    /// What is declared is sometimes something else than what there is.
    void finish(part& made) {
        made.schema.n_children = static_cast<std::int64_t>(made.schemas.size());
        made.schema.children = made.schemas.data();
        made.array.n_children = static_cast<std::int64_t>(made.arrays.size());
        made.array.children = made.arrays.data();
        made.array.n_buffers = static_cast<std::int64_t>(made.buffers.size());
        made.array.buffers = made.buffers.data();
        if (from_.rarely()) {
            std::int64_t* const declared[] = {&made.array.null_count, &made.array.n_children,
                                              &made.schema.n_children, &made.array.n_buffers};
            // Never more than there is: how long these lists are cannot be checked.
            auto& one = *declared[from_.below(4)];
            one = one > 0 ? from_.below(one) : -from_.below(3);
        }
        if (from_.rarely()) {
            made.array.length = from_.byte() % 2 == 0 ? -1 : made.array.length / 2;
        }
        if (from_.rarely() && !made.arrays.empty()) {
            made.arrays[0] = nullptr;
        }
    }

    const void* keep(std::vector<std::uint8_t> bytes) {
        return buffers_.emplace_back(std::move(bytes)).data();
    }
    template <class T>
    const void* keep_values(const std::vector<T>& values) {
        std::vector<std::uint8_t> bytes(values.size() * sizeof(T));
        if (!values.empty()) {
            std::memcpy(bytes.data(), values.data(), bytes.size());
        }
        return keep(std::move(bytes));
    }

    /// Rising as a rule; never beyond `size`, since how long a buffer is cannot be checked.
    template <class Offset>
    const void* offsets(std::int64_t count, std::int64_t size) {
        std::vector<Offset> made{0};
        const bool any_order = from_.rarely();
        for (std::int64_t i = 0; i < count; ++i) {
            const auto last = static_cast<std::int64_t>(made.back());
            const auto left = any_order ? size + 1 : size - last + 1;
            auto next = (any_order ? 0 : last) + (from_.below(8) % left);
            made.push_back(static_cast<Offset>(from_.rarely() && any_order ? -next : next));
        }
        return keep_values(made);
    }

    part& strings(std::int64_t least) {
        static constexpr const char* formats[] = {"u", "U", "vu"};
        const std::string format = formats[from_.below(3)];
        auto& made = begin(format, least + from_.below(3), from_.below(3));
        const auto count = made.array.length + made.array.offset;
        constexpr const char words[] = "red|gp,none 9001 2024-10-07 15868710168 yellow\xC2\xA0\xFF";
        auto text = from_.byte() % 4 == 0
                        ? from_.bytes(32)
                        : std::vector<std::uint8_t>{words, words + sizeof words - 1};
        const auto size = static_cast<std::int64_t>(text.size());
        if (format != "vu") {
            made.buffers.push_back(format == "u" ? offsets<std::int32_t>(count, size)
                                                 : offsets<std::int64_t>(count, size));
            made.buffers.push_back(keep(std::move(text)));
            finish(made);
            return made;
        }
        std::vector<std::uint8_t> views;
        for (std::int64_t i = 0; i < count; ++i) {
            auto view = from_.bytes(16);
            if (!from_.rarely()) {
                view[0] = static_cast<std::uint8_t>(view[0] % 24);
                view[1] = view[2] = view[3] = 0;
            }
            if (view[0] > 12 && from_.byte() % 4 != 0) {
                std::memset(view.data() + 8, 0, 8);
                view[12] = static_cast<std::uint8_t>(from_.below(size));
            }
            views.insert(views.end(), view.begin(), view.end());
        }
        made.buffers.push_back(keep(std::move(views)));
        made.buffers.push_back(keep(std::move(text)));
        made.buffers.push_back(keep_values(std::vector<std::int64_t>{size}));
        finish(made);
        return made;
    }

    part& fixed_width(std::int64_t least, const char* format, std::size_t width) {
        auto& made = begin(format, least + from_.below(3), from_.below(3));
        const auto count = static_cast<std::size_t>(made.array.length + made.array.offset);
        made.buffers.push_back(keep(from_.bytes(width == 0 ? (count + 7) / 8 : count * width)));
        finish(made);
        return made;
    }

    part& dictionary(std::int64_t least, int depth) {
        static constexpr const char* formats[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
        const auto which = static_cast<std::size_t>(from_.below(8));
        auto& made = begin(formats[which], least + from_.below(3), from_.below(3));
        const auto width = std::size_t{1} << (which / 2);
        std::vector<std::uint8_t> indices;
        for (std::int64_t i = 0; i < made.array.length + made.array.offset; ++i) {
            auto index = from_.rarely() ? from_.bytes(width) : std::vector<std::uint8_t>(width, 0);
            index[0] = static_cast<std::uint8_t>(from_.below(4));
            indices.insert(indices.end(), index.begin(), index.end());
        }
        made.buffers.push_back(keep(std::move(indices)));
        auto& values = from_.byte() % 4 == 0 ? any(3, depth - 1) : strings(3);
        made.schema.dictionary = &values.schema;
        made.array.dictionary = &values.array;
        finish(made);
        return made;
    }

    part& list(std::int64_t least, int depth) {
        static constexpr const char* formats[] = {"+l", "+L", "+w:0", "+w:2", "+w:9"};
        const auto which = from_.below(5);
        auto& made = begin(formats[which], least + from_.below(3), from_.below(3));
        const auto count = made.array.length + made.array.offset;
        const auto size_of_all = which == 3 ? 2 * count : from_.below(20);
        auto& elements = from_.byte() % 4 == 0 ? any(size_of_all, depth - 1) : strings(size_of_all);
        if (which < 2) {
            const auto size = elements.array.length < 0 ? 0 : elements.array.length;
            made.buffers.push_back(which == 0 ? offsets<std::int32_t>(count, size + 1)
                                              : offsets<std::int64_t>(count, size + 1));
        }
        made.schemas.push_back(&elements.schema);
        made.arrays.push_back(&elements.array);
        finish(made);
        return made;
    }

    part& any(std::int64_t least, int depth) {
        struct width {
            const char* format;
            std::size_t bytes;
        };
        static constexpr width widths[] = {{"b", 0},    {"c", 1},    {"C", 1},       {"s", 2},
                                           {"S", 2},    {"i", 4},    {"I", 4},       {"l", 8},
                                           {"L", 8},    {"f", 4},    {"g", 8},       {"tdD", 4},
                                           {"tdm", 8},  {"tss:", 8}, {"tsn:UTC", 8}, {"tsu:", 8},
                                           {"tsm:", 8}, {"e", 2},    {"d:19,2", 16}, {"tDs", 8}};
        const auto kind = from_.below(16);
        if (kind < 5 && depth > 0) {
            return dictionary(least, depth);
        }
        if (kind < 7 && depth > 0) {
            return list(least, depth);
        }
        if (kind == 7) {
            auto& made = begin("n", least + from_.below(1000), from_.below(3));
            finish(made);
            return made;
        }
        if (kind < 10) {
            const auto& one = widths[from_.below(20)];
            return fixed_width(least, one.format, one.bytes);
        }
        return strings(least);
    }

    input& from_;
    std::deque<part> parts_;
    std::deque<std::vector<std::uint8_t>> buffers_;
};

const bplan_context* context() {
    static bplan_context* const made = [] {
        bplan_context* result = nullptr;
        if (bplan_context_create(nullptr, &result, nullptr) != BPLAN_OK) {
            std::abort();
        }
        return result;
    }();
    return made;
}

/// As a round takes the table, so do counts that a projection rests on.
void count_needs(const ArrowSchema& schema, const ArrowArray& array, bool expected) {
    bplan_mapping_counts* counts = nullptr;
    std::int64_t persons = 0;
    if (bplan_mapping_counts_create(&counts, nullptr) != BPLAN_OK ||
        (bplan_mapping_counts_add_table(counts, context(), &schema, &array, nullptr) == BPLAN_OK) !=
            expected ||
        bplan_mapping_counts_get_total(counts, BPLAN_COUNTED_PERSONS, &persons, nullptr) !=
            BPLAN_OK ||
        persons > (expected ? array.length : 0)) {
        std::abort();
    }
    bplan_mapping_counts_free(counts);
}

/// A stage that took the table has counted its rows, and goes on when somebody is registered.
void prepare(const ArrowSchema& schema, const ArrowArray& array) {
    bplan_collected* collected = nullptr;
    bplan_merged* merged = nullptr;
    std::int64_t rows = 0;
    std::int64_t registrations = 0;
    if (bplan_collected_create(context(), "M", 1, "somebody", 8, 2024, 11, 30, 50, &collected,
                               nullptr) != BPLAN_OK) {
        std::abort();
    }
    const bool added = bplan_collected_add_table(collected, &schema, &array, nullptr) == BPLAN_OK;
    if (added &&
        (bplan_collected_get_total(collected, BPLAN_PREPARED_ROWS, &rows, nullptr) != BPLAN_OK ||
         bplan_collected_get_total(collected, BPLAN_PREPARED_REGISTRATIONS, &registrations,
                                   nullptr) != BPLAN_OK ||
         rows != array.length || registrations > rows)) {
        std::abort();
    }
    if ((bplan_collected_merge(collected, nullptr, 0, nullptr, 0, "somebody", 8, 2024, 11, 30,
                               &merged, nullptr) == BPLAN_OK) != (registrations > 0)) {
        std::abort();
    }
    bplan_merged_free(merged);
    bplan_collected_free(collected);
}

/// Every row is counted as a person or as unreadable; of a round, only that it comes to an end.
void count_rows(const ArrowSchema& schema, const ArrowArray& array) {
    bplan_histogram* counts = nullptr;
    if (bplan_histogram_create(&counts, nullptr) != BPLAN_OK) {
        std::abort();
    }
    if (bplan_histogram_add_table(counts, context(), &schema, &array, nullptr) == BPLAN_OK) {
        std::int64_t persons = 0;
        std::int64_t unreadable = 0;
        if (bplan_histogram_count_persons(counts, &persons, nullptr) != BPLAN_OK ||
            bplan_histogram_count_unreadable(counts, &unreadable, nullptr) != BPLAN_OK ||
            persons + unreadable != array.length) {
            std::abort();
        }
    }
    bplan_histogram_free(counts);

    bplan_round* round = nullptr;
    if (bplan_round_create(context(), &round, nullptr) != BPLAN_OK) {
        std::abort();
    }
    const bool added = bplan_round_add_table(round, &schema, &array, nullptr) == BPLAN_OK;
    bplan_document* report = nullptr;
    if ((bplan_round_finish(round, &report, nullptr) == BPLAN_OK) != added) {
        std::abort();
    }
    bplan_document_free(report);
    bplan_round_free(round);
    count_needs(schema, array, added);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<const char*> names{"municipality",
                                                "mapping_year",
                                                "mapped_on",
                                                "national_number",
                                                "birth_year",
                                                "substance_problem",
                                                "mental_disorder",
                                                "housing",
                                                "activity",
                                                "economy",
                                                "physical_health",
                                                "mental_health",
                                                "substance_use",
                                                "social_functioning",
                                                "network",
                                                "services_received",
                                                "substances",
                                                "unit",
                                                "row_ref",
                                                "pregnant",
                                                "children_care",
                                                "district",
                                                "not a column of ours"};
    input from{data, size};
    maker makes{from};
    auto& table = makes.table(names);
    bplan_validation* found = nullptr;
    if (bplan_table_validate(context(), &table.schema, &table.array, 50, &found, nullptr) ==
        BPLAN_OK) {
        ArrowSchema schema{};
        ArrowArray findings{};
        if (bplan_validation_export_findings(found, &schema, &findings, nullptr) == BPLAN_OK) {
            schema.release(&schema);
            findings.release(&findings);
        }
    }
    bplan_validation_free(found);
    ArrowSchema schema{};
    ArrowArray scores{};
    if (bplan_table_score(context(), &table.schema, &table.array, &schema, &scores, nullptr) ==
        BPLAN_OK) {
        schema.release(&schema);
        scores.release(&scores);
    }
    count_rows(table.schema, table.array);
    prepare(table.schema, table.array);
    return 0;
}
