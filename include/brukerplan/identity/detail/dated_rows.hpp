// What the fact tables of codes through time have in common: years as dates, rows chosen by a
// condition without a copy, and short lists of fixed capacity.
#pragma once

#include <array>
#include <cassert>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>

#include <brukerplan/model/date.hpp>

namespace brukerplan::detail::places {

/// In a table's column of last years: no end is known.
inline constexpr int still_valid = 0;
/// In a table's column of first years: valid since before 2006, the year is not stated.
inline constexpr int before_2006 = 0;

[[nodiscard]] constexpr date first_of_january(int year) noexcept {
    return date{std::chrono::year{year} / std::chrono::January / 1};
}

/// The first of January of a table's year; nothing for `still_valid` and `before_2006`.
[[nodiscard]] constexpr std::optional<date> table_date(int year) noexcept {
    return year == 0 ? std::nullopt : std::optional<date>{first_of_january(year)};
}

/// A list of at most `Capacity` values inside the object itself. Adding to a full list is a
/// programming error (asserted in debug builds; the value is dropped otherwise).
template <class T, std::size_t Capacity>
class short_list {
public:
    using value_type = T;

    constexpr void push_back(const T& value) noexcept {
        assert(size_ < Capacity);
        if (size_ < Capacity) {
            values_[size_++] = value;
        }
    }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr const T* begin() const noexcept { return values_.data(); }
    [[nodiscard]] constexpr const T* end() const noexcept { return values_.data() + size_; }
    [[nodiscard]] constexpr T* begin() noexcept { return values_.data(); }
    [[nodiscard]] constexpr T* end() noexcept { return values_.data() + size_; }
    [[nodiscard]] constexpr const T& front() const noexcept { return (*this)[0]; }
    [[nodiscard]] constexpr const T& operator[](std::size_t index) const noexcept {
        assert(index < size_);
        return values_[index];
    }

private:
    std::array<T, Capacity> values_{};
    std::size_t size_ = 0;
};

/// The rows of a table for which `Condition` holds, in the table's order: a forward range that
/// refers to the table and holds nothing itself.
template <class Row, class Condition>
class rows_where {
public:
    class iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        using pointer = const Row*;
        using reference = const Row&;

        constexpr iterator() = default;
        constexpr iterator(const Row* at, const Row* end, Condition condition) noexcept
            : at_(at), end_(end), condition_(condition) {
            skip();
        }
        constexpr reference operator*() const noexcept { return *at_; }
        constexpr pointer operator->() const noexcept { return at_; }
        constexpr iterator& operator++() noexcept {
            ++at_;
            skip();
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            iterator before = *this;
            ++*this;
            return before;
        }
        constexpr bool operator==(const iterator& other) const noexcept { return at_ == other.at_; }

    private:
        constexpr void skip() noexcept {
            while (at_ != end_ && !condition_(*at_)) {
                ++at_;
            }
        }

        const Row* at_ = nullptr;
        const Row* end_ = nullptr;
        Condition condition_{};
    };

    constexpr rows_where(std::span<const Row> rows, Condition condition) noexcept
        : rows_(rows), condition_(condition) {}

    [[nodiscard]] constexpr iterator begin() const noexcept {
        return {rows_.data(), rows_.data() + rows_.size(), condition_};
    }
    [[nodiscard]] constexpr iterator end() const noexcept {
        return {rows_.data() + rows_.size(), rows_.data() + rows_.size(), condition_};
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }
    /// Number of rows, by counting them.
    [[nodiscard]] constexpr std::size_t count() const noexcept {
        std::size_t rows = 0;
        for (auto at = begin(); at != end(); ++at) {
            ++rows;
        }
        return rows;
    }

private:
    std::span<const Row> rows_;
    Condition condition_;
};

} // namespace brukerplan::detail::places
