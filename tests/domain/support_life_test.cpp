// What becomes of a support request: drafted, changed, submitted, talked about, refunded, closed and opened again.
#include <doctest/doctest.h>

#include "domain/support.hpp"

using namespace csp;
using namespace csp::test;
using Says = std::vector<std::string>;

namespace {

/// A request for a refund that support has before it.
struct OpenDesk : Desk {
    OpenDesk() : Desk(good_refund_form()) { submit(); }
};
AcceptRefund accept(Money amount) { return {amount, "granted"}; }
Says drafted(const SupportForm& form) {
    const Desk desk;
    auto event = desk.request.decide(DraftSupportRequest{id<Partner>(1), form});
    return event ? Says{} : reasons_of(event.error());
}

}  // namespace

TEST_CASE("SUP-01: a draft is a partner's, may lack every field, and can be changed") {
    Desk desk;
    CHECK(desk.refused(DraftSupportRequest{}) == Says{"partner: field_missing"});
    desk.request.then<SupportRequestDrafted>(DraftSupportRequest{id<Partner>(1), {}});
    CHECK(desk.request.state.partner == id<Partner>(1));
    desk.request.then<SupportRequestChanged>(ChangeSupportRequest{good_refund_form()});
    CHECK(desk.request.state.form == good_refund_form());
    CHECK(is_in<SupportRequest::Draft>(desk.request.state));
}

TEST_CASE("SUP-04: the texts of a draft are plain and not too long; a description may have lines") {
    const Policy policy;
    SupportForm form = good_refund_form();
    form.title = std::string(policy.support_title_bytes, 't');
    form.description = "one\ntwo\r\nthree";
    CHECK(drafted(form) == Says{});
    form.title += 't';
    form.description = "one\ttwo";
    form.refund_reason = "two\nlines";
    form.contact.phone = std::string(policy.phone_bytes + 1, '1');
    CHECK(drafted(form) == Says{"title: text_too_long", "refund_reason: not_plain_text", "description: not_plain_text",
                                "contact.phone: text_too_long"});
    form = good_refund_form();
    form.description = std::string(policy.support_text_bytes, '\n');
    CHECK(drafted(form) == Says{});
    form.description += '\n';
    CHECK(drafted(form) == Says{"description: text_too_long"});
    form.description = "a lone \r is no end of a line";
    CHECK(drafted(form) == Says{"description: not_plain_text"});
}

TEST_CASE("SUP-02: a draft knows its type, impact and currency, and names a line once") {
    SupportForm form = good_refund_form();
    form.type = static_cast<ProblemType>(2);
    form.impact = static_cast<Impact>(4);
    form.amount.currency = Currency{{'X', 'Q', 'Q'}};
    form.lines = {0, -1, 0};
    CHECK(drafted(form) == Says{"type: unknown_type", "impact: unknown_impact", "amount: unknown_currency",
                                "lines[0]: no_such_line", "lines[1]: no_such_line", "lines[2]: no_such_line"});
    form = good_refund_form();
    form.lines.assign(201, 0);
    CHECK(drafted(form) == Says{"lines: too_many_lines"});
}

TEST_CASE("SUP-06: attachments are optional, named, and at most 20") {
    SupportForm form = good_refund_form();
    form.attachments.assign(20, Attachment{"invoice.pdf", "files/7"});
    CHECK(drafted(form) == Says{});
    form.attachments.emplace_back();
    CHECK(drafted(form) == Says{"attachments: too_many_attachments"});
    form.attachments.assign(2, Attachment{"invoice.pdf", "files/7"});
    form.attachments[1] = {};
    CHECK(drafted(form) == Says{"attachments[1].file_name: missing", "attachments[1].reference: missing"});
}

TEST_CASE("SUP-06: a file is attached to a draft or an open request") {
    const Attachment file{"invoice.pdf", "files/7"};
    Desk desk(good_refund_form());
    desk.request.then<FileAttached>(AttachFile{file});
    desk.submit();
    for (int more = 1; more < 20; ++more) { desk.request.then<FileAttached>(AttachFile{file}); }
    CHECK(desk.request.state.form.attachments == std::vector<Attachment>(20, file));
    CHECK(is_in<SupportRequest::Open>(desk.request.state));
    CHECK(desk.refused(AttachFile{file}) == Says{"attachments: too_many_attachments"});

    OpenDesk waiting;
    CHECK(waiting.refused(AttachFile{}) == Says{"attachment.file_name: missing", "attachment.reference: missing"});
    waiting.request.then<AttentionAskedFor>(AskForAttention{"which licence?"});
    CHECK(waiting.refused(AttachFile{file}) == Says{": attention_needed"});
    waiting.request.then<SupportRequestClosed>(CloseSupportRequest{});
    CHECK(waiting.refused(AttachFile{file}) == Says{": already_closed"});
}

