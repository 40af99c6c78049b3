#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/simulation/world.hpp>
#include <brukerplan/write/csv_writer.hpp>
#include <brukerplan/write/world_tables.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

namespace {

using row_sink = std::function<void(std::span<const std::string>)>;

void write_registrations(const session& s, const simulate_options& options,
                         const std::function<void(const row_sink&)>& rows) {
    output out{s, options.out};
    csv_writer file{*s.instrument(), options.excel ? csv_style::excel() : csv_style{},
                    [&](std::string_view text) { out.write(text); }};
    std::uint64_t registrations = 0;
    rows([&](std::span<const std::string> cells) {
        file.row(cells);
        ++registrations;
    });
    out.finish();
    s.tell("simulated", {{"registrations", std::to_string(registrations)}});
}

void write_municipality(const session& s, const simulate_options& options) {
    simulation_options simulation;
    simulation.seed = options.seed.as<std::uint64_t>(s);
    simulation.recipients = options.recipients;
    simulation.municipality = options.municipality;
    simulation.mapping_year = options.mapping_year;
    write_registrations(s, options, [&](const row_sink& use) {
        for_each_registration(*s.instrument(), simulation, use);
    });
}

/// The municipalities of a world that are asked for.
struct world_request {
    simulated_world world;
    std::vector<std::uint16_t> municipalities;
    std::vector<int> years;

    [[nodiscard]] std::vector<world_round> rounds() const {
        std::vector<world_round> result;
        for (const auto municipality : municipalities) {
            for (const auto& round : world.rounds(municipality, years.front(), years.back())) {
                if (std::find(years.begin(), years.end(), round.year) != years.end()) {
                    result.push_back(round);
                }
            }
        }
        return result;
    }
};

world_request request_of(const session& s, const simulate_options& options) {
    constexpr int first_code = 9'001;
    const auto& definition = *find_world(options.world.empty() ? "base" : options.world);
    world_request request{{definition, options.seed.as<std::uint64_t>(s), options.municipalities,
                           options.recipients_given ? options.recipients : 0},
                          {},
                          {}};
    const int last_code = first_code + static_cast<int>(options.municipalities) - 1;
    for (int code = first_code; code <= last_code; ++code) {
        if (!options.municipality_given || std::to_string(code) == options.municipality) {
            request.municipalities.push_back(static_cast<std::uint16_t>(code));
        }
    }
    if (request.municipalities.empty()) {
        s.refuse("not_of_the_world", {{"last", std::to_string(last_code)}});
    }
    const int first_year = options.first_year.value_or(options.mapping_year);
    if (first_year > options.mapping_year) {
        s.refuse("first_year_after_year");
    }
    // Back from the last, so that it is always there.
    for (int year = options.mapping_year; year >= first_year; year -= definition.round_interval) {
        request.years.insert(request.years.begin(), year);
    }
    return request;
}

void write_world_files(const session& s, const simulate_options& options,
                       const world_request& request) {
    const auto rounds = request.rounds();
    for (std::size_t t = 0; t < world_table_count; ++t) {
        if (options.tables[t].empty()) {
            continue;
        }
        const auto& table = world_tables()[t];
        output out{s, options.tables[t]};
        std::string text{table.header};
        text += '\n';
        for (const auto& round : rounds) {
            table.append(round, text);
        }
        out.write(text);
        out.finish();
    }
    if (!options.truth.empty()) {
        output out{s, options.truth};
        out.write(world_truth(request.world, rounds));
        out.finish();
    }
    s.tell("simulated_rounds", {{"world", std::string{request.world.definition().name}},
                                {"rounds", std::to_string(rounds.size())}});
}

void write_world(const session& s, const simulate_options& options) {
    auto paths = options.tables;
    paths.push_back(options.truth);
    const bool has_files =
        std::any_of(paths.begin(), paths.end(), [](const auto& path) { return !path.empty(); });
    paths.push_back(options.out);
    s.need_different_files(paths);
    const auto request = request_of(s, options);
    if (has_files) {
        write_world_files(s, options, request);
    }
    if (has_files && options.out.empty()) {
        return;
    }
    write_registrations(s, options, [&](const row_sink& use) {
        for (const auto municipality : request.municipalities) {
            for (const int year : request.years) {
                request.world.for_each_registration(*s.instrument(), municipality, year, use);
            }
        }
    });
}

} // namespace

exit_code run_simulate(const session& s, const simulate_options& options) {
    s.need_recipients();
    if (options.of_world) {
        write_world(s, options);
    } else {
        write_municipality(s, options);
    }
    return exit_code::done;
}

} // namespace brukerplan::cli
