# Debian packages, one for each component that is installed: `tools/package`, or `cpack` in a build with the prefix /usr.
# The reports have a library package of their own, since they need ICU and the core must not bring it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME brukerplan)
set(CPACK_PACKAGE_VENDOR "brukerplan")
set(CPACK_PACKAGE_CONTACT "brukerplan maintainers <maintainers@brukerplan.invalid>" CACHE STRING
  "Who answers for the packages that are built: a name and an address. That of the project receives no mail")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
# A program that was built with one version may call what an older one does not have.
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# brukerplan_package(<component> NAME <package> SECTION <section> SUMMARY <line> TEXT <paragraph>
#                    [DEPENDS <package>...] [CARRIES <package>...])
#
# CARRIES: Debian packages of which parts are linked in, and whose licences want to be told.
macro(brukerplan_package component)
  cmake_parse_arguments(PKG "" "NAME;SECTION;SUMMARY;TEXT" "DEPENDS;CARRIES" ${ARGN})
  string(TOUPPER ${component} PKG_KEY)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  list(JOIN PKG_DEPENDS ", " CPACK_DEBIAN_${PKG_KEY}_PACKAGE_DEPENDS)
  set(CPACK_DEBIAN_${PKG_KEY}_PACKAGE_NAME ${PKG_NAME})
  set(CPACK_DEBIAN_${PKG_KEY}_PACKAGE_SECTION ${PKG_SECTION})
  set(CPACK_DEBIAN_${PKG_KEY}_DESCRIPTION "${PKG_SUMMARY}\n${PKG_TEXT}")
  set(CPACK_BRUKERPLAN_${PKG_KEY}_CARRIES ${PKG_CARRIES})
endmacro()

set(CPACK_COMPONENTS_ALL "")
set(this_version "(= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(subject "BrukerPlan is a mapping of people with substance problems or mental\ndisorders who receive municipal services.")
set(libraries "")
if(TARGET brukerplan_c)
  set(core_package libbrukerplan${BRUKERPLAN_ABI_VERSION})
  list(APPEND libraries "${core_package} ${this_version}")
  brukerplan_package(runtime NAME ${core_package} SECTION libs CARRIES libsodium-dev
    SUMMARY "Validate and score BrukerPlan mappings (C library)"
    TEXT "${subject} This library checks and\nscores records and tables for record systems. It needs the C and C++ run\ntimes alone.")
endif()
if(TARGET brukerplan_report_c)
  set(report_package libbrukerplan-report${BRUKERPLAN_ABI_VERSION})
  list(APPEND libraries "${report_package} ${this_version}")
  brukerplan_package(report NAME ${report_package} SECTION libs CARRIES libsodium-dev
    SUMMARY "Render reports of BrukerPlan mappings (C library)"
    TEXT "${subject} This library makes\npages of report documents, with localized texts and charts.")
endif()
brukerplan_package(development NAME libbrukerplan-dev SECTION libdevel DEPENDS ${libraries} libsodium-dev CARRIES libsodium-dev
  SUMMARY "Validate, score and report BrukerPlan mappings (development files)"
  TEXT "${subject} This package holds the\nheaders for C and C++, the static libraries, files for CMake and pkg-config,\nand the conformance kit.")
if(TARGET brukerplan_cli)
  brukerplan_package(tools NAME brukerplan SECTION utils CARRIES libsodium-dev libcli11-dev
    SUMMARY "Validate, score and report BrukerPlan mappings (command)"
    TEXT "${subject} This package holds the\ncommand, the packs that describe the instrument, and the documents.")
endif()

set(CPACK_BRUKERPLAN_SOURCE_DIR "${PROJECT_SOURCE_DIR}")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/package_documents.cmake")
include(CPack)
