// The first form of a world: logits that add up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "simulation/world_person.hpp"

namespace brukerplan::detail::synthetic {

class logit_form {
public:
    /// What a municipality adds in a year, by service.
    struct year_effects {
        /// Without and with a substance problem.
        std::array<std::array<logit, world_service_count>, 2> receipt;
        std::array<std::array<logit, world_service_count>, 2> need;
    };

    /// What a municipality is like, by service.
    struct municipal_level {
        std::uint32_t municipality = 0;
        std::array<double, world_service_count> receipt{};
    };

    /// Borrows the country.
    explicit logit_form(const world_country& country);

    [[nodiscard]] municipal_level level_of(std::uint32_t municipality) const noexcept;
    [[nodiscard]] year_effects effects(const municipal_level& level, int year) const noexcept;

    /// How many there are when as many leave as come, for one who comes in a year.
    [[nodiscard]] double stable_size() const noexcept { return stable_.size; }
    [[nodiscard]] double entering_severity(std::uint32_t bits) const noexcept;
    /// Of those who are there from the start.
    [[nodiscard]] double settled_severity(std::uint32_t bits) const noexcept;
    [[nodiscard]] double next_severity(double severity, std::uint32_t bits) const noexcept;

    /// A year passes: what is received, and what is then said to be needed.
    void live(world_person& person, const year_effects& effects, philox_key key,
              int year) const noexcept;

    /// The logit of receiving a service of one without problem or history, at the mean.
    [[nodiscard]] double intercept(std::size_t service) const noexcept {
        return intercept_[service];
    }

private:
    struct stable_people {
        double size = 0;
        double severity_mean = 0;
        double severity_sd = 1;
    };

    [[nodiscard]] stable_people settle() const;
    [[nodiscard]] double prevalence(std::size_t service, double intercept) const noexcept;
    [[nodiscard]] double calibrate(std::size_t service) const noexcept;
    [[nodiscard]] double need_bias(std::size_t service) const noexcept;

    const world_country* country_;
    stable_people stable_;
    std::array<double, world_service_count> intercept_{};
    std::array<logit, world_service_count> severity_{};
    std::array<logit, world_service_count> goes_on_{};
    logit need_effect_ = 0;
    logit need_follows_use_ = 0;
};

} // namespace brukerplan::detail::synthetic
