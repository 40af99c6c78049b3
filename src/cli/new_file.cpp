#include "cli/new_file.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/private_file.hpp"

namespace brukerplan::cli {

namespace {

bool is_there(const std::string& path) {
    std::error_code failure;
    return std::filesystem::exists(std::filesystem::symlink_status(path, failure));
}

void remove(const std::string& path) {
    std::error_code failure;
    std::filesystem::remove(path, failure);
}

std::string part_of(const std::string& path) {
    return path + ".part";
}

std::FILE* create_part(const session& s, const std::string& path) {
    if (path.empty()) {
        s.refuse("no_file_named");
    }
    if (is_there(path)) {
        s.refuse("file_is_there", {{"file", shown_path(s, path)}});
    }
    const auto part = part_of(path);
    if (is_there(part)) {
        s.refuse("part_is_there", {{"file", shown_path(s, part)}});
    }
    auto* const file = create_private_file(part); // what came there since is not written over
    if (file == nullptr) {
        s.refuse("cannot_write", {{"file", shown_path(s, path)}});
    }
    return file;
}

} // namespace

void need_new(const session& s, const std::string& path) {
    std::fclose(create_part(s, path));
    remove(part_of(path));
}

new_file::new_file(const session& s, const std::string& path)
    : session_(s), path_(path), there_(part_of(path)), file_(create_part(s, path)) {}

new_file::~new_file() {
    if (file_ != nullptr) {
        std::fclose(file_);
    }
    if (!kept_) {
        remove(there_);
    }
}

void new_file::write(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), file_);
}

void new_file::finish() {
    if (!close_on_disk(std::exchange(file_, nullptr))) {
        session_.refuse("cannot_write", {{"file", shown_path(session_, path_)}});
    }
}

void new_file::give_name() {
    const auto how = cli::give_name(there_, path_);
    if (how != naming::done) {
        session_.refuse(how == naming::taken ? "file_is_there" : "cannot_write",
                        {{"file", shown_path(session_, path_)}});
    }
    there_ = path_;
}

} // namespace brukerplan::cli
