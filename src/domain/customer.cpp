// The life of a customer: its table, the guards and makers it names, and what each event does to the state.
#include "csp/customer.hpp"

#include <algorithm>
#include <array>

#include "base/malformed.hpp"
#include "csp/partner.hpp"
#include "csp/text.hpp"
#include "domain/billing_profile.hpp"
#include "domain/customer_relations.hpp"
#include "domain/refusals.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using S = Customer;
using Q = Question<S>;
using Reasons = std::vector<Error>;
using namespace relations;

// ---- guards: each reads after "only if" --------------------------------------------------------------

const BillingProfile& profile_in(const Q& q) {
    const auto* creation = std::get_if<CreateCustomer>(&q.command);
    return creation != nullptr ? creation->profile : asked<UpdateBillingProfile>(q).profile;
}

constexpr Guard<S> its_texts_are_plain{
    "its texts are plain", [](const Q& q) { return malformed_texts(profile_in(q), q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, malformed_texts(profile_in(q), q.policy)); }, true};

constexpr Guard<S> its_address_suits_its_country{
    "its address suits its country", [](const Q& q) { return wrong_for_its_country(profile_in(q), q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, wrong_for_its_country(profile_in(q), q.policy)); }, true};

constexpr Guard<S> its_registration_suits_its_country{
    "its registration suits its country",
    [](const Q& q) { return wrong_registration(profile_in(q), q.policy).empty(); },
    [](const Q& q, Reasons& out) { add(out, wrong_registration(profile_in(q), q.policy)); }, true};

/// The country is the market: what was agreed in one cannot be priced, taxed and reported in another.
constexpr Guard<S> it_stays_in_its_country{
    "it stays in its country",
    [](const Q& q) { return profile_in(q).address.country == q.state.profile.address.country; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("CUS-01", "country_is_final", "address.country",
                              "the customer's country is its market and stays " +
                                  std::string(q.state.profile.address.country.text()) +
                                  "; a customer in another country is another customer"));
    },
    true};

constexpr Guard<S> its_domain_is_a_name{
    "its domain is a domain name", [](const Q& q) { return is_domain_name(asked<CreateCustomer>(q).domain, q.policy); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("CUS-03", "not_a_domain", "domain",
                              "the domain must be a domain name such as contoso.onmicrosoft.com"));
    },
    true};

constexpr Guard<S> its_partner_exists{"its partner exists", [](const Q& q) { return q.facts.partner != nullptr; },
                                      [](const Q&, Reasons& out) {
                                          Error error = refused("CUS-01", "no_such_partner", "partner",
                                                                "there is no such partner");
                                          error.code = Code::not_found;
                                          out.push_back(std::move(error));
                                      },
                                      true};

constexpr Guard<S> its_partner_may_sell{
    "its partner may sell", [](const Q& q) { return q.facts.partner == nullptr || may_order(*q.facts.partner); },
    [](const Q& q, Reasons& out) { out.push_back(why_may_not_order(*q.facts.partner)); }, true};

constexpr Guard<S> the_cloud_is_open{
    "the cloud takes new customers",
    [](const Q& q) {
        return q.facts.partner == nullptr ||
               capabilities_of(q.facts.partner->cloud, date_of(q.now), q.policy).takes_new_customers;
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("GEN-01", "cloud_takes_no_new_customers", "partner",
                              "the cloud " + std::string(name_of(q.facts.partner->cloud)) + " takes no new customers"));
    },
    true};

constexpr Guard<S> its_domain_is_free{
    "its domain is free", [](const Q& q) { return q.facts.domain_taken == 0; },
    [](const Q& q, Reasons& out) {
        out.push_back(
            refused("CUS-03", "domain_taken", "domain",
                    "another customer has the domain " + quoted(lower_ascii(asked<CreateCustomer>(q).domain))));
    },
    true};

constexpr Guard<S> a_partner_can_set_it{
    "a partner can set it",
    [](const Q& q) {
        const Qualification wish = asked<SetQualification>(q).qualification;
        return wish == Qualification::education || wish == Qualification::government_community_cloud;
    },
    [](const Q&, Reasons& out) {
        out.push_back(refused("CUS-02", "not_settable_by_partner", "qualification",
                              "a partner can set education or government_community_cloud"));
    },
    true};

