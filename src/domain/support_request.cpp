// The life of a support request: its table, the guards and makers it names, and what each event does to the state.
#include "csp/support_request.hpp"

#include <array>

#include "domain/reasons.hpp"
#include "domain/refusals.hpp"
#include "domain/software_cancel.hpp"
#include "domain/support_form.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using S = SupportRequest;
using Q = Question<S>;
using Reasons = std::vector<Error>;

const SupportForm& form_in(const Q& q) {
    const auto* draft = std::get_if<DraftSupportRequest>(&q.command);
    return draft != nullptr ? draft->form : asked<ChangeSupportRequest>(q).form;
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> a_partner_asks{
    "a partner asks", [](const Q& q) { return !asked<DraftSupportRequest>(q).partner.is_nil(); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("SUP-01", "field_missing", "partner", "a request must be a partner's"));
    },
    true};

constexpr Guard<S> its_texts_are_plain{
    "its texts are plain", [](const Q& q) { return malformed_texts(form_in(q), q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, malformed_texts(form_in(q), q.policy)); }, true};

constexpr Guard<S> its_choices_are_known{
    "its choices are known", [](const Q& q) { return malformed_choices(form_in(q), q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, malformed_choices(form_in(q), q.policy)); }, true};

constexpr Guard<S> its_attachments_are_named{
    "its attachments are few and named", [](const Q& q) { return malformed_attachments(form_in(q), q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, malformed_attachments(form_in(q), q.policy)); }, true};

constexpr Guard<S> a_refund_has_its_type{"a refund has its type",
                                         [](const Q& q) { return wrong_type(q.state.form).empty(); },
                                         [](const Q& q, Reasons& out) { add(out, wrong_type(q.state.form)); }};

constexpr Guard<S> impact_and_title_are_filled{
    "impact and title are filled in", [](const Q& q) { return missing_impact_or_title(q.state.form).empty(); },
    [](const Q& q, Reasons& out) { add(out, missing_impact_or_title(q.state.form)); }};

constexpr Guard<S> description_is_complete{
    "the description is complete", [](const Q& q) { return wrong_description(q.state.form, q.facts).empty(); },
    [](const Q& q, Reasons& out) { add(out, wrong_description(q.state.form, q.facts)); }};

constexpr Guard<S> contact_is_filled{"the contact is filled in",
                                     [](const Q& q) { return wrong_contact(q.state.form, q.policy).empty(); },
                                     [](const Q& q, Reasons& out) { add(out, wrong_contact(q.state.form, q.policy)); }};

NamedText text_in(const Q& q) {
    const auto named = [&](const std::string& text, bool is_required) {
        return NamedText{"text", text, q.policy.support_text_bytes, is_required, true};
    };
    if (const auto* note = std::get_if<AddSupportNote>(&q.command)) { return named(note->text, true); }
    if (const auto* question = std::get_if<AskForAttention>(&q.command)) { return named(question->text, true); }
    if (const auto* closing = std::get_if<CloseSupportRequest>(&q.command)) { return named(closing->text, false); }
    return named(asked<AcceptRefund>(q).text, false);
}
constexpr Guard<S> its_text_is_plain{"its text is plain", [](const Q& q) { return is_good(text_in(q)); },
                                     [](const Q& q, Reasons& out) { out.push_back(not_good(text_in(q), "SUP-07")); },
                                     true};

Reasons wrong_attachment(const Q& q) {
    return malformed_texts(asked<AttachFile>(q).attachment, "attachment", q.policy);
}
constexpr Guard<S> the_file_is_named{"the file is named", [](const Q& q) { return wrong_attachment(q).empty(); },
                                     [](const Q& q, Reasons& out) { add(out, wrong_attachment(q)); }, true};

constexpr Guard<S> room_for_another_file{
    "there is room for another file",
    [](const Q& q) { return q.state.form.attachments.size() < static_cast<std::size_t>(q.policy.support_attachments); },
    [](const Q& q, Reasons& out) { out.push_back(too_many_attachments(q.policy)); }};

constexpr Guard<S> it_asks_for_a_refund{
    "it asks for a refund", [](const Q& q) { return is_refund(q.state.form); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("SUP-02", "not_a_refund", "", "the request is about something else than a refund"));
    }};

bool is_refunded(const S& request) { return has_currency(request.refunded); }
constexpr Guard<S> nothing_was_refunded_yet{
    "nothing was refunded yet", [](const Q& q) { return !is_refunded(q.state); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("SUP-04", "already_refunded", "", text_of(q.state.refunded) + " were refunded already"));
    }};

