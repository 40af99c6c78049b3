// A simulated country in which next year is known: its municipalities' true counts, what a mapping
// sees of them, and the registrations themselves. For trying projections before there are real
// rounds to try them on.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/instrument/pack.hpp>
#include <brukerplan/instrument/scheme.hpp>
#include <brukerplan/model/category.hpp>
#include <brukerplan/model/date.hpp>
#include <brukerplan/simulation/world_definition.hpp>
#include <brukerplan/statistics/need_cells.hpp>

namespace brukerplan {

/// Services by their number in world_services().
template <class T>
using by_world_service = std::array<T, world_service_count>;

/// One municipality in one year.
struct world_round {
    std::uint16_t municipality = 0; ///< its code, 9001 to 9998
    int year = 0;                   ///< of the mapping
    date mapped_on{};               ///< its first day

    // The truth: everyone in the target group, mapped or not.
    std::uint32_t population = 0; ///< residents
    std::uint32_t recipients = 0;
    by_world_service<std::uint32_t> receiving{}; ///< in the 12 months before the mapping
    by_world_service<std::uint32_t> needing{};   ///< by what would be stated
    /// In the 12 months after, in the same territory, by those who are recipients then.
    by_world_service<std::uint32_t> receiving_next_year{};
    double coverage = 0; ///< the recipients' mean chance of being mapped

    // What a mapping sees.
    std::uint32_t mapped = 0;
    by_world_service<need_cells> cells{};
    /// By index class under `sum16/1` and category.
    std::array<std::array<std::uint32_t, category_tokens.size()>, index_class_count> profiles{};
    double coverage_declared = 0; ///< at most 1
    double coverage_sd = 0;       ///< log error that is said of it

    friend bool operator==(const world_round&, const world_round&) = default;
};

/// Immutable; may be shared between threads. Every municipality and year gives the same whether it
/// is asked for alone or with others: what is drawn depends on seed, municipality, person and year
/// alone. A year costs its people's lives since the burn-in, some 0.3 microseconds a person and
/// year.
class simulated_world {
public:
    /// `recipients` scales the country so that its municipalities have so many in all, mapped or
    /// not, give or take what is drawn; 0 leaves it as defined. Throws `std::invalid_argument` when
    /// there are not 1 to 998 municipalities.
    simulated_world(const world_definition& definition, std::uint64_t seed,
                    std::uint32_t municipalities = 357, std::uint32_t recipients = 0);

    [[nodiscard]] const world_definition& definition() const noexcept;
    [[nodiscard]] std::uint64_t seed() const noexcept;
    /// Codes 9001 and on. A municipality that has become part of another has no rounds any more.
    [[nodiscard]] std::uint32_t municipalities() const noexcept;

    /// The years of a municipality from first to last, both included, in order. Throws
    /// `std::invalid_argument` for a code that is not of this world, and for years before the
    /// world's first or after 2031.
    [[nodiscard]] std::vector<world_round> rounds(std::uint16_t municipality, int first,
                                                  int last) const;
    /// Of all municipalities, by code, then year.
    [[nodiscard]] std::vector<world_round> rounds(int first, int last) const;

    /// Calls back once for each mapped person of a municipality and year, as for the synthetic
    /// municipality (synthetic_municipality.hpp), but registered by one unit only and without
    /// planted faults, so that the rows add up to the round. Nothing for a municipality that is
    /// part of another then. Within a municipality no two persons have the same number, and a
    /// person keeps it; between municipalities numbers may coincide.
    void for_each_registration(const pack& instrument, std::uint16_t municipality, int year,
                               const std::function<void(std::span<const std::string>)>& use) const;

private:
    struct parts;
    std::shared_ptr<const parts> parts_;
};

} // namespace brukerplan
