// The parts of commands. Printed by tests/capi/print_capi; do not edit.
// clang-format off
#include "capi/generated/structs.hpp"

#include "capi/fields/commands.hpp"
#include "capi/take.hpp"

namespace csp::capi {

bool take(const csp_enrolment& from, Enrolment& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("company_name", from.company_name, to.company_name, wrong) &&
        take_field("kind", from.kind, to.kind, wrong) &&
        take_reserved(from.reserved2, wrong) &&
        take_field("mpn_id", from.mpn_id, to.mpn_id, wrong) &&
        take_field("country", from.country, to.country, wrong) &&
        take_field("cloud", from.cloud, to.cloud, wrong) &&
        take_field("billing_day", from.billing_day, to.billing_day, wrong) &&
        take_field("billing_currency", from.billing_currency, to.billing_currency, wrong);
}
bool take(const csp_address& from, Address& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("line1", from.line1, to.line1, wrong) &&
        take_field("line2", from.line2, to.line2, wrong) &&
        take_field("city", from.city, to.city, wrong) &&
        take_field("state", from.state, to.state, wrong) &&
        take_field("postal_code", from.postal_code, to.postal_code, wrong) &&
        take_field("country", from.country, to.country, wrong) &&
        take_reserved(from.reserved2, wrong) &&
        take_field("region", from.region, to.region, wrong) &&
        take_field("first_name", from.first_name, to.first_name, wrong) &&
        take_field("last_name", from.last_name, to.last_name, wrong) &&
        take_field("phone", from.phone, to.phone, wrong);
}
bool take(const csp_billing_profile& from, BillingProfile& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("company_name", from.company_name, to.company_name, wrong) &&
        take_field("email", from.email, to.email, wrong) &&
        take_field("culture", from.culture, to.culture, wrong) &&
        take_field("language", from.language, to.language, wrong) &&
        take_field("registration_number", from.registration_number, to.registration_number, wrong) &&
        take_field("address", from.address, to.address, wrong);
}
bool take(const csp_first_line& from, FirstLine& to, Wrong& wrong) {
    return take_field("offer", from.offer, to.offer, wrong) &&
        take_field("quantity", from.quantity, to.quantity, wrong) &&
        take_field("friendly_name", from.friendly_name, to.friendly_name, wrong) &&
        take_field("parent_line", from.parent_line, to.parent_line, wrong) &&
        take_field("reseller_mpn_id", from.reseller_mpn_id, to.reseller_mpn_id, wrong);
}
bool take(const csp_first_order& from, FirstOrder& to, Wrong& wrong) {
    return take_field("cycle", from.cycle, to.cycle, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong);
}
bool take(const csp_admin_user& from, AdminUser& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("user_name", from.user_name, to.user_name, wrong) &&
        take_field("password_hash", from.password_hash, to.password_hash, wrong);
}
bool take(const csp_listing& from, Listing& to, Wrong& wrong) {
    return take_field("country", from.country, to.country, wrong) &&
        take_field("catalog_id", from.catalog_id, to.catalog_id, wrong) &&
        take_field("name", from.name, to.name, wrong) &&
        take_field("minimum_quantity", from.minimum_quantity, to.minimum_quantity, wrong) &&
        take_field("maximum_quantity", from.maximum_quantity, to.maximum_quantity, wrong) &&
        take_field("is_add_on", from.is_add_on, to.is_add_on, wrong) &&
        take_field("has_add_ons", from.has_add_ons, to.has_add_ons, wrong) &&
        take_field("is_trial", from.is_trial, to.is_trial, wrong) &&
        take_field("is_available", from.is_available, to.is_available, wrong) &&
        take_field("auto_renews", from.auto_renews, to.auto_renews, wrong) &&
        take_field("metering", from.metering, to.metering, wrong) &&
        take_list("cycles", from.cycles, from.cycles_count, to.cycles, wrong) &&
        take_field("limit_unit", from.limit_unit, to.limit_unit, wrong) &&
        take_field("limit", from.limit, to.limit, wrong) &&
        take_list("prerequisites", from.prerequisites, from.prerequisites_count, to.prerequisites, wrong) &&
        take_list("conversion_targets", from.conversion_targets, from.conversion_targets_count, to.conversion_targets, wrong) &&
        take_list("upgrade_targets", from.upgrade_targets, from.upgrade_targets_count, to.upgrade_targets, wrong) &&
        take_list("customer_qualifications", from.customer_qualifications, from.customer_qualifications_count, to.customer_qualifications, wrong) &&
        take_list("partner_qualifications", from.partner_qualifications, from.partner_qualifications_count, to.partner_qualifications, wrong) &&
        take_field("sales_group", from.sales_group, to.sales_group, wrong) &&
        take_field("unit", from.unit, to.unit, wrong) &&
        take_field("product_name", from.product_name, to.product_name, wrong) &&
        take_field("other_fields", from.other_fields, to.other_fields, wrong);
}
bool take(const csp_price& from, Price& to, Wrong& wrong) {
    return take_field("market", from.market, to.market, wrong) &&
        take_field("unit_price", from.unit_price, to.unit_price, wrong) &&
        take_field("valid_from", from.valid_from, to.valid_from, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_field("valid_until", from.valid_until, to.valid_until, wrong);
}
bool take(const csp_order_line& from, OrderLine& to, Wrong& wrong) {
    return take_field("offer", from.offer, to.offer, wrong) &&
        take_field("quantity", from.quantity, to.quantity, wrong) &&
        take_field("friendly_name", from.friendly_name, to.friendly_name, wrong) &&
        take_field("reseller_mpn_id", from.reseller_mpn_id, to.reseller_mpn_id, wrong) &&
        take_field("parent", from.parent, to.parent, wrong) &&
        take_field("parent_line", from.parent_line, to.parent_line, wrong) &&
        take_field("subscription", from.subscription, to.subscription, wrong) &&
        take_field("unit_price", from.unit_price, to.unit_price, wrong);
}
bool take(const csp_artifact& from, Artifact& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("version", from.version, to.version, wrong) &&
        take_field("language", from.language, to.language, wrong) &&
        take_field("file_type", from.file_type, to.file_type, wrong);
}
bool take(const csp_cancellation_policy& from, CancellationPolicy& to, Wrong& wrong) {
    return take_field("from", from.from, to.from, wrong) &&
        take_field("way", from.way, to.way, wrong) &&
        take_field("days", from.days, to.days, wrong);
}
bool take(const csp_product_sheet& from, ProductSheet& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("catalog_id", from.catalog_id, to.catalog_id, wrong) &&
        take_field("name", from.name, to.name, wrong) &&
        take_field("kind", from.kind, to.kind, wrong) &&
        take_field("term_months", from.term_months, to.term_months, wrong) &&
        take_field("minimum_quantity", from.minimum_quantity, to.minimum_quantity, wrong) &&
        take_field("maximum_quantity", from.maximum_quantity, to.maximum_quantity, wrong) &&
        take_list("artifacts", from.artifacts, from.artifacts_count, to.artifacts, wrong) &&
        take_list("cancellation", from.cancellation, from.cancellation_count, to.cancellation, wrong) &&
        take_field("credit", from.credit, to.credit, wrong) &&
        take_field("has_hybrid_benefit", from.has_hybrid_benefit, to.has_hybrid_benefit, wrong);
}
bool take(const csp_software_wish& from, SoftwareWish& to, Wrong& wrong) {
    return take_field("product", from.product, to.product, wrong) &&
        take_field("quantity", from.quantity, to.quantity, wrong) &&
        take_field("tax", from.tax, to.tax, wrong);
}
bool take(const csp_support_contact& from, SupportContact& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("name", from.name, to.name, wrong) &&
        take_field("email", from.email, to.email, wrong) &&
        take_field("phone", from.phone, to.phone, wrong);
}
bool take(const csp_attachment& from, Attachment& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("file_name", from.file_name, to.file_name, wrong) &&
        take_field("reference", from.reference, to.reference, wrong);
}
bool take(const csp_support_form& from, SupportForm& to, Wrong& wrong) {
    return take_field("type", from.type, to.type, wrong) &&
        take_field("impact", from.impact, to.impact, wrong) &&
        take_reserved(from.reserved, wrong) &&
        take_field("title", from.title, to.title, wrong) &&
        take_field("customer", from.customer, to.customer, wrong) &&
        take_field("domain", from.domain, to.domain, wrong) &&
        take_field("order", from.order, to.order, wrong) &&
        take_field("subscription", from.subscription, to.subscription, wrong) &&
        take_list("lines", from.lines, from.lines_count, to.lines, wrong) &&
        take_field("refund_reason", from.refund_reason, to.refund_reason, wrong) &&
        take_field("amount", from.amount, to.amount, wrong) &&
        take_field("description", from.description, to.description, wrong) &&
        take_field("contact", from.contact, to.contact, wrong) &&
        take_list("attachments", from.attachments, from.attachments_count, to.attachments, wrong);
}
bool take(const csp_start_wizard& from, StartWizard& to, Wrong& wrong) {
    return take_field("reseller", from.reseller, to.reseller, wrong);
}
bool take(const csp_give_details& from, GiveDetails& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("domain", from.domain, to.domain, wrong) &&
        take_field("profile", from.profile, to.profile, wrong);
}
bool take(const csp_choose_subscriptions& from, ChooseSubscriptions& to, Wrong& wrong) {
    return take_reserved(from.reserved, wrong) &&
        take_field("first_order", from.first_order, to.first_order, wrong);
}

}  // namespace csp::capi
