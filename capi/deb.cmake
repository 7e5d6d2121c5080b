# `cpack -G DEB` in a build directory: libcsp0 is the shared library, libcsp-dev what is needed to build with it, in C
# or with the static library in C++. Debian's folders (lib/x86_64-linux-gnu) are those of CMAKE_INSTALL_PREFIX=/usr.
set(runtime libcsp${PROJECT_VERSION_MAJOR})  # as the SONAME: two of them stand beside each other
set(CPACK_PACKAGE_CONTACT "csp contributors <csp@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL csp_runtime csp_dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

set(CPACK_DEBIAN_CSP_RUNTIME_PACKAGE_NAME ${runtime})
set(CPACK_DEBIAN_CSP_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_CSP_RUNTIME_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)  # so that packages of others find theirs in the same way
set(CPACK_COMPONENT_CSP_RUNTIME_DESCRIPTION "The C interface, a shared library.")

string(CONCAT CPACK_DEBIAN_CSP_DEV_PACKAGE_DEPENDS
  "${runtime} (= ${PROJECT_VERSION}), pkg-config, libboost1.81-dev | libboost-dev (>= 1.81), libmsgsl-dev, "
  "libsqlite3-dev, libsodium-dev")
set(CPACK_DEBIAN_CSP_DEV_PACKAGE_NAME libcsp-dev)
set(CPACK_DEBIAN_CSP_DEV_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_CSP_DEV_DESCRIPTION "The headers of the C interface; headers and static library of the C++ one.")

# CPack strips what is linked; a static library keeps its symbols and loses what only a debugger reads.
set(CPACK_STRIP_FILES ON)
set(CPACK_STRIP ${CMAKE_STRIP})
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/strip_static.cmake)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${runtime} RENAME copyright COMPONENT csp_runtime)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libcsp-dev RENAME copyright COMPONENT csp_dev)
include(CPack)
