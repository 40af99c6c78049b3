// Files with health data: for their owner alone, and named only when they are whole.
#pragma once

#include <cstdio>
#include <string>

namespace brukerplan::cli {

// Where the system is POSIX the mode is 0600 whatever the umask is; elsewhere it is what the folder
// gives.

/// A new file for writing; null when something is there or it cannot be made.
[[nodiscard]] std::FILE* create_private_file(const std::string& path);
/// A file for writing from its start, which may be there; null when it cannot be opened. What is
/// no regular file, such as a pipe, keeps its mode.
[[nodiscard]] std::FILE* open_private_file(const std::string& path);
/// Writes to the disk and closes. Whether everything is there.
[[nodiscard]] bool close_on_disk(std::FILE* file);

enum class naming {
    done,
    taken, ///< something has the name already, and stays as it is
    failed,
};

/// Gives a whole file its name in the same folder, in one step.
[[nodiscard]] naming give_name(const std::string& from, const std::string& to);

} // namespace brukerplan::cli
