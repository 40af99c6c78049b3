// The `brukerplan` command: from files of registrations to findings, scores and reports.
#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <new>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <brukerplan/identity/municipality.hpp>
#include <brukerplan/identity/number_kinds.hpp>
#include <brukerplan/read/read_error.hpp>
#include <brukerplan/simulation/world_definition.hpp>
#include <brukerplan/validation/identity_in_text.hpp>
#include <brukerplan/version.hpp>
#include <brukerplan/write/world_tables.hpp>

#include "cli/commands.hpp"
#include "cli/named_file.hpp"
#include "cli/prepare_arguments.hpp"
#include "cli/projection_arguments.hpp"

namespace {

using namespace brukerplan::cli;
using brukerplan::detail::listing_format;

constexpr const char* operation_outcome = "operation-outcome";
constexpr const char* registrations_file =
    "Registrations, CSV or JSON with one object a line; - is standard input";

void add_common(CLI::App& app, common_options& common) {
    app.add_flag("--test-numbers", common.test_numbers,
                 "The people are synthetic: accept test numbers and fictional municipalities, and "
                 "refuse real ones");
    app.add_flag("--strict", common.strict,
                 "Exit with 1 when there are findings of severity error");
    app.add_option("--lang", common.language, "Language of messages and reports")
        ->check(CLI::IsMember({"nb", "nn", "en"}))
        ->capture_default_str();
    app.add_option(
        "--pack", common.pack,
        "Instrument pack: the id of a shipped one (brukerplan/2024, or 2024) or a file. Without "
        "it the newest shipped pack is used");
    app.add_option("--scheme", common.scheme,
                   "Scoring scheme: the name of one of the pack (sum16/1, rule/1) or a JSON file. "
                   "Without it the pack's first (sum16/1)");
    app.add_option("--reference-date", common.reference_date,
                   "Mapping dates after this one are errors (YYYY-MM-DD)");
    app.add_option("--period-first", common.period_first,
                   "First day of the mapping; earlier dates give a warning (YYYY-MM-DD)");
    app.add_option("--period-last", common.period_last,
                   "Last day of the mapping; later dates give a warning (YYYY-MM-DD)");
    app.add_option("--mapping", common.mapping,
                   "Mapping file: the columns and codes of your own export (docs/mapping.md)");
    app.add_option("--profile", common.profile,
                   "Profile: other severities, rules switched off, thresholds, for all or for a "
                   "municipality or district (docs/validation.md)");
    app.add_option("--severity", common.severities,
                   "Another severity for a rule, as BP-DAT-002=info; may be repeated");
    app.add_option(
        "--off", common.off,
        "Switch a rule off, with the reason, as \"BP-GEO-002=districts are not mapped\"; "
        "may be repeated");
    const auto& formats = brukerplan::detail::listing_format_tokens;
    std::set<std::string> names{formats.begin(), formats.end()};
    names.insert(operation_outcome);
    app.add_option_function<std::string>(
           "--format",
           [&](const std::string& name) {
               const auto& known = brukerplan::detail::listing_format_tokens;
               common.operation_outcome = name == operation_outcome;
               common.format =
                   common.operation_outcome
                       ? listing_format::table
                       : static_cast<listing_format>(std::find(known.begin(), known.end(), name) -
                                                     known.begin());
           },
           "How lists are written; operation-outcome (FHIR R4) for validate alone")
        ->check(CLI::IsMember(names))
        ->default_str("table");
}

CLI::App* add_report(CLI::App& app, report_options& options) {
    auto* command = app.add_subcommand(
        "report", "Check registrations, count persons and write the report of a municipality");
    command
        ->add_option("files", options.files,
                     "Files of registrations, CSV or JSON with one object a line; - is standard "
                     "input")
        ->required();
    command->add_option("--out", options.out, "The report, one self-contained HTML file")
        ->capture_default_str();
    command->add_option("--document", options.document,
                        "Also write the report document, the same figures as JSON");
    command->footer("Example:\n"
                    "  brukerplan report mapping.csv --out report.html\n"
                    "Rows with errors are left out, and the report says how many. A person whom "
                    "several units\nregistered counts once: the latest registration stands.");
    return command;
}

CLI::App* add_validate(CLI::App& app, validate_options& options) {
    auto* command = app.add_subcommand("validate", "Say what is wrong with the registrations, and "
                                                   "what to do about it");
    command->add_option("file", options.file, registrations_file)->required();
    command
        ->add_option("--examples", options.examples,
                     "Rows shown for each rule in the table, the page and the summary")
        ->capture_default_str();
    command->add_option("--details", options.details,
                        "At most so many findings in csv, ndjson, json and operation-outcome; "
                        "without it all. Counts stay exact");
    command->add_option("--html", options.html, "Also write a page for those who correct the rows")
        ->check(named_file);
    command
        ->add_option("--summary", options.summary,
                     "Also write the validation report: counts and examples as one JSON document")
        ->check(named_file);
    command
        ->add_option("--good", options.good,
                     "Also write the rows without errors as CSV, without national numbers")
        ->check(named_file);
    command
        ->add_option("--bad", options.bad,
                     "Also write the rows with errors as CSV, without national numbers, with the "
                     "codes of their errors")
        ->check(named_file);
    command->footer("Examples:\n"
                    "  brukerplan validate mapping.csv\n"
                    "  brukerplan validate mapping.csv --html findings.html\n"
                    "  brukerplan validate mapping.csv --format csv > findings.csv\n"
                    "  brukerplan validate survey.csv --pack municipality-survey/2019\n"
                    "The table is a summary; csv, ndjson, json and operation-outcome hold every "
                    "finding. Exits with 1 when there are errors.");
    return command;
}

CLI::App* add_score(CLI::App& app, score_options& options) {
    auto* command = app.add_subcommand(
        "score", "Score the eight domains: points and class of the living-conditions index");
    command->add_option("file", options.file, registrations_file)->required();
    command->add_option("--out", options.out, "Where to write the scores; else standard output");
    command->add_option("--compare", options.compare,
                        "Instead of scores, how many have which class under --scheme and which "
                        "under this one");
    command->footer(
        "Examples:\n"
        "  brukerplan score mapping.csv --scheme sum16/1 --format csv --out scores.csv\n"
        "  brukerplan score mapping.csv --scheme rule/1 --compare sum16/1\n"
        "One row for each row read, in the same order. The schemes are this library's "
        "own, not official ones.");
    return command;
}

CLI::App* add_explain(CLI::App& app, explain_options& options) {
    auto* command = app.add_subcommand(
        "explain", "Say why an assessment has its class, and the smallest changes to another");
    command->add_option("file", options.file, "CSV file of registrations; - is standard input");
    command->add_option("--row", options.row, "Which row of the file, from 1 as validate counts")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 62U));
    command->add_option_function<std::string>(
        "--ratings",
        [&](const std::string& words) {
            options.ratings = words;
            options.has_ratings = true;
        },
        "Eight colours between commas, in the order of the domains: green, yellow, red; - or "
        "nothing for not assessed");
    command->footer("Examples:\n"
                    "  brukerplan explain mapping.csv --row 17 --scheme rule/1\n"
                    "  brukerplan explain --ratings=green,red,yellow,green,red,-,red,yellow\n"
                    "Domains: housing, activity, economy, physical_health, mental_health, "
                    "substance_use,\nsocial_functioning, network.");
    return command;
}

