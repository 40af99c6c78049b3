// What next year's use may be worked out from: numbers of persons in the whole target group, that
// are known when a round has been mapped.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <brukerplan/projection/panel.hpp>

namespace brukerplan {

/// Each is in persons, mapped or not: counts are weighted by what a mapped person stands for.
enum class term : std::uint8_t {
    received,            ///< last year
    needed_not_received, ///< stated need that was not met
    needed_and_received, ///< stated need that was met
    peers,               ///< as the other municipalities use it, by profile
    own_past,            ///< mean of the rounds before; `received` where there are none
    needed,              ///< stated need, met or not
    converted,           ///< stated need by the part of it that used to be met here
};
inline constexpr std::size_t term_count = 7;
inline constexpr std::array<std::string_view, term_count> term_tokens{
    "received", "needed_not_received", "needed_and_received", "peers", "own_past", "needed",
    "converted"};

using term_values = std::array<double, term_count>;

/// Gamma distribution of the part of stated need that is met the year after, over municipalities.
struct conversion_prior {
    double shape = 0;
    double rate = 0; ///< persons
};

/// The terms of every round of a panel. The panel must outlive it.
class term_table {
public:
    /// `years`: between a round and what is predicted from it, 1 or more
    term_table(const panel& all, int years);

    /// Nothing where the service was not there, or not asked for.
    [[nodiscard]] const std::optional<term_values>&
    operator()(std::size_t municipality, std::size_t round, std::size_t service) const noexcept {
        return values_[(first_round_[municipality] + round) * services_ + service];
    }

    /// By service.
    [[nodiscard]] const std::vector<conversion_prior>& conversion() const noexcept {
        return conversion_;
    }

    /// Whether there was another municipality to compare with, everywhere.
    [[nodiscard]] bool has_peers() const noexcept { return has_peers_; }

    /// Whether others had the service in a round of the same period.
    [[nodiscard]] bool has_peers(std::size_t municipality, std::size_t round,
                                 std::size_t service) const noexcept {
        return compared_[(first_round_[municipality] + round) * services_ + service];
    }

private:
    [[nodiscard]] std::optional<term_values>& at(std::size_t municipality, std::size_t round,
                                                 std::size_t service) noexcept {
        return values_[(first_round_[municipality] + round) * services_ + service];
    }
    void fill_own(const panel& all);
    void fill_peers(const panel& all);
    void fill_converted(const panel& all, int years);

    std::size_t services_;
    std::vector<std::size_t> first_round_; ///< by municipality
    std::vector<std::optional<term_values>> values_;
    std::vector<bool> compared_; ///< as `values_`
    std::vector<conversion_prior> conversion_;
    bool has_peers_ = true;
};

} // namespace brukerplan
