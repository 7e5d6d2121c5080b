// All nouns, with what the codec knows about their fields.
#pragma once

#include "codec/fields/activity.hpp"
#include "codec/fields/billing.hpp"
#include "codec/fields/charge.hpp"
#include "codec/fields/customer.hpp"
#include "codec/fields/download_link.hpp"
#include "codec/fields/entitlement.hpp"
#include "codec/fields/invoice.hpp"
#include "codec/fields/ledger.hpp"
#include "codec/fields/offer.hpp"
#include "codec/fields/order.hpp"
#include "codec/fields/partner.hpp"
#include "codec/fields/partnership.hpp"
#include "codec/fields/product.hpp"
#include "codec/fields/software_order.hpp"
#include "codec/fields/subscription.hpp"
#include "codec/fields/support_request.hpp"

#define CSP_TEST_NOUNS                                                                                          \
    csp::Partner, csp::Customer, csp::Offer, csp::Order, csp::Subscription, csp::Product, csp::SoftwareOrder,   \
        csp::SupportRequest, csp::Entitlement, csp::DownloadLink, csp::Activity, csp::Partnership, csp::Charge, \
        csp::Billing, csp::Ledger, csp::Invoice

namespace csp::test {

/// Calls `visit.template operator()<Alternative>()` for each alternative of a variant.
template <class Variant>
struct Alternatives;
template <class... Ts>
struct Alternatives<std::variant<Ts...>> {
    template <class Visit>
    static void each(Visit visit) {
        (visit.template operator()<Ts>(), ...);
    }
};

}  // namespace csp::test
