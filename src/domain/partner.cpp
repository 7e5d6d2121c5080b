// The life of a partner: its table, the guards and makers it names, and what each event does to the state.
#include "csp/partner.hpp"

#include <algorithm>
#include <array>

#include "csp/text.hpp"
#include "domain/refusals.hpp"
#include "domain/resellers.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using S = Partner;
using Q = Question<S>;
using Reasons = std::vector<Error>;

const Enrolment& enrolment_in(const Q& q) { return asked<EnrolPartner>(q).enrolment; }

// ---- guards: each reads after "only if" --------------------------------------------------------------

NamedText company_name_in(const Q& q) {
    return {"company_name", enrolment_in(q).company_name, q.policy.company_name_bytes, true};
}
constexpr Guard<S> it_has_a_name{
    "it has a name", [](const Q& q) { return is_good(company_name_in(q)); },
    [](const Q& q, Reasons& out) { out.push_back(not_good(company_name_in(q), "RES-01")); }, true};

constexpr Guard<S> its_kind_is_known{
    "its kind is known",
    [](const Q& q) {
        const PartnerKind kind = enrolment_in(q).kind;
        return kind == PartnerKind::direct_bill || kind == PartnerKind::indirect_provider ||
               kind == PartnerKind::indirect_reseller;
    },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("RES-01", "unknown_kind", "kind",
                              "the kind must be direct_bill, indirect_provider or indirect_reseller"));
    },
    true};

constexpr Guard<S> its_mpn_id_is_a_number{
    "its MPN id is a number", [](const Q& q) { return is_mpn_id(enrolment_in(q).mpn_id, q.policy); },
    [](const Q& q, Reasons& out) { out.push_back(not_an_mpn_id("mpn_id", "RES-01", q.policy)); }, true};

constexpr Guard<S> its_country_is_one{
    "its country is one", [](const Q& q) { return read_country(enrolment_in(q).country.text()).has_value(); },
    [](const Q& q, Reasons& out) { out.push_back(read_country(enrolment_in(q).country.text()).error()); }, true};

constexpr Guard<S> its_currency_is_known{
    "its currency is known",
    [](const Q& q) { return read_currency(enrolment_in(q).billing_currency.text()).has_value(); },
    [](const Q& q, Reasons& out) {
        out.push_back(read_currency(enrolment_in(q).billing_currency.text(), "billing_currency").error());
    },
    true};

std::int32_t billing_day_in(const Q& q) {
    const auto* change = std::get_if<ChangeBillingDay>(&q.command);
    return change != nullptr ? change->billing_day : enrolment_in(q).billing_day;
}
constexpr Guard<S> billing_day_is_in_a_month{
    "the billing day is in a month", [](const Q& q) { return 1 <= billing_day_in(q) && billing_day_in(q) <= 31; },
    [](const Q& q, Reasons& out) {
        out.push_back(invalid("A-SUSPEND", "not_a_billing_day", "billing_day",
                              "the billing day must be from 1 to 31; it is " + std::to_string(billing_day_in(q))));
    },
    true};

constexpr Guard<S> its_cloud_is_known{
    "its cloud is known", [](const Q& q) { return name_of(enrolment_in(q).cloud) != "unknown"; },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("GEN-01", "unknown_cloud", "cloud",
                              "the cloud must be global, us_government, germany or china_21vianet"));
    },
    true};

constexpr Guard<S> its_cloud_has_that_model{
    "its cloud has that model",
    [](const Q& q) {
        const bool is_known = name_of(enrolment_in(q).cloud) != "unknown";  // said by its_cloud_is_known
        return !is_known || enrolment_in(q).kind == PartnerKind::direct_bill ||
               capabilities_of(enrolment_in(q).cloud, date_of(q.now), q.policy).has_indirect_model;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused(
            "GEN-01", "no_indirect_model", "kind",
            "the cloud " + std::string(name_of(enrolment_in(q).cloud)) + " has no indirect providers or resellers"));
    },
    true};

