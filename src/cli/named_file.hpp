// A check of options that name a file to be written beside what standard output is for.
#pragma once

#include <string>

namespace brukerplan::cli {

inline std::string named_file(const std::string& path) {
    return path == "-" ? "a file must be named" : std::string{};
}

} // namespace brukerplan::cli
