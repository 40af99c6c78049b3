// Shares of a denominator in whole numbers: no floating point, so no surprise at the half.
#pragma once

#include <cstdint>
#include <string>

namespace brukerplan::detail {

/// Whole percent, half rounded up, as it is printed. 0 <= count <= denominator, denominator > 0.
[[nodiscard]] constexpr std::int32_t whole_percent(std::int32_t count, std::int32_t denominator) {
    return static_cast<std::int32_t>((std::int64_t{200} * count + denominator) /
                                     (std::int64_t{2} * denominator));
}

/// `part / whole` in hundredths of a percent, half rounded up; 0 when `whole` is 0.
[[nodiscard]] constexpr std::int64_t hundredths_of_percent(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : (20'000 * part + whole) / (2 * whole);
}

/// `1250` hundredths as the SVG length `"12.50%"`.
[[nodiscard]] inline std::string svg_percent(std::int64_t hundredths) {
    const auto decimals = std::to_string(100 + hundredths % 100);
    return std::to_string(hundredths / 100) + "." + decimals.substr(1) + "%";
}

} // namespace brukerplan::detail
