#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <numeric>

#include <brukerplan/projection/model.hpp>

#include "made_up_transitions.hpp"
#include "small_panels.hpp"

namespace fit_test {

using namespace brukerplan;
using namespace projection_test;
using doctest::Approx;

using services = std::vector<std::vector<transition>>;

/// Of the credibility model, the smallest municipalities first.
const std::array<term_values, size_group_count> prior_weights{
    five_weights(0.4, 0.05, 0.05, 0.3, 0.2), five_weights(0.55, 0.05, 0.05, 0.15, 0.2),
    five_weights(0.65, 0.05, 0.05, 0.05, 0.2)};

void check_weights(const group_fit& fitted, const term_values& known, double within) {
    for (std::size_t t = 0; t < term_count; ++t) {
        INFO(term_tokens[t]);
        CHECK(std::abs(fitted.weights[t] - known[t]) < within);
    }
}

/// As many were seen as that, of so many who were said to be there last year.
transition seen_of(double observed, double received, int period) {
    transition seen;
    seen.period = period;
    seen.observed = observed;
    of(seen.terms, term::received) = received;
    return seen;
}

bool same(const fitted_model& one, const fitted_model& other) {
    bool groups = one.services.size() == other.services.size();
    for (std::size_t s = 0; groups && s < one.services.size(); ++s) {
        for (std::size_t g = 0; g < size_group_count; ++g) {
            const auto& a = one.services[s][g];
            const auto& b = other.services[s][g];
            groups = groups && a.weights == b.weights && a.dispersion == b.dispersion &&
                     a.coverage_variance == b.coverage_variance && a.from == b.from;
        }
    }
    return groups && one.shock_variance == other.shock_variance && one.periods == other.periods &&
           one.transitions == other.transitions;
}

TEST_SUITE("projection: fit") {

    TEST_CASE("the weights and the spread of a known world are found again") {
        known_use world;
        world.weights = five_weights(0.45, 0.1, 0.0, 0.3, 0.15);
        world.dispersion = 0.06;
        world.municipalities = 900;
        const services seen{transitions_in(world, 0), transitions_in(world, 1)};
        const auto model = fit(model_kind::credibility, seen, 1);
        CHECK(model.transitions == 2 * 2'700);
        CHECK(model.periods == 3);
        for (const auto& service : model.services) {
            for (const auto& group : service) {
                CHECK(group.from == learned_from::own_group);
                check_weights(group, world.weights, 0.05); // some three standard errors
                CHECK(group.dispersion == Approx(0.06).epsilon(0.25));
            }
        }
    }

    TEST_CASE("only what is mapped is observed, so weights do not hang on coverage") {
        known_use world;
        world.weights = five_weights(0.5, 0, 0, 0.2, 0.2);
        world.dispersion = 0.03;
        world.municipalities = 900;
        world.coverage = 0.6;
        const services seen{transitions_in(world, 0)};
        const auto model = fit(model_kind::credibility, seen, 1);
        for (const auto& group : model.services.front()) {
            check_weights(group, world.weights, 0.06);
        }
    }

    TEST_CASE("a model that learns no weights learns its spread") {
        known_use world;
        world.weights = five_weights(1, 0, 0, 0, 0);
        world.dispersion = 0.2;
        world.municipalities = 600;
        const services seen{transitions_in(world, 0)};
        const auto model = fit(model_kind::naive, seen, 1);
        for (const auto& group : model.services.front()) {
            CHECK(group.weights == world.weights);
            CHECK(group.dispersion == Approx(0.2).epsilon(0.2));
        }
    }

    TEST_CASE("sizes with fewer than 40 transitions learn from all") {
        known_use world;
        world.weights = five_weights(0.6, 0, 0, 0.2, 0.1);
        world.dispersion = 0.05;
        auto seen = transitions_in(world, 0);
        for (auto& each : seen) {
            each.size_group = each.municipality < 13 ? 0 : 1; // 39 transitions, and more
        }
        const auto few = fit(model_kind::credibility, services{seen}, 1);
        CHECK(few.services[0][0].from == learned_from::all_sizes);
        CHECK(few.services[0][1].from == learned_from::own_group);
        CHECK(few.services[0][2].from == learned_from::all_sizes);
        // From the same transitions, but each from the prior of its own size.
        check_weights(few.services[0][0], few.services[0][2].weights, 0.02);
        CHECK(of(few.services[0][0].weights, term::peers) >
              of(few.services[0][2].weights, term::peers));
        seen[45].size_group = 0;
        CHECK(fit(model_kind::credibility, services{seen}, 1).services[0][0].from ==
              learned_from::own_group);
    }

    TEST_CASE("where nothing has been seen the constants are this library's own") {
        for (std::size_t k = 0; k < model_count; ++k) {
            const auto kind = static_cast<model_kind>(k);
            const auto model = fit(kind, services(2), 1);
            CHECK(model.kind == kind);
            CHECK(model.transitions == 0);
            CHECK(model.periods == 0);
            CHECK(model.shock_variance == Approx(0.08 * 0.08));
            CHECK(model.predictive_shock_variance() == Approx(2 * 0.08 * 0.08));
            constexpr std::array<double, size_group_count> dispersions{0.1, 0.06, 0.05};
            for (std::size_t g = 0; g < size_group_count; ++g) {
                const auto& group = model.services[1][g];
                CHECK(group.from == learned_from::nothing);
                CHECK(group.dispersion == dispersions[g]);
                double weights = 0;
                for (const auto& [of, weight] : definition_of(kind).terms) {
                    const bool by_size =
                        definition_of(kind).learns && (of == term::peers || of == term::received);
                    CHECK((by_size || group.weights[static_cast<std::size_t>(of)] == weight));
                    weights += weight;
                }
                CHECK(std::accumulate(group.weights.begin(), group.weights.end(), 0.0) ==
                      Approx(weights));
            }
        }
        CHECK(fit(model_kind::credibility, services{}, 1).services.empty());
    }

    TEST_CASE("the smaller a municipality, the more peers count where nothing has been seen") {
        const auto model = fit(model_kind::credibility, services(1), 1);
        for (std::size_t g = 0; g < size_group_count; ++g) {
            check_weights(model.services[0][g], prior_weights[g], 1e-12);
        }
    }

    TEST_CASE("a new service learns from the others") {
        known_use world;
        world.weights = five_weights(0.7, 0, 0, 0.1, 0.1);
        world.dispersion = 0.15;
        world.municipalities = 400;
        const services seen{transitions_in(world, 0), {}, transitions_in(world, 2)};
        const auto model = fit(model_kind::credibility, seen, 1);
        for (std::size_t g = 0; g < size_group_count; ++g) {
            CHECK(model.services[1][g].from == learned_from::other_services);
            check_weights(model.services[1][g], world.weights, 0.06);
            CHECK(model.services[1][g].dispersion == Approx(0.15).epsilon(0.25));
        }
    }

    TEST_CASE("a service that nobody ever received is expected of nobody") {
        known_use world;
        world.level = 0;
        const services seen{transitions_in(world, 0)};
        const auto model = fit(model_kind::credibility, seen, 1);
        for (std::size_t g = 0; g < size_group_count; ++g) {
            CHECK(model.expected(term_values{}, 0, g) == 0);
            CHECK(std::isfinite(model.services[0][g].dispersion));
            CHECK(model.services[0][g].dispersion >= 0.002);
            check_weights(model.services[0][g], prior_weights[g], 1e-9);
        }
    }

    TEST_CASE("the country's shock, by hand") {
        // 1 000 expected and 1 100 seen, then 900: 10 % off, of which chance is 1 / 1 000. With a
        // dispersion of .009, .0026 of it local, a sum of one municipality varies by .0036, and so
        // tells .64 of a shock, squared .4096; half of each of the two is what weights follow.
        const services seen{{seen_of(1'100, 1'000, 2021), seen_of(900, 1'000, 2022)}};
        const auto model = fit(model_kind::naive, seen, 1);
        CHECK(model.periods == 2);
        CHECK(model.shock_variance == Approx((12 * 0.0064 + 2 * 0.4096 * 0.009) / (12 + 0.4096)));
        CHECK(model.predictive_shock_variance() == Approx(1.5 * model.shock_variance));
        // One period says nothing: weights follow it.
        const services once{{seen_of(1'100, 1'000, 2021)}};
        CHECK(fit(model_kind::naive, once, 1).periods == 1);
        CHECK(fit(model_kind::naive, once, 1).shock_variance == Approx(0.0064));
        // Less than chance is nothing, and still a year more in which nothing happened.
        const services still{{seen_of(1'000, 1'000, 2021), seen_of(1'000, 1'000, 2022)}};
        const double told = 0.0064 / (0.0064 + 0.003);
        CHECK(fit(model_kind::naive, still, 1).shock_variance ==
              Approx(12 * 0.0064 / (12 + told * told)));
    }

    TEST_CASE("what errors of the coverage and the shock explain is not the municipality's own") {
        known_use world;
        world.weights = five_weights(1, 0, 0, 0, 0);
        world.dispersion = 0.2;
        world.coverage_variance = 0.03;
        world.municipalities = 600;
        const services seen{transitions_in(world, 0)};
        const auto model = fit(model_kind::naive, seen, 1);
        const auto& group = model.services[0][1];
        CHECK(group.coverage_variance == Approx(0.03));
        CHECK(model.local_dispersion(0, 1) ==
              Approx(group.dispersion - 0.03 - model.shock_variance));
        auto certain = model;
        certain.services[0][1].dispersion = 0.01;
        CHECK(certain.local_dispersion(0, 1) == 0.002);
    }

    TEST_CASE("which municipality is which changes nothing") {
        const auto rounds = made_up_rounds(24, 2018, 2022);
        rounds_and_coverage renamed;
        for (const auto& [key, counted] : rounds.counts.rounds) {
            const auto name = std::to_string(18'025 - std::stoi(key.municipality));
            renamed.counts.rounds[{name, key.round}] = counted;
            renamed.coverage[{name, key.round}] = rounds.coverage.at(key);
        }
        const auto fitted_to = [](const rounds_and_coverage& those) {
            const auto histories = those.panel();
            return fit(model_kind::credibility,
                       transitions_of(histories, term_table{histories, 1}, 1), 1);
        };
        const auto one = fitted_to(rounds);
        const auto other = fitted_to(renamed);
        for (std::size_t s = 0; s < 3; ++s) {
            for (std::size_t g = 0; g < size_group_count; ++g) {
                check_weights(one.services[s][g], other.services[s][g].weights, 1e-9);
                CHECK(one.services[s][g].dispersion ==
                      Approx(other.services[s][g].dispersion).epsilon(1e-9));
            }
        }
        CHECK(one.shock_variance == Approx(other.shock_variance).epsilon(1e-9));
    }

    TEST_CASE("a panel of merged states gives the bits of the whole, however they were split") {
        const auto rounds = made_up_rounds(16, 2019, 2022);
        const auto fitted_to = [&](const mapping_counts& counts) {
            const auto histories = make_panel(counts, rounds.coverage);
            return fit(model_kind::credibility,
                       transitions_of(histories, term_table{histories, 1}, 1), 1);
        };
        const auto whole = fitted_to(rounds.counts);
        for (std::uint32_t parts = 2; parts <= 4; ++parts) {
            // Each round's persons are spread over the parts.
            std::vector<mapping_counts> states(parts);
            for (const auto& [key, counted] : rounds.counts.rounds) {
                for (std::uint32_t p = 0; p < parts; ++p) {
                    const auto share = [&](std::uint32_t persons) {
                        return persons / parts + (p < persons % parts ? 1 : 0);
                    };
                    auto& part = states[p].rounds[key];
                    part.recipients = share(counted.recipients);
                    for (const auto& [service, cells] : counted.services) {
                        need_cells own{share(cells.received_needed), share(cells.received_only),
                                       share(cells.needed_only), 0};
                        own.neither = part.recipients - std::min(part.recipients, own.persons());
                        part.services[service] = own;
                    }
                }
            }
            mapping_counts merged;
            for (std::uint32_t p = parts; p-- > 0;) {
                merged.merge(states[p]);
            }
            CHECK(same(fitted_to(merged), whole));
        }
    }

    TEST_CASE("every number of a model is the sum of its terms") {
        const auto histories = made_up_rounds(20, 2018, 2022).panel();
        const term_table terms{histories, 1};
        const auto model = fit(model_kind::credibility, transitions_of(histories, terms, 1), 1);
        const auto& values = *terms(5, 2, 1);
        double sum = 0;
        for (std::size_t t = 0; t < term_count; ++t) {
            CHECK(model.services[1][0].weights[t] >= 0);
            sum += model.services[1][0].weights[t] * values[t];
        }
        CHECK(model.expected(values, 1, 0) == Approx(sum));
    }
}

} // namespace fit_test
