#include "projection/saddle_point.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace brukerplan::detail {

namespace {

/// Coefficients of a power series, the last first.
template <std::size_t Terms>
double horner(const std::array<double, Terms>& coefficients, double at) noexcept {
    double value = 0;
    for (const double coefficient : coefficients) {
        value = value * at + coefficient;
    }
    return value;
}

/// a d - b c, to one and a half units in the last place (Kahan).
double cross_difference(double a, double b, double c, double d) noexcept {
    const double product = b * c;
    const double lost = std::fma(-b, c, product);
    return std::fma(a, d, -product) + lost;
}

} // namespace

double stirling_error(double z) noexcept {
    // In 1/z^2, times 1/z; the first term left out is 0.18 / z^17.
    static constexpr std::array<double, 8> series{-3617.0 / 122400, 1.0 / 156,   -691.0 / 360360,
                                                  1.0 / 1188,       -1.0 / 1680, 1.0 / 1260,
                                                  -1.0 / 360,       1.0 / 12};
    double from_below = 0;
    for (; z < 8; z += 1) {
        from_below += (z + 0.5) * std::log1p(1 / z) - 1;
    }
    return from_below + horner(series, 1 / (z * z)) / z;
}

double factorial_excess(double z) noexcept {
    return z > 0 ? stirling_error(z) + 0.5 * std::log(2 * std::numbers::pi * z) : 0;
}

double deviance(double cell, double expected, double difference) noexcept {
    if (difference == 0) {
        return 0;
    }
    const double relative = difference / (cell + expected);
    if (std::abs(relative) > 1.0 / 3) {
        return cell > 0 ? cell * std::log(cell / expected) - difference : -difference;
    }
    // log(cell / expected) is 2 artanh(relative); 1/3 + v^2/5 + v^4/7 + ...
    static constexpr std::array<double, 16> series{
        1.0 / 33, 1.0 / 31, 1.0 / 29, 1.0 / 27, 1.0 / 25, 1.0 / 23, 1.0 / 21, 1.0 / 19,
        1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3};
    const double square = relative * relative;
    return difference * relative + 2 * cell * relative * square * horner(series, square);
}

double log_table_probability(double x, double y, double z, double w) noexcept {
    const double first_row = x + y;
    const double second_row = z + w;
    const double first_column = x + z;
    const double second_column = y + w;
    const double total = first_row + second_row;
    const double difference = cross_difference(x, y, z, w) / total;
    const double distance = deviance(x, first_row * (first_column / total), difference) +
                            deviance(y, first_row * (second_column / total), -difference) +
                            deviance(z, second_row * (first_column / total), -difference) +
                            deviance(w, second_row * (second_column / total), difference);
    const double margins = factorial_excess(first_row) + factorial_excess(second_row) +
                           factorial_excess(first_column) + factorial_excess(second_column);
    const double cells = factorial_excess(x) + factorial_excess(y) + factorial_excess(z) +
                         factorial_excess(w) + factorial_excess(total);
    return margins - cells - distance;
}

} // namespace brukerplan::detail
