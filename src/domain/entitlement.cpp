// The life of an entitlement: its table, the guards and makers it names, and what each event does to the state.
#include "csp/entitlement.hpp"

#include <algorithm>
#include <array>

#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = Entitlement;
using Q = Question<S>;
using Reasons = std::vector<Error>;

const Artifact& artifact_in(const Q& q) {
    const auto* const keys = std::get_if<GetKeys>(&q.command);
    return keys != nullptr ? keys->artifact : asked<GetLink>(q).artifact;
}

/// ENT-07: it is new or has expired, or else the policy begins anew whenever it is asked for.
bool link_begins(const Q& q) {
    return link_for(q.state, artifact_in(q)).is_nil() || q.facts.link == nullptr ||
           !can_download(*q.facts.link, q.now) || q.policy.link_starts_again_on_request;
}

bool term_is_over_at(const S& state, Instant now) {
    const auto end = expires_at(state);
    return end && now >= *end;  // half-open (CONV-3)
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> quantity_agreed{
    "a quantity is agreed", [](const Q& q) { return asked<GrantEntitlement>(q).grant.quantity > 0; },
    [](const Q& q, Reasons& out) {
        out.push_back(invalid(
            "SWP-01", "quantity_out_of_range", "quantity",
            "the quantity must be at least 1; it is " + std::to_string(asked<GrantEntitlement>(q).grant.quantity),
            2002));
    },
    true};

Error over(const S& state) {
    return refused(
        "ENT-08", "lapsed", "",
        "its term ended on " + text_of(last_day_of(state.grant.term.value_or(Term{}))) + " and does not renew itself");
}
/// C1: whoever has no relationship with the customer any more gets nothing of it.
constexpr Guard<S> its_customer_is_there{
    "its customer is there",
    [](const Q& q) { return q.facts.customer == nullptr || is_in<Customer::Active>(*q.facts.customer); },
    [](const Q& q, Reasons& out) { out.push_back(why_not_a_customer(q.facts.customer)); }};

constexpr Guard<S> term_is_running{"its term is not over", [](const Q& q) { return !term_is_over_at(q.state, q.now); },
                                   [](const Q& q, Reasons& out) { out.push_back(over(q.state)); }};

constexpr Guard<S> term_is_over{
    "its term is over", [](const Q& q) { return term_is_over_at(q.state, q.now); },
    [](const Q& q, Reasons& out) {
        const auto& term = q.state.grant.term;
        out.push_back(term
                          ? refused("CONV-3", "term_not_over", "", "its term runs until " + text_of(last_day_of(*term)))
                          : refused("CONV-3", "no_term", "", "it is perpetual and does not end"));
    }};

std::optional<Error> no_artifact(const Q& q, const Artifact& wanted) {
    return why_no_artifact(q.state.grant.artifacts, q.state.grant.product_name, wanted);
}
constexpr Guard<S> product_has_downloads{"its product has downloads",
                                         [](const Q& q) { return !q.state.grant.artifacts.empty(); },
                                         [](const Q& q, Reasons& out) { out.push_back(*no_artifact(q, {})); }};

constexpr Guard<S> artifact_exists{
    "the artifact exists",
    [](const Q& q) {  // where there are no downloads at all, product_has_downloads says so
        return !product_has_downloads.holds(q) || !no_artifact(q, artifact_in(q));
    },
    [](const Q& q, Reasons& out) { out.push_back(*no_artifact(q, artifact_in(q))); }, true};

constexpr Guard<S> key_is_given{
    "a key is given the first time",
    [](const Q& q) { return !q.state.sealed_key.empty() || !asked<GetKeys>(q).sealed_key.empty(); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("CONV-7", "sealed_key_missing", "sealed_key",
                              "the key must be given the first time that it is asked for"));
    },
    true};

constexpr Guard<S> new_link_is_given{
    "the first link of an artifact is given its id",
    [](const Q& q) { return !link_for(q.state, artifact_in(q)).is_nil() || !asked<GetLink>(q).new_link.is_nil(); },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("CONV-7", "new_link_missing", "new_link", "the first link of an artifact needs a new id"));
    },
    true};

constexpr Guard<S> address_is_given{"a link that begins is given its address",
                                    [](const Q& q) { return !link_begins(q) || !asked<GetLink>(q).sealed_url.empty(); },
                                    [](const Q&, Reasons& out) {
                                        out.push_back(invalid("CONV-7", "sealed_url_missing", "sealed_url",
                                                              "a link that begins needs the address it leads to"));
                                    },
                                    true};

// ---- makers: what happens, with every value it needs ------------------------------------------------

EntitlementGranted granted(const Q& q) { return {asked<GrantEntitlement>(q).grant}; }

/// ENT-04: there is one key, that of the first time.
KeyAccessed key_accessed(const Q& q) {
    const auto& get = asked<GetKeys>(q);
    return {get.artifact, q.state.sealed_key.empty() ? get.sealed_key : q.state.sealed_key};
}