/// B14. Government community cloud is of the global cloud (B2), and so are its customers.
constexpr Guard<S> its_cloud_has_qualifications{
    "its cloud has qualifications",
    [](const Q& q) { return capabilities_of(q.state.cloud, date_of(q.now), q.policy).has_qualifications; },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("GEN-01", "no_qualifications", "qualification",
                              "customers of the cloud " + std::string(name_of(q.state.cloud)) + " are not qualified"));
    }};

bool needs_code(const Q& q) {
    return asked<SetQualification>(q).qualification == Qualification::government_community_cloud;
}
NamedText code_in(const Q& q) {
    return {"validation_code", asked<SetQualification>(q).validation_code, q.policy.validation_code_bytes,
            needs_code(q)};
}
constexpr Guard<S> its_code_comes_with_it{
    "government, and nothing else, comes with a validation code",
    [](const Q& q) { return is_good(code_in(q)) && (needs_code(q) || code_in(q).text.empty()); },
    [](const Q& q, Reasons& out) {
        out.push_back(is_good(code_in(q)) ? invalid("CUS-02", "validation_code_not_taken", "validation_code",
                                                    "only government_community_cloud comes with a validation code")
                                          : not_good(code_in(q), "CUS-02"));
    },
    true};

/// C1: who was denied education corrects and asks again, also where it was found to be state-owned meanwhile.
bool may_ask_again(const S& state) {
    return state.vetting.status == VettingStatus::denied &&
           std::ranges::all_of(state.qualifications,
                               [](Qualification known) { return known == Qualification::state_owned_entity; });
}
Error qualified_already(const S& state) {
    return refused(
        "CUS-02", "already_qualified", "qualification",
        "the customer is " + std::string(name_of(state.qualifications.front())) + " already, and that is final");
}
constexpr Guard<S> it_is_commercial{"it has no qualification yet, or was denied one",
                                    [](const Q& q) { return q.state.qualifications.empty() || may_ask_again(q.state); },
                                    [](const Q& q, Reasons& out) { out.push_back(qualified_already(q.state)); }};
constexpr Guard<S> only_education_is_asked_again{
    "only education is asked for again",
    [](const Q& q) {
        return q.state.qualifications.empty() || asked<SetQualification>(q).qualification == Qualification::education;
    },
    [](const Q& q, Reasons& out) { out.push_back(qualified_already(q.state)); }, true};

bool is_in_review(const S& state) { return state.vetting.status == VettingStatus::in_review; }
constexpr Guard<S> not_in_review{
    "it is not in review", [](const Q& q) { return !is_in_review(q.state); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("CUS-02", "in_review", "qualification", "the customer is in review as Education"));
    }};
constexpr Guard<S> in_review{"it is in review", [](const Q& q) { return is_in_review(q.state); },
                             [](const Q&, Reasons& out) {
                                 out.push_back(refused("CUS-02", "not_in_review", "", "the customer is not in review"));
                             }};

NamedText reason_in(const Q& q) {
    const auto& resolution = asked<ResolveQualification>(q);
    return {"reason", resolution.reason, q.policy.reason_bytes, !resolution.is_approved};
}
constexpr Guard<S> its_reason_comes_with_it{
    "a denial, and nothing else, comes with a reason",
    [](const Q& q) { return is_good(reason_in(q)) && (reason_in(q).is_required || reason_in(q).text.empty()); },
    [](const Q& q, Reasons& out) {
        out.push_back(is_good(reason_in(q))
                          ? invalid("CUS-02", "reason_not_taken", "reason", "only a denial comes with a reason")
                          : not_good(reason_in(q), "CUS-02"));
    },
    true};

