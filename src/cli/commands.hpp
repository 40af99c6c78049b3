// The commands. Each runs to its end and returns what the process exits with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <brukerplan/write/world_tables.hpp>

#include "cli/session.hpp"
#include "cli/whole_option.hpp"

namespace brukerplan::cli {

struct report_options {
    std::vector<std::string> files;
    std::string out = "report.html";
    std::string document;
};

struct prepare_options {
    std::vector<std::string> files;
    std::string mapping_id;
    std::string by;
    std::string on;
    std::string out;
    std::string receipt;
    std::string findings;
    std::string merge;                     ///< id of a policy; empty for the library's first
    std::vector<std::string> merge_fields; ///< FIELD=RULE
    std::vector<std::string> without;      ///< fields that do not leave
    /// Somebody has looked into what may be an objection that is not seen.
    bool objections_checked = false;
};

struct validate_options {
    std::string file;
    std::size_t examples = 3;
    std::optional<std::uint64_t> details; ///< findings listed at most; without it all
    std::string html;
    std::string summary;
    std::string good;
    std::string bad;
};

struct score_options {
    std::string file;
    std::string out;
    std::string compare; ///< another scheme; empty for scores
};

struct explain_options {
    std::string file;
    std::uint64_t row = 0; ///< from 1; 0 for none
    std::string ratings;
    bool has_ratings = false; ///< also when they are empty
};

struct simulate_options {
    std::uint32_t recipients = 400;
    whole_option seed{"--seed", 0, most_of_a_seed, "1"};
    std::string municipality = "9001";
    int mapping_year = 2024;
    bool excel = false;
    std::string out;

    // Of a world alone: asked for by its name, the number of its municipalities, its first year or
    // one of its files.
    bool of_world = false;
    bool recipients_given = false;
    bool municipality_given = false;
    std::string world;
    std::uint32_t municipalities = 357;
    std::optional<int> first_year;
    std::vector<std::string> tables = std::vector<std::string>(world_table_count); ///< files
    std::string truth;
};

struct id_check_options {
    std::string rule = "both";
    std::vector<std::string> allow;
    std::string d_table = "both";
};

struct municipality_options {
    std::string code;
    std::string on;
    std::string trace;
};

struct pack_options {
    std::string name;
    std::string newer; ///< of `diff`
    std::string out;
};

/// What a projection and a backtest rest on.
struct projection_files {
    std::vector<std::string> registrations;
    std::vector<std::string> counts;
    std::string profiles;
    std::string coverage;
};

struct project_options {
    projection_files files;
    std::string population;
    std::string areas;
    std::string capacity;
    std::string scenario; ///< NAME or NAME=VALUE
    bool national = false;
    bool all_models = false;
    whole_option horizon{"--horizon", 1, 5, "1"};
    whole_option refits{"--refits", 0, 100'000, "1000"};
    whole_option draws{"--draws", 100, 100'000, "1000"};
    whole_option seed{"--seed", 0, most_of_a_seed, "1"};
    std::vector<std::string> municipalities; ///< without any, all
    std::string out;
    std::string decisions;
};

struct backtest_call {
    projection_files files;
    whole_option horizon{"--horizon", 1, 5, "1"};
    whole_option refits{"--refits", 0, 100'000, "100"};
    whole_option resamples{"--resamples", 100, 100'000, "2000"};
    whole_option seed{"--seed", 0, most_of_a_seed, "1"};
    std::string out;
};

[[nodiscard]] exit_code run_report(const session& s, const report_options& options);
[[nodiscard]] exit_code run_prepare(const session& s, const prepare_options& options);
[[nodiscard]] exit_code run_validate(const session& s, const validate_options& options);
[[nodiscard]] exit_code run_score(const session& s, const score_options& options);
[[nodiscard]] exit_code run_explain(const session& s, const explain_options& options);
[[nodiscard]] exit_code run_simulate(const session& s, const simulate_options& options);
[[nodiscard]] exit_code run_id_check(const session& s, const id_check_options& options);
[[nodiscard]] exit_code run_municipality(const session& s, const municipality_options& options);
[[nodiscard]] exit_code run_project(const session& s, const project_options& options);
[[nodiscard]] exit_code run_backtest(const session& s, const backtest_call& options);
[[nodiscard]] exit_code run_pack_list(const session& s, const pack_options& options);
[[nodiscard]] exit_code run_pack_check(const session& s, const pack_options& options);
[[nodiscard]] exit_code run_pack_doc(const session& s, const pack_options& options);
[[nodiscard]] exit_code run_pack_diff(const session& s, const pack_options& options);
[[nodiscard]] exit_code run_pack_codesystem(const session& s, const pack_options& options);

} // namespace brukerplan::cli
