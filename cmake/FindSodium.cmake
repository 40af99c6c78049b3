# libsodium as a static, position-independent archive: Sodium::static. It is linked in and hidden, so that the libraries
# need nothing beyond the C and C++ runtimes.
find_path(SODIUM_INCLUDE_DIR sodium.h)
find_library(SODIUM_STATIC_LIBRARY NAMES libsodium.a)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Sodium REQUIRED_VARS SODIUM_STATIC_LIBRARY SODIUM_INCLUDE_DIR)
if(Sodium_FOUND AND NOT TARGET Sodium::static)
  add_library(Sodium::static STATIC IMPORTED)
  set_target_properties(Sodium::static PROPERTIES
    IMPORTED_LOCATION "${SODIUM_STATIC_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${SODIUM_INCLUDE_DIR}")
endif()
mark_as_advanced(SODIUM_INCLUDE_DIR SODIUM_STATIC_LIBRARY)
