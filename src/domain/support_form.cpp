// Checks the form of a support request, and says what it describes.
#include "domain/support_form.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "csp/text.hpp"
#include "domain/reasons.hpp"
#include "domain/refusals.hpp"
#include "domain/software_cancel.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using Reasons = std::vector<Error>;

Error missing(std::string_view rule, std::string_view field, std::string_view words) {
    return invalid(rule, "field_missing", field, "the " + std::string(words) + " must be filled in");
}
bool is_filled(std::string_view text) { return text.find_first_not_of(" \r\n") != std::string_view::npos; }

Error not_found(std::string_view reason, std::string_view field, std::string sentence) {
    Error error = refused("SUP-04", reason, field, std::move(sentence));
    error.code = Code::not_found;
    return error;
}

bool names_customer(const SupportForm& form) { return !form.customer.is_nil() || !form.domain.empty(); }

Reasons wrong_customer(const SupportForm& form, const SupportRequestFacts& facts) {
    const Customer* customer = facts.customer;
    if (!names_customer(form)) {
        if (is_refund(form)) { return {missing("SUP-04", "tenant_or_domain", "customer's tenant id or domain")}; }
        if (facts.buyer != nullptr && is_in<Customer::Removed>(*facts.buyer)) {
            return {why_not_a_customer(facts.buyer)};
        }
        return {};
    }
    if (customer == nullptr) {
        return {not_found("customer_not_found", "tenant_or_domain", "there is no such customer")};
    }
    if (is_in<Customer::Removed>(*customer)) { return {why_not_a_customer(customer)}; }
    if (!form.domain.empty() && lower_ascii(form.domain) != customer->domain) {
        return {refused("SUP-04", "wrong_customer", "tenant_or_domain",
                        "the customer's domain is " + customer->domain + ", not the one in the form")};
    }
    return {};
}

/// Whose it is can only be judged where the customer is known; that it is not is said by wrong_customer.
Reasons wrong_purchase(const SupportForm& form, const SupportRequestFacts& facts) {
    constexpr std::string_view field = "order_or_subscription";
    Reasons out;
    if (is_refund(form) && form.order.is_nil() && form.subscription.is_nil()) {
        out.push_back(missing("SUP-04", field, "order id or subscription id"));
    }
    if (!form.order.is_nil() && facts.order == nullptr) {
        out.push_back(not_found("order_not_found", field, "there is no such order"));
    } else if (!form.order.is_nil() && facts.customer != nullptr && facts.order->customer != facts.customer_id) {
        out.push_back(refused("SUP-04", "wrong_customer", field, "the order is not that customer's"));
    }
    const bool has_it = facts.subscription != nullptr && facts.subscription->customer == facts.customer_id;
    if (!form.subscription.is_nil() && facts.customer != nullptr && !has_it) {
        out.push_back(not_found("subscription_not_found", field, "that customer has no such subscription"));
    }
    return out;
}

Error not_a_line(std::size_t position, std::string sentence) {
    return invalid("SUP-04", "no_such_line", "lines[" + std::to_string(position) + "]", std::move(sentence));
}

Reasons wrong_lines(const SupportForm& form, const SoftwareOrder& order) {
    Reasons out;
    for (std::size_t i = 0; i < form.lines.size(); ++i) {
        const auto line = static_cast<std::size_t>(form.lines[i]);
        if (line >= order.lines.size()) {
            out.push_back(not_a_line(i, "the order has " + std::to_string(order.lines.size()) + " lines and no line " +
                                            std::to_string(line)));
        } else if (order.lines[line].cancelled) {
            out.push_back(refused("SUP-04", "already_cancelled", "lines[" + std::to_string(i) + "]",
                                  "line " + std::to_string(line) + " was cancelled on " +
                                      text_of(order.lines[line].cancelled->cancelled_on)));
        }
    }
    if (form.lines.empty() && standing_lines(form, order).empty()) {
        out.push_back(refused("SUP-04", "already_cancelled", "lines", "every line of the order is cancelled already"));
    }
    return out;
}

Reasons wrong_refund(const SupportForm& form, const SoftwareOrder* order) {
    Reasons out;
    if (!is_filled(form.refund_reason)) { out.push_back(missing("SUP-04", "refund_reason", "refund reason")); }
    if (order == nullptr) {
        if (!form.lines.empty()) { out.push_back(not_a_line(0, "lines are of an order, and there is none")); }
        add(out, wrong_amount(form.amount, std::nullopt));
        return out;
    }
    add(out, wrong_lines(form, *order));
    auto total = total_of(*order);
    if (!total) {
        out.push_back(std::move(total).error());
    } else {
        add(out, wrong_amount(form.amount, *total));
    }
    return out;
}

