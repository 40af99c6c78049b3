// A set of assessments, one bit each: 8 KiB. A condition over colours is worked out for all 65 536
// assessments at once, 64 in one operation.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/assessment.hpp>

namespace brukerplan::detail {

class assessment_set {
public:
    /// Empty.
    assessment_set() : words_(assessment::space / 64) {}

    /// Those that have a colour or a worse one in a domain. The first three domains tell the bits
    /// of a word apart, the same in each; the others tell the words apart.
    assessment_set(domain d, rating at_least) : assessment_set() {
        const auto has = [&](std::size_t code) {
            return assessment{static_cast<std::uint16_t>(code)}[d] >= at_least;
        };
        std::uint64_t pattern = 0;
        for (std::size_t bit = 0; bit < 64; ++bit) {
            pattern |= std::uint64_t{has(bit)} << bit;
        }
        for (std::size_t w = 0; w < words_.size(); ++w) {
            const bool within_words = static_cast<std::size_t>(d) < 3;
            words_[w] = within_words ? pattern : has(w * 64) ? ~std::uint64_t{0} : 0;
        }
    }

    [[nodiscard]] bool contains(assessment a) const noexcept {
        return ((words_[a.code() / 64U] >> (a.code() % 64U)) & 1U) != 0;
    }
    void insert(assessment a) noexcept {
        words_[a.code() / 64U] |= std::uint64_t{1} << (a.code() % 64U);
    }

    assessment_set& operator&=(const assessment_set& other) noexcept {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            words_[w] &= other.words_[w];
        }
        return *this;
    }
    assessment_set& operator-=(const assessment_set& other) noexcept {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            words_[w] &= ~other.words_[w];
        }
        return *this;
    }
    /// Adds those that are in both others.
    void insert_common(const assessment_set& a, const assessment_set& b) noexcept {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            words_[w] |= a.words_[w] & b.words_[w];
        }
    }

    /// The member that comes first by code.
    [[nodiscard]] std::optional<assessment> first() const noexcept {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            if (words_[w] != 0) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(words_[w]));
                return assessment{static_cast<std::uint16_t>(w * 64 + bit)};
            }
        }
        return std::nullopt;
    }

    /// Calls `f(assessment)` for each member by code.
    template <class F>
    void each(F&& f) const {
        for (std::size_t w = 0; w < words_.size(); ++w) {
            for (auto rest = words_[w]; rest != 0; rest &= rest - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(rest));
                f(assessment{static_cast<std::uint16_t>(w * 64 + bit)});
            }
        }
    }

    [[nodiscard]] static assessment_set everything() {
        assessment_set all;
        all.words_.assign(all.words_.size(), ~std::uint64_t{0});
        return all;
    }

private:
    std::vector<std::uint64_t> words_;
};

/// The assessments of which a condition holds.
[[nodiscard]] inline assessment_set where(const colour_condition& c) {
    if (c.of.empty()) {
        return {c.domain, c.at_least};
    }
    // reached[k]: at least k of the conditions seen so far hold.
    std::vector<assessment_set> reached(static_cast<std::size_t>(c.least) + 1);
    reached[0] = assessment_set::everything();
    for (const auto& one : c.of) {
        const auto holding = where(one);
        for (auto k = reached.size() - 1; k > 0; --k) {
            reached[k].insert_common(reached[k - 1], holding);
        }
    }
    return std::move(reached.back());
}

} // namespace brukerplan::detail
