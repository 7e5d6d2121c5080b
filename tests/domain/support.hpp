// Support requests as they should be, for tests to change one thing in.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "csp/software_order.hpp"
#include "csp/support_request.hpp"
#include "domain/goods.hpp"

namespace csp::test {

constexpr ProblemType refund_type = ProblemType::csp_purchase_refund_on_behalf_of_customers;

/// One piece of perpetual software for 1,000 dollars that only support takes back.
inline SoftwareLine line_for_support(std::string product_name = "Windows 7 ESU 2020") {
    return {.product = id<Product>(1),
            .product_name = std::move(product_name),
            .kind = ProductKind::security_updates,
            .quantity = 1,
            .unit_price = dollars(1000),
            .amount = dollars(1000),
            .cancellation = {.way = CancellationWay::support_only},
            .quantity_bought = 1,
            .entitlement = id<Entitlement>(1)};
}
inline SoftwareOrder software_bought(Date on, std::vector<SoftwareLine> lines) {
    SoftwareOrder order;
    evolve(order, SoftwareBought{.partner = id<Partner>(1),
                                 .customer = id<Customer>(1),
                                 .country = us,
                                 .lines = std::move(lines),
                                 .bought_at = us_after(start_of(on), us_per_day / 2)});
    return order;
}
inline void cancel_line(SoftwareOrder& order, std::size_t line, Date on) {
    order.lines[line].cancelled = SoftwareCredit{.cancelled_on = on, .amount = order.lines[line].amount};
    order.lines[line].quantity = 0;
}

inline SupportForm good_refund_form() {
    return {.type = refund_type,
            .impact = Impact::moderate,
            .title = "Bought by mistake",
            .customer = id<Customer>(1),
            .domain = "Contoso.com",
            .order = id<SoftwareOrder>(1),
            .refund_reason = "bought twice",
            .amount = dollars(1000),
            .contact = {"Ann Beebe", "ann@fabrikam.com", "4258828080"}};
}
inline SupportForm good_other_form() {
    return {.impact = Impact::minimal,
            .title = "A page stays white",
            .description = "The page of invoices\nstays white.",
            .contact = {"Ann Beebe", "ann@fabrikam.com", "4258828080"}};
}

/// A request, the customer and the order it is about.
struct Desk {
    Asked<SupportRequest> request{};
    Customer customer{active_customer()};
    SoftwareOrder order{software_bought(day("2020-01-21"), {line_for_support()})};

    Desk() {
        customer.partner = id<Partner>(1);
        request.now = noon(2020, 1, 24);
        request.facts = {.customer = &customer, .customer_id = id<Customer>(1), .order = &order};
    }
    explicit Desk(const SupportForm& form) : Desk() { draft(form); }
    Desk(const Desk&) = delete;

    void draft(const SupportForm& form) { evolve(request.state, SupportRequestDrafted{id<Partner>(1), form}); }
    void submit() { request.then<SupportRequestSubmitted>(SubmitSupportRequest{}); }
    /// Why it cannot be submitted: "field: reason" each; nothing when it can.
    [[nodiscard]] std::vector<std::string> missing() const {
        auto event = request.decide(SubmitSupportRequest{});
        return event ? std::vector<std::string>{} : reasons_of(event.error());
    }
    [[nodiscard]] std::vector<std::string> refused(const SupportRequest::Command& command) const {
        return reasons_of(request.refusal(command));
    }
};

}  // namespace csp::test