constexpr Guard<S> its_mpn_id_is_free{
    "its MPN id is free", [](const Q& q) { return q.facts.mpn_taken == 0; },
    [](const Q& q, Reasons& out) {
        out.push_back(
            refused("RES-01", "mpn_id_taken", "mpn_id", "another partner has the MPN id " + enrolment_in(q).mpn_id));
    },
    true};

bool is_long_overdue(const Debt& debt, Date day) { return debt.last_day < day; }
bool has_debt(const S& s, const InvoiceId& invoice) { return std::ranges::count(s.debts, invoice, &Debt::invoice) > 0; }

constexpr Guard<S> it_is_not_noted_yet{
    "it is not noted yet", [](const Q& q) { return !has_debt(q.state, asked<NoteDebt>(q).debt.invoice); },
    [](const Q&, Reasons& out) { out.push_back(refused("C9", "debt_known", "", "the debt is noted already")); }};
constexpr Guard<S> it_is_noted{
    "it is noted", [](const Q& q) { return has_debt(q.state, asked<ClearDebt>(q).invoice); },
    [](const Q&, Reasons& out) { out.push_back(refused("C9", "no_such_debt", "", "the partner has no such debt")); }};
/// CONV-2: the last day is a good one.
constexpr Guard<S> a_debt_is_long_overdue{
    "the last day of a debt is over", [](const Q& q) { return !owes_nothing_for_long(q.state, date_of(q.now)); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("C9", "not_long_overdue", "", "no invoice of the partner is long overdue"));
    }};
constexpr Guard<S> no_debt_is_long_overdue{
    "no invoice is long overdue", [](const Q& q) { return owes_nothing_for_long(q.state, date_of(q.now)); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("C9", "long_overdue", "", "an invoice of the partner is long overdue"));
    }};
constexpr Guard<S> it_is_restricted_for_debt{
    "it is restricted for debt", [](const Q& q) { return in<S::Restricted>(q.state).is_for_debt; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("RES-01", "already_restricted", "",
                              "the partner is restricted since " + text_of(in<S::Restricted>(q.state).since)));
    }};

NamedText reason_in(const Q& q) { return {"reason", asked<RestrictPartner>(q).reason, q.policy.reason_bytes, false}; }
constexpr Guard<S> reason_is_plain_text{
    "the reason is plain text", [](const Q& q) { return is_good(reason_in(q)); },
    [](const Q& q, Reasons& out) { out.push_back(not_good(reason_in(q), "RES-01")); }, true};

