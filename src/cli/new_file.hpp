// A file that is there whole or not at all, and never in the place of another.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "cli/session.hpp"

namespace brukerplan::cli {

class new_file {
public:
    /// Refuses a path where something is already.
    new_file(const session& s, const std::string& path);
    /// Removes the file unless it is kept.
    ~new_file();
    new_file(const new_file&) = delete;
    new_file& operator=(const new_file&) = delete;
    void write(std::string_view text);
    /// Ends writing; refuses when not everything could be written.
    void finish();
    void keep() noexcept { kept_ = true; }

private:
    const session& session_;
    std::string path_;
    std::FILE* file_;
    bool kept_ = false;
};

/// Refuses, before there is anything to write, a path where something is or nothing can be.
void need_new(const session& s, const std::string& path);

} // namespace brukerplan::cli
