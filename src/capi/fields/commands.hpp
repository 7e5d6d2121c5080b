// Every name that the C interface needs: those that are stored, and the few that never are.
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
#include "codec/fields/price.hpp"
#include "codec/fields/product.hpp"
#include "codec/fields/shared.hpp"
#include "codec/fields/software_order.hpp"
#include "codec/fields/subscription.hpp"
#include "codec/fields/support_request.hpp"
#include "csp/engine.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(Kind, partner, customer, offer, order, subscription, product, software_order, entitlement,
                    download_link, support_request, activity, partnership, charge, billing, ledger, invoice)
BOOST_DESCRIBE_ENUM(CatalogView, regular, trial)
BOOST_DESCRIBE_ENUM(CancellationAnswer, can_be_cancelled, window_passed, support_request_required, not_cancellable,
                    already_cancelled)

// ---- the pages of the new-customer wizard ------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(StartWizard, (), (reseller))
BOOST_DESCRIBE_STRUCT(GiveDetails, (), (domain, profile))
BOOST_DESCRIBE_STRUCT(ChooseSubscriptions, (), (first_order))

}  // namespace csp