constexpr Guard<S> it_was_signed_by_today{
    "it was signed by today",
    [](const Q& q) {
        const Date day = asked<RecordAgreement>(q).signed_on;
        return first_date <= day && day <= date_of(q.now);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(invalid("RES-11", "signed_in_the_future", "signed_on",
                              "the agreement must have been signed by today, " + text_of(date_of(q.now))));
    },
    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

PartnerEnrolled enrolled(const Q& q) { return {enrolment_in(q)}; }
BillingDayChanged billing_day_changed(const Q& q) { return {q.state.billing_day, billing_day_in(q)}; }
PartnerRestricted restricted(const Q& q) { return {asked<RestrictPartner>(q).reason, q.now, false}; }
PartnerRestricted restricted_for_debt(const Q& q) { return {"an invoice is long overdue", q.now, true}; }
PartnerReinstated reinstated(const Q& q) { return {q.now}; }
DebtNoted debt_noted(const Q& q) { return {asked<NoteDebt>(q).debt}; }
DebtCleared debt_cleared(const Q& q) { return {asked<ClearDebt>(q).invoice, date_of(q.now)}; }
AgreementRecorded agreement_recorded(const Q& q) { return {asked<RecordAgreement>(q).signed_on}; }
ProgrammeLeft left(const Q& q) { return {q.now}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error not_restricted(const Q&) { return refused("RES-01", "not_restricted", "", "the partner is not restricted"); }
Error gone(const Q& q) { return why_not_in_the_programme(q.state); }

// clang-format off
// ---- the whole life of a partner; what is not in this table is refused -----------------------------------
constexpr Move<S> moves[] = {
//   from                  on                     only if                                                        emits                        to                    rule
    {phase<S::Absent>,     on<EnrolPartner>,      only_if<&it_has_a_name, &its_kind_is_known, &its_mpn_id_is_a_number, &its_country_is_one, &its_currency_is_known, &billing_day_is_in_a_month, &its_cloud_is_known, &its_cloud_has_that_model, &its_mpn_id_is_free>,
                                                                                                                 emits<&enrolled>,            phase<S::Enrolled>,   "RES-01"},
    {phase<S::Enrolled>,   on<ChangeBillingDay>,  only_if<&billing_day_is_in_a_month>,                           emits<&billing_day_changed>, phase<S::Enrolled>,   "A-SUSPEND"},
    {phase<S::Restricted>, on<ChangeBillingDay>,  only_if<&billing_day_is_in_a_month>,                           emits<&billing_day_changed>, phase<S::Restricted>, "A-SUSPEND"},
    {phase<S::Enrolled>,   on<RestrictPartner>,   only_if<&reason_is_plain_text>,                                emits<&restricted>,          phase<S::Restricted>, "RES-01"},
    {phase<S::Restricted>, on<RestrictPartner>,   only_if<&it_is_restricted_for_debt, &reason_is_plain_text>,    emits<&restricted>,          phase<S::Restricted>, "RES-01"},
    {phase<S::Restricted>, on<ReinstatePartner>,  always,                                                        emits<&reinstated>,          phase<S::Enrolled>,   "RES-01"},
    {phase<S::Enrolled>,   on<RecordAgreement>,   only_if<&it_was_signed_by_today>,                              emits<&agreement_recorded>,  phase<S::Enrolled>,   "RES-11"},
    {phase<S::Restricted>, on<RecordAgreement>,   only_if<&it_was_signed_by_today>,                              emits<&agreement_recorded>,  phase<S::Restricted>, "RES-11"},
    {phase<S::Enrolled>,   on<LeaveProgramme>,    always,                                                        emits<&left>,                phase<S::Left>,       "RES-01"},
    {phase<S::Restricted>, on<LeaveProgramme>,    always,                                                        emits<&left>,                phase<S::Left>,       "RES-01"},
    {phase<S::Enrolled>,   on<NoteDebt>,          only_if<&it_is_not_noted_yet>,                                 emits<&debt_noted>,          phase<S::Enrolled>,   "C9"},
    {phase<S::Restricted>, on<NoteDebt>,          only_if<&it_is_not_noted_yet>,                                 emits<&debt_noted>,          phase<S::Restricted>, "C9"},
    {phase<S::Enrolled>,   on<ClearDebt>,         only_if<&it_is_noted>,                                         emits<&debt_cleared>,        phase<S::Enrolled>,   "C9"},
    {phase<S::Restricted>, on<ClearDebt>,         only_if<&it_is_noted>,                                         emits<&debt_cleared>,        phase<S::Restricted>, "C9"},
    {phase<S::Left>,       on<NoteDebt>,          only_if<&it_is_not_noted_yet>,                                 emits<&debt_noted>,          phase<S::Left>,       "C9"},
    {phase<S::Left>,       on<ClearDebt>,         only_if<&it_is_noted>,                                         emits<&debt_cleared>,        phase<S::Left>,       "C9"},
    {phase<S::Enrolled>,   on<RestrictForDebt>,   only_if<&a_debt_is_long_overdue>,                              emits<&restricted_for_debt>, phase<S::Restricted>, "C9"},
    {phase<S::Restricted>, on<ReinstateAfterDebt>, only_if<&it_is_restricted_for_debt, &no_debt_is_long_overdue>, emits<&reinstated>,         phase<S::Enrolled>,   "C9"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Enrolled>,   on<ReinstatePartner>, &not_restricted},
    {phase<S::Left>,       on<EnrolPartner>,     &gone},
    {phase<S::Left>,       on<ChangeBillingDay>, &gone},
    {phase<S::Left>,       on<RestrictPartner>,  &gone},
    {phase<S::Left>,       on<ReinstatePartner>, &gone},
    {phase<S::Left>,       on<RecordAgreement>,  &gone},
    {phase<S::Left>,       on<LeaveProgramme>,   &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const Enrolment& enrolment) {
    s.company_name = enrolment.company_name;
    s.kind = enrolment.kind;
    s.mpn_id = enrolment.mpn_id;
    s.country = enrolment.country;
    s.cloud = enrolment.cloud;
    s.billing_day = enrolment.billing_day;
    s.billing_currency = enrolment.billing_currency;
    s.phase = S::Enrolled{};
}

void sign(S& s, const AgreementRecorded& e) {
    s.has_agreement = true;
    s.agreement_signed_on = e.signed_on;
}

void owe(S& s, const Debt& debt) {
    s.debts.insert(std::ranges::upper_bound(s.debts, debt.last_day, {}, &Debt::last_day), debt);
}

/// Who lifts a restriction for another reason has not said that the debts do not matter.
void reinstate(S& s, const PartnerReinstated& e) {
    const auto* restricted = std::get_if<S::Restricted>(&s.phase);
    if (restricted != nullptr && restricted->is_for_debt) {
        std::erase_if(s.debts, [&](const Debt& debt) { return is_long_overdue(debt, date_of(e.reinstated_at)); });
    }
    s.phase = S::Enrolled{};
}

bool buys_from_microsoft(const S& s) {
    return s.kind == PartnerKind::direct_bill || s.kind == PartnerKind::indirect_provider;
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText partner_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const PartnerEnrolled& e)   { begin(s, e.enrolment); },
        [&](const BillingDayChanged& e) { s.billing_day = e.billing_day; },
        [&](const PartnerRestricted& e) { s.phase = S::Restricted{e.reason, e.since, e.is_for_debt}; },
        [&](const PartnerReinstated& e) { reinstate(s, e); },
        [&](const AgreementRecorded& e) { sign(s, e); },
        [&](const ProgrammeLeft& e)     { s.phase = S::Left{e.left_at}; },
        [&](const DebtNoted& e)         { owe(s, e.debt); },
        [&](const DebtCleared& e)       { std::erase_if(s.debts, [&](const Debt& debt) { return debt.invoice == e.invoice; }); },
    }, event);
    // clang-format on
}

