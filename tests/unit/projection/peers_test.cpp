#include <doctest/doctest.h>

#include <random>

#include <brukerplan/projection/peers.hpp>

#include "reference/peers_reference.hpp"

namespace peers_test {

using namespace brukerplan;
using doctest::Approx;

/// Municipalities with recipients of some profiles, whose use of a service differs by profile.
struct some_municipalities {
    std::vector<std::vector<std::uint32_t>> profiles;
    std::vector<double> received;
    std::vector<double> recipients;

    some_municipalities(unsigned seed, std::size_t count, const std::vector<double>& rates,
                        std::uint32_t largest) {
        std::mt19937 random{seed};
        for (std::size_t m = 0; m < count; ++m) {
            auto& own = profiles.emplace_back();
            double sum = 0;
            double expected = 0;
            for (const double rate : rates) {
                own.push_back(static_cast<std::uint32_t>(random() % largest));
                sum += own.back();
                expected += rate * own.back();
            }
            recipients.push_back(sum);
            received.push_back(std::min(
                sum, static_cast<double>(std::poisson_distribution<int>{expected + 1e-9}(random))));
        }
    }

    [[nodiscard]] std::vector<peer_row> rows(bool with_profiles = true) const {
        std::vector<peer_row> result;
        for (std::size_t m = 0; m < received.size(); ++m) {
            result.push_back({received[m], recipients[m], {}});
            if (with_profiles) {
                result.back().profiles = profiles[m];
            }
        }
        return result;
    }
};

void check_against_refits(const std::vector<peer_row>& rows) {
    const auto expected = expected_by_peers(rows);
    const auto refitted = reference::expected_by_peers(rows);
    REQUIRE(expected.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(expected[i] >= 0);
        CHECK(expected[i] == Approx(static_cast<double>(refitted[i])).epsilon(1e-8));
    }
}

double squared_error(const std::vector<peer_row>& rows) {
    const auto expected = expected_by_peers(rows);
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        sum += (rows[i].received - expected[i]) * (rows[i].received - expected[i]);
    }
    return sum;
}

TEST_SUITE("projection: peers") {

    TEST_CASE("each expectation is that of a fit without the municipality") {
        const std::vector<double> rates{0.02, 0.3, 0.5, 0.1, 0.9};
        for (unsigned seed = 1; seed <= 12; ++seed) {
            for (const std::size_t count : {2, 5, 19, 20, 45}) {
                check_against_refits(some_municipalities{seed, count, rates, 40}.rows());
                check_against_refits(some_municipalities{seed, count, rates, 3}.rows());
                check_against_refits(some_municipalities{seed, count, rates, 40}.rows(false));
            }
        }
        check_against_refits(some_municipalities{1, 30, {0.001, 0.0005}, 2'000}.rows());
    }

    TEST_CASE("of two municipalities each is expected to be like the other") {
        const std::vector<peer_row> rows{{10, 100, {}}, {400, 1'000, {}}};
        const auto expected = expected_by_peers(rows);
        REQUIRE(expected.size() == 2);
        // Drawn a little towards what both have.
        CHECK(expected[0] > 35);
        CHECK(expected[0] < 40);
        CHECK(expected[1] > 100);
        CHECK(expected[1] < 150);
    }

    TEST_CASE("what a municipality itself received is not in what its peers lead to expect") {
        auto rows = some_municipalities{4, 6, {0.2, 0.2}, 50}.rows(false);
        rows[2].received = 5;
        const auto few = expected_by_peers(rows);
        rows[2].received = rows[2].recipients;
        const auto many = expected_by_peers(rows);
        // But for the half person that the prior rate stands for.
        CHECK(many[2] == Approx(few[2]).epsilon(0.05));
        CHECK(many[1] > few[1] * 1.05);
    }

    TEST_CASE("one municipality has no peers, and none have none") {
        const std::vector<peer_row> one{{10, 100, {}}};
        CHECK(expected_by_peers(one).empty());
        CHECK(expected_by_peers({}).empty());
    }

    TEST_CASE("a municipality without recipients expects nobody, and tells nothing") {
        const std::vector<peer_row> rows{{10, 50, {}}, {0, 0, {}}, {20, 100, {}}};
        const std::vector<peer_row> others{rows[0], rows[2]};
        const auto expected = expected_by_peers(rows);
        const auto without = expected_by_peers(others);
        CHECK(expected[1] == 0);
        CHECK(expected[0] == Approx(without[0]).epsilon(1e-12));
        CHECK(expected[2] == Approx(without[1]).epsilon(1e-12));
        const std::vector<peer_row> empty{{0, 0, {}}, {0, 0, {}}};
        CHECK(expected_by_peers(empty) == std::vector<double>{0, 0});
    }

    TEST_CASE("profiles that nobody has are as if there were none") {
        const some_municipalities those{9, 30, {0.1, 0.3}, 60};
        const std::vector<std::uint32_t> nobody(2);
        auto rows = those.rows();
        for (auto& row : rows) {
            row.profiles = nobody;
        }
        CHECK(expected_by_peers(rows) == expected_by_peers(those.rows(false)));
    }

    TEST_CASE("where use differs by profile, profiles tell; where it does not, they do no harm") {
        const some_municipalities differ{5, 60, {0.02, 0.7}, 80};
        CHECK(squared_error(differ.rows()) < 0.5 * squared_error(differ.rows(false)));
        const some_municipalities alike{6, 60, {0.3, 0.3}, 80};
        CHECK(squared_error(alike.rows()) < 1.1 * squared_error(alike.rows(false)));
    }

    TEST_CASE("a rate that would be below zero expects nobody") {
        // Those of the second profile push out those of the first.
        std::vector<std::vector<std::uint32_t>> profiles;
        std::vector<peer_row> rows;
        for (std::uint32_t m = 0; m < 40; ++m) {
            profiles.push_back({40 + m % 7, m});
        }
        profiles.push_back({0, 60});
        for (const auto& own : profiles) {
            const double sum = own[0] + own[1];
            rows.push_back({std::max(0.0, 0.9 * own[0] - 0.9 * own[1]), sum, own});
        }
        const auto expected = expected_by_peers(rows);
        CHECK(expected.back() == 0);
        for (const double persons : expected) {
            CHECK(persons >= 0);
        }
    }
}

} // namespace peers_test
