// One hand-made sample of every event and every phase of a support request.
#pragma once

#include <vector>

#include "codec/samples_shared.hpp"
#include "csp/support_request.hpp"

namespace csp::test {

inline SupportForm sample_support_form() {
    return {.type = ProblemType::csp_purchase_refund_on_behalf_of_customers,
            .impact = Impact::moderate,
            .title = "cancel Windows 7 ESU 2020",
            .customer = numbered<Customer>(2),
            .domain = "contoso.com",
            .order = numbered<SoftwareOrder>(12),
            .subscription = numbered<Subscription>(5),
            .lines = {0, 2},
            .refund_reason = "bought \"twice\"",
            .amount = {100'000, dollar},
            .description = "two\nlines",
            .contact = {"Ann Beebe", "ann@fabrikam.com", "4258828080"},
            .attachments = {{"invoice.pdf", "files/7"}}};
}
inline SupportNote sample_support_note() {
    return {.at = moment("2020-01-24T12:00:00.123456Z"), .is_from_support = true, .text = "which licence?\n東京"};
}
inline std::vector<SupportRequest::Event> samples_of_events(const SupportRequest*) {
    return {SupportRequestDrafted{numbered<Partner>(1), sample_support_form()},
            SupportRequestChanged{sample_support_form()},
            SupportRequestSubmitted{moment("2020-01-24T12:00:00Z")},
            SupportNoteAdded{SupportNote{.at = moment("2020-01-25T12:00:00Z"), .text = "the first one"}},
            FileAttached{{"invoice.pdf", "files/7"}},
            AttentionAskedFor{sample_support_note()},
            SupportRequestClosed{sample_support_note(), moment("2020-01-26T12:00:00Z")},
            RefundAccepted{.order = numbered<SoftwareOrder>(12),
                           .lines = {0, 2},
                           .amount = {99'999, dollar},
                           .note = sample_support_note(),
                           .closed_at = moment("2020-01-26T12:00:00Z")}};
}
inline std::vector<SupportRequest> samples_of_states(const SupportRequest*) {
    const SupportRequest request{.partner = numbered<Partner>(1),
                                 .form = sample_support_form(),
                                 .opened_at = moment("2020-01-24T12:00:00Z"),
                                 .notes = {sample_support_note()},
                                 .refunded = {99'999, dollar}};
    std::vector<SupportRequest> all(5, request);
    all[1].phase = SupportRequest::Draft{};
    all[2].phase = SupportRequest::Open{};
    all[3].phase = SupportRequest::AttentionNeeded{};
    all[4].phase = SupportRequest::Closed{moment("2020-01-26T12:00:00Z")};
    return all;
}

}  // namespace csp::test
