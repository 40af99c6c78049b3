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
    if(CMAKE_UNITY_BUILD)
      # Where sources are included, gcc takes what is theirs alone for a header's.
      target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-subobject-linkage>)
    endif()
  endif()
endfunction()

# brukerplan_for_size(<source>...): sources that are compiled for size where the rest is for speed.
function(brukerplan_for_size)
  # A source with options of its own is left out of unity builds, which are for what need not be fast.
  if(NOT CMAKE_UNITY_BUILD)
    set_source_files_properties(${ARGN} PROPERTIES
      COMPILE_OPTIONS "$<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang>>:-Os>")
  endif()
endfunction()

# The C++ run time, as far as the linker of C programs does not bring it: what they link besides a static library.
set(BRUKERPLAN_CPP_RUN_TIME ${CMAKE_CXX_IMPLICIT_LINK_LIBRARIES})
list(REMOVE_DUPLICATES BRUKERPLAN_CPP_RUN_TIME)
list(REMOVE_ITEM BRUKERPLAN_CPP_RUN_TIME ${CMAKE_C_IMPLICIT_LINK_LIBRARIES})
