// The second form of a world: a mixture of four types of people. It shares nothing with the first
// but the questions, so that a model that is tuned to one does not do well on both by that alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "simulation/world_person.hpp"

namespace brukerplan::detail::synthetic {

/// From the lightest to the gravest.
inline constexpr std::size_t person_types = 4;

template <class T>
using by_type = std::array<T, person_types>;

class mixture_form {
public:
    /// Chances of 2^32 by whether the service was received, and by whether it was said to be
    /// needed.
    using service_chances = std::array<std::uint32_t, world_service_count>;
    struct year_effects {
        by_type<std::array<std::array<service_chances, 2>, 2>> receipt; ///< received, needed before
        by_type<std::array<service_chances, 2>> need;                   ///< received now
    };

    /// Share of each type who receive a service when it is given anew, by municipality.
    struct municipal_level {
        std::uint32_t municipality = 0;
        by_type<std::array<double, world_service_count>> share{};
    };

    /// Borrows the country.
    explicit mixture_form(const world_country& country);

    [[nodiscard]] municipal_level level_of(std::uint32_t municipality) const;
    [[nodiscard]] year_effects effects(const municipal_level& level, int year) const noexcept;

    [[nodiscard]] double stable_size() const noexcept { return stable_size_; }
    [[nodiscard]] double entering_severity(std::uint32_t bits) const noexcept;
    [[nodiscard]] double settled_severity(std::uint32_t bits) const noexcept;
    [[nodiscard]] double next_severity(double severity, std::uint32_t bits) const noexcept;

    void live(world_person& person, const year_effects& effects, philox_key key,
              int year) const noexcept;

private:
    void settle() noexcept;
    [[nodiscard]] double prevalence(std::size_t service, double middle) const noexcept;
    void calibrate(std::size_t service) noexcept;

    const world_country* country_;
    double stable_size_ = 0;
    by_type<double> settled_{};                               ///< shares when as many leave as come
    by_type<std::array<double, world_service_count>> mean_{}; ///< over municipalities
};

} // namespace brukerplan::detail::synthetic
