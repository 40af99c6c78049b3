// The commands that look ahead, as they are called, and options of whole numbers.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

/// The range stands in the help; the value is looked at when it is taken.
void add_whole(CLI::App& command, whole_option& option, const std::string& says);

CLI::App* add_project(CLI::App& app, project_options& options);
CLI::App* add_backtest(CLI::App& app, backtest_call& options);

} // namespace brukerplan::cli
