#include "cli/private_file.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#if defined(__unix__) || defined(__APPLE__)
#define BRUKERPLAN_POSIX_FILES 1
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace brukerplan::cli {

#if defined(BRUKERPLAN_POSIX_FILES)

namespace {

constexpr mode_t owner_alone = S_IRUSR | S_IWUSR;

std::FILE* opened(const std::string& path, int how) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | how, owner_alone);
    if (file < 0) {
        return nullptr;
    }
    struct stat status {};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
        // The umask may have taken from the mode, and a file that was there has its own. Where a
        // file system has no modes this fails, and there is nothing to protect it with.
        (void)::fchmod(file, owner_alone);
    }
    auto* const stream = ::fdopen(file, "wb");
    if (stream == nullptr) {
        ::close(file);
    }
    return stream;
}

/// Some file systems have nothing to write to the disk.
bool synced(int file) {
    return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

/// So that names are on the disk in the order in which they were given, as far as it can be had.
void sync_folder_of(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path();
    const int folder =
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        (void)::fsync(folder);
        ::close(folder);
    }
}

/// Where a file cannot have two names, as on many memory sticks.
naming renamed(const std::string& from, const std::string& to) {
#if defined(RENAME_NOREPLACE)
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return naming::done;
    }
    if (errno == EEXIST) {
        return naming::taken;
    }
#endif
    struct stat status {};
    if (::lstat(to.c_str(), &status) == 0) {
        return naming::taken;
    }
    return std::rename(from.c_str(), to.c_str()) == 0 ? naming::done : naming::failed;
}

naming named(const std::string& from, const std::string& to) {
    if (::link(from.c_str(), to.c_str()) == 0) {
        (void)::unlink(from.c_str());
        return naming::done;
    }
    return errno == EEXIST ? naming::taken : renamed(from, to);
}

} // namespace

std::FILE* create_private_file(const std::string& path) {
    return opened(path, O_EXCL);
}

std::FILE* open_private_file(const std::string& path) {
    return opened(path, O_TRUNC);
}

bool close_on_disk(std::FILE* file) {
    const bool written = std::ferror(file) == 0 && std::fflush(file) == 0 && synced(::fileno(file));
    return std::fclose(file) == 0 && written;
}

naming give_name(const std::string& from, const std::string& to) {
    const auto how = named(from, to);
    if (how == naming::done) {
        sync_folder_of(to);
    }
    return how;
}

#else

std::FILE* create_private_file(const std::string& path) {
    return std::fopen(path.c_str(), "wbx");
}

std::FILE* open_private_file(const std::string& path) {
    return std::fopen(path.c_str(), "wb");
}

bool close_on_disk(std::FILE* file) {
    const bool written = std::ferror(file) == 0;
    return std::fclose(file) == 0 && written;
}

naming give_name(const std::string& from, const std::string& to) {
    std::error_code failure;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, failure))) {
        return naming::taken;
    }
    return std::rename(from.c_str(), to.c_str()) == 0 ? naming::done : naming::failed;
}

#endif

} // namespace brukerplan::cli
