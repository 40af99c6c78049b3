# What every target of this project is compiled with. Nothing is set for a parent project.
function(brukerplan_target target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES
    CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden
    C_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    POSITION_INDEPENDENT_CODE ON)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # Contraction would let the same source give other bits on other machines.
    target_compile_options(${target} PRIVATE -ffp-contract=off)
    if(PROJECT_IS_TOP_LEVEL)
      # gcc's -Wconversion leaves changes of sign alone; clang's is held to the same.
      target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Werror)
    endif()
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # gcc 12 takes joined strings for overlapping copies (GCC bug 105651).
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Unique symbols would keep the shared library from ever being unloaded.
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-gnu-unique>)
  endif()
endfunction()

# brukerplan_precompile(<target> [EXCEPT_RELEASE] <header>...)
#
# Reads what almost every source of a target includes once for all of them: a third to a half of the time of a build.
# Each source includes what it uses all the same. The builds without it find out: inside another project, with clang,
# and with a launcher, as ccache keeps nothing that was made with a precompiled header.
function(brukerplan_precompile target)
  cmake_parse_arguments(PCH "EXCEPT_RELEASE" "" "" ${ARGN})
  if(NOT PROJECT_IS_TOP_LEVEL OR CMAKE_CXX_COMPILER_LAUNCHER OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU"
     OR (PCH_EXCEPT_RELEASE AND CMAKE_BUILD_TYPE STREQUAL "Release"))
    return()
  endif()
  target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <map> <memory> <optional> <span> <string>
    <string_view> <utility> <variant> <vector> ${PCH_UNPARSED_ARGUMENTS})
  # gcc forgets which headers are the system's, and reports in them what it does not elsewhere.
  target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow)
endfunction()
