// The life of a download link: its table, the guards and makers it names, and what each event does to the state.
#include "csp/download_link.hpp"

#include <algorithm>
#include <array>

#include "csp/customer.hpp"
#include "domain/refusals.hpp"

namespace csp {
namespace {

using S = DownloadLink;
using Q = Question<S>;
using Reasons = std::vector<Error>;

bool is_over(const S::Valid& valid, Instant now) { return now >= valid.end; }  // half-open (CONV-3)
bool is_used_up(const S::Valid& valid) { return valid.used >= valid.allowance; }

/// That many times 24 hours later, whatever days they touch (ENT-06). No link outlives the calendar.
Instant whole_days_after(Instant at, std::int32_t days) {
    return us_after(at, std::int64_t{std::clamp(days, 0, last_date.days)} * us_per_day);
}

// ---- guards: each reads after "only if" --------------------------------------------------------------

constexpr Guard<S> address_is_given{
    "an address is given", [](const Q& q) { return !asked<EnableLink>(q).sealed_url.empty(); },
    [](const Q&, Reasons& out) {
        out.push_back(invalid("CONV-7", "sealed_url_missing", "sealed_url", "a link needs the address it leads to"));
    },
    true};

/// C1: as of keys and links. Whoever it was handed to comes through the host, which is not asked (ENT-05).
constexpr Guard<S> its_customer_is_there{
    "its customer is there",
    [](const Q& q) { return q.facts.customer == nullptr || is_in<Customer::Active>(*q.facts.customer); },
    [](const Q& q, Reasons& out) { out.push_back(why_not_a_customer(q.facts.customer)); }};

constexpr Guard<S> its_time_is_not_over{
    "its time is not over", [](const Q& q) { return !is_over(in<S::Valid>(q.state), q.now); },
    [](const Q& q, Reasons& out) {
        out.push_back(refused(
            "ENT-06", "link_expired", "",
            "the link was good until " + text_of(in<S::Valid>(q.state).end) + "; asking for it again renews it"));
    }};

constexpr Guard<S> downloads_are_left{
    "downloads are left",
    [](const Q& q) { return !is_used_up(in<S::Valid>(q.state)); },  // the 50th is the last good one
    [](const Q& q, Reasons& out) {
        out.push_back(refused("ENT-06", "link_expired", "",
                              "the link was good for " + std::to_string(in<S::Valid>(q.state).allowance) +
                                  " downloads; asking for it again renews it"));
    }};

constexpr Guard<S> its_time_or_its_downloads_are_over{
    "its time or its downloads are over",
    [](const Q& q) { return is_over(in<S::Valid>(q.state), q.now) || is_used_up(in<S::Valid>(q.state)); },
    [](const Q& q, Reasons& out) {
        const auto& valid = in<S::Valid>(q.state);
        out.push_back(refused("ENT-06", "still_valid", "",
                              "the link is good until " + text_of(valid.end) + " and for " +
                                  std::to_string(downloads_left(q.state)) + " more downloads"));
    }};

// ---- makers: what happens, with every value it needs ------------------------------------------------

LinkEnabled enabled(const Q& q) {
    const auto& enable = asked<EnableLink>(q);
    return {.target = enable.target,
            .sealed_url = enable.sealed_url,
            .issued_at = q.now,
            .end = whole_days_after(q.now, q.policy.link_days),
            .allowance = q.policy.link_downloads,
            .times_begun = q.state.times_begun + 1};
}

/// The first download since the link began may bring its end nearer, never further away.
Downloaded downloaded(const Q& q) {
    const auto& valid = in<S::Valid>(q.state);
    const std::int32_t days = q.policy.link_days_after_first_download.on(date_of(q.now));
    const bool begins_to_end = valid.used == 0 && days != 0;
    return {.used = valid.used + 1,
            .end = begins_to_end ? std::min(valid.end, whole_days_after(q.now, days)) : valid.end};
}

/// With its last download or at its end, whichever came first; nobody may have looked before now.
LinkExpired expired(const Q& q) {
    const auto& valid = in<S::Valid>(q.state);
    return {std::min(q.now, valid.end), valid.used};
}
LinkRevoked revoked(const Q& q) { return {q.now}; }
LinkRevoked revoked_before(const Q& q) { return {in<S::Revoked>(q.state).revoked_at}; }

// ---- refusals where there is no row ------------------------------------------------------------------

Error gone(const Q& q) {
    return refused("ENT-09", "revoked", "",
                   "the link was revoked at " + text_of(in<S::Revoked>(q.state).revoked_at) + " for good");
}
Error over(const Q& q) {
    const auto& expired = in<S::Expired>(q.state);
    return refused("ENT-06", "link_expired", "",
                   "the link expired at " + text_of(expired.expired_at) + " with " + std::to_string(expired.used) +
                       " downloads; asking for it again renews it");
}

constexpr auto can_be_downloaded = only_if<&its_customer_is_there, &its_time_is_not_over, &downloads_are_left>;

// clang-format off
// ---- the whole life of a download link; what is not in this table is refused -----------------------------
constexpr Move<S> moves[] = {
//   from               on              only if                                              emits                    to                 rule
    {phase<S::Absent>,  on<EnableLink>, only_if<&address_is_given>,                          emits<&enabled>,         phase<S::Valid>,   "ENT-04"},
    {phase<S::Valid>,   on<EnableLink>, only_if<&address_is_given>,                          emits<&enabled>,         phase<S::Valid>,   "ENT-07"},
    {phase<S::Expired>, on<EnableLink>, only_if<&address_is_given>,                          emits<&enabled>,         phase<S::Valid>,   "ENT-07"},
    {phase<S::Valid>,   on<Download>,   can_be_downloaded,                                   emits<&downloaded>,      phase<S::Valid>,   "ENT-06"},
    {phase<S::Valid>,   on<ExpireLink>, only_if<&its_time_or_its_downloads_are_over>,        emits<&expired>,         phase<S::Expired>, "ENT-06"},
    {phase<S::Valid>,   on<RevokeLink>, always,                                              emits<&revoked>,         phase<S::Revoked>, "ENT-09"},
    {phase<S::Expired>, on<RevokeLink>, always,                                              emits<&revoked>,         phase<S::Revoked>, "ENT-09"},
    // The right it belongs to may lapse first and be cancelled then: each revokes the link, and the first one counts.
    {phase<S::Revoked>, on<RevokeLink>, always,                                              emits<&revoked_before>,  phase<S::Revoked>, "ENT-09"},
};
constexpr auto nevers = std::to_array<Never<S>>({
    {phase<S::Expired>, on<Download>,   &over},
    {phase<S::Revoked>, on<Download>,   &gone},
    {phase<S::Revoked>, on<EnableLink>, &gone},
    {phase<S::Revoked>, on<ExpireLink>, &gone},
});
// clang-format on
constexpr Table table{moves, nevers};
static_assert(table.uses_every_command());
static_assert(table.emits_every_event());
static_assert(table.reaches_every_phase());
static_assert(table.names_a_rule_in_every_row());

void begin(S& s, const LinkEnabled& e) {
    s.target = e.target;
    s.times_begun = e.times_begun;
    s.phase = S::Valid{e.issued_at, e.end, e.allowance, 0, e.sealed_url};
}

void count(S& s, const Downloaded& e) {
    auto* const valid = std::get_if<S::Valid>(&s.phase);
    S::Valid after = valid != nullptr ? *valid : S::Valid{};
    after.used = e.used;
    after.end = e.end;
    s.phase = std::move(after);
}

}  // namespace

Result<S::Event> decide(const Q& question) { return table.decide(question); }
std::optional<Error> why_not(const Q& question, bool before_asking) { return table.why_not(question, before_asking); }
MachineText download_link_table() { return table.text(); }

void evolve(S& s, const S::Event& event) {
    // clang-format off
    std::visit(overloaded{
        [&](const LinkEnabled& e) { begin(s, e); },
        [&](const Downloaded& e)  { count(s, e); },
        [&](const LinkExpired& e) { s.phase = S::Expired{e.expired_at, e.used}; },
        [&](const LinkRevoked& e) { s.phase = S::Revoked{e.revoked_at}; },
    }, event);
    // clang-format on
}

std::optional<LinkDeadline> next_deadline(const S& link) {
    const auto* const valid = std::get_if<S::Valid>(&link.phase);
    if (valid == nullptr) { return std::nullopt; }
    return LinkDeadline{valid->end, ExpireLink{}};
}

bool can_download(const S& link, Instant at) {
    const auto* const valid = std::get_if<S::Valid>(&link.phase);
    return valid != nullptr && !is_over(*valid, at) && !is_used_up(*valid);
}

std::int32_t downloads_left(const S& link) {
    const auto* const valid = std::get_if<S::Valid>(&link.phase);
    return valid == nullptr || is_used_up(*valid) ? 0 : valid->allowance - valid->used;
}

}  // namespace csp
