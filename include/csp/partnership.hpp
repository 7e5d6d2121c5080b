// A partnership of an indirect provider and an indirect reseller: asked for by a personal link, accepted with it.
//
// The link's token is seen once, by whoever asks for the partnership; kept is only its digest (64 hexadecimal digits of
// BLAKE2b-256), and in the text of the request `link_mark` stands where the link does. The first acceptance uses it up.
// Rules: RES-04, RES-06..12, RES-21; extended B8, C2. The table stands in src/domain/partnership.cpp and is printed
// into docs/states/partnership.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/partner.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

/// Stands for the link in the text of a request.
inline constexpr std::string_view link_mark = "{link}";

// ---- what can be asked: imperative ---------------------------------------------------------------
struct RequestPartnership {
    static constexpr std::string_view name = "request_partnership";
    PartnerId provider{};          ///< the actor's, unless the host asks
    std::string reseller_email{};  ///< RES-08; sending is the host's
    std::string text{};            ///< with link_mark in it; empty: csp drafts one (RES-09)
    std::string link_digest{};     ///< Engine::request_partnership makes it
    friend bool operator==(const RequestPartnership&, const RequestPartnership&) = default;
};
struct EditRequest {
    static constexpr std::string_view name = "edit_request";
    std::string text{};                       ///< with link_mark where the link stood
    std::vector<std::string> link_digests{};  ///< of the links that stood there; Engine::edit_request finds them
    friend bool operator==(const EditRequest&, const EditRequest&) = default;
};
/// By the reseller, with the link: whoever does not hold it is told that there is no such partnership.
struct AcceptPartnership {
    static constexpr std::string_view name = "accept_partnership";
    PartnerId reseller{};  ///< the actor's, unless the host asks
    std::string link_digest{};
    bool is_authorised{false};  ///< B8: the box is ticked: the provider may order for the reseller's customers
    friend bool operator==(const AcceptPartnership&, const AcceptPartnership&) = default;
};
/// By the reseller, with the link.
struct DeclinePartnership {
    static constexpr std::string_view name = "decline_partnership";
    std::string link_digest{};
    friend bool operator==(const DeclinePartnership&, const DeclinePartnership&) = default;
};
/// By the provider, before it is accepted.
struct WithdrawRequest {
    static constexpr std::string_view name = "withdraw_request";
    friend bool operator==(const WithdrawRequest&, const WithdrawRequest&) = default;
};
/// By the provider. Customers, grants and MPN ids stay as they are; nothing new names the reseller.
struct RemovePartnership {
    static constexpr std::string_view name = "remove_partnership";
    bool is_confirmed{false};
    friend bool operator==(const RemovePartnership&, const RemovePartnership&) = default;
};
/// By the reseller: the provider is no longer an administrator of the reseller's own tenant (B8).
struct RevokeProviderAccess {
    static constexpr std::string_view name = "revoke_provider_access";
    friend bool operator==(const RevokeProviderAccess&, const RevokeProviderAccess&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct PartnershipRequested {
    static constexpr std::string_view name = "partnership_requested";
    PartnerId provider{};
    std::string reseller_email{};
    std::string text{};
    std::string link_digest{};
    Instant requested_at{};
    friend bool operator==(const PartnershipRequested&, const PartnershipRequested&) = default;
};
struct RequestEdited {
    static constexpr std::string_view name = "request_edited";
    std::string text{};
    friend bool operator==(const RequestEdited&, const RequestEdited&) = default;
};
struct PartnershipAccepted {
    static constexpr std::string_view name = "partnership_accepted";
    PartnerId reseller{};
    Instant accepted_at{};
    friend bool operator==(const PartnershipAccepted&, const PartnershipAccepted&) = default;
};
struct PartnershipDeclined {
    static constexpr std::string_view name = "partnership_declined";
    Instant declined_at{};
    friend bool operator==(const PartnershipDeclined&, const PartnershipDeclined&) = default;
};
struct RequestWithdrawn {
    static constexpr std::string_view name = "request_withdrawn";
    Instant withdrawn_at{};
    friend bool operator==(const RequestWithdrawn&, const RequestWithdrawn&) = default;
};
struct PartnershipRemoved {
    static constexpr std::string_view name = "partnership_removed";
    Instant removed_at{};
    friend bool operator==(const PartnershipRemoved&, const PartnershipRemoved&) = default;
};
struct ProviderAccessRevoked {
    static constexpr std::string_view name = "provider_access_revoked";
    friend bool operator==(const ProviderAccessRevoked&, const ProviderAccessRevoked&) = default;
};

/// What a decision about a partnership may need. Pointers are borrowed; null: there is none.
struct PartnershipFacts {
    const Partner* provider{nullptr};
    const Partner* reseller{nullptr};  ///< the one that accepts
    bool is_joined_already{false};     ///< another partnership of the same two is active
};

struct Partnership {
    static constexpr std::string_view name = "partnership";
    static constexpr Kind kind_of_record = Kind::partnership;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Requested {
        static constexpr std::string_view name = "requested";
        Instant requested_at{};
        friend bool operator==(const Requested&, const Requested&) = default;
    };
    struct Active {
        static constexpr std::string_view name = "active";
        Instant accepted_at{};
        bool is_provider_admin{true};  ///< of the reseller's own tenant, until the reseller revokes it
        friend bool operator==(const Active&, const Active&) = default;
    };
    struct Declined {
        static constexpr std::string_view name = "declined";
        Instant declined_at{};
        friend bool operator==(const Declined&, const Declined&) = default;
    };
    struct Withdrawn {
        static constexpr std::string_view name = "withdrawn";
        Instant withdrawn_at{};
        friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
    };
    struct Removed {
        static constexpr std::string_view name = "removed";
        Instant removed_at{};
        friend bool operator==(const Removed&, const Removed&) = default;
    };

    using Phase = std::variant<Absent, Requested, Active, Declined, Withdrawn, Removed>;
    using Command = std::variant<RequestPartnership, EditRequest, AcceptPartnership, DeclinePartnership,
                                 WithdrawRequest, RemovePartnership, RevokeProviderAccess>;
    using Event = std::variant<PartnershipRequested, RequestEdited, PartnershipAccepted, PartnershipDeclined,
                               RequestWithdrawn, PartnershipRemoved, ProviderAccessRevoked>;
    using Facts = PartnershipFacts;

    PartnerId provider{};
    PartnerId reseller{};  ///< nil until it is accepted, and again once it is removed and asked for anew
    std::string reseller_email{};
    std::string text{};         ///< with link_mark where the link stands
    std::string link_digest{};  ///< of the link that is waited for; empty: none is
    Phase phase{};
    friend bool operator==(const Partnership&, const Partnership&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Partnership::Event> decide(const Question<Partnership>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Partnership>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Partnership& partnership, const Partnership::Event& event);
/// The table in words.
MachineText partnership_table();

inline constexpr std::size_t link_digest_digits = 64;
/// 64 hexadecimal digits in lower case.
bool is_link_digest(std::string_view digest);
/// Whether that digest is the one of the link that is waited for. Takes as long whichever digit is wrong.
bool is_its_link(const Partnership& partnership, std::string_view digest);

/// The digest that comes with a command by which a request is answered; nullptr: with others comes none.
const std::string* link_shown_with(const Partnership::Command& command);
/// RES-10: the answer to every link but the right one.
Error link_unknown();

/// RES-09: a "mailto:" address (RFC 6068) that opens the message in the default email program.
std::string open_in_email(std::string_view receiver, std::string_view subject, std::string_view text);

}  // namespace csp
