// Which part of the target group a round has mapped, and how surely that is known. The counts
// themselves say nothing about it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>

#include <brukerplan/projection/count_mass.hpp>
#include <brukerplan/projection/mapping_counts.hpp>

namespace brukerplan {

/// Where a coverage comes from, the best first.
enum class coverage_basis : std::uint8_t {
    units,     ///< reporting units with expected caseloads, and which of them took part
    declared,  ///< a share that was stated
    two_lists, ///< two lists of the same people
    register_, ///< another register
    assumed,   ///< nothing: the prior of `assumed_coverage`
};
inline constexpr std::array<std::string_view, 5> coverage_basis_tokens{
    "units", "declared", "two_lists", "register", "assumed"};

/// The coverage of one round of one municipality.
struct coverage_estimate {
    double share = 1;  ///< mapped of all in the target group; above 0, at most 1
    double log_sd = 0; ///< standard deviation of its logarithm; 0 where it is certain
    coverage_basis basis = coverage_basis::declared;

    friend bool operator==(const coverage_estimate&, const coverage_estimate&) = default;
};

/// Where nothing is known: Beta(16, 4), mean 0.8. Its logarithm has exactly the variance
/// 1/16^2 + 1/17^2 + 1/18^2 + 1/19^2. This library's own.
[[nodiscard]] coverage_estimate assumed_coverage() noexcept;

/// A unit that registers recipients.
struct reporting_unit {
    double expected = 0; ///< recipients, 0 or more
    bool took_part = false;
};

/// What the units that took part expected, of what all did. A caseload is taken to be Poisson
/// around what was expected, and expectations to err by a factor with a standard deviation of
/// `unit_expectation_log_sd`; so a round that lacked a small unit is known better than one that
/// lacked a large one, and one that lacked none is certain. Whom the units that took part have left
/// out is not in it. Nothing when none took part, or only such as expected nobody.
inline constexpr double unit_expectation_log_sd = 0.25; // ours
[[nodiscard]] std::optional<coverage_estimate>
coverage_of_units(std::span<const reporting_unit> units) noexcept;

/// The same people by two lists made independently of each other.
struct two_lists {
    std::uint32_t mapped = 0; ///< persons in the mapping
    std::uint32_t other = 0;  ///< persons in the other list
    std::uint32_t both = 0;   ///< in both of them
};

/// Everybody, by Chapman's form of the Petersen estimate, (mapped + 1)(other + 1)/(both + 1) - 1,
/// and its variance (Seber, "The effects of trap response on tag recapture estimates", Biometrics
/// 26, 1970). For the variance each list is taken to lack at least one person of the other: else
/// lists that agree, however short, would make a coverage certain. Ours.
struct list_estimate {
    double persons = 0;
    double variance = 0;
};
/// Nothing when a list is empty or shorter than what it has in common with the other.
[[nodiscard]] std::optional<list_estimate> persons_by_lists(const two_lists& lists) noexcept;
[[nodiscard]] std::optional<coverage_estimate> coverage_of_lists(const two_lists& lists) noexcept;

/// The law of a coverage.
struct coverage_law {
    double alpha = 16;
    double beta = 4;
};

/// The Beta distribution with the mean `share` and with `log_sd` as the standard deviation of its
/// logarithm, exactly (trigamma). So near 1 that it would be densest at 1 itself, beta is 1 and
/// `log_sd` is kept, so that the mean is less than the share: what is almost all cannot be much
/// more. Log-standard deviations below 1e-6 are taken as that.
[[nodiscard]] coverage_law law_of(const coverage_estimate& coverage) noexcept;

/// Mean of that law; the share itself where it is certain.
[[nodiscard]] double mean_share(const coverage_estimate& coverage) noexcept;

/// How many persons like municipalities would lead one to expect: a Gamma distribution of the mean
/// around which their number is Poisson.
struct peer_prior {
    double mean = 0;  ///< persons, mapped or not; above 0
    double shape = 1; ///< above 0; the smaller, the less it says
};

/// How many were not mapped when `seen` were. The prior of all is 1/N, under which counts say
/// nothing about coverage: a beta-negative binomial distribution, or a negative binomial one where
/// the coverage is certain. Nobody when nobody was seen: ask then with what peers have.
[[nodiscard]] count_mass unseen_persons(std::uint32_t seen, const coverage_estimate& coverage,
                                        mass_limits limits = {});

/// The same with what peers have: a negative binomial distribution for each coverage, mixed over
/// the coverages by how well they go with what was seen. Also where nobody was seen.
[[nodiscard]] count_mass unseen_persons(std::uint32_t seen, const coverage_estimate& coverage,
                                        const peer_prior& peers, mass_limits limits = {});

/// How many persons a mapped one stands for, on average: the inverse of the coverage, log-normal,
/// of mean exp(-log_sd^2 / 2) / share where nobody counted twice, since an error of what is stated
/// would else add to it; but never fewer than one. Need, use and gap rest on this law alone.
[[nodiscard]] double persons_per_mapped(const coverage_estimate& coverage) noexcept;

/// Rounds that are not here are of `assumed_coverage`.
using coverage_table = std::map<municipality_round, coverage_estimate>;

} // namespace brukerplan
