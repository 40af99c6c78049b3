// What peers would lead one to expect, by fitting again without each municipality in turn, with
// the formulas as they are read in the method.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <vector>

#include <brukerplan/projection/peers.hpp>

#include "reference/least_squares_reference.hpp"

namespace reference {

/// Inverse of the variance of a count with that mean, which differs between municipalities.
inline real peer_precision(real mean) {
    return 1 / (mean * (1 + real{1} / 4 * mean));
}

inline real_vector peer_terms(const brukerplan::peer_row& row, std::size_t profiles) {
    real_vector terms{static_cast<real>(row.recipients)};
    for (std::size_t k = 0; k < profiles; ++k) {
        terms.push_back(row.profiles[k]);
    }
    return terms;
}

/// `difference`: of the rates of profiles, relative to the service's; 0 for none
inline real_vector peers_without(std::span<const brukerplan::peer_row> rows, real rate,
                                 real difference) {
    const std::size_t profiles = difference > 0 ? rows.front().profiles.size() : 0;
    real_vector expected;
    for (std::size_t left_out = 0; left_out < rows.size(); ++left_out) {
        real_matrix a(profiles + 1, real_vector(profiles + 1));
        real_vector b(profiles + 1);
        const real half_a_person = real{1} / 2 / rate; // recipients
        a[0][0] = peer_precision(real{1} / 2) * half_a_person * half_a_person;
        b[0] = peer_precision(real{1} / 2) * half_a_person / 2;
        for (std::size_t k = 1; k <= profiles; ++k) {
            a[k][k] = 1 / (difference * rate * difference * rate);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i == left_out) {
                continue;
            }
            const auto x = peer_terms(rows[i], profiles);
            const real weight = peer_precision(std::max<real>(rate * x[0], 1e-9L));
            for (std::size_t j = 0; j < x.size(); ++j) {
                b[j] += weight * x[j] * rows[i].received;
                for (std::size_t k = 0; k < x.size(); ++k) {
                    a[j][k] += weight * x[j] * x[k];
                }
            }
        }
        const auto rates = solved(a, b);
        const auto x = peer_terms(rows[left_out], profiles);
        real sum = 0;
        for (std::size_t j = 0; j < x.size(); ++j) {
            sum += rates[j] * x[j];
        }
        expected.push_back(std::max<real>(sum, 0));
    }
    return expected;
}

inline real_vector expected_by_peers(std::span<const brukerplan::peer_row> rows) {
    real received = 0.5L;
    real recipients = 1;
    bool has_profiles = false;
    for (const auto& row : rows) {
        received += row.received;
        recipients += row.recipients;
        has_profiles = has_profiles || std::any_of(row.profiles.begin(), row.profiles.end(),
                                                   [](auto persons) { return persons > 0; });
    }
    const real rate = received / recipients;
    real_vector best;
    real least = std::numeric_limits<real>::infinity();
    for (const real difference : {0.0L, 0.15L, 0.4L, 1.0L}) {
        if (difference > 0 && (rows.size() < 20 || !has_profiles)) {
            break;
        }
        const auto expected = peers_without(rows, rate, difference);
        real loss = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const real off = rows[i].received - expected[i];
            loss += off * off * peer_precision(std::max<real>(rate * rows[i].recipients, 1e-9L));
        }
        if (loss < least) {
            least = loss;
            best = expected;
        }
    }
    return best;
}

} // namespace reference