std::string fictional_code(const std::string& code) {
    return brukerplan::is_fictional_municipality(code)
               ? std::string{}
               : std::string{"a code from 9001 to 9998 is needed"};
}

/// Any of the options makes it a world.
void add_world(CLI::App& command, simulate_options& options) {
    std::set<std::string> names;
    for (const auto& world : brukerplan::worlds()) {
        names.emplace(world.name);
    }
    std::vector<CLI::Option*> of_world{
        command
            .add_option("--municipalities", options.municipalities,
                        "So many municipalities of a world, 9001 and on: another year with the "
                        "same seed has the same people, a year older")
            ->check(CLI::Range(1U, 998U))
            ->capture_default_str(),
        command.add_option("--world", options.world, "Which world; base without it")
            ->check(CLI::IsMember(names)),
        command
            .add_option("--first-year", options.first_year, "All rounds from this year to --year")
            ->check(CLI::Range(2015, 2031)),
        command.add_option("--truth", options.truth,
                           "Also write everybody's counts, of the year and of the next, and the "
                           "numbers that the world is made with (JSON)"),
    };
    constexpr std::array<const char*, brukerplan::world_table_count> says{
        "Also write the counts of services received and needed (CSV)",
        "Also write the counts by index class and category (CSV)",
        "Also write the declared coverage (CSV)", "Also write the residents (CSV)"};
    for (std::size_t i = 0; i < brukerplan::world_table_count; ++i) {
        of_world.push_back(command.add_option(
            "--" + std::string{brukerplan::world_tables()[i].name}, options.tables[i], says[i]));
    }
    command.parse_complete_callback([&command, &options, of_world] {
        options.of_world = std::any_of(of_world.begin(), of_world.end(),
                                       [](const auto* one) { return one->count() > 0; });
        options.recipients_given = command.count("--recipients") > 0;
        options.municipality_given = command.count("--municipality") > 0;
    });
}

