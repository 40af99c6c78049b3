#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ranges>
#include <vector>

#include <brukerplan/model/assessment.hpp>

namespace assessment_test {

using namespace brukerplan;
using eight_ratings = std::array<rating, domain_count>;

/// The ratings that a number stands for, worked out by division.
eight_ratings ratings_by_division(unsigned code) {
    eight_ratings result{};
    for (auto& r : result) {
        r = static_cast<rating>(code % 4);
        code /= 4;
    }
    return result;
}

/// One failure message for 65 536 cases.
template <class Holds>
bool for_all(Holds&& holds) {
    for (unsigned code = 0; code < assessment::space; ++code) {
        if (!holds(assessment{static_cast<std::uint16_t>(code)})) {
            MESSAGE("fails for assessment ", code);
            return false;
        }
    }
    return true;
}

TEST_SUITE("model: assessment") {

    TEST_CASE("every assessment unpacks to eight ratings and packs to the same number") {
        CHECK(for_all([](assessment a) {
            const auto expected = ratings_by_division(a.code());
            return a.ratings() == expected && assessment{expected} == a;
        }));
    }

    TEST_CASE("the ratings of single domains are those of the whole") {
        CHECK(for_all([](assessment a) {
            const auto all = a.ratings();
            for (const domain d : all_domains) {
                if (a[d] != all[static_cast<std::size_t>(d)]) {
                    return false;
                }
            }
            return true;
        }));
    }

    TEST_CASE("the number of domains assessed is the slow count") {
        CHECK(for_all([](assessment a) {
            int count = 0;
            for (const rating r : ratings_by_division(a.code())) {
                count += r != rating::not_assessed ? 1 : 0;
            }
            return a.assessed() == count && a.complete() == (count == 8);
        }));
    }

    TEST_CASE("setting one domain leaves the others alone") {
        for (const domain d : all_domains) {
            for (const unsigned code : {0U, 0xFFFFU, 0x5555U, 0xAAAAU, 0x1B1BU}) {
                for (std::size_t r = 0; r < rating_count; ++r) {
                    const assessment before{static_cast<std::uint16_t>(code)};
                    const auto after = before.with(d, static_cast<rating>(r));
                    auto expected = before.ratings();
                    expected[static_cast<std::size_t>(d)] = static_cast<rating>(r);
                    CHECK(after.ratings() == expected);
                }
            }
        }
    }

    TEST_CASE("the domains stand in their order, housing in the lowest bits") {
        assessment a;
        CHECK(a.code() == 0);
        a.set(domain::housing, rating::red);
        CHECK(a.code() == 3);
        a.set(domain::network, rating::green);
        CHECK(a.code() == 3 + (1U << 14U));
    }

    TEST_CASE("the list of all assessments has each once, in order") {
        std::uint32_t next = 0;
        bool in_order = true;
        for (const assessment a : all_assessments) {
            in_order = in_order && a.code() == next++;
        }
        CHECK(in_order);
        CHECK(next == assessment::space);
        CHECK(std::distance(all_assessments.begin(), all_assessments.end()) == 65'536);
    }

    TEST_CASE("the list of all assessments is a range like others") {
        static_assert(std::forward_iterator<all_assessments_range::iterator>);
        static_assert(std::ranges::forward_range<decltype(all_assessments)>);
        const auto complete =
            std::ranges::count_if(all_assessments, [](assessment a) { return a.complete(); });
        CHECK(complete == 6'561); // three colours in eight domains
        auto at = all_assessments.begin();
        CHECK((*at++).code() == 0);
        CHECK((*at).code() == 1);
    }

    TEST_CASE("an assessment can be worked with in constant expressions") {
        constexpr auto a = assessment{}.with(domain::economy, rating::yellow);
        static_assert(a[domain::economy] == rating::yellow && a.assessed() == 1);
        static_assert(sizeof(assessment) == 2);
    }

    TEST_CASE("tokens of domains and ratings follow their numbers") {
        CHECK(token_of(domain::social_functioning) == "social_functioning");
        CHECK(token_of(rating::not_assessed) == "not_assessed");
        CHECK(token_of(rating::red) == "red");
    }
}

} // namespace assessment_test
