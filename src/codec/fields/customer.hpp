// The stored names of a customer. A field that is not listed does not compile (codec/described.hpp).
#pragma once

#include "codec/fields/shared.hpp"
#include "csp/customer.hpp"

namespace csp {

BOOST_DESCRIBE_ENUM(Qualification, none, education, nonprofit, government_community_cloud, state_owned_entity)
BOOST_DESCRIBE_ENUM(VettingStatus, none, in_review, denied)

// ---- the state ---------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(Vetting, (), (status, reason))
BOOST_DESCRIBE_STRUCT(Address, (),
                      (line1, line2, city, state, postal_code, country, region, first_name, last_name, phone))
BOOST_DESCRIBE_STRUCT(BillingProfile, (), (company_name, email, culture, language, registration_number, address))
BOOST_DESCRIBE_STRUCT(Customer::Absent, (), ())
BOOST_DESCRIBE_STRUCT(Customer::Active, (), ())
BOOST_DESCRIBE_STRUCT(Customer, (), (partner, cloud, domain, profile, qualifications, vetting, orders_placed, phase))

// ---- commands ----------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(CreateCustomer, (), (partner, domain, profile))
BOOST_DESCRIBE_STRUCT(UpdateBillingProfile, (), (profile))
BOOST_DESCRIBE_STRUCT(SetQualification, (), (qualification, validation_code))
BOOST_DESCRIBE_STRUCT(ResolveQualification, (), (is_approved, reason))
BOOST_DESCRIBE_STRUCT(RecordQualification, (), (qualification))
BOOST_DESCRIBE_STRUCT(RecordOrder, (), (order))

// ---- events ------------------------------------------------------------------------------------------
BOOST_DESCRIBE_STRUCT(CustomerCreated, (), (partner, cloud, domain, profile))
BOOST_DESCRIBE_STRUCT(BillingProfileUpdated, (), (profile))
BOOST_DESCRIBE_STRUCT(QualificationSet, (), (qualification, validation_code, qualifications, vetting))
BOOST_DESCRIBE_STRUCT(QualificationResolved, (), (is_approved, qualifications, vetting))
BOOST_DESCRIBE_STRUCT(QualificationRecorded, (), (qualification, qualifications))
BOOST_DESCRIBE_STRUCT(OrderRecorded, (), (order))

}  // namespace csp
