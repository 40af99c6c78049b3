// Small weighted regressions the slow and obvious way: in long double, by elimination, and where no
// coefficient may be below zero by trying every set of coefficients that are not zero.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace reference {

using real = long double;
using real_vector = std::vector<real>;
using real_matrix = std::vector<real_vector>;

/// Solves a x = b with row pivoting.
inline real_vector solved(real_matrix a, real_vector b) {
    const auto size = b.size();
    for (std::size_t k = 0; k < size; ++k) {
        std::size_t pivot = k;
        for (std::size_t i = k; i < size; ++i) {
            if (std::abs(a[i][k]) > std::abs(a[pivot][k])) {
                pivot = i;
            }
        }
        std::swap(a[k], a[pivot]);
        std::swap(b[k], b[pivot]);
        for (std::size_t i = k + 1; i < size; ++i) {
            const real factor = a[i][k] / a[k][k];
            for (std::size_t j = k; j < size; ++j) {
                a[i][j] -= factor * a[k][j];
            }
            b[i] -= factor * b[k];
        }
    }
    for (std::size_t k = size; k-- > 0;) {
        for (std::size_t j = k + 1; j < size; ++j) {
            b[k] -= a[k][j] * b[j];
        }
        b[k] /= a[k][k];
    }
    return b;
}

/// x'ax / 2 - b'x
inline real objective(const real_matrix& a, const real_vector& b, const real_vector& x) {
    real sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        sum -= b[i] * x[i];
        for (std::size_t j = 0; j < x.size(); ++j) {
            sum += x[i] * a[i][j] * x[j] / 2;
        }
    }
    return sum;
}

/// The least objective among x >= 0, for a positive definite `a`.
inline real_vector least_not_negative(const real_matrix& a, const real_vector& b) {
    const auto size = b.size();
    real_vector best(size, 0);
    real least = std::numeric_limits<real>::infinity();
    for (unsigned set = 0; set < 1U << size; ++set) {
        std::vector<std::size_t> free;
        for (std::size_t i = 0; i < size; ++i) {
            if ((set >> i & 1U) != 0) {
                free.push_back(i);
            }
        }
        real_matrix part(free.size(), real_vector(free.size()));
        real_vector right(free.size());
        for (std::size_t i = 0; i < free.size(); ++i) {
            right[i] = b[free[i]];
            for (std::size_t j = 0; j < free.size(); ++j) {
                part[i][j] = a[free[i]][free[j]];
            }
        }
        const auto found = solved(part, right);
        real_vector x(size, 0);
        bool allowed = true;
        for (std::size_t i = 0; i < free.size(); ++i) {
            x[free[i]] = found[i];
            allowed = allowed && found[i] >= 0;
        }
        if (const real value = objective(a, b, x); allowed && value < least) {
            least = value;
            best = x;
        }
    }
    return best;
}

} // namespace reference
