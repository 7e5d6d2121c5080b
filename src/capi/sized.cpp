#include "capi/sized.hpp"

namespace csp::capi {

bool has_only_zeros(const unsigned char* bytes, std::size_t count) {
    return std::all_of(bytes, bytes + count, [](unsigned char byte) { return byte == 0; });
}

}  // namespace csp::capi
