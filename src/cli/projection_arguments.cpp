#include "cli/projection_arguments.hpp"

#include <cstdint>
#include <string>

#include "cli/named_file.hpp"

namespace brukerplan::cli {

namespace {

void add_files(CLI::App& command, projection_files& files) {
    command.add_option("files", files.registrations,
                       "Files of registrations of any rounds, CSV or JSON with one object a line; "
                       "- is standard input");
    command
        .add_option("--counts", files.counts,
                    "Counts that are made already (CSV: municipality,round,mapped_on,service,"
                    "received_needed,received_only,needed_only,neither,recipients); may be "
                    "repeated, of other rounds than the registrations")
        ->allow_extra_args(false);
    command.add_option("--profiles", files.profiles,
                       "Recipients by profile (CSV: municipality,round,profile,recipients)");
    command.add_option("--coverage", files.coverage,
                       "What share was mapped (CSV: municipality,round,coverage,coverage_sd,basis; "
                       "or municipality,round,unit,expected,took_part). Without it a coverage is "
                       "assumed, and every row says so");
}

} // namespace

void add_whole(CLI::App& command, whole_option& option, const std::string& says) {
    const auto range = std::to_string(option.least) + " to " + std::to_string(option.most);
    command.add_option(option.name, option.written, says + " (" + range + ")")
        ->type_name("INT")
        ->capture_default_str();
}

CLI::App* add_project(CLI::App& app, project_options& options) {
    auto* command = app.add_subcommand(
        "project", "Say how many will need and receive each service, and how sure that is");
    add_files(*command, options.files);
    command->add_option("--population", options.population,
                        "Residents (CSV: year,municipality,sex,age_band,population), as counted "
                        "and as projected; used from three years on and by constant_rates");
    command->add_option("--areas", options.areas,
                        "Also rows for each area (CSV: municipality,area)");
    command->add_flag("--national", options.national, "Also rows for all municipalities together");
    add_whole(*command, options.horizon, "Years ahead");
    command->add_flag("--all-models", options.all_models,
                      "Also rows of expected use by the models that were not chosen");
    add_whole(*command, options.refits, "For how little is known of the weights; 0 leaves it out");
    add_whole(*command, options.draws, "For areas and the country");
    add_whole(*command, options.seed, "The same seed gives the same numbers");
    command->add_option("--scenario", options.scenario,
                        "What if: met_need=0.7, full_coverage, more_entrants=0.1, constant_rates, "
                        "or capacity with --capacity");
    command->add_option("--capacity", options.capacity,
                        "What a planner knows (CSV: municipality,service,capacity,service_level,"
                        "cost_under,cost_over,person_years,cost; the last six may be absent)");
    command
        ->add_option("--decisions", options.decisions,
                     "Also write what the rows of --capacity come to")
        ->check(named_file);
    command
        ->add_option("--municipality", options.municipalities,
                     "Rows of this municipality alone, learned from all; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--out", options.out, "The file to write; else standard output");
    command->footer(
        "Examples:\n"
        "  brukerplan project 2021.csv 2022.csv 2023.csv 2024.csv --coverage coverage.csv --out "
        "next-year.csv\n"
        "  brukerplan project --counts counts.csv --profiles profiles.csv --national --format "
        "ndjson\n"
        "Need, expected use and the gap are three numbers that are never mixed up; beside each "
        "stands the naive one.\nWhat every column and flag means: docs/projection.md. CSV unless "
        "--format ndjson.");
    return command;
}

CLI::App* add_backtest(CLI::App& app, backtest_call& options) {
    auto* command = app.add_subcommand(
        "backtest", "Score what each model would have said of the years that have passed");
    add_files(*command, options.files);
    add_whole(*command, options.horizon, "Years ahead");
    add_whole(*command, options.refits, "For how little is known of the weights; 0 leaves it out");
    add_whole(
        *command, options.resamples,
        "For how much of a difference may be luck with which municipalities took part; it is said "
        "of ten municipalities or more");
    add_whole(*command, options.seed, "The same seed gives the same numbers");
    command->add_option("--out", options.out, "The file to write; else standard output");
    command->footer("Example:\n"
                    "  brukerplan backtest 2021.csv 2022.csv 2023.csv 2024.csv --coverage "
                    "coverage.csv --out scores.csv\n"
                    "What every column means: docs/projection.md. CSV unless --format ndjson.");
    return command;
}

} // namespace brukerplan::cli
