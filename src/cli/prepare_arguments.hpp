// `prepare`, as it is called.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

CLI::App* add_prepare(CLI::App& app, prepare_options& options);

} // namespace brukerplan::cli