void add_line(std::string& text, std::string_view field, const std::string& value) {
    if (!value.empty()) { text += std::string(field) + ": " + value + '\n'; }
}
template <class Tag>
std::string text_or_nothing(const Id<Tag>& id) {
    return id.is_nil() ? std::string() : text_of(id);
}
std::string joined(const std::vector<std::int32_t>& lines) {
    std::string text;
    for (const std::int32_t line : lines) { text += (text.empty() ? "" : ", ") + std::to_string(line); }
    return text;
}

}  // namespace

// ---- the shape -----------------------------------------------------------------------------------------

Reasons malformed_texts(const SupportForm& form, const Policy& policy) {
    const std::array<NamedText, 7> texts{{{"title", form.title, policy.support_title_bytes},
                                          {"domain", form.domain, policy.domain_bytes},
                                          {"refund_reason", form.refund_reason, policy.reason_bytes},
                                          {"description", form.description, policy.support_text_bytes, false, true},
                                          {"contact.name", form.contact.name, policy.contact_name_bytes},
                                          {"contact.email", form.contact.email, policy.email_bytes},
                                          {"contact.phone", form.contact.phone, policy.phone_bytes}}};
    Reasons out;
    for (const NamedText& text : texts) {
        if (!is_good(text)) { out.push_back(not_good(text, text.field.starts_with("contact") ? "SUP-05" : "SUP-04")); }
    }
    return out;
}

Reasons malformed_choices(const SupportForm& form, const Policy& policy) {
    Reasons out;
    if (!is_refund(form) && form.type != ProblemType::other) {
        out.push_back(invalid("SUP-02", "unknown_type", "type",
                              "the type of problem must be other or csp_purchase_refund_on_behalf_of_customers"));
    }
    if (form.impact > Impact::minimal) {
        out.push_back(
            invalid("SUP-03", "unknown_impact", "impact", "the impact must be critical, moderate or minimal"));
    }
    if (has_currency(form.amount)) {
        if (auto known = read_currency(form.amount.currency.text(), "amount"); !known) {
            out.push_back(std::move(known).error());
        }
    }
    if (form.lines.size() > static_cast<std::size_t>(policy.order_lines)) {
        out.push_back(invalid("SUP-04", "too_many_lines", "lines",
                              "the form may name at most " + std::to_string(policy.order_lines) + " lines; it has " +
                                  std::to_string(form.lines.size())));
        return out;
    }
    for (std::size_t i = 0; i < form.lines.size(); ++i) {
        if (form.lines[i] < 0) { out.push_back(not_a_line(i, "lines are counted from 0")); }
        if (std::ranges::count(form.lines, form.lines[i]) > 1) {
            out.push_back(not_a_line(i, "line " + std::to_string(form.lines[i]) + " is named more than once"));
        }
    }
    return out;
}

Error too_many_attachments(const Policy& policy) {
    return invalid("SUP-06", "too_many_attachments", "attachments",
                   "a request may have at most " + std::to_string(policy.support_attachments) + " attachments");
}

Reasons malformed_texts(const Attachment& attachment, std::string_view place, const Policy& policy) {
    const std::string file_name = std::string(place) + ".file_name";
    const std::string reference = std::string(place) + ".reference";
    const std::array<NamedText, 2> texts{{{file_name, attachment.file_name, policy.file_name_bytes, true},
                                          {reference, attachment.reference, policy.file_reference_bytes, true}}};
    Reasons out;
    for (const NamedText& text : texts) {
        if (!is_good(text)) { out.push_back(not_good(text, "SUP-06")); }
    }
    return out;
}

Reasons malformed_attachments(const SupportForm& form, const Policy& policy) {
    if (form.attachments.size() > static_cast<std::size_t>(policy.support_attachments)) {
        return {too_many_attachments(policy)};
    }
    Reasons out;
    for (std::size_t i = 0; i < form.attachments.size(); ++i) {
        add(out, malformed_texts(form.attachments[i], "attachments[" + std::to_string(i) + "]", policy));
    }
    return out;
}

// ---- the fields ----------------------------------------------------------------------------------------

