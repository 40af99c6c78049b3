#include "cli/new_file.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace brukerplan::cli {

void need_new(const session& s, const std::string& path) {
    std::error_code failure;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, failure))) {
        s.refuse("file_is_there", {{"file", shown_path(s, path)}});
    }
    s.need_writable(path);
}

new_file::new_file(const session& s, const std::string& path) : session_(s), path_(path) {
    need_new(s, path);
    file_ = std::fopen(path.c_str(), "wbx"); // x: what came there since is not written over either
    if (file_ == nullptr) {
        s.refuse("cannot_write", {{"file", shown_path(s, path)}});
    }
}

new_file::~new_file() {
    if (file_ != nullptr) {
        std::fclose(file_);
    }
    if (!kept_) {
        std::error_code failure;
        std::filesystem::remove(path_, failure);
    }
}

void new_file::write(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), file_);
}

void new_file::finish() {
    const bool failed = std::ferror(file_) != 0;
    if (std::fclose(std::exchange(file_, nullptr)) != 0 || failed) {
        session_.refuse("cannot_write", {{"file", shown_path(session_, path_)}});
    }
}

} // namespace brukerplan::cli