constexpr Guard<S> microsoft_gives_it{"Microsoft gives it",
                                      [](const Q& q) {
                                          const Qualification given = asked<RecordQualification>(q).qualification;
                                          return given == Qualification::nonprofit ||
                                                 given == Qualification::state_owned_entity;
                                      },
                                      [](const Q&, Reasons& out) {
                                          out.push_back(refused("CUS-02", "not_given_by_microsoft", "qualification",
                                                                "Microsoft gives nonprofit or state_owned_entity"));
                                      },
                                      true};

/// A state-owned entity may also be education or government; a non-profit is nothing else (B2).
constexpr Guard<S> it_goes_with_the_others{
    "it goes with what the customer is",
    [](const Q& q) {
        return asked<RecordQualification>(q).qualification == Qualification::nonprofit
                   ? q.state.qualifications.empty() && !is_in_review(q.state)
                   : !has(q.state, Qualification::nonprofit) && !has(q.state, Qualification::state_owned_entity);
    },
    [](const Q& q, Reasons& out) {
        const Qualification other =
            q.state.qualifications.empty() ? Qualification::education : q.state.qualifications.front();
        out.push_back(refused("CUS-02", "does_not_go_together", "qualification",
                              std::string(name_of(asked<RecordQualification>(q).qualification)) +
                                  " does not go with a customer that is " + std::string(name_of(other))));
    },
    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

std::vector<Qualification> with(std::vector<Qualification> qualifications, Qualification one_more) {
    qualifications.insert(std::ranges::upper_bound(qualifications, one_more), one_more);
    return qualifications;
}

CustomerCreated created(const Q& q) {
    const auto& wish = asked<CreateCustomer>(q);
    return {.partner = wish.partner,
            .cloud = q.facts.partner->cloud,
            .domain = lower_ascii(wish.domain),
            .profile = wish.profile,
            .reseller = wish.reseller,
            .first_order = wish.first_order,
            .admin_user = wish.admin_user,
            .created_at = q.now};
}
BillingProfileUpdated profile_updated(const Q& q) { return {profile_in(q)}; }

QualificationSet qualification_set(const Q& q) {
    const auto& wish = asked<SetQualification>(q);
    const bool is_vetted =
        wish.qualification == Qualification::education && q.policy.education_is_vetted.on(date_of(q.now));
    return {.qualification = wish.qualification,
            .validation_code = wish.validation_code,
            .qualifications = is_vetted ? q.state.qualifications : with(q.state.qualifications, wish.qualification),
            .vetting = {is_vetted ? VettingStatus::in_review : VettingStatus::none, {}}};
}
QualificationResolved qualification_resolved(const Q& q) {
    const auto& answer = asked<ResolveQualification>(q);
    const auto& before = q.state.qualifications;
    return {.is_approved = answer.is_approved,
            .qualifications = answer.is_approved ? with(before, Qualification::education) : before,
            .vetting = {answer.is_approved ? VettingStatus::none : VettingStatus::denied, answer.reason}};
}
QualificationRecorded qualification_recorded(const Q& q) {
    const Qualification given = asked<RecordQualification>(q).qualification;
    return {given, with(q.state.qualifications, given)};
}
ResellerAssociated associated(const Q& q) { return {asked<AssociateReseller>(q).reseller, q.now}; }
AccessGranted access_granted(const Q& q) { return {reseller_in(q), grant_in(q), q.now}; }
AccessRevoked access_revoked(const Q& q) { return {reseller_in(q), grant_in(q), q.now}; }
RelationshipRemoved relationship_removed(const Q& q) { return {q.now}; }
RelationshipRequested relationship_requested(const Q& q) { return {q.now}; }
RelationshipEstablished relationship_established(const Q& q) { return {q.now}; }
OrderRecorded order_recorded(const Q& q) { return {asked<RecordOrder>(q).order}; }

Error created_already(const Q&) { return refused("CUS-01", "customer_exists", "", "the customer exists already"); }
Error gone(const Q& q) { return relationship_is_over(in<S::Removed>(q.state)); }
Error never_removed(const Q&) { return refused("RES-02", "relationship_exists", "", "the relationship exists"); }

constexpr auto can_be_created = only_if<&its_texts_are_plain, &its_domain_is_a_name, &its_address_suits_its_country,
                                        &its_registration_suits_its_country, &its_partner_exists, &its_partner_may_sell,
                                        &the_cloud_is_open, &the_reseller_is_a_partner, &the_reseller_serves_its_region,
                                        &its_first_order_has_ids, &its_admin_user_is_complete, &its_domain_is_free>;
constexpr auto may_come_back =
    only_if<&it_is_asked, &its_partner_exists, &its_partner_may_sell, &its_partner_serves_its_region>;

// clang-format off
// ---- the whole life of a customer; what is not in this table is refused ----------------------------------
constexpr Move<S> moves[] = {
//   from              on                        only if                                                                  emits                           to                rule
    {phase<S::Absent>, on<CreateCustomer>,       can_be_created,                                                                      emits<&created>,                phase<S::Active>, "CUS-01"},
    {phase<S::Active>, on<UpdateBillingProfile>, only_if<&its_texts_are_plain, &it_stays_in_its_country, &its_address_suits_its_country, &its_registration_suits_its_country>,
                                                                                                                          emits<&profile_updated>,        phase<S::Active>, "CUS-01"},
    {phase<S::Active>, on<SetQualification>,     only_if<&a_partner_can_set_it, &its_cloud_has_qualifications, &its_code_comes_with_it, &it_is_commercial, &only_education_is_asked_again, &not_in_review>,
                                                                                                                          emits<&qualification_set>,      phase<S::Active>, "CUS-02"},
    {phase<S::Active>, on<ResolveQualification>, only_if<&its_reason_comes_with_it, &in_review>,                          emits<&qualification_resolved>, phase<S::Active>, "CUS-02"},
    {phase<S::Active>, on<RecordQualification>,  only_if<&microsoft_gives_it, &it_goes_with_the_others>,                  emits<&qualification_recorded>, phase<S::Active>, "CUS-02"},
    {phase<S::Active>,  on<AssociateReseller>,   only_if<&its_partner_names_in_the_programme, &the_reseller_is_a_partner, &the_reseller_serves_its_region, &it_is_not_associated_yet>, emits<&associated>,               phase<S::Active>,  "RES-05"},
    {phase<S::Active>,  on<GrantAccess>,         only_if<&its_partner_names_in_the_programme, &the_reseller_is_a_partner, &the_reseller_serves_its_region, &the_grant_is_known, &it_is_not_granted_yet>, emits<&access_granted>, phase<S::Active>, "RES-14"},
    {phase<S::Active>,  on<RevokeAccess>,        only_if<&the_grant_is_known, &it_is_granted>,                            emits<&access_revoked>,           phase<S::Active>,  "RES-14"},
    {phase<S::Removed>, on<RevokeAccess>,        only_if<&the_grant_is_known, &it_is_granted>,                            emits<&access_revoked>,           phase<S::Removed>, "RES-14"},
    {phase<S::Active>,  on<RemoveRelationship>,  only_if<&nothing_stands_in_the_way>,                                     emits<&relationship_removed>,     phase<S::Removed>, "RES-02"},
    {phase<S::Removed>, on<RequestRelationship>, only_if<&it_is_not_asked_yet, &its_cloud_takes_requests, &its_partner_exists, &its_partner_may_sell>, emits<&relationship_requested>, phase<S::Removed>, "RES-02"},
    {phase<S::Removed>, on<AcceptRelationship>,  may_come_back,                                                           emits<&relationship_established>, phase<S::Active>,  "RES-02"},
    {phase<S::Active>, on<RecordOrder>,          always,                                                                  emits<&order_recorded>,         phase<S::Active>, "CUS-01"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Active>,  on<CreateCustomer>,       &created_already},
    {phase<S::Active>,  on<RequestRelationship>,  &never_removed},
    {phase<S::Active>,  on<AcceptRelationship>,   &never_removed},
    {phase<S::Removed>, on<CreateCustomer>,       &created_already},
    {phase<S::Removed>, on<UpdateBillingProfile>, &gone},
    {phase<S::Removed>, on<SetQualification>,     &gone},
    {phase<S::Removed>, on<ResolveQualification>, &gone},
    {phase<S::Removed>, on<RecordQualification>,  &gone},
    {phase<S::Removed>, on<AssociateReseller>,    &gone},
    {phase<S::Removed>, on<GrantAccess>,          &gone},
    {phase<S::Removed>, on<RemoveRelationship>,   &gone},
    {phase<S::Removed>, on<RecordOrder>,          &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void grant(S& s, const AccessGranted& e) {
    s.grants.push_back({.kind = e.kind, .reseller = e.reseller, .granted_at = e.granted_at, .revoked_at = {}});
}
void revoke(S& s, const AccessRevoked& e) {
    for (AccessGrant& one : s.grants) {
        if (one.kind == e.kind && one.reseller == e.reseller && !one.revoked_at) { one.revoked_at = e.revoked_at; }
    }
}
/// RES-15: to associate is to delegate.
void associate(S& s, const PartnerId& reseller, Instant at) {
    s.reseller = reseller;
    if (!reseller.is_nil() && !has_access(s, reseller, GrantKind::reseller_admin)) {
        grant(s, {reseller, GrantKind::reseller_admin, at});
    }
}
/// C1: nobody has access to a former customer, and nobody gets it back with the relationship.
void leave(S& s, const RelationshipRemoved& e) {
    for (AccessGrant& one : s.grants) {
        if (!one.revoked_at) { one.revoked_at = e.removed_at; }
    }
    s.reseller = {};
    s.phase = S::Removed{e.removed_at, false};
}
void ask_back(S& s) {
    if (auto* removed = std::get_if<S::Removed>(&s.phase)) { removed->is_asked_back = true; }
}

void begin(S& s, const CustomerCreated& e) {
    s.partner = e.partner;
    s.cloud = e.cloud;
    s.domain = e.domain;
    s.profile = e.profile;
    s.admin_user = e.admin_user;
    s.phase = S::Active{};
    if (!e.reseller.is_nil()) { associate(s, e.reseller, e.created_at); }
}
void become(S& s, const std::vector<Qualification>& qualifications, const Vetting& vetting) {
    s.qualifications = qualifications;
    s.vetting = vetting;
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText customer_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const CustomerCreated& e)       { begin(s, e); },
        [&](const BillingProfileUpdated& e) { s.profile = e.profile; },
        [&](const QualificationSet& e)      { become(s, e.qualifications, e.vetting); },
        [&](const QualificationResolved& e) { become(s, e.qualifications, e.vetting); },
        [&](const QualificationRecorded& e) { s.qualifications = e.qualifications; },
        [&](const ResellerAssociated& e)    { associate(s, e.reseller, e.associated_at); },
        [&](const AccessGranted& e)         { grant(s, e); },
        [&](const AccessRevoked& e)         { revoke(s, e); },
        [&](const RelationshipRemoved& e)   { leave(s, e); },
        [&](const RelationshipRequested&)   { ask_back(s); },
        [&](const RelationshipEstablished&) { s.phase = S::Active{}; },
        [&](const OrderRecorded&)           { ++s.orders_placed; },
    }, event);
    // clang-format on
}

bool has_access(const S& customer, const PartnerId& reseller, GrantKind kind) {
    return std::ranges::any_of(customer.grants, [&](const AccessGrant& grant) {
        return grant.kind == kind && grant.reseller == reseller && !grant.revoked_at;
    });
}

std::string_view name_of(GrantKind kind) {
    switch (kind) {
        case GrantKind::reseller_admin: return "reseller_admin";
        case GrantKind::azure_tenant_owner: return "azure_tenant_owner";
    }
    return "unknown";
}

Error setup_info_is_gone(const S& customer) {
    return customer.admin_user.user_name.empty()
               ? refused("CUS-07", "no_setup_info", "", "the customer was created without an admin user")
               : refused("CUS-07", "secret_already_delivered", "",
                         "the temporary password of " + customer.admin_user.user_name +
                             " was shown when the customer was created, and is not shown again");
}

}  // namespace csp
