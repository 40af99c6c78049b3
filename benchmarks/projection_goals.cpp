// How near projections come in simulated countries, beside what they are expected to reach there.
//
//   projection_goals [--replicates N] [--json] [--form logit|mixture] [--refits N] [--check]
//   [WORLD]...
//
// Without a name: all shipped worlds. `own` stands for further ones, which are listed below. Seeds
// are 101 and on. With --check the exit code is 1 when a goal was missed.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "projection/projection_goals.hpp"

namespace {

using namespace brukerplan;
using namespace projection_test;

struct asked {
    int replicates = 1;
    bool json = false;
    bool check = false;
    std::optional<world_form> form;
    scoring_options scoring;
    std::vector<world_case> worlds;
};

template <class Change>
world_case own_world(std::string_view name, Change change) {
    world_case result{std::string{name}, *find_world("base")};
    change(result);
    return result;
}

/// Countries that nobody has tuned to: what may be missing, small or large.
std::vector<world_case> own_worlds() {
    return {
        own_world("coverage_0.6", [](auto& w) { w.world.coverage_mean = 0.6; }),
        own_world("coverage_not_said", [](auto& w) { w.coverage_said = false; }),
        own_world("coverage_0.6_not_said",
                  [](auto& w) {
                      w.world.coverage_mean = 0.6;
                      w.coverage_said = false;
                  }),
        own_world("coverage_exact",
                  [](auto& w) {
                      w.world.declared_error = 0;
                      w.world.declared_sd = 0;
                  }),
        own_world("coverage_1",
                  [](auto& w) {
                      w.world.coverage_mean = 0.999999;
                      w.world.coverage_municipal_sd = 0;
                      w.world.coverage_year_sd = 0;
                      w.world.coverage_severity = 0;
                      w.world.declared_error = 0;
                      w.world.declared_sd = 0;
                  }),
        own_world("no_profiles", [](auto& w) { w.profiles_said = false; }),
        own_world("60_municipalities", [](auto& w) { w.municipalities = 60; }),
        own_world("5_municipalities", [](auto& w) { w.municipalities = 5; }),
        own_world("all_under_30",
                  [](auto& w) {
                      w.world.population_log_sd = 0.3;
                      w.recipients = 357 * 22;
                  }),
        own_world("country_shocks_0.15", [](auto& w) { w.world.national_shock_sd = 0.15; }),
        own_world("growth_0.05", [](auto& w) { w.growth = 0.05; }),
        own_world("half_leave_next_to_none",
                  [](auto& w) {
                      w.world.leave_lightest = 0.06;
                      w.world.leave_gravest = 0.02;
                  }),
        own_world("large_municipalities", [](auto& w) { w.recipients = 1'000'000; }),
    };
}

void add_worlds(std::vector<world_case>& to, std::string_view name) {
    if (name == "shipped") {
        for (const auto& world : worlds()) {
            to.push_back(shipped(world));
        }
    } else if (const auto* world = find_world(name)) {
        to.push_back(shipped(*world));
    } else {
        for (auto& own : own_worlds()) {
            if (name == "own" || own.name == name) {
                to.push_back(std::move(own));
            }
        }
    }
}

asked read_arguments(int count, char** arguments) {
    asked result;
    for (int i = 1; i < count; ++i) {
        const std::string_view given{arguments[i]};
        const auto value = [&] { return i + 1 < count ? arguments[++i] : arguments[i]; };
        if (given == "--replicates") {
            result.replicates = std::atoi(value());
        } else if (given == "--refits") {
            result.scoring.refits = static_cast<std::size_t>(std::atoi(value()));
        } else if (given == "--form") {
            result.form =
                std::string_view{value()} == "mixture" ? world_form::mixture : world_form::logit;
        } else if (given == "--json") {
            result.json = true;
        } else if (given == "--check") {
            result.check = true;
        } else {
            const auto before = result.worlds.size();
            add_worlds(result.worlds, given);
            if (result.worlds.size() == before) {
                std::fprintf(stderr, "no world is called %s\n", arguments[i]);
                std::exit(2);
            }
        }
    }
    if (result.worlds.empty()) {
        add_worlds(result.worlds, "shipped");
    }
    if (result.form) {
        for (auto& which : result.worlds) {
            which.world.form = *result.form;
        }
    }
    return result;
}

void print(const world_case& which, const std::vector<goal>& goals) {
    const auto missed = std::ranges::count_if(goals, [](const auto& one) { return !one.met(); });
    std::printf("%s (%s): %zu of %zu goals met\n", which.name.c_str(),
                world_form_tokens[static_cast<std::size_t>(which.world.form)].data(),
                goals.size() - static_cast<std::size_t>(missed), goals.size());
    for (const auto& one : goals) {
        std::printf("  %s  %-52s %6.3f  (%.2f to %.2f)  n=%zu%s", std::string{one.name}.c_str(),
                    one.what.c_str(), one.measured, one.least, one.most, one.of,
                    one.met() ? "" : "  MISSED");
        if (one.said && !one.met()) {
            std::printf(", where forecasts said %.3f", *one.said);
        }
        std::printf("\n");
    }
    std::fflush(stdout);
}

void print_json(const world_case& which, const std::vector<goal>& goals, int replicates) {
    for (const auto& one : goals) {
        if (one.of == 0) {
            continue;
        }
        std::printf("{\"world\": \"%s\", \"form\": \"%s\", \"replicates\": %d, \"goal\": \"%.*s\", "
                    "\"what\": \"%s\", \"measured\": %.4f, \"least\": %.2f, ",
                    which.name.c_str(),
                    world_form_tokens[static_cast<std::size_t>(which.world.form)].data(),
                    replicates, static_cast<int>(one.name.size()), one.name.data(),
                    one.what.c_str(), one.measured, one.least);
        if (std::isfinite(one.most)) {
            std::printf("\"most\": %.2f, ", one.most);
        }
        std::printf("\"counts\": %zu, \"met\": %s}\n", one.of, one.met() ? "true" : "false");
    }
    std::fflush(stdout);
}

} // namespace

int main(int count, char** arguments) {
    const auto wanted = read_arguments(count, arguments);
    bool all_met = true;
    for (const auto& which : wanted.worlds) {
        world_scores scores;
        for (int replicate = 1; replicate <= wanted.replicates; ++replicate) {
            score_world(scores, which, 100 + static_cast<std::uint64_t>(replicate), wanted.scoring);
        }
        const auto goals = goals_of(which, scores);
        (wanted.json ? print_json(which, goals, wanted.replicates) : print(which, goals));
        all_met = all_met && std::ranges::all_of(goals, &goal::met);
    }
    return wanted.check && !all_met ? 1 : 0;
}
