// A made-up municipality: registrations of people who do not exist, from a seed, with the faults
// that occur in practice planted on purpose. The same seed gives the same bytes everywhere.
//
// People carry Tenor numbers (month + 80) and live in a fictional municipality. What their shares
// rest on is in simulation/marginals.hpp: published figures of mixed years 2015-2019 and, where
// nothing is published, this library's own. It is no picture of any real municipality or year.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/simulation/simulated_fault.hpp>

namespace brukerplan {

struct simulation_options {
    std::uint64_t seed = 1;
    std::uint32_t recipients = 0;      ///< persons; registrations are about a seventh more
    std::string municipality = "9001"; ///< 9001 to 9998; a real code may be given, with its rules
    int mapping_year = 2024; ///< 2006 to 2031; before 2015 only substance problems, from 18
    /// How many of a thousand rows get one planted fault.
    std::uint32_t dirty_permille = 40;
    /// Of a thousand persons: registered by a second unit, and of those same persons by a third.
    std::uint32_t second_unit_permille = 120;
    std::uint32_t third_unit_permille = 20;
    /// Of a thousand persons: no national number, only a birth year. They are registered once.
    std::uint32_t without_number_permille = 10;
};

/// A fault that was planted, and in which row; data rows count from 0.
struct planted_fault {
    std::uint64_t record = 0;
    simulated_fault fault = simulated_fault::unknown_token;

    friend bool operator==(const planted_fault&, const planted_fault&) = default;
};

/// What went into the registrations, before any fault.
struct simulated_truth {
    std::uint64_t persons = 0;
    std::uint64_t registrations = 0;
    std::uint64_t persons_without_number = 0;
    std::uint64_t persons_by_two_units = 0;   ///< registered exactly twice
    std::uint64_t persons_by_three_units = 0; ///< registered exactly three times
    std::array<std::uint64_t, category_tokens.size()> persons_by_category{};
    std::vector<planted_fault> faults; ///< by record

    [[nodiscard]] std::uint64_t planted(simulated_fault kind) const noexcept;
};

/// Calls back once for each registration, with one string a field of the pack in the order of its
/// fields: tokens, ISO dates, several values joined by `|`, empty for what is missing. A field
/// without a role stays empty. A row with the fault `too_few_cells` has fewer. The strings are
/// valid during the call. The order is by unit, then date; the same person's rows do not follow
/// each other where another row of the unit and day can stand between.
///
/// Rows without a planted fault break no rule of severity warning or error of the shipped packs
/// under the test policy. Memory: about 18 bytes a person and 8 a registration, not their content.
/// Throws `std::invalid_argument` when the mapping year lies outside its range.
simulated_truth
for_each_registration(const pack& instrument, const simulation_options& options,
                      const std::function<void(std::span<const std::string> cells)>& use);

} // namespace brukerplan
