#include "codec/reconciliation.hpp"

#include <array>
#include <initializer_list>

#include "codec/append.hpp"
#include "codec/described.hpp"
#include "codec/fields/invoice.hpp"
#include "codec/write.hpp"

namespace csp::codec {
namespace {

/// As the file for licences has them.
constexpr std::array<std::string_view, 28> columns{"PartnerId",
                                                   "CustomerId",
                                                   "CustomerName",
                                                   "MpnId",
                                                   "Tier2MpnId",
                                                   "OrderId",
                                                   "SubscriptionId",
                                                   "SyndicationPartnerSubscriptionNumber",
                                                   "OfferId",
                                                   "DurableOfferId",
                                                   "OfferName",
                                                   "SubscriptionStartDate",
                                                   "SubscriptionEndDate",
                                                   "ChargeStartDate",
                                                   "ChargeEndDate",
                                                   "ChargeType",
                                                   "UnitPrice",
                                                   "Quantity",
                                                   "Amount",
                                                   "TotalOtherDiscount",
                                                   "Subtotal",
                                                   "Tax",
                                                   "TotalForCustomer",
                                                   "Currency",
                                                   "DomainName",
                                                   "SubscriptionName",
                                                   "SubscriptionDescription",
                                                   "BillingCycleType"};

/// What a spreadsheet would run. An amount may begin with a minus: digits follow it and nothing else.
bool begins_a_formula(std::string_view text) {
    if (text.empty()) { return false; }
    if (text.front() == '-') { return text.find_first_not_of("0123456789.", 1) != std::string_view::npos; }
    return std::string_view("=+@\t\r").find(text.front()) != std::string_view::npos;
}

/// RFC 4180: in quotes where it has to be. What begins like a formula gets an apostrophe, so that no spreadsheet runs
/// a customer's name.
void append_field(std::string_view text, std::string& out) {
    const bool is_formula = begins_a_formula(text);
    const bool is_quoted = is_formula || text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (!is_quoted) {
        out += text;
        return;
    }
    out += '"';
    if (is_formula) { out += '\''; }
    for (const char c : text) {
        out += c;
        if (c == '"') { out += c; }
    }
    out += '"';
}

void append_fields(std::initializer_list<std::string_view> fields, std::string& out) {
    bool is_first = true;
    for (const std::string_view field : fields) {
        if (!is_first) { out += ','; }
        is_first = false;
        append_field(field, out);
    }
    out += "\r\n";
}

template <class Tag>
std::string text_or_none(const Id<Tag>& id) {
    return id.is_nil() ? std::string() : text_of(id);
}
/// "12.50", without the currency: that has its own column.
std::string amount_in(Money money) {
    const std::string text = text_of(money);
    const std::size_t blank = text.find(' ');
    return blank == std::string::npos ? text : text.substr(blank + 1);
}
bool has_days(Term days) { return days.start < days.end; }
std::string first_day(Term days) { return has_days(days) ? text_of(days.start) : std::string(); }
std::string last_day(Term days) { return has_days(days) ? text_of(last_day_of(days)) : std::string(); }

Money tax_of(const ChargeEntry& entry) { return {entry.tax.amount_minor, entry.line.amount.currency}; }
Money total_of(const ChargeEntry& entry) {
    return {entry.line.amount.amount_minor + tax_of(entry).amount_minor, entry.line.amount.currency};
}

}  // namespace

void append_csv_header(std::string& out) {
    for (const std::string_view column : columns) {
        if (column != columns.front()) { out += ','; }
        out += column;
    }
    out += "\r\n";
}

void append_csv_line(const ChargeEntry& entry, const LineNames& names, std::string& out) {
    const ChargeLine& line = entry.line;
    const bool is_software = entry.subscription.is_nil();
    append_fields({text_of(entry.partner),
                   text_of(entry.customer),
                   names.customer,
                   names.mpn_id,
                   entry.reseller_mpn_id,
                   is_software ? text_of(entry.software_order) : text_of(entry.order),
                   text_or_none(entry.subscription),
                   "",
                   is_software ? text_of(entry.product) : text_of(entry.offer),
                   names.catalog_id,
                   names.offer,
                   first_day(names.term),
                   last_day(names.term),
                   first_day(line.days),
                   last_day(line.days),
                   text_of(line.type),
                   amount_in(line.unit_price),
                   std::to_string(line.quantity),
                   amount_in(line.amount),
                   amount_in(Money{0, line.amount.currency}),
                   amount_in(line.amount),
                   amount_in(tax_of(entry)),
                   amount_in(total_of(entry)),
                   line.amount.currency.text(),
                   names.domain,
                   names.subscription,
                   names.offer,
                   names.cycle},
                  out);
}

void append_json_begin(const Invoice& invoice, std::string& out) {
    append_value(invoice, out);
    out.back() = ',';  // the object goes on
    out += "\"items\":[";
}
void append_json_line(const ChargeEntry& entry, const LineNames& names, std::string& out) {
    if (out.back() != '[') { out += ','; }
    append_value(entry, out);
    out.back() = ',';
    out += "\"charge_type\":";
    append_plain(text_of(entry.line.type), out);
    out += ",\"customer_name\":";
    append_text(names.customer, out);
    out += ",\"domain\":";
    append_text(names.domain, out);
    out += ",\"offer_name\":";
    append_text(names.offer, out);
    out += ",\"subscription_name\":";
    append_text(names.subscription, out);
    out += '}';
}
void append_json_end(std::string& out) { out += "]}"; }

}  // namespace csp::codec
