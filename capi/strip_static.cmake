# CPack runs this between what it installed and what it packs (capi/deb.cmake).
file(GLOB_RECURSE libraries ${CPACK_TEMPORARY_DIRECTORY}/*.a)
if(libraries)
  execute_process(COMMAND ${CPACK_STRIP} --strip-debug --enable-deterministic-archives ${libraries}
    COMMAND_ERROR_IS_FATAL ANY)
endif()
