// The digits of a national number as an objection is compared by.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <brukerplan/validation/record_facts.hpp>

namespace brukerplan::detail {

/// The digits of a number, whatever stands between them and whether or not it is valid: an
/// objection reaches whoever has the same. With the 0 in front that a spreadsheet takes away, and
/// without the fraction that it adds. Wiped at its end.
class written_number {
public:
    explicit written_number(std::string_view text) noexcept {
        if (text.ends_with(".0") || text.ends_with(",0")) {
            text.remove_suffix(2);
        }
        for (const char c : text) {
            if (c < '0' || c > '9') {
                continue;
            }
            if (size_ == digits_.size()) { // of no number
                size_ = 0;
                return;
            }
            digits_[size_++] = c;
        }
        if (size_ + 1 == shortest) {
            std::copy_backward(digits_.begin(), digits_.begin() + size_,
                               digits_.begin() + size_ + 1);
            digits_.front() = '0';
            ++size_;
        }
        size_ = size_ < shortest ? 0 : size_;
    }
    written_number(const written_number&) = delete;
    written_number& operator=(const written_number&) = delete;
    ~written_number() {
        volatile char* bytes = digits_.data(); // so that the compiler may not leave it out
        for (std::size_t i = 0; i < digits_.size(); ++i) {
            bytes[i] = 0;
        }
    }

    /// Nothing, or eleven or twelve of them.
    [[nodiscard]] std::string_view digits() const noexcept { return {digits_.data(), size_}; }
    [[nodiscard]] std::optional<std::uint64_t> value() const noexcept {
        return size_ == 0 ? std::nullopt : std::optional{number_value(digits())};
    }

private:
    static constexpr std::size_t shortest = 11;
    std::array<char, 12> digits_{};
    std::size_t size_ = 0;
};

} // namespace brukerplan::detail
