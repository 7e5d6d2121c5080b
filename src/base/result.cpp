#include "csp/result.hpp"

#include <exception>

namespace csp {

std::string_view name_of(Code code) {
    switch (code) {
        case Code::invalid: return "invalid";
        case Code::not_found: return "not_found";
        case Code::forbidden: return "forbidden";
        case Code::refused: return "refused";
        case Code::conflict: return "conflict";
        case Code::storage: return "storage";
        case Code::busy: return "busy";
        case Code::unsupported: return "unsupported";
        case Code::internal: return "internal";
    }
    return "unknown";  // a number from a newer csp
}

void detail::read_the_wrong_side_of_a_result() noexcept { std::terminate(); }

}  // namespace csp
