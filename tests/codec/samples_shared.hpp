// What the samples of all nouns are made of.
#pragma once

#include <string_view>
#include <vector>

#include "csp/id.hpp"
#include "csp/price.hpp"

namespace csp::test {

inline Date day(std::string_view text) { return read_date(text).value(); }
inline Instant moment(std::string_view text) { return read_instant(text).value(); }
/// "10000000-0000-4000-8000-0000000000NN".
template <class S>
Id<S> numbered(std::uint8_t number) {
    Id<S> id = read_id<S>("10000000-0000-4000-8000-000000000000").value();
    id.bytes.data[15] = number;
    return id;
}
inline constexpr Currency dollar{{'U', 'S', 'D'}};
inline constexpr Country america{{'U', 'S'}};

inline Price sample_price() {
    return {.market = america,
            .unit_price = {1250, dollar},
            .valid_from = day("2018-02-01"),
            .valid_until = day("2019-02-01")};
}

}  // namespace csp::test
