// A download link: two weeks or 50 downloads of one artifact, whichever ends first.
//
// Direct downloads and those through a copied link count alike (ENT-05); copying costs nothing. A download counts
// when it is granted: whether the transfer came to its end is not known here. Where it leads is sealed.
// Rules: ENT-05..09; extended B7, C1, C7. The table stands in src/domain/download_link.cpp and is printed into
// docs/states/download_link.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/product.hpp"
#include "csp/time.hpp"

namespace csp {

struct Customer;

/// What it is a link to.
struct LinkTarget {
    PartnerId partner{};
    CustomerId customer{};
    SoftwareOrderId order{};
    EntitlementId entitlement{};
    ProductId product{};
    std::string product_name{};
    Artifact artifact{};
    friend bool operator==(const LinkTarget&, const LinkTarget&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
/// By a user of the partner, or by the host for whoever the link was handed to.
struct Download {
    static constexpr std::string_view name = "download";
    friend bool operator==(const Download&, const Download&) = default;
};

// ---- what other records and time ask -------------------------------------------------------------------
struct EnableLink {
    static constexpr std::string_view name = "enable_link";
    static constexpr bool is_asked_by_csp = true;
    LinkTarget target{};
    std::string sealed_url{};
    friend bool operator==(const EnableLink&, const EnableLink&) = default;
};
/// When its time is over, or its last download was granted.
struct ExpireLink {
    static constexpr std::string_view name = "expire_link";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ExpireLink&, const ExpireLink&) = default;
};
struct RevokeLink {
    static constexpr std::string_view name = "revoke_link";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const RevokeLink&, const RevokeLink&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct LinkEnabled {
    static constexpr std::string_view name = "link_enabled";
    LinkTarget target{};
    std::string sealed_url{};
    Instant issued_at{};
    Instant end{};                ///< the first moment it is no longer valid (CONV-3)
    std::int32_t allowance{0};    ///< downloads, from Policy::link_downloads
    std::int32_t times_begun{1};  ///< this one counted
    friend bool operator==(const LinkEnabled&, const LinkEnabled&) = default;
};
/// `used` counts this one. The first may bring the end nearer (ENT-06, from 2021-06-03).
struct Downloaded {
    static constexpr std::string_view name = "downloaded";
    std::int32_t used{0};
    Instant end{};
    friend bool operator==(const Downloaded&, const Downloaded&) = default;
};
struct LinkExpired {
    static constexpr std::string_view name = "link_expired";
    Instant expired_at{};
    std::int32_t used{0};
    friend bool operator==(const LinkExpired&, const LinkExpired&) = default;
};
struct LinkRevoked {
    static constexpr std::string_view name = "link_revoked";
    Instant revoked_at{};
    friend bool operator==(const LinkRevoked&, const LinkRevoked&) = default;
};

/// What a decision about a link may need. Pointers are borrowed; null: there is none.
struct DownloadLinkFacts {
    const Customer* customer{nullptr};  ///< whose it is, for a download by its partner; null: not asked
};

struct DownloadLink {
    static constexpr std::string_view name = "download_link";
    static constexpr Kind kind_of_record = Kind::download_link;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Valid {
        static constexpr std::string_view name = "valid";
        Instant issued_at{};
        Instant end{};
        std::int32_t allowance{0};
        std::int32_t used{0};
        std::string sealed_url{};
        friend bool operator==(const Valid&, const Valid&) = default;
    };
    struct Expired {
        static constexpr std::string_view name = "expired";
        Instant expired_at{};
        std::int32_t used{0};
        friend bool operator==(const Expired&, const Expired&) = default;
    };
    /// ENT-09: for good.
    struct Revoked {
        static constexpr std::string_view name = "revoked";
        Instant revoked_at{};
        friend bool operator==(const Revoked&, const Revoked&) = default;
    };

    using Phase = std::variant<Absent, Valid, Expired, Revoked>;
    using Command = std::variant<Download, EnableLink, ExpireLink, RevokeLink>;
    using Event = std::variant<LinkEnabled, Downloaded, LinkExpired, LinkRevoked>;
    using Facts = DownloadLinkFacts;

    LinkTarget target{};
    std::int32_t times_begun{0};
    Phase phase{};
    friend bool operator==(const DownloadLink&, const DownloadLink&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<DownloadLink::Event> decide(const Question<DownloadLink>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<DownloadLink>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(DownloadLink& link, const DownloadLink::Event& event);
/// The table in words.
MachineText download_link_table();

/// What time asks next of it, or nothing.
struct LinkDeadline {
    Instant at{};
    DownloadLink::Command command{};
};
std::optional<LinkDeadline> next_deadline(const DownloadLink& link);

/// ENT-06: whether a download would be granted at that moment: it is valid, its end has not come, and downloads are
/// left. Right also where nobody has asked yet for what fell due.
bool can_download(const DownloadLink& link, Instant at);
/// How many downloads are left; 0 unless it is valid.
std::int32_t downloads_left(const DownloadLink& link);

}  // namespace csp
