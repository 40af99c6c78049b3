// Where the bytes of an input come from.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <brukerplan/model/expected.hpp>
#include <brukerplan/read/read_error.hpp>

namespace brukerplan {

/// Fills a buffer with the next bytes and returns their number; 0 at the end. What it throws passes
/// through the reader: a source that cannot be read to its end must not look like one that can.
using byte_source = std::function<std::size_t(std::span<char>)>;

/// The bytes of a file. The source throws std::system_error when the file cannot be read on.
[[nodiscard]] expected<byte_source, read_error> file_source(const std::string& path);

/// The text is borrowed for the life of the source.
[[nodiscard]] byte_source text_source(std::string_view text);

} // namespace brukerplan