std::optional<PartnerDeadline> next_deadline(const S& s) {
    if (!is_in<S::Enrolled>(s) || s.debts.empty()) { return std::nullopt; }
    if (s.debts.front().last_day == last_date) { return std::nullopt; }  // no day comes after it
    return PartnerDeadline{end_of(s.debts.front().last_day), RestrictForDebt{}};
}

bool owes_nothing_for_long(const S& s, Date day) {
    return std::ranges::none_of(s.debts, [&](const Debt& debt) { return is_long_overdue(debt, day); });
}

bool is_mpn_id(std::string_view text, const Policy& policy) {
    return !text.empty() && text.size() <= static_cast<std::size_t>(policy.mpn_id_digits) &&
           std::ranges::all_of(text, [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool may_order(const S& partner) { return is_in<S::Enrolled>(partner) && buys_from_microsoft(partner); }

Error why_may_not_order(const S& partner) {
    if (const auto* restricted = std::get_if<S::Restricted>(&partner.phase)) {
        return refused(
            "RES-01", "partner_restricted", "partner",
            "the partner is restricted since " + text_of(restricted->since) + " and may not sell anything new");
    }
    if (!is_in<S::Enrolled>(partner)) {
        return refused("RES-01", "partner_not_enrolled", "partner", "the partner is not in the programme", 800039);
    }
    return refused("RES-01", "partner_does_not_buy", "partner",
                   "an indirect reseller sells through its provider and places no orders itself");
}

bool is_in_the_programme(const S& partner) { return !is_in<S::Left>(partner); }

Error why_not_in_the_programme(const S& partner) {
    return refused("RES-01", "left_the_programme", "",
                   "the partner left the programme at " + text_of(in<S::Left>(partner).left_at), 800039);
}

}  // namespace csp
