# What a Debian package holds besides what is installed: its copyright, with the licences of what is linked in, and its
# changelog. Run by cpack when the components are laid out.
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} key)
  set(documents "${CPACK_TEMPORARY_DIRECTORY}/${component}/usr/share/doc/${CPACK_DEBIAN_${key}_PACKAGE_NAME}")
  file(READ "${CPACK_BRUKERPLAN_SOURCE_DIR}/LICENSE" copyright)
  foreach(package IN LISTS CPACK_BRUKERPLAN_${key}_CARRIES)
    file(READ "/usr/share/doc/${package}/copyright" theirs)
    string(APPEND copyright "\n\nParts of ${package} are linked in. Its own copyright file says:\n\n${theirs}")
  endforeach()
  file(WRITE "${documents}/copyright" "${copyright}")
  configure_file("${CPACK_BRUKERPLAN_SOURCE_DIR}/CHANGELOG.md" "${documents}/changelog" COPYONLY)
  execute_process(COMMAND gzip -9nf "${documents}/changelog" COMMAND_ERROR_IS_FATAL ANY)
  file(CHMOD "${documents}/copyright" "${documents}/changelog.gz"
    PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endforeach()