CLI::App* add_simulate(CLI::App& app, simulate_options& options) {
    auto* command = app.add_subcommand(
        "simulate", "Write a synthetic municipality, or a world of them: people who do not exist");
    command
        ->add_option("--recipients", options.recipients,
                     "Number of people; of a world about so many in all, mapped or not, and "
                     "without it some 100 000")
        ->check(CLI::Range(0U, 10'000'000U))
        ->capture_default_str();
    add_whole(*command, options.seed, "The same seed gives the same file");
    command
        ->add_option("--municipality", options.municipality,
                     "A fictional code, 9001 to 9998; of a world this one alone")
        ->check(fictional_code)
        ->capture_default_str();
    command->add_option("--year", options.mapping_year, "Mapping year")
        ->check(CLI::Range(2015, 2031))
        ->capture_default_str();
    command->add_flag("--excel", options.excel,
                      "As a Norwegian Excel saves it: semicolons, Windows-1252, Norwegian headers");
    command->add_option("--out", options.out, "The CSV file; else standard output");
    add_world(*command, options);
    command->footer(
        "Examples:\n"
        "  brukerplan simulate --recipients 400 --seed 1 --out sample.csv\n"
        "  brukerplan validate sample.csv --test-numbers\n"
        "Some rows are registered twice and some hold errors, as in a real mapping.\n"
        "  brukerplan simulate --municipalities 20 --seed 1 --year 2023 --out 2023.csv\n"
        "  brukerplan simulate --municipalities 20 --seed 1 --year 2024 --out 2024.csv\n"
        "Two rounds of one world; its files and its worlds are described in docs/simulation.md.");
    return command;
}

CLI::App* add_id_check(CLI::App& app, id_check_options& options) {
    auto* id = app.add_subcommand("id", "Norwegian national numbers");
    id->require_subcommand(1);
    auto* command = id->add_subcommand(
        "check", "Check one number a line from standard input; the number is never printed");
    command->add_option("--rule", options.rule, "Control rule: of 1964 alone, or that of 2032 too")
        ->check(CLI::IsMember({"1964", "both"}))
        ->capture_default_str();
    command
        ->add_option("--allow", options.allow,
                     "Kinds that are accepted, separated by commas, or all. Without it real "
                     "numbers; with --test-numbers synthetic ones")
        ->delimiter(',')
        ->check([](const std::string& name) {
            const auto& known = brukerplan::number_kind_tokens;
            const bool good =
                name == "all" || std::find(known.begin(), known.end(), name) != known.end();
            return good ? std::string{} : std::string{"not a kind of number"};
        });
    command
        ->add_option("--d-table", options.d_table,
                     "Series that tell the century of a D-number: before 16 November 2021, "
                     "since, or both")
        ->check(CLI::IsMember({"old", "new", "both"}))
        ->capture_default_str();
    command->footer("Example:\n"
                    "  brukerplan id check --allow all --format ndjson < numbers.txt\n"
                    "Kinds: birth_number d_number h_number fh_number tenor nhn nav_synthetic npid "
                    "duf date_only dummy.\n"
                    "--reference-date refuses numbers of people born after it.");
    command->fallthrough();
    return command;
}

CLI::App* add_municipality(CLI::App& app, municipality_options& options) {
    auto* command = app.add_subcommand(
        "municipality", "What a municipality code means on a date, and what became of it");
    command->add_option("code", options.code, "Four digits, such as 0301")->required();
    command->add_option("--on", options.on, "The date of the code (YYYY-MM-DD)")->required();
    command->add_option("--trace", options.trace,
                        "Also what it is on this date, earlier or later (YYYY-MM-DD)");
    command->footer(
        "Example:\n"
        "  brukerplan municipality 1507 --on 2021-06-01 --trace 2024-01-01\n"
        "A split gives all the codes and never guesses. With --strict, exits with 1 when "
        "the code is not valid on the date.");
    return command;
}

using pack_run = exit_code (*)(const session&, const pack_options&);

std::vector<std::pair<CLI::App*, pack_run>> add_pack(CLI::App& app, pack_options& options) {
    constexpr const char* name_help = "The id of a shipped pack (brukerplan/2024, or 2024) or a "
                                      "file";
    auto* pack = app.add_subcommand("pack", "Packs: fields, code lists, rules and schemes");
    pack->require_subcommand(1);
    auto* list = pack->add_subcommand("list", "The packs that come with the program");
    auto* check =
        pack->add_subcommand("check", "Whether a pack of one's own is good, or where its fault is");
    auto* doc = pack->add_subcommand("doc", "Everything a pack says, as a Markdown page");
    auto* diff = pack->add_subcommand("diff", "What changed from one pack to another, as Markdown");
    auto* codesystem =
        pack->add_subcommand("codesystem", "The rules of a pack as a FHIR R4 CodeSystem (JSON)");
    for (auto* command : {check, doc, diff, codesystem}) {
        command->add_option(command == diff ? "older" : "pack", options.name, name_help)
            ->required();
    }
    diff->add_option("newer", options.newer, name_help)->required();
    for (auto* command : {doc, diff, codesystem}) {
        command->add_option("--out", options.out, "The file to write; else standard output");
    }
    pack->footer("Examples:\n"
                 "  brukerplan pack diff 2019 2024 --lang en\n"
                 "  brukerplan pack doc 2024 --out pack.md\n"
                 "  brukerplan pack check our-own.json");
    for (auto* command : {list, check, doc, diff, codesystem}) {
        command->fallthrough();
    }
    return {{list, run_pack_list},
            {check, run_pack_check},
            {doc, run_pack_doc},
            {diff, run_pack_diff},
            {codesystem, run_pack_codesystem}};
}

