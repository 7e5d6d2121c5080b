// The stored names of a subscription. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/subscription.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(SuspensionReason, customer_request, non_payment, fraud)
BOOST_DESCRIBE_ENUM(SuspendedBy, hand, parent)
BOOST_DESCRIBE_ENUM(DeletionCause, expired, trial_ended, term_ended, cancelled, parent_ended)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Purchase, (),
                      (partner, customer, order, offer, parent, friendly_name, reseller_mpn_id, quantity, cycle, cloud,
                       country, is_trial, auto_renews, unit_price, opened_on, first_billed_on, anchor, term))
BOOST_DESCRIBE_STRUCT(Subscription::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Subscription::Active, (), (term))
BOOST_DESCRIBE_STRUCT(Subscription::Suspended, (), (term, reason, by, is_cancelled, suspended_on, last_day))
BOOST_DESCRIBE_STRUCT(Subscription::Deleted, (), (cause, deleted_at))
BOOST_DESCRIBE_STRUCT(Subscription, (),
                      (partner, customer, order, offer, trial, parent, friendly_name, reseller_mpn_id, support_contact,
                       quantity, cycle, cloud, country, is_trial, auto_renews, unit_price, opened_on, first_billed_on,
                       anchor, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(CreateSubscription, (), (purchase))
BOOST_DESCRIBE_STRUCT(RenameSubscription, (), (friendly_name))
BOOST_DESCRIBE_STRUCT(ChangeQuantity, (), (quantity))
BOOST_DESCRIBE_STRUCT(SuspendSubscription, (), (reason))
BOOST_DESCRIBE_STRUCT(CancelSubscription, (), (reason))
BOOST_DESCRIBE_STRUCT(CancelSubscriptionAtOnce, (), (reason, acknowledged))
BOOST_DESCRIBE_STRUCT(ReactivateSubscription, (), ())
BOOST_DESCRIBE_STRUCT(ConvertTrial, (), (offer, cycle, quantity))
BOOST_DESCRIBE_STRUCT(SetReseller, (), (mpn_id))
BOOST_DESCRIBE_STRUCT(SetSupportContact, (), (reseller))
BOOST_DESCRIBE_STRUCT(RenewSubscription, (), ())
BOOST_DESCRIBE_STRUCT(EndTerm, (), ())
BOOST_DESCRIBE_STRUCT(EndTrial, (), ())
BOOST_DESCRIBE_STRUCT(ExpireSubscription, (), ())
BOOST_DESCRIBE_STRUCT(SuspendWithParent, (), (reason, suspended_on, last_day))
BOOST_DESCRIBE_STRUCT(ReactivateWithParent, (), ())
BOOST_DESCRIBE_STRUCT(EndWithParent, (), (parent_cause))
BOOST_DESCRIBE_STRUCT(BillInCycle, (), (cycle))
BOOST_DESCRIBE_STRUCT(ForgetSupportContact, (), ())

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(SubscriptionCreated, (), (purchase))
BOOST_DESCRIBE_STRUCT(SubscriptionRenamed, (), (friendly_name))
BOOST_DESCRIBE_STRUCT(QuantityChanged, (), (before, quantity, changed_on))
BOOST_DESCRIBE_STRUCT(SubscriptionSuspended, (), (reason, by, is_cancelled, suspended_on, last_day))
BOOST_DESCRIBE_STRUCT(SubscriptionReactivated, (), (reactivated_on, term, is_priced_anew, unit_price))
BOOST_DESCRIBE_STRUCT(TrialConverted, (),
                      (trial, offer, cycle, quantity, auto_renews, unit_price, opened_on, first_billed_on, anchor,
                       term))
BOOST_DESCRIBE_STRUCT(ResellerSet, (), (before, mpn_id))
BOOST_DESCRIBE_STRUCT(SupportContactSet, (), (before, reseller))
BOOST_DESCRIBE_STRUCT(SubscriptionRenewed, (), (term, is_priced_anew, unit_price))
BOOST_DESCRIBE_STRUCT(SubscriptionDeleted, (), (cause, deleted_at))
BOOST_DESCRIBE_STRUCT(CycleChanged, (), (before, cycle, changed_on, first_billed_on, anchor, term, unit_price))

}  // namespace csp
