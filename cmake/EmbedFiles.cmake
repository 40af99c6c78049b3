# brukerplan_embed(<target> NAME <name> FILES <symbol>=<file> ...)
#
# Compiles files into <target> as `extern const std::string_view brukerplan::embedded::<symbol>`, declared in the
# generated header `embedded_<name>.hpp`. Done by the compiler's own tool chain alone, again only when a file changes.
function(brukerplan_embed target)
  cmake_parse_arguments(EMBED "" "NAME" "FILES" ${ARGN})
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded/${EMBED_NAME}")
  set(header "${folder}/embedded_${EMBED_NAME}.hpp")
  set(source "${folder}/embedded_${EMBED_NAME}.cpp")
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.cmake")
  set(inputs "")
  set(symbols "")
  foreach(pair IN LISTS EMBED_FILES)
    string(REPLACE "=" ";" parts "${pair}")
    list(GET parts 0 symbol)
    list(GET parts 1 file)
    get_filename_component(file "${file}" ABSOLUTE)
    list(APPEND symbols "${symbol}")
    list(APPEND inputs "${file}")
  endforeach()
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DHEADER=${header}" "-DSOURCE=${source}" "-DSYMBOLS=${symbols}" "-DFILES=${inputs}"
            -P "${script}"
    DEPENDS ${inputs} "${script}"
    COMMENT "Embedding ${EMBED_NAME}"
    VERBATIM)
  set_source_files_properties("${source}" PROPERTIES
    COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wno-overlength-strings>")
  target_sources(${target} PRIVATE "${source}" "${header}")
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
