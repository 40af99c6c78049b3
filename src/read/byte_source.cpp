#include <brukerplan/read/byte_source.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace brukerplan {

expected<byte_source, read_error> file_source(const std::string& path) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found) {
        return unexpected(read_error{read_fault::not_found, {}});
    }
    if (std::filesystem::is_directory(status)) {
        return unexpected(read_error{read_fault::directory, {}});
    }
    const std::shared_ptr<std::FILE> file{std::fopen(path.c_str(), "rb"), [](std::FILE* f) {
                                              if (f != nullptr) {
                                                  std::fclose(f);
                                              }
                                          }};
    if (!file) {
        return unexpected(read_error{read_fault::not_readable, {}});
    }
    return byte_source{[file](std::span<char> into) {
        const auto size = std::fread(into.data(), 1, into.size(), file.get());
        if (std::ferror(file.get()) != 0) {
            throw std::system_error{errno, std::generic_category()};
        }
        return size;
    }};
}

byte_source text_source(std::string_view text) {
    return [text](std::span<char> into) mutable {
        const auto count = std::min(text.size(), into.size());
        std::copy_n(text.begin(), count, into.begin());
        text.remove_prefix(count);
        return count;
    };
}

} // namespace brukerplan