/// Runs a command and turns what can go wrong into a message and an exit code. Messages of
/// unforeseen exceptions are not shown: they could hold anything.
int guarded(const common_options& common, const std::function<exit_code(const session&)>& run) {
    try {
        return static_cast<int>(run(session{common}));
    } catch (const unusable_call& refused) {
        std::fprintf(stderr, "brukerplan: %s\n", refused.message.c_str());
    } catch (const std::bad_alloc&) {
        std::fputs("brukerplan: there is not enough memory\n", stderr);
    } catch (const std::system_error&) {
        std::fprintf(stderr, "brukerplan: %s\n",
                     message_of(brukerplan::read_error{brukerplan::read_fault::not_readable, {}},
                                common.language)
                         .c_str());
    } catch (const std::exception&) {
        std::fputs("brukerplan: something went wrong in the program; no data were changed; please "
                   "report it with the version number\n",
                   stderr);
    }
    return static_cast<int>(exit_code::unusable);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"BrukerPlan registrations: check, score, count and report.\n"
                 "Nothing leaves this computer, and no output holds a national number."};
    app.name("brukerplan");
    app.set_version_flag("--version", std::string{brukerplan::library_version});
    app.require_subcommand(1);
    app.get_formatter()->column_width(34);

    common_options common;
    add_common(app, common);
    report_options report;
    prepare_options prepare;
    validate_options validate;
    score_options score;
    explain_options explain;
    simulate_options simulate;
    project_options project;
    backtest_call backtest;
    id_check_options id_check;
    municipality_options municipality;
    pack_options pack;
    auto* report_command = add_report(app, report);
    auto* validate_command = add_validate(app, validate);
    auto* prepare_command = add_prepare(app, prepare);
    auto* score_command = add_score(app, score);
    auto* explain_command = add_explain(app, explain);
    add_simulate(app, simulate);
    auto* project_command = add_project(app, project);
    auto* backtest_command = add_backtest(app, backtest);
    auto* id_check_command = add_id_check(app, id_check);
    auto* municipality_command = add_municipality(app, municipality);
    const auto pack_commands = add_pack(app, pack);
    for (auto* command : app.get_subcommands({})) {
        command->fallthrough();
        command->footer(command->get_footer() +
                        "\nOptions of every command (--test-numbers, --lang, --format, ...): "
                        "brukerplan --help");
    }
    app.footer("Options may stand before or after the command. More about a command: brukerplan "
               "COMMAND --help\n"
               "Exit codes: 0 done; 1 findings of severity error (validate, or with --strict); "
               "2 the input or the call cannot be used.");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) {
            return app.exit(e); // help or version
        }
        // An argument may be about somebody: a message that repeats digits is not shown.
        const std::string message = e.what();
        const bool shown = message.find_first_of("0123456789") == std::string::npos;
        std::fprintf(stderr, "brukerplan: %s\nMore: brukerplan --help\n",
                     shown ? message.c_str()
                           : "an argument is not understood (it is not repeated here, for it "
                             "may be about somebody)");
        return static_cast<int>(exit_code::unusable);
    }
    return guarded(common, [&](const session& s) {
        if (common.operation_outcome && !validate_command->parsed()) {
            s.refuse("only_validate");
        }
        if (report_command->parsed()) {
            return run_report(s, report);
        }
        if (validate_command->parsed()) {
            return run_validate(s, validate);
        }
        if (prepare_command->parsed()) {
            return run_prepare(s, prepare);
        }
        if (score_command->parsed()) {
            return run_score(s, score);
        }
        if (explain_command->parsed()) {
            return run_explain(s, explain);
        }
        if (project_command->parsed()) {
            return run_project(s, project);
        }
        if (backtest_command->parsed()) {
            return run_backtest(s, backtest);
        }
        if (id_check_command->parsed()) {
            return run_id_check(s, id_check);
        }
        if (municipality_command->parsed()) {
            return run_municipality(s, municipality);
        }
        for (const auto& [command, run] : pack_commands) {
            if (command->parsed()) {
                return run(s, pack);
            }
        }
        return run_simulate(s, simulate);
    });
}
