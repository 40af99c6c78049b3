#include <string>

#include <brukerplan/simulation/synthetic_municipality.hpp>
#include <brukerplan/write/csv_writer.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

exit_code run_simulate(const session& s, const simulate_options& options) {
    s.need_recipients();
    simulation_options simulation;
    simulation.seed = options.seed;
    simulation.recipients = options.recipients;
    simulation.municipality = options.municipality;
    simulation.mapping_year = options.mapping_year;
    output out{s, options.out};
    csv_writer file{*s.instrument(), options.excel ? csv_style::excel() : csv_style{},
                    [&](std::string_view text) { out.write(text); }};
    std::uint64_t registrations = 0;
    for_each_registration(*s.instrument(), simulation, [&](std::span<const std::string> cells) {
        file.row(cells);
        ++registrations;
    });
    out.finish();
    s.tell("simulated", {{"registrations", std::to_string(registrations)}});
    return exit_code::done;
}

} // namespace brukerplan::cli
