// The names of what queries answer. None of it is stored; a field that is not listed does not compile.
#pragma once

#include "capi/fields/commands.hpp"

namespace csp {

BOOST_DESCRIBE_STRUCT(Availability, (), (offer, name, unit_price, reasons))
BOOST_DESCRIBE_STRUCT(LineReview, (), (offer, name, quantity, unit_price, monthly_amount, term, first_billed_on, wrong))
BOOST_DESCRIBE_STRUCT(SignIn, (), (users, administrators))
BOOST_DESCRIBE_STRUCT(DesignatedContact, (), (partner, mpn_id, company_name, is_provider))
BOOST_DESCRIBE_STRUCT(PartnershipLine, (), (id, type, partner, company_name, mpn_id, location, reseller_email, phase))
BOOST_DESCRIBE_STRUCT(LineCancellation, (), (line, product, answer, days_remaining, last_day, credit))
BOOST_DESCRIBE_STRUCT(SoftwareItem, (), (id, grant, phase, dashboard_phase, visible_by, expires_at, links))
BOOST_DESCRIBE_STRUCT(SoftwareUser, (), (user, activities, last_at))
BOOST_DESCRIBE_STRUCT(Expected, (), (at, what, subscription, software_order, name, amount, invoiced_on))
BOOST_DESCRIBE_STRUCT(Choice, (), (command, why_not))
BOOST_DESCRIBE_STRUCT(ResellerShare, (), (mpn_id, company_name, grants, lines))

}  // namespace csp
