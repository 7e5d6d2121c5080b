// An entitlement: the right to one bought line of software, with its key and the links it has been given.
//
// The key is sealed by the engine before it comes here and opened after it leaves; this noun never sees it in clear.
// Rules: ENT-01..04, ENT-07..09, CAN-17, CAN-18, LOG-02; extended B7, C6. The table stands in
// src/domain/entitlement.cpp and is printed into docs/states/entitlement.md.
// Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/customer.hpp"
#include "csp/download_link.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/product.hpp"
#include "csp/time.hpp"

namespace csp {

/// What is agreed when it is bought.
struct Grant {
    PartnerId partner{};
    CustomerId customer{};
    SoftwareOrderId order{};
    std::int32_t line{0};
    ProductId product{};
    std::string product_name{};
    ProductKind kind{};
    std::int32_t quantity{0};
    std::optional<Term> term{};  ///< nothing: perpetual
    std::vector<Artifact> artifacts{};
    Instant bought_at{};
    friend bool operator==(const Grant&, const Grant&) = default;
};

/// One link for each artifact; asking again when it has expired renews it under the same id.
struct ArtifactLink {
    Artifact artifact{};
    DownloadLinkId link{};
    friend bool operator==(const ArtifactLink&, const ArtifactLink&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
/// ENT-04: one key for the line, whatever artifact it is asked with.
struct GetKeys {
    static constexpr std::string_view name = "get_keys";
    Artifact artifact{};
    std::string sealed_key{};  ///< the engine fills it in the first time; empty: as it is
    friend bool operator==(const GetKeys&, const GetKeys&) = default;
};
/// ENT-04, ENT-07: the link of that artifact, renewed when it has expired.
struct GetLink {
    static constexpr std::string_view name = "get_link";
    Artifact artifact{};
    DownloadLinkId new_link{};  ///< the engine makes it; looked at when the artifact has none yet
    std::string sealed_url{};   ///< the engine fills it in; looked at when the link begins or begins again
    friend bool operator==(const GetLink&, const GetLink&) = default;
};

// ---- what other records and time ask -------------------------------------------------------------------
struct GrantEntitlement {
    static constexpr std::string_view name = "grant_entitlement";
    static constexpr bool is_asked_by_csp = true;
    Grant grant{};
    friend bool operator==(const GrantEntitlement&, const GrantEntitlement&) = default;
};
struct RevokeEntitlement {
    static constexpr std::string_view name = "revoke_entitlement";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const RevokeEntitlement&, const RevokeEntitlement&) = default;
};
/// At the end of its term. Nothing renews itself (C6).
struct LapseEntitlement {
    static constexpr std::string_view name = "lapse_entitlement";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const LapseEntitlement&, const LapseEntitlement&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct EntitlementGranted {
    static constexpr std::string_view name = "entitlement_granted";
    Grant grant{};
    friend bool operator==(const EntitlementGranted&, const EntitlementGranted&) = default;
};
struct KeyAccessed {
    static constexpr std::string_view name = "key_accessed";
    Artifact artifact{};
    std::string sealed_key{};
    friend bool operator==(const KeyAccessed&, const KeyAccessed&) = default;
};
struct LinkIssued {
    static constexpr std::string_view name = "link_issued";
    Artifact artifact{};
    DownloadLinkId link{};
    bool begins{false};        ///< it is new or has expired: another two weeks or 50 downloads
    std::string sealed_url{};  ///< where it begins
    friend bool operator==(const LinkIssued&, const LinkIssued&) = default;
};
struct EntitlementRevoked {
    static constexpr std::string_view name = "entitlement_revoked";
    Instant revoked_at{};
    friend bool operator==(const EntitlementRevoked&, const EntitlementRevoked&) = default;
};
struct EntitlementLapsed {
    static constexpr std::string_view name = "entitlement_lapsed";
    friend bool operator==(const EntitlementLapsed&, const EntitlementLapsed&) = default;
};

/// What a decision about an entitlement may need. Pointers are borrowed; null: there is none.
struct EntitlementFacts {
    const DownloadLink* link{nullptr};  ///< of the artifact that is asked for, as it stands now
    const Customer* customer{nullptr};  ///< whose it is, to get its keys and links; null: not asked
};

struct Entitlement {
    static constexpr std::string_view name = "entitlement";
    static constexpr Kind kind_of_record = Kind::entitlement;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Owned {
        static constexpr std::string_view name = "owned";
        friend bool operator==(const Owned&, const Owned&) = default;
    };
    /// Its term is over; keys and links are disabled.
    struct Lapsed {
        static constexpr std::string_view name = "lapsed";
        friend bool operator==(const Lapsed&, const Lapsed&) = default;
    };
    /// ENT-09: for good.
    struct Revoked {
        static constexpr std::string_view name = "revoked";
        Instant revoked_at{};
        friend bool operator==(const Revoked&, const Revoked&) = default;
    };

    using Phase = std::variant<Absent, Owned, Lapsed, Revoked>;
    using Command = std::variant<GetKeys, GetLink, GrantEntitlement, RevokeEntitlement, LapseEntitlement>;
    using Event = std::variant<EntitlementGranted, KeyAccessed, LinkIssued, EntitlementRevoked, EntitlementLapsed>;
    using Facts = EntitlementFacts;

    Grant grant{};
    std::string sealed_key{};           ///< empty: nobody has asked for it yet, it is revoked, or its term is over
    std::vector<ArtifactLink> links{};  ///< in the order they were first asked for
    Phase phase{};
    friend bool operator==(const Entitlement&, const Entitlement&) = default;
};

/// The event, or every reason why not. Changes nothing.
Result<Entitlement::Event> decide(const Question<Entitlement>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Entitlement>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Entitlement& entitlement, const Entitlement::Event& event);
/// The table in words.
MachineText entitlement_table();

/// What time asks next of it, or nothing.
struct EntitlementDeadline {
    Instant at{};
    Entitlement::Command command{};
};
std::optional<EntitlementDeadline> next_deadline(const Entitlement& entitlement);

/// B7: 00:00Z of the day its term is over; nothing for what has no end.
std::optional<Instant> expires_at(const Entitlement& entitlement);
/// CAN-16: what the dashboard shows of it: a cancellation may take Policy::projection_lag_us until it is seen.
struct OnTheDashboard {
    std::string_view phase{};  ///< the name of a phase
    Instant visible_by{};      ///< from this moment on it is the phase it is in
};
OnTheDashboard on_the_dashboard(const Entitlement& entitlement, const Policy& policy, Instant now);
/// The link of that artifact; nil: none has been asked for.
DownloadLinkId link_for(const Entitlement& entitlement, const Artifact& artifact);

}  // namespace csp