LinkIssued link_issued(const Q& q) {
    const auto& get = asked<GetLink>(q);
    const DownloadLinkId known = link_for(q.state, get.artifact);
    const bool begins = link_begins(q);
    return {.artifact = get.artifact,
            .link = known.is_nil() ? get.new_link : known,
            .begins = begins,
            .sealed_url = begins ? get.sealed_url : std::string{}};
}

EntitlementRevoked revoked(const Q& q) { return {q.now}; }
EntitlementLapsed lapsed(const Q&) { return {}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error gone(const Q& q) {
    return refused("ENT-09", "revoked", "",
                   "the purchase was cancelled at " + text_of(in<S::Revoked>(q.state).revoked_at) +
                       ", and its key and links are revoked");
}
Error lapsed_already(const Q& q) { return over(q.state); }

constexpr auto key_can_be_had =
    only_if<&its_customer_is_there, &term_is_running, &product_has_downloads, &artifact_exists, &key_is_given>;
constexpr auto link_can_be_had = only_if<&its_customer_is_there, &term_is_running, &product_has_downloads,
                                         &artifact_exists, &new_link_is_given, &address_is_given>;

// clang-format off
// ---- the whole life of an entitlement; what is not in this table is refused ------------------------------
constexpr Move<S> moves[] = {
//   from              on                     only if                    emits                 to                 rule
    {phase<S::Absent>, on<GrantEntitlement>,  only_if<&quantity_agreed>, emits<&granted>,      phase<S::Owned>,   "SWP-01"},
    {phase<S::Owned>,  on<GetKeys>,           key_can_be_had,            emits<&key_accessed>, phase<S::Owned>,   "ENT-04"},
    {phase<S::Owned>,  on<GetLink>,           link_can_be_had,           emits<&link_issued>,  phase<S::Owned>,   "ENT-04"},
    {phase<S::Owned>,  on<LapseEntitlement>,  only_if<&term_is_over>,    emits<&lapsed>,       phase<S::Lapsed>,  "ENT-08"},
    {phase<S::Owned>,  on<RevokeEntitlement>, always,                    emits<&revoked>,      phase<S::Revoked>, "ENT-09"},
    {phase<S::Lapsed>, on<RevokeEntitlement>, always,                    emits<&revoked>,      phase<S::Revoked>, "ENT-09"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Lapsed>,  on<GetKeys>,           &lapsed_already},
    {phase<S::Lapsed>,  on<GetLink>,           &lapsed_already},
    {phase<S::Revoked>, on<GetKeys>,           &gone},
    {phase<S::Revoked>, on<GetLink>,           &gone},
    {phase<S::Revoked>, on<RevokeEntitlement>, &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const Grant& grant) {
    s.grant = grant;
    s.phase = S::Owned{};
}

void keep(S& s, const LinkIssued& e) {
    if (link_for(s, e.artifact).is_nil()) { s.links.push_back({e.artifact, e.link}); }
}

/// Nobody gets the key again: it need not be there.
void end(S& s, S::Phase phase) {
    s.sealed_key.clear();
    s.phase = phase;
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText entitlement_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const EntitlementGranted& e) { begin(s, e.grant); },
        [&](const KeyAccessed& e)        { s.sealed_key = e.sealed_key; },
        [&](const LinkIssued& e)         { keep(s, e); },
        [&](const EntitlementRevoked& e) { end(s, S::Revoked{e.revoked_at}); },
        [&](const EntitlementLapsed&)    { end(s, S::Lapsed{}); },
    }, event);
    // clang-format on
}

std::optional<EntitlementDeadline> next_deadline(const S& entitlement) {
    const auto end = expires_at(entitlement);
    if (!end || !is_in<S::Owned>(entitlement)) { return std::nullopt; }
    return EntitlementDeadline{*end, LapseEntitlement{}};
}

std::optional<Instant> expires_at(const S& entitlement) {
    const auto& term = entitlement.grant.term;
    return term ? std::optional(start_of(term->end)) : std::nullopt;
}

OnTheDashboard on_the_dashboard(const S& entitlement, const Policy& policy, Instant now) {
    const std::string_view phase = machine::Names<S::Phase>::list[entitlement.phase.index()];
    const auto* const revoked = std::get_if<S::Revoked>(&entitlement.phase);
    if (revoked == nullptr) { return {phase, entitlement.grant.bought_at}; }
    const Instant visible_by = us_after(revoked->revoked_at, policy.projection_lag_us);
    if (now >= visible_by) { return {phase, visible_by}; }
    // It may have lapsed before it was cancelled; then that is what is still seen.
    return {term_is_over_at(entitlement, revoked->revoked_at) ? S::Lapsed::name : S::Owned::name, visible_by};
}

DownloadLinkId link_for(const S& entitlement, const Artifact& artifact) {
    const auto place = std::ranges::find(entitlement.links, artifact, &ArtifactLink::artifact);
    return place != entitlement.links.end() ? place->link : DownloadLinkId{};
}

}  // namespace csp
