// What a simulated world is held as.
#pragma once

#include <cstdint>
#include <variant>

#include <brukerplan/simulation/world.hpp>

#include "simulation/logit_form.hpp"
#include "simulation/mixture_form.hpp"
#include "simulation/world_country.hpp"
#include "simulation/world_people.hpp"

namespace brukerplan {

struct simulated_world::parts {
    using any_form = std::variant<detail::synthetic::logit_form, detail::synthetic::mixture_form>;

    parts(const detail::synthetic::world_country& of, std::uint32_t count)
        : country(of), municipalities(count), form(form_of(country)) {}
    parts(const parts&) = delete; // the form borrows the country
    parts& operator=(const parts&) = delete;

    detail::synthetic::world_country country;
    std::uint32_t municipalities;
    any_form form;

    [[nodiscard]] static any_form form_of(const detail::synthetic::world_country& country) {
        if (country.definition().form == world_form::mixture) {
            return detail::synthetic::mixture_form{country};
        }
        return detail::synthetic::logit_form{country};
    }

    /// The municipalities whose territory a municipality may speak for, itself first: at most two.
    template <class Use>
    void for_each_territory(std::uint32_t municipality, int year, const Use& use) const {
        for (const auto other : {municipality, municipality ^ 1U}) {
            if (country.reports_as(other, year) == municipality) {
                use(other);
            }
        }
    }

    /// Calls back for each year of a territory from the world's first to the last wanted.
    template <class Use>
    void for_each_year(std::uint32_t territory, int last, const Use& use) const {
        std::visit(
            [&](const auto& how) {
                detail::synthetic::world_people people{country, how, territory};
                while (people.year() < last) {
                    people.next_year();
                    if (people.year() >= country.definition().first_year) {
                        use(people);
                    }
                }
            },
            form);
    }

    /// By code; throws for one that is not of this world.
    [[nodiscard]] std::uint32_t municipality_of(std::uint16_t code) const;
    /// Throws for years that the world does not have.
    void check_years(int first, int last) const;
};

namespace detail::synthetic {

inline constexpr std::uint32_t first_world_code = 9'001;

} // namespace detail::synthetic

} // namespace brukerplan
