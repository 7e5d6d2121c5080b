// The life of a partnership: its table, the guards and makers it names, and what each event does to the state.
#include "csp/partnership.hpp"

#include <algorithm>
#include <array>

#include "domain/refusals.hpp"
#include "domain/resellers.hpp"
#include "domain/texts.hpp"

namespace csp {
namespace {

using S = Partnership;
using Q = Question<S>;
using Reasons = std::vector<Error>;

/// RES-09: the message of a request for which nobody wrote one.
std::string drafted_text(const Partner& provider) {
    return "Hello,\n\n" + provider.company_name +
           " would like to be your indirect provider in the Cloud Solution Provider programme.\n"
           "To accept the partnership, sign in as a global admin of your Partner Center account and open this "
           "link:\n\n" +
           std::string(link_mark) + "\n";
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> a_provider_asks{
    "an indirect provider asks",
    [](const Q& q) {
        return q.facts.provider != nullptr && q.facts.provider->kind == PartnerKind::indirect_provider &&
               is_in<Partner::Enrolled>(*q.facts.provider);
    },
    [](const Q& q, Reasons& out) {
        if (q.facts.provider == nullptr) {
            out.push_back(refused("RES-04", "partner_not_found", "provider", "there is no such partner"));
        } else if (!is_in<Partner::Enrolled>(*q.facts.provider)) {
            out.push_back(why_may_not_order(*q.facts.provider));
        } else {
            out.push_back(refused("RES-01", "not_an_indirect_provider", "provider",
                                  "only an indirect provider sells through resellers"));
        }
    },
    true};

constexpr Guard<S> it_goes_to_an_email{
    "it goes to an email address",
    [](const Q& q) { return is_email(asked<RequestPartnership>(q).reseller_email, q.policy); },
    [](const Q&, Reasons& out) {
        out.push_back(
            invalid("RES-08", "not_an_email", "reseller_email", "the email must be of the form name@example.com"));
    },
    true};

constexpr Guard<S> its_link_is_made{
    "its link is made", [](const Q& q) { return is_link_digest(asked<RequestPartnership>(q).link_digest); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("RES-10", "link_not_made", "link_digest",
                              "the digest of a link must have 64 hexadecimal digits in lower case"));
    },
    true};

const std::string& text_in(const Q& q) {
    const auto* request = std::get_if<RequestPartnership>(&q.command);
    return request != nullptr ? request->text : asked<EditRequest>(q).text;
}
bool is_drafted_by_csp(const Q& q) {
    return std::holds_alternative<RequestPartnership>(q.command) && text_in(q).empty();
}
NamedText named_text(const Q& q) {
    return {"text", text_in(q), q.policy.request_text_bytes, !is_drafted_by_csp(q), true};
}
constexpr Guard<S> its_text_is_plain{"its text is plain", [](const Q& q) { return is_good(named_text(q)); },
                                     [](const Q& q, Reasons& out) { out.push_back(not_good(named_text(q), "RES-10")); },
                                     true};

std::size_t count_of_marks(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(link_mark); at != std::string_view::npos; at = text.find(link_mark, at + 1)) {
        ++count;
    }
    return count;
}
/// The link, and no other: a stranger's in its place would lead somewhere else.
bool has_its_link(const Q& q) {
    if (is_drafted_by_csp(q)) { return true; }
    const std::size_t marks = count_of_marks(text_in(q));
    const auto* edit = std::get_if<EditRequest>(&q.command);
    if (edit == nullptr) { return marks > 0; }
    return marks > 0 && marks == edit->link_digests.size() &&
           std::ranges::all_of(edit->link_digests,
                               [&](const std::string& digest) { return is_its_link(q.state, digest); });
}
constexpr Guard<S> the_link_stays{
    "the link stays in it", &has_its_link,
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-10", "link_missing", "text",
                              "the text must contain the personal link of this request, and no other one"));
    },
    true};

constexpr Guard<S> with_its_link{"with its link",
                                 [](const Q& q) { return is_its_link(q.state, *link_shown_with(q.command)); },
                                 [](const Q&, Reasons& out) { out.push_back(link_unknown()); }, true};

