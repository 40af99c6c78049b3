#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include <brukerplan/register/persons.hpp>

namespace persons_test {

using namespace brukerplan;
using keys = std::vector<registration_key>;
using indices = std::vector<std::size_t>;

constexpr date first_day = *make_date(2024, 10, 1);

constexpr registration_key key(std::optional<std::uint64_t> number, int day,
                               std::uint64_t sequence) {
    return {number, first_day + std::chrono::days{day}, sequence};
}

/// The policy in words, compared pair by pair: a registration stands for its person unless another
/// one of the same number is later, or of the same day and before it in the input.
person_selection select_slowly(const keys& all) {
    person_selection selection;
    for (std::size_t i = 0; i < all.size(); ++i) {
        bool chosen = true;
        for (std::size_t j = 0; j < all.size(); ++j) {
            const bool same_person = i != j && all[i].national_number &&
                                     all[i].national_number == all[j].national_number;
            const bool later = all[j].mapped_on > all[i].mapped_on;
            const bool first =
                all[j].mapped_on == all[i].mapped_on && all[j].sequence < all[i].sequence;
            chosen = chosen && !(same_person && (later || first));
        }
        if (chosen) {
            selection.chosen.push_back(i);
            selection.unlinked += all[i].national_number ? 0 : 1;
        }
    }
    return selection;
}

keys random_keys(std::mt19937& random) {
    keys all;
    const auto size = random() % 60;
    for (std::uint64_t i = 0; i < size; ++i) {
        const auto number = random() % 12;
        all.push_back(key(number == 0 ? std::nullopt : std::optional<std::uint64_t>{number},
                          static_cast<int>(random() % 4), i));
    }
    return all;
}

TEST_SUITE("register: persons") {

    TEST_CASE("of several registrations of one person the latest stands for it") {
        const auto selection =
            select_latest(std::vector<registration_key>{key(7, 0, 0), key(7, 3, 1), key(7, 2, 2)});
        CHECK(selection.chosen == indices{1});
        CHECK(selection.unlinked == 0);
    }

    TEST_CASE("of several on the latest day the first in the input stands for the person") {
        CHECK(select_latest(std::vector<registration_key>{key(7, 3, 5), key(7, 3, 4), key(7, 1, 0)})
                  .chosen == indices{1});
    }

    TEST_CASE("everyone without a valid number is a person of their own") {
        const auto selection = select_latest(std::vector<registration_key>{
            key({}, 1, 0), key({}, 1, 1), key(7, 1, 2), key({}, 1, 3)});
        CHECK(selection.chosen == indices{0, 1, 2, 3});
        CHECK(selection.unlinked == 3);
    }

    TEST_CASE("different numbers are different persons") {
        CHECK(select_latest(std::vector<registration_key>{key(7, 1, 0), key(8, 1, 1), key(9, 1, 2)})
                  .chosen == indices{0, 1, 2});
    }

    TEST_CASE("nobody makes nobody") {
        CHECK(select_latest(std::vector<registration_key>{}).chosen.empty());
        CHECK(select_latest(std::vector<registration_key>{}).unlinked == 0);
    }

    TEST_CASE("agrees with a comparison of every pair") {
        std::mt19937 random{8};
        for (int i = 0; i < 200; ++i) {
            const auto all = random_keys(random);
            const auto fast = select_latest(all);
            const auto slow = select_slowly(all);
            CHECK(fast.chosen == slow.chosen);
            CHECK(fast.unlinked == slow.unlinked);
        }
    }

    TEST_CASE("the order of the keys does not matter") {
        std::mt19937 random{9};
        const auto sequences = [](const keys& all) {
            std::vector<std::uint64_t> chosen;
            for (const auto index : select_latest(all).chosen) {
                chosen.push_back(all[index].sequence);
            }
            std::sort(chosen.begin(), chosen.end());
            return chosen;
        };
        for (int i = 0; i < 100; ++i) {
            auto all = random_keys(random);
            const auto before = sequences(all);
            std::shuffle(all.begin(), all.end(), random);
            CHECK(sequences(all) == before);
        }
    }
}

} // namespace persons_test
