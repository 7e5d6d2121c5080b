#include "capi/sized.hpp"

namespace csp::capi {

bool has_only_zeros(const unsigned char* bytes, std::size_t count) {
    return std::all_of(bytes, bytes + count, [](unsigned char byte) { return byte == 0; });
}

bool check_size(std::size_t size, std::size_t first_size, Wrong& wrong) {
    if (size >= first_size && size <= longest_struct) { return true; }
    return wrong.is("its size is wrong; begin it with CSP_INIT");
}

}  // namespace csp::capi
