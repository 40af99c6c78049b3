// Next year in numbers: for each municipality and service how many need it, how many are expected
// to receive it, and the gap between the two. The three are never mixed up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/projection/gate.hpp>
#include <brukerplan/projection/model.hpp>
#include <brukerplan/projection/panel.hpp>
#include <brukerplan/projection/predictive.hpp>
#include <brukerplan/projection/projection_flags.hpp>
#include <brukerplan/projection/scenario.hpp>
#include <brukerplan/projection/united_counts.hpp>

namespace brukerplan {

namespace detail {
struct projector_parts;
} // namespace detail

enum class quantity : std::uint8_t {
    need,         ///< persons who need the service in the coming year, by what was stated
    expected_use, ///< persons who will receive it under present practice; the one that can be
                  ///< scored
    gap,          ///< need less use; below 0 where more receive it than are said to need it
};
inline constexpr std::size_t quantity_count = 3;
inline constexpr std::array<std::string_view, quantity_count> quantity_tokens{
    "need", "expected_use", "gap"};

/// A quantile is the least number that is not exceeded with at least that probability.
inline constexpr std::array<double, 7> projection_levels{0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

/// Persons in the whole target group, mapped or not.
struct projected_numbers {
    double mean = 0;
    double sd = 0;
    std::array<std::int64_t, projection_levels.size()> quantiles{};
};

struct explained_term {
    std::string_view of; ///< a token
    double persons = 0;

    friend bool operator==(const explained_term&, const explained_term&) = default;
};

struct projected {
    std::string municipality; ///< or an area
    std::string service;
    quantity of = quantity::expected_use;
    std::string_view model; ///< a token: of `model_tokens`, or `stated_need`
    int horizon = 1;        ///< years
    /// Nothing where nothing is known; `flags` say why.
    std::optional<projected_numbers> numbers;
    /// The 90 % interval, if those who were not mapped use half as much as those who were, or half
    /// as much again (`projection_options::unseen_use`).
    double band_low = 0;
    double band_high = 0;
    /// Use as it was last year; of `gap`, need less that.
    projected_numbers naive;
    std::vector<explained_term> terms; ///< they add up to the mean
    std::array<double, variance_part_count> variance_shares{};
    projection_flags flags;
};

/// How much those who were not mapped use, relative to those who were. This library's own.
struct unseen_use {
    double least = 0.5;
    double most = 1.5;
};

struct projection_options {
    int horizon = 1;            ///< years, 1 to 5
    std::size_t refits = 1'000; ///< 0: what is not known of weights is left out
    std::size_t draws = 1'000;  ///< for areas, 100 or more
    std::uint64_t seed = 1;
    unseen_use unseen;
    std::vector<model_kind> also; ///< models that are projected beside the one that is chosen
    scenario what_if;
    /// How much larger a municipality's population is at the horizon than at its last mapping.
    /// Those that are not here do not change.
    std::map<std::string, double, std::less<>> population_growth;
    /// What else is known of a municipality's counts, such as that they were merged.
    std::map<std::string, projection_flags, std::less<>> notes;
};

/// Merged and split municipalities, as `projection_options::notes` has them.
[[nodiscard]] std::map<std::string, projection_flags, std::less<>>
notes_of(const united_counts& united);

/// Whether growth of the population is used: from three years ahead on, as before that it is less
/// than what else is not known, and for constant rates.
[[nodiscard]] bool uses_population(const projection_options& options) noexcept;

/// Fits once; then each municipality and area gives the same whether it is asked for alone or with
/// others, on any thread. Immutable. Throws `std::invalid_argument` for options out of range.
class projector {
public:
    explicit projector(panel all, const projection_options& options = {});

    [[nodiscard]] const panel& histories() const noexcept;

    /// By service, then quantity; expected use by the chosen model, then by the other models that
    /// were asked for.
    /// `municipality`: its place in the panel
    [[nodiscard]] std::vector<projected> municipality(std::size_t municipality) const;

    /// The sum over municipalities, by service and quantity, from draws in which they share the
    /// country's shock and the weights.
    [[nodiscard]] std::vector<projected> area(std::string_view name,
                                              std::span<const std::size_t> municipalities) const;

    /// The model that was chosen for each service, and why.
    [[nodiscard]] std::span<const gate_decision> chosen() const noexcept;

    /// Distribution of expected use, as published. Nothing where nothing is known.
    [[nodiscard]] std::optional<count_mass> expected_use(std::size_t municipality,
                                                         std::size_t service) const;

private:
    std::shared_ptr<const detail::projector_parts> parts_;
};

} // namespace brukerplan
