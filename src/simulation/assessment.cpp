#include "simulation/assessment.hpp"

#include <array>

namespace brukerplan::detail::synthetic {

namespace {

using marginals::population;
using marginals::quantity;

struct colour_shares {
    std::uint32_t red = 0;   ///< permille
    std::uint32_t green = 0; ///< permille
};

template <population Of, domain About>
consteval colour_shares shares_of() {
    return {marginals::permille(Of, quantity::red, About),
            marginals::permille(Of, quantity::green, About)};
}

/// By domain; mental health follows the disorder instead.
template <population Of>
inline constexpr std::array<colour_shares, domain_count> shares_by_domain{
    shares_of<Of, domain::housing>(),
    shares_of<Of, domain::activity>(),
    shares_of<Of, domain::economy>(),
    shares_of<Of, domain::physical_health>(),
    colour_shares{},
    shares_of<Of, domain::substance_use>(),
    shares_of<Of, domain::social_functioning>(),
    shares_of<Of, domain::network>()};

colour_shares mental_health_of(const synthetic_person& person) noexcept {
    for (const auto& share : marginals::mental_health_shares) {
        if (share.of == person.population() && share.disorder == person.disorder) {
            return {share.red, share.green};
        }
    }
    return {};
}

rating colour_at(std::uint32_t position, colour_shares shares) noexcept {
    if (position < shares.red) {
        return rating::red;
    }
    return position >= 1000 - shares.green ? rating::green : rating::yellow;
}

} // namespace

assessment draw_assessment(random_stream& random, const synthetic_person& person) {
    const auto common = random.below(1000);
    return draw_assessment(random, person, common);
}

assessment draw_assessment(random_stream& random, const synthetic_person& person,
                           std::uint32_t common) {
    const auto& by_domain = person.substance_problem
                                ? shares_by_domain<population::substance_problem>
                                : shares_by_domain<population::mental_only>;
    // A mixture of two uniform positions is uniform, so each domain keeps its shares exactly.
    assessment result;
    for (const domain d : all_domains) {
        const auto shares = d == domain::mental_health ? mental_health_of(person)
                                                       : by_domain[static_cast<std::size_t>(d)];
        const bool follows = random.chance(marginals::common_factor_permille);
        result.set(d, colour_at(follows ? common : random.below(1000), shares));
    }
    return result;
}

} // namespace brukerplan::detail::synthetic
