#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>

#include "unit/shipped_pack.hpp"
#include "write/arrow_array.hpp"
#include "write/arrow_results.hpp"

namespace arrow_array_test {

using namespace brukerplan;
using namespace brukerplan::detail;

struct exported {
    ArrowSchema schema{};
    ArrowArray array{};

    explicit exported(arrow_node of) { give(std::move(of), schema, array); }
    exported(const exported&) = delete;
    exported& operator=(const exported&) = delete;
    ~exported() {
        if (schema.release != nullptr) {
            schema.release(&schema);
        }
        if (array.release != nullptr) {
            array.release(&array);
        }
    }
};

const scheme& sum16() {
    static const scheme compiled{*shipped_pack()->find_scheme("sum16/1")};
    return compiled;
}

TEST_SUITE_BEGIN("write: arrow");

TEST_CASE("a word that comes again is kept once") {
    dictionary_column column;
    for (const auto* word : {"b", "a", "b", "b"}) {
        column.add(word);
    }
    column.add(std::nullopt);
    const exported made{std::move(column).finish("words", true)};
    CHECK(made.schema.format == std::string_view{"i"});
    CHECK(made.schema.name == std::string_view{"words"});
    CHECK(made.schema.flags == ARROW_FLAG_NULLABLE);
    CHECK(made.schema.dictionary->format == std::string_view{"u"});
    CHECK(made.array.length == 5);
    CHECK(made.array.null_count == 1);
    CHECK(made.array.dictionary->length == 2);
    const auto* bits = static_cast<const std::uint8_t*>(made.array.buffers[0]);
    CHECK(bits[0] == 0b01111);
    const auto* places = static_cast<const std::int32_t*>(made.array.buffers[1]);
    CHECK((places[0] == 0 && places[1] == 1 && places[2] == 0 && places[3] == 0));
    const auto* text = static_cast<const char*>(made.array.dictionary->buffers[2]);
    CHECK(std::string_view{text, 2} == "ba");
}

TEST_CASE(
    "a column without nulls has no validity, and one without rows has an offset all the same") {
    const exported made{string_column<std::int64_t>{}.finish("none")};
    CHECK(made.schema.format == std::string_view{"U"});
    CHECK(made.schema.flags == 0);
    CHECK(made.array.length == 0);
    CHECK(made.array.n_buffers == 3);
    CHECK(made.array.buffers[0] == nullptr);
    CHECK(*static_cast<const std::int64_t*>(made.array.buffers[1]) == 0);
}

TEST_CASE("parts that a consumer has taken are not released with the whole") {
    scores_in_columns scores{sum16()};
    scores.add("A", {});
    exported made{std::move(scores).finish()};
    CHECK(made.array.n_children == 6);
    ArrowArray taken = *made.array.children[4];
    made.array.children[4]->release = nullptr;
    made.array.release(&made.array);
    CHECK((made.array.release == nullptr));
    CHECK(taken.dictionary->length == 1);
    taken.release(&taken);
}

TEST_CASE("a score without a class has no points and says why") {
    scores_in_columns scores{sum16()};
    score without;
    without.reason = no_class_reason::too_few_assessed;
    without.answered = 7;
    scores.add("", without);
    scores.add("B", {0, index_class::green, no_class_reason::none, 8});
    const exported made{std::move(scores).finish()};
    const auto valid = [&](std::size_t column) {
        return made.array.children[column]->null_count == 0
                   ? 0b11
                   : *static_cast<const std::uint8_t*>(made.array.children[column]->buffers[0]);
    };
    CHECK(valid(0) == 0b10);
    CHECK(valid(1) == 0b10);
    CHECK(valid(2) == 0b11);
    CHECK(valid(5) == 0b01);
}

TEST_SUITE_END();

} // namespace arrow_array_test
