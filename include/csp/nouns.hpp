// Every noun csp keeps records of, in one list: what has to be said of each is said for all of them.
//
// Threads: types only.
#pragma once

#include <tuple>
#include <variant>

#include "csp/activity.hpp"
#include "csp/billing.hpp"
#include "csp/charge.hpp"
#include "csp/customer.hpp"
#include "csp/download_link.hpp"
#include "csp/entitlement.hpp"
#include "csp/invoice.hpp"
#include "csp/ledger.hpp"
#include "csp/offer.hpp"
#include "csp/order.hpp"
#include "csp/partner.hpp"
#include "csp/partnership.hpp"
#include "csp/product.hpp"
#include "csp/software_order.hpp"
#include "csp/subscription.hpp"
#include "csp/support_request.hpp"

namespace csp {

template <class... S>
struct NounList {
    /// One alternative for each noun, and perhaps others.
    template <template <class> class Of, class... Also>
    using Variant = std::variant<Of<S>..., Also...>;
    template <template <class> class Of>
    using Tuple = std::tuple<Of<S>...>;

    /// Calls `visit.template operator()<S>()` for each noun in turn.
    template <class Visit>
    static constexpr void for_each(Visit&& visit) {
        (visit.template operator()<S>(), ...);
    }
};

/// In the order of their kinds.
using Nouns = NounList<Partner, Customer, Offer, Order, Subscription, Product, SoftwareOrder, Entitlement, DownloadLink,
                       SupportRequest, Activity, Partnership, Charge, Billing, Ledger, Invoice>;

template <class S>
using EventOf = typename S::Event;

}  // namespace csp
