// What the engine is asked and what it answers: requests, receipts, pages, and the items of its lists.
//
// Threads: plain values. Secrets in them are moved, never copied.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csp/authority.hpp"
#include "csp/availability.hpp"
#include "csp/nouns.hpp"
#include "csp/secret.hpp"

namespace csp {

/// A command and the record it is for. A nil id makes a new record.
template <class S>
struct Ask {
    Id<S> id{};
    typename S::Command command{};
};
using Command = Nouns::Variant<Ask>;

/// Who asks, under which id, about which version: whoever but the host updates a billing profile names it (B15).
struct Request {
    Actor by{};
    RequestId id{};                     ///< nil: none. Asked again with the same id and command, the answer is the same
    std::uint64_t expected_version{0};  ///< 0: any. Otherwise a record that changed since answers Code::conflict (2055)
};

/// What was done. Once you have it, it survives the end of the process, unless the store is in memory.
struct Receipt {
    Kind kind{};
    AnyId id{};
    std::uint64_t version{0};
    Instant at{};
    std::uint64_t first_event{0};  ///< its position in the feed
    std::uint64_t events{0};       ///< how many events the command made, reactions included
    bool is_repeated{false};       ///< it had been done before, under the same request id
};
template <class S>
Id<S> id_in(const Receipt& receipt) {
    return Id<S>{receipt.id};
}

/// Somebody asked and the answer was no. Changes no record; where a key, a link or a download was refused, an entry of
/// the activity log begins beside it (LOG-02).
struct CommandRefused {
    Error error{};
};

/// One entry of the feed, decoded.
struct Happening {
    std::uint64_t position{0};
    Kind kind{};
    AnyId id{};
    std::uint64_t version{0};  ///< 0 for a refused command
    Instant at{};
    std::string user{};  ///< who asked; empty for what fell due
    PartnerId partner{};
    PartnerId asker{};      ///< RES-15: whose user asked, where it was not `partner`: a reseller's; nil: it was
    std::string command{};  ///< the wire name of what was asked
    RequestId request{};
    Nouns::Variant<EventOf, CommandRefused> event{};
};
/// "subscription_suspended", or "command_refused".
std::string_view name_of(const Happening& happening);

/// A piece of the feed.
struct FeedPage {
    std::vector<Happening> items{};
    /// The position to go on from: everything up to it was looked at, whoever's it is. Where nothing was looked at it
    /// is the one that was asked from.
    std::uint64_t scanned_to{0};
    bool is_at_end{false};  ///< nothing stood behind `scanned_to` when it was read
};

/// A record as it stands now: with everything applied that has fallen due.
template <class S>
struct Standing {
    Id<S> id{};
    std::uint64_t version{0};  ///< the stored version: what a Request may expect
    Instant next_due{never};
    S state{};
};

/// A deadline ahead.
struct Coming {
    Kind kind{};
    AnyId id{};
    Instant at{};
    std::string command{};  ///< what time will ask then: "expire_subscription"
};
/// What would happen: nothing of it has.
struct Preview {
    std::vector<Happening> events{};
    std::vector<ChargeRecorded> charges{};  ///< the money lines among them, and the invoice of each
    std::vector<Coming> coming{};           ///< of every record it would touch
};

/// One line of a menu.
struct Choice {
    std::string command{};
    std::optional<Error> why_not{};  ///< nothing: it can be asked now
};

struct PageRequest {
    std::size_t size{100};  ///< 1 to Policy::page_size_max
    std::string after{};    ///< Page::next of the page before; empty: from the start
};
template <class T>
struct Page {
    std::vector<T> items{};
    std::string next{};  ///< empty: there is no more. Never a silent cut
};

struct CustomerFilter {
    std::string name_prefix{};  ///< ASCII letters in any case; empty: all
    PartnerId reseller{};       ///< CUS-05: only those associated with it; nil: all
};
struct SubscriptionFilter {
    std::optional<std::string> phase{};  ///< "active", "suspended", "deleted"
};

/// An offer and whether this customer may buy it.
struct Availability {
    OfferId offer{};
    std::string name{};
    std::optional<Money> unit_price{};  ///< per licence and month; nothing: no price is known for today
    std::vector<Error> reasons{};       ///< empty: available
};

/// What came of an import. Nothing is dropped silently: every entry is counted once.
struct ImportReport {
    std::size_t read{0};
    std::size_t stored{0};  ///< new, or different from what was stored
    std::size_t unchanged{0};
    /// One for each entry that is not in, its place in `field`; and one more where `totalCount` is wrong.
    std::vector<Error> problems{};
};

/// Without a phase: those that are requested or active. One that is over has left the list (B8).
struct PartnershipFilter {
    std::optional<std::string> phase{};  ///< "requested", "active", "declined", "withdrawn", "removed"
};
/// RES-06, B8: one line of a partner's list of partners, seen from its side.
struct PartnershipLine {
    PartnershipId id{};
    std::string type{};   ///< what who asks is: "is_indirect_cloud_solution_provider_of" or "is_indirect_reseller_of"
    PartnerId partner{};  ///< the other one; nil: it has not accepted yet
    std::string company_name{};
    std::string mpn_id{};
    Country location{};
    std::string reseller_email{};  ///< where the request went
    std::string phase{};
};
/// RES-09: the message that asks for a partnership. Shown once: kept is neither link nor token.
struct PartnershipDraft {
    Receipt receipt{};  ///< is_repeated: asked for before under that request id, and link and text are empty
    std::string reseller_email{};
    std::string subject{};
    Secret link{};
    Secret text{};  ///< with the link in it; see csp::open_in_email
};
/// CUS-07: whom the new customer can sign in as. Shown once: kept is a hash.
struct SetupInfo {
    Receipt receipt{};  ///< is_repeated: shown before under that request id, and the password is empty
    std::string user_name{};
    Secret password{};
};
/// RES-16: what one reseller gets when the wizard is submitted.
struct ResellerShare {
    std::string mpn_id{};
    std::string company_name{};
    std::vector<GrantKind> grants{};   ///< RES-15: what it may do for the customer
    std::vector<std::size_t> lines{};  ///< RES-20: of which it is the reseller of record, counted from 0
};
struct WizardReview {
    std::vector<LineReview> lines{};
    std::vector<ResellerShare> resellers{};
    std::vector<Coming> coming{};  ///< the deadlines ahead of what would be bought
};
/// RES-14: who answers the customer's support requests for a subscription.
struct DesignatedContact {
    PartnerId partner{};
    std::string mpn_id{};
    std::string company_name{};
    bool is_provider{true};
};

/// The key of an entitlement, to show to whoever asked. It is written nowhere.
struct DeliveredKeys {
    Receipt receipt{};
    Secret key{};
};
/// A link, and where it leads.
struct DeliveredLink {
    Receipt receipt{};
    DownloadLinkId link{};
    std::int32_t downloads_left{0};
    Instant end{};  ///< the first moment it is no longer valid
    Secret url{};
};

/// What came of a cancellation, with what partner and customer have to do now (CAN-16, CAN-19).
struct SoftwareCancellation {
    Receipt receipt{};
    SoftwareCancelled cancelled{};
};

/// ENT-02: one line of the Software page. What was cancelled stays, without its key (CAN-17).
struct SoftwareItem {
    EntitlementId id{};
    Grant grant{};
    std::string phase{};  ///< "owned", "lapsed", "revoked"
    /// CAN-16: what the dashboard may still show, until `visible_by`; afterwards the same as `phase`.
    std::string dashboard_phase{};
    Instant visible_by{};
    std::optional<Instant> expires_at{};  ///< B7; nothing: it has no end
    std::vector<ArtifactLink> links{};
};

/// LOG-03: whose activity on which days, both inclusive.
struct ActivityFilter {
    std::optional<DayRange> days{};  ///< nothing: the last Policy::activity_days days and today
    CustomerId customer{};           ///< nil: of all customers of the actor's partner; the host has to name one
};
/// LOG-02: one of the users who got keys or links or downloaded, in some range of days.
struct SoftwareUser {
    std::string user{};  ///< empty: through links that were handed on
    std::uint64_t activities{0};
    Instant last_at{};
};

struct InvoiceFilter {
    std::optional<std::string> phase{};  ///< "draft", "issued", "overdue", "paid", "credited"
};
/// Something that lies ahead, if nobody does anything until then.
struct Expected {
    Instant at{};
    /// The event that time will bring: "subscription_renewed", "subscription_deleted", "charge_recorded". Or the last
    /// day of something: "last_day_to_reactivate", "last_day_to_cancel".
    std::string what{};
    SubscriptionId subscription{};
    SoftwareOrderId software_order{};
    std::string name{};                 ///< its friendly name, or of software the product's
    std::optional<Money> amount{};      ///< of a charge
    std::optional<Date> invoiced_on{};  ///< of a charge
    friend bool operator==(const Expected&, const Expected&) = default;
};

struct DueReport {
    std::size_t steps{0};    ///< how many deadlines were met
    bool is_all_done{true};  ///< false: `limit` was reached and more is due, call again
};

}  // namespace csp
