#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include <brukerplan/model/expected.hpp>

namespace expected_test {

using namespace brukerplan;

constexpr expected<int, char> half_of(int number) {
    if (number % 2 != 0) {
        return unexpected{'o'};
    }
    return number / 2;
}

TEST_SUITE("model: expected") {

    TEST_CASE("there is a value or a reason") {
        const auto half = half_of(8);
        CHECK(half.has_value());
        CHECK(static_cast<bool>(half));
        CHECK(*half == 4);
        CHECK(half.value() == 4);
        const auto none = half_of(7);
        CHECK_FALSE(none.has_value());
        CHECK(none.error() == 'o');
        CHECK(none.value_or(-1) == -1);
        CHECK(half.value_or(-1) == 4);
    }

    TEST_CASE("it works in constant expressions") {
        static_assert(half_of(8).has_value() && *half_of(8) == 4);
        static_assert(half_of(7).error() == 'o');
    }

    TEST_CASE("value and reason may be of one type") {
        const expected<std::string, std::string> value{std::string{"value"}};
        const expected<std::string, std::string> reason{unexpected{std::string{"reason"}}};
        CHECK(value->size() == 5);
        CHECK(reason.error() == "reason");
    }

    TEST_CASE("a value that can only be moved is moved out") {
        expected<std::unique_ptr<int>, int> made{std::make_unique<int>(3)};
        *made.value() = 4;
        const std::unique_ptr<int> taken = *std::move(made);
        CHECK(*taken == 4);
    }
}

} // namespace expected_test
