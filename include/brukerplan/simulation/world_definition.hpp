// What a simulated world is made with: a country of fictional municipalities whose people grow
// older, stay, leave and enter from year to year. All of it is this library's own; nothing here is
// measured on anybody.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace brukerplan {

/// How need, receipt and next year's receipt hang together.
enum class world_form : std::uint8_t {
    /// A person's severity is a number that changes a little every year (AR(1)); the logit of
    /// receiving a service adds up from severity, category, last receipt, last stated need, the
    /// municipality's level and the shocks of the year.
    logit,
    /// A person is of one of four types; each municipality has a share of its own for each type and
    /// service, beta distributed; a service goes on with a fixed chance and is else drawn anew.
    mixture,
};

inline constexpr std::array<std::string_view, 2> world_form_tokens{"logit", "mixture"};

/// A service that is only there in some years, from the world's first year on counted from 0.
struct world_service_years {
    std::string_view service;
    int first = 0; ///< of them
    int last = 0;  ///< of them, included
};

/// A version of one world; another version may give other people. Shares are of 1, `sd` is a
/// standard deviation, on the logit where nothing else is said.
struct world_definition {
    std::string_view name; ///< a token
    std::string_view says; ///< one line, English
    int version = 1;
    world_form form = world_form::logit;
    int first_year = 2015; ///< of the first round; the years before it are burn-in
    int burn_in = 8;       ///< years
    int rounds = 4;        ///< that a model is shown before it is asked for the year after
    int round_interval = 1;

    double population_median = 5'200; ///< residents of a municipality, log-normal
    double population_log_sd = 1.47;
    double recipients_share = 0.0185; ///< of the residents, mapped or not
    double recipients_log_sd = 0.25;  ///< between municipalities

    double severity_persistence = 0.85; ///< AR(1), a year
    double leave_lightest = 0.26;       ///< share of the lightest who leave in a year; as many come
    double leave_gravest = 0.08;

    double municipal_sd = 0.5;       ///< of a municipality's level of a service
    double local_shock_sd = 0.2;     ///< of municipality, service and year
    double national_shock_sd = 0.08; ///< of service and year, the same everywhere

    double need_effect = 0.8;      ///< of need stated last year on receipt
    double need_follows_use = 3.2; ///< of receipt on the need that is stated
    double need_bias_sd = 0.5;     ///< of a service, the same everywhere
    double need_optimism_sd = 0.4; ///< of a municipality

    double coverage_mean = 0.8;
    double coverage_municipal_sd = 0.45;
    double coverage_year_sd = 0.2;
    double coverage_severity = 0.25; ///< the graver are mapped more often; a standard deviation
    double declared_error = 0.08;    ///< log error of the coverage that is declared
    double declared_sd = 0.08;       ///< what is said of it
    double unit_drops_out = 0.0;     ///< chance a year that one of the four units does not map

    double merged = 0.0; ///< share of neighbouring pairs that become one
    int merger_year = 3; ///< counted from the first
    std::span<const world_service_years> services_in_some_years;
    std::string_view absent_service; ///< offered by some municipalities only
    double absent = 0.0;             ///< share of those that do not
};

/// The shipped worlds, the synthetic suite; constant for the life of the program.
[[nodiscard]] std::span<const world_definition> worlds() noexcept;

/// By name; null when there is none.
[[nodiscard]] const world_definition* find_world(std::string_view name) noexcept;

/// A number of a definition by its name, so that it can be listed.
struct world_parameter {
    std::string_view name;
    double world_definition::*value;
};

[[nodiscard]] std::span<const world_parameter> world_parameters() noexcept;

/// A service of the simulated worlds. The shares and weights are ours.
struct world_service {
    std::string_view token; ///< of the 2024 catalogue
    double prevalence;      ///< share of all recipients who receive it in a year
    double severity;        ///< logit for one standard deviation of severity
    double substance;       ///< logit of those with a substance problem against the others
    double goes_on;         ///< logit of having received it the year before
};

inline constexpr std::size_t world_service_count = 24;

/// By the number that counts are kept under.
[[nodiscard]] std::span<const world_service, world_service_count> world_services() noexcept;

} // namespace brukerplan