/// Of a subscription the host knows what stands.
bool has_something_to_take_back(const Q& q) {
    return q.state.form.order.is_nil() ||
           (q.facts.order != nullptr && !standing_lines(q.state.form, *q.facts.order).empty());
}
constexpr Guard<S> something_stands{
    "something of it stands", &has_something_to_take_back, [](const Q&, Reasons& out) {
        out.push_back(refused("CAN-16", "already_cancelled", "", "what the request is about was cancelled already"));
    }};

/// What a refund may come to: the cost of what stands; nothing where csp does not know it.
Reasons wrong_refund_amount(const Q& q) {
    const Money amount = asked<AcceptRefund>(q).amount;
    if (q.facts.order == nullptr || q.state.form.order.is_nil()) { return wrong_amount(amount, std::nullopt); }
    if (!has_something_to_take_back(q)) { return {}; }  // something_stands says so
    auto cost = charge_of(*q.facts.order, standing_lines(q.state.form, *q.facts.order));
    if (!cost) { return {std::move(cost).error()}; }
    return wrong_amount(amount, *cost);
}
constexpr Guard<S> the_amount_was_paid{"the amount was paid for it",
                                       [](const Q& q) { return wrong_refund_amount(q).empty(); },
                                       [](const Q& q, Reasons& out) { add(out, wrong_refund_amount(q)); }, true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

SupportNote note_of(const Q& q, bool is_from_support) {
    return {.at = q.now, .is_from_support = is_from_support, .text = std::string(text_in(q).text)};
}

/// A form that names only the domain is that customer's all the same, and stands in its list (SUP-04).
SupportForm with_its_customer(SupportForm form, const Q& q) {
    if (form.customer.is_nil()) { form.customer = q.facts.customer_id; }
    return form;
}
SupportRequestDrafted drafted(const Q& q) {
    const auto& draft = asked<DraftSupportRequest>(q);
    return {draft.partner, with_its_customer(draft.form, q)};
}
SupportRequestChanged changed(const Q& q) { return {with_its_customer(asked<ChangeSupportRequest>(q).form, q)}; }
SupportRequestSubmitted submitted(const Q& q) { return {q.now}; }
SupportNoteAdded note_added(const Q& q) { return {note_of(q, false)}; }
FileAttached attached(const Q& q) { return {asked<AttachFile>(q).attachment}; }
AttentionAskedFor attention_asked(const Q& q) { return {note_of(q, true)}; }
SupportRequestClosed closed(const Q& q) { return {note_of(q, true), q.now}; }
RefundAccepted accepted(const Q& q) {
    const SupportForm& form = q.state.form;
    return {.order = form.order,
            .lines = form.order.is_nil() ? std::vector<std::int32_t>{} : standing_lines(form, *q.facts.order),
            .amount = asked<AcceptRefund>(q).amount,
            .note = note_of(q, true),
            .closed_at = q.now};
}

// ---- refusals where there is no row ------------------------------------------------------------------

Error submitted_already(const Q& q) {
    return refused("SUP-07", "already_submitted", "",
                   "the request was submitted on " + text_of(date_of(q.state.opened_at)));
}
Error closed_already(const Q& q) {
    return refused(
        "SUP-07", "already_closed", "",
        "the request was closed on " + text_of(date_of(in<S::Closed>(q.state).closed_at)) + "; a note opens it again");
}
Error support_waits(const Q&) {
    return refused("SUP-06", "attention_needed", "", "support waits for an answer; a note opens the request again");
}

constexpr auto well_formed = only_if<&its_texts_are_plain, &its_choices_are_known, &its_attachments_are_named>;
constexpr auto new_and_well_formed =
    only_if<&a_partner_asks, &its_texts_are_plain, &its_choices_are_known, &its_attachments_are_named>;
constexpr auto finished =
    only_if<&a_refund_has_its_type, &impact_and_title_are_filled, &description_is_complete, &contact_is_filled>;
constexpr auto can_be_refunded = only_if<&it_asks_for_a_refund, &nothing_was_refunded_yet, &something_stands,
                                         &the_amount_was_paid, &its_text_is_plain>;
constexpr auto with_a_text = only_if<&its_text_is_plain>;
constexpr auto with_a_file = only_if<&the_file_is_named, &room_for_another_file>;

// clang-format off
// ---- the whole life of a support request; what is not in this table is refused -----------------------
constexpr Move<S> moves[] = {
//   from                       on                        only if              emits                    to                         rule
    {phase<S::Absent>,          on<DraftSupportRequest>,  new_and_well_formed, emits<&drafted>,         phase<S::Draft>,           "SUP-01"},
    {phase<S::Draft>,           on<ChangeSupportRequest>, well_formed,         emits<&changed>,         phase<S::Draft>,           "SUP-01"},
    {phase<S::Draft>,           on<AttachFile>,           with_a_file,         emits<&attached>,        phase<S::Draft>,           "SUP-06"},
    {phase<S::Draft>,           on<SubmitSupportRequest>, finished,            emits<&submitted>,       phase<S::Open>,            "SUP-07"},
    {phase<S::Open>,            on<AttachFile>,           with_a_file,         emits<&attached>,        phase<S::Open>,            "SUP-06"},
    {phase<S::Open>,            on<AddSupportNote>,       with_a_text,         emits<&note_added>,      phase<S::Open>,            "SUP-07"},
    {phase<S::Open>,            on<AskForAttention>,      with_a_text,         emits<&attention_asked>, phase<S::AttentionNeeded>, "SUP-07"},
    {phase<S::Open>,            on<CloseSupportRequest>,  with_a_text,         emits<&closed>,          phase<S::Closed>,          "SUP-07"},
    {phase<S::Open>,            on<AcceptRefund>,         can_be_refunded,     emits<&accepted>,        phase<S::Closed>,          "CAN-06"},
    {phase<S::AttentionNeeded>, on<AddSupportNote>,       with_a_text,         emits<&note_added>,      phase<S::Open>,            "SUP-07"},
    {phase<S::AttentionNeeded>, on<CloseSupportRequest>,  with_a_text,         emits<&closed>,          phase<S::Closed>,          "SUP-07"},
    {phase<S::AttentionNeeded>, on<AcceptRefund>,         can_be_refunded,     emits<&accepted>,        phase<S::Closed>,          "CAN-06"},
    {phase<S::Closed>,          on<AddSupportNote>,       with_a_text,         emits<&note_added>,      phase<S::Open>,            "SUP-07"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Open>,            on<ChangeSupportRequest>, &submitted_already},
    {phase<S::Open>,            on<SubmitSupportRequest>, &submitted_already},
    {phase<S::AttentionNeeded>, on<ChangeSupportRequest>, &submitted_already},
    {phase<S::AttentionNeeded>, on<SubmitSupportRequest>, &submitted_already},
    {phase<S::AttentionNeeded>, on<AttachFile>,           &support_waits},
    {phase<S::Closed>,          on<ChangeSupportRequest>, &closed_already},
    {phase<S::Closed>,          on<SubmitSupportRequest>, &closed_already},
    {phase<S::Closed>,          on<AttachFile>,           &closed_already},
    {phase<S::Closed>,          on<AskForAttention>,      &closed_already},
    {phase<S::Closed>,          on<CloseSupportRequest>,  &closed_already},
    {phase<S::Closed>,          on<AcceptRefund>,         &closed_already},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const SupportRequestDrafted& e) {
    s.partner = e.partner;
    s.form = e.form;
    s.phase = S::Draft{};
}

void open(S& s, const SupportRequestSubmitted& e) {
    s.opened_at = e.opened_at;
    s.phase = S::Open{};
}

void note(S& s, const SupportNote& one, S::Phase phase_after) {
    s.notes.push_back(one);
    s.phase = phase_after;
}

void refund(S& s, const RefundAccepted& e) {
    s.refunded = e.amount;
    note(s, e.note, S::Closed{e.closed_at});
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText support_request_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const SupportRequestDrafted& e)   { begin(s, e); },
        [&](const SupportRequestChanged& e)   { s.form = e.form; },
        [&](const SupportRequestSubmitted& e) { open(s, e); },
        [&](const SupportNoteAdded& e)        { note(s, e.note, S::Open{}); },
        [&](const FileAttached& e)            { s.form.attachments.push_back(e.attachment); },
        [&](const AttentionAskedFor& e)       { note(s, e.note, S::AttentionNeeded{}); },
        [&](const SupportRequestClosed& e)    { note(s, e.note, S::Closed{e.closed_at}); },
        [&](const RefundAccepted& e)          { refund(s, e); },
    }, event);
    // clang-format on
}

}  // namespace csp
