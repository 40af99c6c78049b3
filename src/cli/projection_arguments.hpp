// The commands that look ahead, as they are called.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

CLI::App* add_project(CLI::App& app, project_options& options);
CLI::App* add_backtest(CLI::App& app, backtest_call& options);

} // namespace brukerplan::cli
