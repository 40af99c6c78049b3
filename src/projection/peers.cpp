#include <brukerplan/projection/peers.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "projection/linear_system.hpp"

namespace brukerplan {

namespace {

// Ours: how much municipalities differ beyond chance (a variance of the logarithm of about a
// quarter), half a recipient more than were seen, and how much rates of profiles may differ
// relative to the service's own.
constexpr double municipal_variance = 0.25;
constexpr double half_a_recipient = 0.5;
constexpr std::array<double, 3> relative_differences{0.15, 0.4, 1.0};
constexpr std::size_t fewest_rows_for_profiles = 20;

double precision(double expected) {
    return 1 / (expected * (1 + municipal_variance * expected));
}

struct left_out {
    std::vector<double> expected;
    double loss = 0; ///< squared errors, weighted
};

/// A regression of received on recipients, and on profiles if `difference` is above 0.
class regression {
public:
    regression(std::span<const peer_row> rows, double rate, double difference)
        : rows_(rows), rate_(rate), difference_(difference),
          size_(difference > 0 ? rows.front().profiles.size() + 1 : 1) {}

    [[nodiscard]] left_out without_each() const {
        const auto [matrix, moments] = normal_equations();
        const detail::cholesky factor{matrix, size_};
        auto coefficients = moments;
        factor.solve(coefficients);
        left_out result;
        result.expected.reserve(rows_.size());
        std::vector<double> terms(size_);
        for (const auto& row : rows_) {
            fill(row, terms);
            double fitted = 0;
            for (std::size_t i = 0; i < size_; ++i) {
                fitted += coefficients[i] * terms[i];
            }
            factor.forward(terms);
            double leverage = 0;
            for (const double term : terms) {
                leverage += term * term;
            }
            const double weight = weight_of(row);
            leverage *= weight;
            const double expected =
                std::max((fitted - leverage * row.received) / (1 - leverage), 0.0);
            result.expected.push_back(expected);
            result.loss += weight * (row.received - expected) * (row.received - expected);
        }
        return result;
    }

private:
    struct equations {
        std::vector<double> matrix;
        std::vector<double> moments;
    };

    [[nodiscard]] equations normal_equations() const {
        equations sums{std::vector<double>(size_ * size_), std::vector<double>(size_)};
        // Half a person of the prior rate, so that nobody received is not certainty.
        const double prior = precision(half_a_recipient);
        sums.matrix[0] = prior * half_a_recipient / rate_ * half_a_recipient / rate_;
        sums.moments[0] = prior * half_a_recipient / rate_ * half_a_recipient;
        for (std::size_t i = 1; i < size_; ++i) {
            sums.matrix[i * size_ + i] = 1 / (difference_ * rate_ * difference_ * rate_);
        }
        std::vector<double> terms(size_);
        for (const auto& row : rows_) {
            fill(row, terms);
            const double weight = weight_of(row);
            for (std::size_t i = 0; i < size_; ++i) {
                const double weighted = weight * terms[i];
                sums.moments[i] += weighted * row.received;
                for (std::size_t j = 0; j <= i; ++j) {
                    sums.matrix[i * size_ + j] += weighted * terms[j];
                }
            }
        }
        return sums;
    }

    void fill(const peer_row& row, std::vector<double>& terms) const {
        terms[0] = row.recipients;
        for (std::size_t i = 1; i < size_; ++i) {
            terms[i] = row.profiles[i - 1];
        }
    }

    [[nodiscard]] double weight_of(const peer_row& row) const {
        return precision(std::max(rate_ * row.recipients, 1e-9));
    }

    std::span<const peer_row> rows_;
    double rate_;
    double difference_;
    std::size_t size_;
};

} // namespace

std::vector<double> expected_by_peers(std::span<const peer_row> rows) {
    if (rows.size() < 2) {
        return {};
    }
    double received = half_a_recipient;
    double recipients = 1;
    double in_profiles = 0;
    for (const auto& row : rows) {
        received += row.received;
        recipients += row.recipients;
        for (const auto persons : row.profiles) {
            in_profiles += persons;
        }
    }
    const double rate = received / recipients;
    auto best = regression{rows, rate, 0}.without_each();
    if (rows.size() >= fewest_rows_for_profiles && in_profiles > 0) {
        for (const double difference : relative_differences) {
            auto other = regression{rows, rate, difference}.without_each();
            if (other.loss < best.loss) {
                best = std::move(other);
            }
        }
    }
    return best.expected;
}

} // namespace brukerplan
