// The list of nouns once more, for explicit instantiations: those cannot be made from a list of types.
#pragma once

#include "csp/nouns.hpp"

#define CSP_FOR_EACH_NOUN(X) \
    X(Partner)               \
    X(Customer)              \
    X(Offer)                 \
    X(Order)                 \
    X(Subscription)          \
    X(Product)               \
    X(SoftwareOrder)         \
    X(Entitlement)           \
    X(DownloadLink)          \
    X(SupportRequest)        \
    X(Activity)              \
    X(Partnership)           \
    X(Charge)                \
    X(Billing)               \
    X(Ledger)                \
    X(Invoice)