constexpr Guard<S> the_reseller_is_enrolled{
    "the reseller is enrolled as one",
    [](const Q& q) { return q.facts.reseller != nullptr && is_enrolled_reseller(*q.facts.reseller); },
    [](const Q& q, Reasons& out) { out.push_back(why_not_a_reseller(q.facts.reseller, "reseller")); }, true};

/// The guards above say it when one of the two is not there.
bool are_both_there(const Q& q) { return q.facts.reseller != nullptr && q.facts.provider != nullptr; }

constexpr Guard<S> the_provider_is_still_one{
    "the provider is in the programme",
    [](const Q& q) { return q.facts.provider != nullptr && is_in<Partner::Enrolled>(*q.facts.provider); },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-04", "provider_not_enrolled", "provider",
                              "the provider is restricted or has left the programme"));
    }};

constexpr Guard<S> both_are_in_one_region{
    "both are in one region and one cloud",
    [](const Q& q) {
        return !are_both_there(q) || (are_in_one_region(q.facts.provider->country, q.facts.reseller->country) &&
                                      q.facts.provider->cloud == q.facts.reseller->cloud);
    },
    [](const Q& q, Reasons& out) {
        out.push_back(refused("RES-07", "another_region", "reseller",
                              "provider and reseller must be in one region and cloud; they are in " +
                                  std::string(q.facts.provider->country.text()) + ", " +
                                  std::string(name_of(q.facts.provider->cloud)) + " and " +
                                  std::string(q.facts.reseller->country.text()) + ", " +
                                  std::string(name_of(q.facts.reseller->cloud))));
    },
    true};

constexpr Guard<S> it_is_authorised{
    "the provider is authorised", [](const Q& q) { return asked<AcceptPartnership>(q).is_authorised; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-11", "not_authorised", "is_authorised",
                              "the reseller must authorise the provider to order for its customers"));
    },
    true};

constexpr Guard<S> the_agreement_is_signed{
    "the partner agreement is signed",
    [](const Q& q) {
        return q.facts.reseller == nullptr || !lacks_agreement(*q.facts.reseller, q.policy, date_of(q.now));
    },
    [](const Q& q, Reasons& out) { out.push_back(agreement_missing(*q.facts.reseller, "reseller")); }, true};

constexpr Guard<S> they_are_not_joined_yet{
    "they are not partners yet", [](const Q& q) { return !q.facts.is_joined_already; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-11", "already_partners", "reseller", "the two have an active partnership already"));
    },
    true};

constexpr Guard<S> it_is_confirmed{
    "it is confirmed", [](const Q& q) { return asked<RemovePartnership>(q).is_confirmed; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-06", "not_confirmed", "is_confirmed", "removing a reseller has to be confirmed"));
    },
    true};

constexpr Guard<S> the_provider_is_admin{
    "the provider is an administrator", [](const Q& q) { return in<S::Active>(q.state).is_provider_admin; },
    [](const Q&, Reasons& out) {
        out.push_back(refused("RES-11", "already_revoked", "", "the provider's access was revoked already"));
    }};

// ---- makers: what happens, with every value it needs ------------------------------------------------

