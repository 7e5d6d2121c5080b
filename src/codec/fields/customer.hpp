// The stored names of a customer. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/customer.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(Qualification, none, education, nonprofit, government_community_cloud, state_owned_entity)
BOOST_DESCRIBE_ENUM(VettingStatus, none, in_review, denied)

BOOST_DESCRIBE_ENUM(GrantKind, reseller_admin, azure_tenant_owner)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(AdminUser, (), (user_name, password_hash))
BOOST_DESCRIBE_STRUCT(AccessGrant, (), (kind, reseller, granted_at, revoked_at))
BOOST_DESCRIBE_STRUCT(FirstLine, (), (offer, quantity, friendly_name, parent_line, reseller_mpn_id))
BOOST_DESCRIBE_STRUCT(FirstOrder, (), (cycle, lines, order, new_ids))
BOOST_DESCRIBE_STRUCT(Vetting, (), (status, reason))
BOOST_DESCRIBE_STRUCT(Address, (),
                      (line1, line2, city, state, postal_code, country, region, first_name, last_name, phone))
BOOST_DESCRIBE_STRUCT(BillingProfile, (), (company_name, email, culture, language, registration_number, address))
BOOST_DESCRIBE_STRUCT(Customer::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Customer::Active, (), ())
BOOST_DESCRIBE_STRUCT(Customer::Removed, (), (removed_at, is_asked_back))
BOOST_DESCRIBE_STRUCT(Customer, (),
                      (partner, cloud, domain, profile, qualifications, vetting, orders_placed, reseller, grants,
                       admin_user, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(CreateCustomer, (), (partner, domain, profile, reseller, first_order, admin_user))
BOOST_DESCRIBE_STRUCT(UpdateBillingProfile, (), (profile))
BOOST_DESCRIBE_STRUCT(SetQualification, (), (qualification, validation_code))
BOOST_DESCRIBE_STRUCT(ResolveQualification, (), (is_approved, reason))
BOOST_DESCRIBE_STRUCT(RecordQualification, (), (qualification))
BOOST_DESCRIBE_STRUCT(AssociateReseller, (), (reseller))
BOOST_DESCRIBE_STRUCT(GrantAccess, (), (reseller, kind))
BOOST_DESCRIBE_STRUCT(RevokeAccess, (), (reseller, kind))
BOOST_DESCRIBE_STRUCT(RemoveRelationship, (), ())
BOOST_DESCRIBE_STRUCT(RequestRelationship, (), ())
BOOST_DESCRIBE_STRUCT(AcceptRelationship, (), ())
BOOST_DESCRIBE_STRUCT(RecordOrder, (), (order))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(CustomerCreated, (),
                      (partner, cloud, domain, profile, reseller, first_order, admin_user, created_at))
BOOST_DESCRIBE_STRUCT(BillingProfileUpdated, (), (profile))
BOOST_DESCRIBE_STRUCT(QualificationSet, (), (qualification, validation_code, qualifications, vetting))
BOOST_DESCRIBE_STRUCT(QualificationResolved, (), (is_approved, qualifications, vetting))
BOOST_DESCRIBE_STRUCT(QualificationRecorded, (), (qualification, qualifications))
BOOST_DESCRIBE_STRUCT(ResellerAssociated, (), (reseller, associated_at))
BOOST_DESCRIBE_STRUCT(AccessGranted, (), (reseller, kind, granted_at))
BOOST_DESCRIBE_STRUCT(AccessRevoked, (), (reseller, kind, revoked_at))
BOOST_DESCRIBE_STRUCT(RelationshipRemoved, (), (removed_at))
BOOST_DESCRIBE_STRUCT(RelationshipRequested, (), (requested_at))
BOOST_DESCRIBE_STRUCT(RelationshipEstablished, (), (established_at))
BOOST_DESCRIBE_STRUCT(OrderRecorded, (), (order))

}  // namespace csp
