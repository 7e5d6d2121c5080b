// The name of a constant, from the same list that writes it as JSON.
#pragma once

#include <csp.h>

#include <cstdint>

#include "codec/described.hpp"

namespace csp::capi {

/// "unknown" for a number that is none, and for 0, which is "the default" and no constant.
template <class Enum>
const char* constant_name(std::int32_t number) noexcept {
    const char* name = "unknown";
    boost::mp11::mp_for_each<codec::EnumeratorsOf<Enum>>([&](auto enumerator) {
        const auto stored = static_cast<std::int64_t>(enumerator.value);
        if ((stored == 0 ? -1 : stored) == number) { name = enumerator.name; }
    });
    return name;
}

}  // namespace csp::capi
