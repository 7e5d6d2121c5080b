// The names of all constants. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/constant_name.hpp"
#include "capi/fields/commands.hpp"

using namespace csp;

const char* csp_kind_name(csp_kind number) { return capi::constant_name<Kind>(number); }
const char* csp_catalog_view_name(csp_catalog_view number) { return capi::constant_name<CatalogView>(number); }
const char* csp_cancellation_answer_name(csp_cancellation_answer number) { return capi::constant_name<CancellationAnswer>(number); }
const char* csp_partner_kind_name(csp_partner_kind number) { return capi::constant_name<PartnerKind>(number); }
const char* csp_cloud_name(csp_cloud number) { return capi::constant_name<Cloud>(number); }
const char* csp_cycle_name(csp_cycle number) { return capi::constant_name<Cycle>(number); }
const char* csp_qualification_name(csp_qualification number) { return capi::constant_name<Qualification>(number); }
const char* csp_grant_kind_name(csp_grant_kind number) { return capi::constant_name<GrantKind>(number); }
const char* csp_metering_name(csp_metering number) { return capi::constant_name<Metering>(number); }
const char* csp_limit_unit_name(csp_limit_unit number) { return capi::constant_name<LimitUnit>(number); }
const char* csp_suspension_reason_name(csp_suspension_reason number) { return capi::constant_name<SuspensionReason>(number); }
const char* csp_product_kind_name(csp_product_kind number) { return capi::constant_name<ProductKind>(number); }
const char* csp_cancellation_way_name(csp_cancellation_way number) { return capi::constant_name<CancellationWay>(number); }
const char* csp_credit_way_name(csp_credit_way number) { return capi::constant_name<CreditWay>(number); }
const char* csp_problem_type_name(csp_problem_type number) { return capi::constant_name<ProblemType>(number); }
const char* csp_impact_name(csp_impact number) { return capi::constant_name<Impact>(number); }
const char* csp_action_name(csp_action number) { return capi::constant_name<Action>(number); }
const char* csp_charge_type_name(csp_charge_type number) { return capi::constant_name<ChargeType>(number); }
const char* csp_invoice_type_name(csp_invoice_type number) { return capi::constant_name<InvoiceType>(number); }
const char* csp_document_type_name(csp_document_type number) { return capi::constant_name<DocumentType>(number); }
const char* csp_deletion_cause_name(csp_deletion_cause number) { return capi::constant_name<DeletionCause>(number); }
const char* csp_suspended_by_name(csp_suspended_by number) { return capi::constant_name<SuspendedBy>(number); }
const char* csp_vetting_status_name(csp_vetting_status number) { return capi::constant_name<VettingStatus>(number); }
