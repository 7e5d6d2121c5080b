#include "schema.hpp"

namespace csp::capi {

Schema whole_schema() {
    SchemaBuilder builder;
    builder.add_enum<Kind>();
    builder.add_enum<CatalogView>();
    builder.add_enum<CancellationAnswer>();
    builder.add_commands<Partner>(partner_table());
    builder.add_commands<Customer>(customer_table());
    builder.add_commands<Offer>(offer_table());
    builder.add_commands<Order>(order_table());
    builder.add_commands<Subscription>(subscription_table());
    builder.add_commands<Product>(product_table());
    builder.add_commands<SoftwareOrder>(software_order_table());
    builder.add_commands<Entitlement>(entitlement_table());
    builder.add_commands<DownloadLink>(download_link_table());
    builder.add_commands<SupportRequest>(support_request_table());
    builder.add_commands<Activity>(activity_table());
    builder.add_commands<Partnership>(partnership_table());
    builder.add_commands<Charge>(charge_table());
    builder.add_commands<Billing>(billing_table());
    builder.add_commands<Ledger>(ledger_table());
    builder.add_commands<Invoice>(invoice_table());
    builder.add_page<StartWizard>();
    builder.add_page<GiveDetails>();
    builder.add_page<ChooseSubscriptions>();
    // Constants that only answers have: they stand in JSON by these names.
    builder.add_enum<Action>();
    builder.add_enum<ChargeType>();
    builder.add_enum<InvoiceType>();
    builder.add_enum<DocumentType>();
    builder.add_enum<DeletionCause>();
    builder.add_enum<SuspendedBy>();
    builder.add_enum<VettingStatus>();
    return builder.take();
}

}  // namespace csp::capi
