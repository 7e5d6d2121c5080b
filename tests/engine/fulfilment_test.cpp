#include "csp/fulfilment.hpp"

#include <doctest/doctest.h>

using namespace csp;

namespace {

template <class Id>
Id id_of(std::uint8_t number) {
    Id id;
    id.bytes.data[15] = number;
    return id;
}

}  // namespace

TEST_CASE("ENT-04: made-up keys and addresses are those of their delivery, the same every time") {
    MadeUpFulfilment made_up;
    Delivery delivery{.entitlement = id_of<EntitlementId>(7), .link = id_of<DownloadLinkId>(9), .renewal = 3};
    for (int again = 0; again < 2; ++again) {
        CHECK(made_up.key_for(delivery).value().reveal() == "KEY-00000000-0000-0000-0000-000000000007");
        CHECK(made_up.url_for(delivery).value().reveal() ==
              "https://downloads.example/00000000-0000-0000-0000-000000000009?renewal=3");
    }
    delivery.renewal = 4;
    CHECK(made_up.url_for(delivery).value().reveal() ==
          "https://downloads.example/00000000-0000-0000-0000-000000000009?renewal=4");
}
