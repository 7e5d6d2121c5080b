// The stored names of an order. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/subscription.hpp"
#include "csp/order.hpp"

namespace csp {

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(OrderLine, (),
                      (offer, quantity, friendly_name, reseller_mpn_id, parent, parent_line, subscription, unit_price))
BOOST_DESCRIBE_STRUCT(BoughtLine, (), (line, purchase))
BOOST_DESCRIBE_STRUCT(Order::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Order::Draft, (), (drafted_at))
BOOST_DESCRIBE_STRUCT(Order::Completed, (), (submitted_at))
BOOST_DESCRIBE_STRUCT(Order::Cancelled, (), (cancelled_at))
BOOST_DESCRIBE_STRUCT(Order, (), (partner, customer, cycle, country, lines, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(DraftOrder, (), (customer, cycle, lines))
BOOST_DESCRIBE_STRUCT(ChangeDraft, (), (cycle, lines))
BOOST_DESCRIBE_STRUCT(SubmitOrder, (), (new_ids))
BOOST_DESCRIBE_STRUCT(PlaceOrder, (), (customer, cycle, lines, new_ids))
BOOST_DESCRIBE_STRUCT(CancelDraft, (), ())
BOOST_DESCRIBE_STRUCT(ChangeCycle, (), (cycle))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(OrderDrafted, (), (partner, customer, cycle, country, lines, drafted_at))
BOOST_DESCRIBE_STRUCT(DraftChanged, (), (cycle, lines))
BOOST_DESCRIBE_STRUCT(OrderSubmitted, (), (partner, customer, cycle, country, lines, submitted_at))
BOOST_DESCRIBE_STRUCT(DraftCancelled, (), (cancelled_at))
BOOST_DESCRIBE_STRUCT(OrderCycleChanged, (), (before, cycle, changed_on, subscriptions))

}  // namespace csp
