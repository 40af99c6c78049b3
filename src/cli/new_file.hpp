// A file that is there whole or not at all, for its owner alone, and never in the place of another.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "cli/session.hpp"

namespace brukerplan::cli {

/// Is written beside its name, as `NAME.part`, and has its name only when it is whole: what ends
/// the command at once leaves at most the part.
class new_file {
public:
    /// Refuses a path where something is already, or a part of it.
    new_file(const session& s, const std::string& path);
    /// Removes the part, and the file unless it is kept.
    ~new_file();
    new_file(const new_file&) = delete;
    new_file& operator=(const new_file&) = delete;
    void write(std::string_view text);
    /// Ends writing; refuses when not everything is on the disk.
    void finish();
    /// Gives the finished file its name; refuses when something has it meanwhile.
    void give_name();
    void keep() noexcept { kept_ = true; }

private:
    const session& session_;
    std::string path_;
    std::string there_; ///< what this has made, and removes
    std::FILE* file_;
    bool kept_ = false;
};

/// Refuses, before there is anything to write, a path where something is or nothing can be.
void need_new(const session& s, const std::string& path);

} // namespace brukerplan::cli