bool is_refund(const SupportForm& form) { return form.type == ProblemType::csp_purchase_refund_on_behalf_of_customers; }

Reasons wrong_type(const SupportForm& form) {
    const bool asks_for_money = is_filled(form.refund_reason) || form.amount != Money{} || !form.lines.empty();
    if (is_refund(form) || !asks_for_money) { return {}; }
    return {refused("SUP-02", "not_a_refund", "type",
                    "a refund is asked for with the type " +
                        std::string(text_of(ProblemType::csp_purchase_refund_on_behalf_of_customers)))};
}

Reasons missing_impact_or_title(const SupportForm& form) {
    Reasons out;
    if (form.impact == Impact::unknown) { out.push_back(missing("SUP-03", "impact", "impact")); }
    if (!is_filled(form.title)) { out.push_back(missing("SUP-03", "title", "title")); }
    return out;
}

Reasons wrong_description(const SupportForm& form, const SupportRequestFacts& facts) {
    Reasons out = wrong_customer(form, facts);
    add(out, wrong_purchase(form, facts));
    if (is_refund(form)) {
        add(out, wrong_refund(form, facts.order));
    } else if (!is_filled(form.description)) {
        out.push_back(missing("SUP-02", "description", "description"));
    }
    return out;
}

Reasons wrong_contact(const SupportForm& form, const Policy& policy) {
    Reasons out;
    if (!is_filled(form.contact.name)) { out.push_back(missing("SUP-05", "contact.name", "contact's name")); }
    if (!is_filled(form.contact.email)) {
        out.push_back(missing("SUP-05", "contact.email", "contact's email"));
    } else if (!is_email(form.contact.email, policy)) {
        out.push_back(invalid("SUP-05", "not_an_email", "contact.email",
                              "the contact's email must be of the form name@example.com"));
    }
    if (!is_filled(form.contact.phone)) { out.push_back(missing("SUP-05", "contact.phone", "contact's phone")); }
    return out;
}

// ---- what is to be taken back -----------------------------------------------------------------------------

std::vector<std::int32_t> standing_lines(const SupportForm& form, const SoftwareOrder& order) {
    std::vector<std::int32_t> lines = chosen_lines(order, {}, form.lines);
    std::erase_if(lines, [&](std::int32_t line) { return !stands(line_of(order, line)); });
    return lines;
}

Reasons wrong_amount(Money amount, const std::optional<Money>& most) {
    if (amount == Money{}) { return {missing("SUP-04", "amount", "amount")}; }
    if (amount.currency == Currency{}) {
        return {invalid("CONV-5", "currency_missing", "amount", "the amount must have a currency")};
    }
    if (auto known = read_currency(amount.currency.text(), "amount"); !known) { return {std::move(known).error()}; }
    if (most && amount.currency != most->currency) {
        return {invalid("SUP-04", "other_currency", "amount",
                        "the amount must be in " + std::string(most->currency.text()) + ", as it was paid; it is " +
                            text_of(amount))};
    }
    if (amount.amount_minor <= 0) {
        return {invalid("SUP-04", "amount_out_of_range", "amount",
                        "the amount must be more than 0; it is " + text_of(amount))};
    }
    if (most && amount.amount_minor > most->amount_minor) {
        return {refused("SUP-04", "amount_out_of_range", "amount",
                        "the amount may be at most " + text_of(*most) + "; it is " + text_of(amount))};
    }
    return {};
}

std::string_view text_of(ProblemType type) {
    switch (type) {
        case ProblemType::other: return "Other";
        case ProblemType::csp_purchase_refund_on_behalf_of_customers:
            return "CSP Purchase/Refund on behalf of customers";
    }
    return "Unknown";
}

std::string description_of(const SupportForm& form) {
    if (!is_refund(form)) { return form.description; }
    std::string text;
    add_line(text, "Customer tenant GUID", text_or_nothing(form.customer));
    add_line(text, "Customer domain name", form.domain);
    add_line(text, "Order ID", text_or_nothing(form.order));
    add_line(text, "Subscription ID", text_or_nothing(form.subscription));
    add_line(text, "Lines of the order, counted from 0", joined(form.lines));
    add_line(text, "Refund reason", form.refund_reason);
    add_line(text, "Amount requested", form.amount == Money{} ? std::string() : text_of(form.amount));
    add_line(text, "Further description", form.description);
    return text;
}

}  // namespace csp