TEST_CASE("SUP-07: a submitted request is open since then and its form is fixed") {
    OpenDesk desk;
    CHECK(desk.request.state.opened_at == noon(2020, 1, 24));
    CHECK(is_in<SupportRequest::Open>(desk.request.state));
    CHECK(desk.refused(ChangeSupportRequest{}) == Says{": already_submitted"});
    CHECK(desk.request.refusal(SubmitSupportRequest{}).sentence == "the request was submitted on 2020-01-24");
}

TEST_CASE("SUP-07: support asks, the partner answers, and a note opens a closed request again") {
    OpenDesk desk;
    const Instant asked_at = desk.request.now;
    desk.request.then<AttentionAskedFor>(AskForAttention{"which licence?"});
    CHECK(is_in<SupportRequest::AttentionNeeded>(desk.request.state));
    desk.request.now = noon(2020, 1, 25);
    desk.request.then<SupportNoteAdded>(AddSupportNote{"the first\none"});
    CHECK(is_in<SupportRequest::Open>(desk.request.state));
    desk.request.then<SupportRequestClosed>(CloseSupportRequest{"done"});
    REQUIRE(is_in<SupportRequest::Closed>(desk.request.state));
    CHECK(in<SupportRequest::Closed>(desk.request.state).closed_at == noon(2020, 1, 25));
    desk.request.then<SupportNoteAdded>(AddSupportNote{"not quite"});
    CHECK(is_in<SupportRequest::Open>(desk.request.state));

    const std::vector<SupportNote> notes{{asked_at, true, "which licence?"},
                                         {noon(2020, 1, 25), false, "the first\none"},
                                         {noon(2020, 1, 25), true, "done"},
                                         {noon(2020, 1, 25), false, "not quite"}};
    CHECK(desk.request.state.notes == notes);
    CHECK(desk.refused(AddSupportNote{" \n"}) == Says{"text: missing"});
    CHECK(desk.refused(AskForAttention{}) == Says{"text: missing"});
    CHECK(desk.refused(CloseSupportRequest{"a\tb"}) == Says{"text: not_plain_text"});
}

TEST_CASE("CAN-06: an accepted refund names order, lines and amount, and closes the request") {
    OpenDesk desk;
    desk.order.lines.push_back(line_for_support());
    desk.order.lines.push_back(line_for_support());
    cancel_line(desk.order, 1, day("2020-01-23"));
    const auto event = desk.request.then<RefundAccepted>(accept(dollars(2000)));
    CHECK(event.order == id<SoftwareOrder>(1));
    CHECK(event.lines == std::vector<std::int32_t>{0, 2});
    CHECK(event.amount == dollars(2000));
    CHECK(event.note.is_from_support);
    CHECK(desk.request.state.refunded == dollars(2000));
    CHECK(in<SupportRequest::Closed>(desk.request.state).closed_at == noon(2020, 1, 24));

    desk.request.then<SupportNoteAdded>(AddSupportNote{"and the rest?"});
    CHECK(desk.refused(accept(dollars(1))) == Says{": already_refunded"});
}

TEST_CASE("CAN-06: a refund is more than 0 and at most what stands of it cost") {
    OpenDesk desk;
    desk.order.lines.push_back(line_for_support());
    desk.request.state.form.lines = {1};
    CHECK(desk.refused(accept({})) == Says{"amount: field_missing"});
    CHECK(desk.refused(accept({0, usd})) == Says{"amount: amount_out_of_range"});
    CHECK(desk.refused(accept({100'001, usd})) == Says{"amount: amount_out_of_range"});
    CHECK(desk.refused(accept({1, Currency{{'E', 'U', 'R'}}})) == Says{"amount: other_currency"});
    CHECK(desk.request.decide(accept({1, usd})).has_value());
    desk.request.then<AttentionAskedFor>(AskForAttention{"which licence?"});
    desk.request.then<RefundAccepted>(accept({100'000, usd}));
}

TEST_CASE("CAN-16: what was cancelled meanwhile is not refunded") {
    OpenDesk desk;
    cancel_line(desk.order, 0, day("2020-01-24"));
    CHECK(desk.refused(accept(dollars(1))) == Says{": already_cancelled"});
    desk.request.facts.order = nullptr;
    CHECK(desk.refused(accept(dollars(1))) == Says{": already_cancelled"});
}

TEST_CASE("SUP-04: the refund of a subscription names no order; the host takes it back") {
    Desk desk(good_refund_form());
    desk.request.state.form.order = {};
    desk.request.state.form.subscription = id<Subscription>(1);
    desk.request.facts.order = nullptr;
    const Subscription theirs{.customer = id<Customer>(1)};
    desk.request.facts.subscription = &theirs;
    desk.submit();
    const auto event = desk.request.then<RefundAccepted>(accept(dollars(5)));
    CHECK(event.order.is_nil());
    CHECK(event.lines.empty());
}

TEST_CASE("SUP-02: only a refund can be accepted as one") {
    Desk desk(good_other_form());
    desk.request.facts = {};
    desk.submit();
    CHECK(desk.refused(accept(dollars(1))) == Says{": not_a_refund"});
}
