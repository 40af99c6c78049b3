// The version of the library. CMake reads it from here. The C interface has a version of its own.
#pragma once

#include <string_view>

namespace brukerplan {

inline constexpr std::string_view library_version = "0.1.0";

} // namespace brukerplan