PartnershipRequested requested(const Q& q) {
    const auto& wish = asked<RequestPartnership>(q);
    return {.provider = wish.provider,
            .reseller_email = wish.reseller_email,
            .text = wish.text.empty() ? drafted_text(*q.facts.provider) : wish.text,
            .link_digest = wish.link_digest,
            .requested_at = q.now};
}
RequestEdited edited(const Q& q) { return {asked<EditRequest>(q).text}; }
PartnershipAccepted accepted(const Q& q) { return {asked<AcceptPartnership>(q).reseller, q.now}; }
PartnershipDeclined declined(const Q& q) { return {q.now}; }
RequestWithdrawn withdrawn(const Q& q) { return {q.now}; }
PartnershipRemoved removed(const Q& q) { return {q.now}; }
ProviderAccessRevoked access_revoked(const Q&) { return {}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error requested_already(const Q& q) {
    return refused("RES-08", "already_requested", "",
                   "the partnership was asked for at " + text_of(in<S::Requested>(q.state).requested_at) +
                       "; withdraw the request to write another one");
}
Error accepted_already(const Q& q) {
    return refused("RES-11", "already_accepted", "",
                   "the partnership was accepted at " + text_of(in<S::Active>(q.state).accepted_at));
}
Error not_accepted(const Q&) {
    return refused("RES-12", "partnership_not_active", "", "the partnership has not been accepted", 2071);
}
Error no_longer_waits(const Q&) { return link_unknown(); }
Error nothing_waits(const Q&) {
    return refused("RES-08", "no_request", "", "no request waits for an answer; ask for the partnership anew");
}
Error not_a_partner(const Q&) {
    return refused("RES-12", "partnership_not_active", "", "the partnership is not active", 2071);
}

constexpr auto can_be_asked_for =
    only_if<&a_provider_asks, &it_goes_to_an_email, &its_link_is_made, &its_text_is_plain, &the_link_stays>;
constexpr auto can_be_accepted =
    only_if<&with_its_link, &the_reseller_is_enrolled, &the_provider_is_still_one, &both_are_in_one_region,
            &it_is_authorised, &the_agreement_is_signed, &they_are_not_joined_yet>;

// clang-format off
// ---- the whole life of a partnership; what is not in this table is refused ---------------------------
constexpr Move<S> moves[] = {
//   from                 on                        only if                                        emits                   to                   rule
    {phase<S::Absent>,    on<RequestPartnership>,   can_be_asked_for,                              emits<&requested>,      phase<S::Requested>, "RES-08"},
    {phase<S::Requested>, on<EditRequest>,          only_if<&its_text_is_plain, &the_link_stays>,  emits<&edited>,         phase<S::Requested>, "RES-10"},
    {phase<S::Requested>, on<AcceptPartnership>,    can_be_accepted,                               emits<&accepted>,       phase<S::Active>,    "RES-11"},
    {phase<S::Requested>, on<DeclinePartnership>,   only_if<&with_its_link>,                       emits<&declined>,       phase<S::Declined>,  "RES-11"},
    {phase<S::Requested>, on<WithdrawRequest>,      always,                                        emits<&withdrawn>,      phase<S::Withdrawn>, "RES-08"},
    {phase<S::Active>,    on<RemovePartnership>,    only_if<&it_is_confirmed>,                     emits<&removed>,        phase<S::Removed>,   "RES-06"},
    {phase<S::Active>,    on<RevokeProviderAccess>, only_if<&the_provider_is_admin>,               emits<&access_revoked>, phase<S::Active>,    "RES-11"},
    {phase<S::Declined>,  on<RequestPartnership>,   can_be_asked_for,                              emits<&requested>,      phase<S::Requested>, "RES-08"},
    {phase<S::Withdrawn>, on<RequestPartnership>,   can_be_asked_for,                              emits<&requested>,      phase<S::Requested>, "RES-08"},
    {phase<S::Removed>,   on<RequestPartnership>,   can_be_asked_for,                              emits<&requested>,      phase<S::Requested>, "RES-08"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Requested>, on<RequestPartnership>,   &requested_already},
    {phase<S::Requested>, on<RemovePartnership>,    &not_accepted},
    {phase<S::Requested>, on<RevokeProviderAccess>, &not_accepted},
    {phase<S::Active>,    on<RequestPartnership>,   &accepted_already},
    {phase<S::Active>,    on<EditRequest>,          &accepted_already},
    {phase<S::Active>,    on<AcceptPartnership>,    &accepted_already},
    {phase<S::Active>,    on<DeclinePartnership>,   &accepted_already},
    {phase<S::Active>,    on<WithdrawRequest>,      &accepted_already},
    {phase<S::Declined>,  on<EditRequest>,          &nothing_waits},
    {phase<S::Declined>,  on<AcceptPartnership>,    &no_longer_waits},
    {phase<S::Declined>,  on<DeclinePartnership>,   &no_longer_waits},
    {phase<S::Declined>,  on<WithdrawRequest>,      &nothing_waits},
    {phase<S::Declined>,  on<RemovePartnership>,    &not_a_partner},
    {phase<S::Declined>,  on<RevokeProviderAccess>, &not_a_partner},
    {phase<S::Withdrawn>, on<EditRequest>,          &nothing_waits},
    {phase<S::Withdrawn>, on<AcceptPartnership>,    &no_longer_waits},
    {phase<S::Withdrawn>, on<DeclinePartnership>,   &no_longer_waits},
    {phase<S::Withdrawn>, on<WithdrawRequest>,      &nothing_waits},
    {phase<S::Withdrawn>, on<RemovePartnership>,    &not_a_partner},
    {phase<S::Withdrawn>, on<RevokeProviderAccess>, &not_a_partner},
    {phase<S::Removed>,   on<EditRequest>,          &nothing_waits},
    {phase<S::Removed>,   on<AcceptPartnership>,    &no_longer_waits},
    {phase<S::Removed>,   on<DeclinePartnership>,   &no_longer_waits},
    {phase<S::Removed>,   on<WithdrawRequest>,      &nothing_waits},
    {phase<S::Removed>,   on<RemovePartnership>,    &not_a_partner},
    {phase<S::Removed>,   on<RevokeProviderAccess>, &not_a_partner},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const PartnershipRequested& e) {
    s.provider = e.provider;
    s.reseller = {};
    s.reseller_email = e.reseller_email;
    s.text = e.text;
    s.link_digest = e.link_digest;
    s.phase = S::Requested{e.requested_at};
}

/// The link has been used, or leads nowhere any more.
void answer(S& s, S::Phase phase_after) {
    s.link_digest.clear();
    s.phase = phase_after;
}

void accept(S& s, const PartnershipAccepted& e) {
    s.reseller = e.reseller;
    answer(s, S::Active{.accepted_at = e.accepted_at, .is_provider_admin = true});
}

void revoke_access(S& s) {
    if (auto* active = std::get_if<S::Active>(&s.phase)) { active->is_provider_admin = false; }
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '@';
}
void append_escaped(std::string_view text, std::string& out) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (c == '\r') { continue; }
        if (c == '\n') { out += "%0D"; }  // RFC 6068: lines end with both
        if (is_unreserved(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText partnership_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const PartnershipRequested& e) { begin(s, e); },
        [&](const RequestEdited& e)        { s.text = e.text; },
        [&](const PartnershipAccepted& e)  { accept(s, e); },
        [&](const PartnershipDeclined& e)  { answer(s, S::Declined{e.declined_at}); },
        [&](const RequestWithdrawn& e)     { answer(s, S::Withdrawn{e.withdrawn_at}); },
        [&](const PartnershipRemoved& e)   { answer(s, S::Removed{e.removed_at}); },
        [&](const ProviderAccessRevoked&)  { revoke_access(s); },
    }, event);
    // clang-format on
}

bool is_link_digest(std::string_view digest) {
    return digest.size() == link_digest_digits &&
           std::ranges::all_of(digest, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_its_link(const S& partnership, std::string_view digest) {
    if (!is_link_digest(digest) || !is_link_digest(partnership.link_digest)) { return false; }
    unsigned difference = 0;
    for (std::size_t i = 0; i < link_digest_digits; ++i) {
        difference |= static_cast<unsigned>(digest[i]) ^ static_cast<unsigned>(partnership.link_digest[i]);
    }
    return difference == 0;
}

const std::string* link_shown_with(const S::Command& command) {
    if (const auto* accept = std::get_if<AcceptPartnership>(&command)) { return &accept->link_digest; }
    if (const auto* decline = std::get_if<DeclinePartnership>(&command)) { return &decline->link_digest; }
    return nullptr;
}

Error link_unknown() {
    return refused("RES-10", "link_unknown", "link", "the link is not that of a request that waits for an answer");
}

std::string open_in_email(std::string_view receiver, std::string_view subject, std::string_view text) {
    std::string address = "mailto:";
    append_escaped(receiver, address);
    address += "?subject=";
    append_escaped(subject, address);
    address += "&body=";
    append_escaped(text, address);
    return address;
}

}  // namespace csp
