# Installs BUILD into PREFIX, and into a folder that is then renamed to MOVED.
foreach(target IN ITEMS "${PREFIX}" "${MOVED}.before")
  file(REMOVE_RECURSE "${target}")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --config "${CONFIG}" --prefix "${target}"
    COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endforeach()
file(REMOVE_RECURSE "${MOVED}")
file(RENAME "${MOVED}.before" "${MOVED}")
