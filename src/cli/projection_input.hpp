// What a projection rests on, from the files that are named on the command line.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <brukerplan/projection/count_files.hpp>
#include <brukerplan/projection/panel.hpp>
#include <brukerplan/projection/projection_flags.hpp>
#include <brukerplan/projection/united_counts.hpp>

#include "cli/commands.hpp"

namespace brukerplan::cli {

struct projection_input {
    united_counts united;
    panel histories;
    bool strict_findings = false; ///< what --strict ends with 1 for
};

/// Reads, counts and unites all of them, and says what was counted. Refuses files that cannot be
/// used, and rounds that are in two of them.
[[nodiscard]] projection_input read_input(const session& s, const projection_files& files);

/// Paths of the files, for `session::need_different_files`.
[[nodiscard]] std::vector<std::string> paths_of(const projection_files& files);

/// Says what there is to learn from, `years` apart.
void tell_pairs(const session& s, const panel& histories, int years);

[[noreturn]] void refuse_file(const session& s, const std::string& path,
                              const count_file_error& error);
/// A source of the file's bytes.
[[nodiscard]] byte_source open_count_file(const session& s, count_file kind,
                                          const std::string& path);

/// What a reader of `projection/count_files.hpp` makes of a file.
template <class Value>
[[nodiscard]] Value read_count_file(const session& s, count_file kind, const std::string& path,
                                    count_file_result<Value> (*read)(byte_source)) {
    auto result = read(open_count_file(s, kind, path));
    if (!result) {
        refuse_file(s, path, result.error());
    }
    return *std::move(result);
}

} // namespace brukerplan::cli
