# What is installed: headers, libraries, packs, the command; and how others find them. Everything is found relative to
# where the files lie, so that an installed tree can be moved.
include(CMakePackageConfigHelpers)

set(BRUKERPLAN_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/brukerplan")

# Each part has an export file of its own: a package of one part does not refer to the files of another.
function(brukerplan_install_part part)
  install(TARGETS ${ARGN} EXPORT brukerplan-${part}
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
  install(EXPORT brukerplan-${part} NAMESPACE brukerplan:: DESTINATION "${BRUKERPLAN_CMAKE_DIR}"
    COMPONENT development)
endfunction()

# brukerplan_install_pc(<name> DESCRIPTION ... LIBS ... [REQUIRES ...])
function(brukerplan_install_pc name)
  cmake_parse_arguments(PC "" "DESCRIPTION;LIBS;REQUIRES" "" ${ARGN})
  if(PC_REQUIRES)
    set(PC_REQUIRES "Requires: ${PC_REQUIRES}\n")
  endif()
  if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
    set(PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
  else()
    file(RELATIVE_PATH up "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
    string(REGEX REPLACE "/$" "" up "${up}")
    set(PC_PREFIX "\${pcfiledir}/${up}")
  endif()
  foreach(dir IN ITEMS LIBDIR INCLUDEDIR)
    if(IS_ABSOLUTE "${CMAKE_INSTALL_${dir}}")
      set(PC_${dir} "${CMAKE_INSTALL_${dir}}")
    else()
      set(PC_${dir} "\${prefix}/${CMAKE_INSTALL_${dir}}")
    endif()
  endforeach()
  set(PC_NAME "${name}")
  configure_file(cmake/brukerplan.pc.in "${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
    COMPONENT development)
endfunction()

install(DIRECTORY include/brukerplan DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
  FILES_MATCHING PATTERN "*.hpp")
install(FILES capi/include/brukerplan/arrow_c_data.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/brukerplan"
  COMPONENT development)
install(DIRECTORY packs/ DESTINATION "${CMAKE_INSTALL_DATADIR}/brukerplan/packs" COMPONENT runtime
  FILES_MATCHING PATTERN "*.json")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT runtime)

brukerplan_install_part(cpp brukerplan_headers brukerplan_cpp)
brukerplan_install_pc(brukerplan-cpp LIBS "-lbrukerplan_cpp" REQUIRES libsodium DESCRIPTION "BrukerPlan mappings, C++ static library")

if(TARGET brukerplan_c)
  install(DIRECTORY capi/include/brukerplan DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
    PATTERN arrow_c_data.h EXCLUDE)
  install(DIRECTORY tests/conformance DESTINATION "${CMAKE_INSTALL_DATADIR}/brukerplan" COMPONENT development
    FILES_MATCHING PATTERN "*.ndjson" PATTERN README.md PATTERN "*.py" PATTERN "check_*.py" EXCLUDE
    PATTERN __pycache__ EXCLUDE)
  brukerplan_install_part(c brukerplan_c)
  brukerplan_install_pc(brukerplan LIBS "-lbrukerplan" DESCRIPTION "BrukerPlan mappings, C interface")
endif()
if(TARGET brukerplan_report_c)
  brukerplan_install_part(report_c brukerplan_report_c)
  brukerplan_install_pc(brukerplan-report LIBS "-lbrukerplan_report"
    DESCRIPTION "BrukerPlan reports, C interface")
endif()
if(TARGET brukerplan_cli)
  install(TARGETS brukerplan_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT tools)
endif()

configure_package_config_file(cmake/brukerplanConfig.cmake.in "${PROJECT_BINARY_DIR}/brukerplanConfig.cmake"
  INSTALL_DESTINATION "${BRUKERPLAN_CMAKE_DIR}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 the C++ interface may change with every minor version.
set(compatibility SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
endif()
write_basic_package_version_file("${PROJECT_BINARY_DIR}/brukerplanConfigVersion.cmake"
  COMPATIBILITY ${compatibility})
install(FILES "${PROJECT_BINARY_DIR}/brukerplanConfig.cmake" "${PROJECT_BINARY_DIR}/brukerplanConfigVersion.cmake"
  cmake/FindSodium.cmake DESTINATION "${BRUKERPLAN_CMAKE_DIR}" COMPONENT development)
