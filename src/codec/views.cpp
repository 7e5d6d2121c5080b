#include "codec/views.hpp"

#include <algorithm>

#include "codec/described.hpp"
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
#include "codec/fields/product.hpp"
#include "codec/fields/software_order.hpp"
#include "codec/fields/subscription.hpp"
#include "codec/fields/support_request.hpp"

namespace csp::codec {
namespace {

void add_once(std::string_view name, std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), name) == names.end()) { names.emplace_back(name); }
}

template <class Phase>
void add_fields_of(std::type_identity<Phase>, std::vector<std::string>& names) {
    for_each_field<Phase>([&](auto field) { add_once(field.name, names); });
}
template <class... Phases>
void add_fields_of(std::type_identity<std::variant<Phases...>>, std::vector<std::string>& names) {
    (add_fields_of(std::type_identity<Phases>{}, names), ...);
}

template <class S>
ViewText view(std::string name, Kind kind) {
    ViewText text{.name = std::move(name), .kind = kind};
    add_fields_of(std::type_identity<S>{}, text.fields);
    add_fields_of(std::type_identity<typename S::Phase>{}, text.fields);
    return text;
}

}  // namespace

std::vector<ViewText> report_views() {
    return {view<Partner>("partners", Kind::partner),
            view<Customer>("customers", Kind::customer),
            view<Offer>("offers", Kind::offer),
            view<Order>("orders", Kind::order),
            view<Subscription>("subscriptions", Kind::subscription),
            view<Product>("products", Kind::product),
            view<SoftwareOrder>("software_orders", Kind::software_order),
            view<Entitlement>("entitlements", Kind::entitlement),
            view<DownloadLink>("download_links", Kind::download_link),
            view<SupportRequest>("support_requests", Kind::support_request),
            view<Activity>("activities", Kind::activity),
            view<Partnership>("partnerships", Kind::partnership),
            view<Charge>("charges", Kind::charge),
            view<Billing>("billings", Kind::billing),
            view<Ledger>("ledgers", Kind::ledger),
            view<Invoice>("invoices", Kind::invoice)};
}

}  // namespace csp::codec
