// Made-up keys and addresses, for tests and examples.
#include "csp/fulfilment.hpp"

#include <string>

namespace csp {

Result<Secret> MadeUpFulfilment::key_for(const Delivery& delivery) {
    return Secret("KEY-" + text_of(delivery.entitlement));
}

Result<Secret> MadeUpFulfilment::url_for(const Delivery& delivery) {
    return Secret("https://downloads.example/" + text_of(delivery.link) +
                  "?renewal=" + std::to_string(delivery.renewal));
}

}  // namespace csp
