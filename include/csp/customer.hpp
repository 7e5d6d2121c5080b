// A customer of a partner: a company with a tenant, whose id is the customer's id.
//
// Rules: CUS-01..07, GEN-01, RES-05, RES-12, RES-14..17; extended B1 (address, registration number), B2
// (qualification), B9 (relationship), C1. The table stands in src/domain/customer.cpp and is printed into
// docs/states/customer.md. Pure: see csp/machine.hpp.
// Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/country_rules.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/partner.hpp"
#include "csp/policy.hpp"

namespace csp {

struct SoftwareOrder;
struct Subscription;

/// CUS-02: what kind of customer it is, which decides what it may buy. The numbers are stored.
enum class Qualification : std::uint8_t {
    none = 0,
    education = 1,
    nonprofit = 2,
    government_community_cloud = 3,
    state_owned_entity = 4,
};
/// As offers spell it: "GovernmentCommunityCloud"; "None" for none, "Unknown" for a number that is none of them.
std::string_view name_of(Qualification qualification);

/// Where the vetting of an education customer stands. Approved is not a stand: it is a qualification.
enum class VettingStatus : std::uint8_t { none = 0, in_review = 1, denied = 2 };
struct Vetting {
    VettingStatus status{VettingStatus::none};
    std::string reason{};  ///< why it was denied
    friend bool operator==(const Vetting&, const Vetting&) = default;
};

/// What the partner writes about it, and may change.
struct BillingProfile {
    std::string company_name{};  ///< not unique: commands name the id or the domain (CUS-03)
    std::string email{};
    std::string culture{};              ///< "en-US"
    std::string language{};             ///< two letters: "en"
    std::string registration_number{};  ///< required in Policy::registration_number_markets, forbidden elsewhere
    Address address{};
    friend bool operator==(const BillingProfile&, const BillingProfile&) = default;
};

/// CUS-07: the first administrator of the customer's tenant, who gets a temporary password.
struct AdminUser {
    std::string user_name{};      ///< "admin@contoso.onmicrosoft.com"; empty: there is none
    std::string password_hash{};  ///< of Argon2id, as libsodium writes it; the password itself is kept nowhere
    friend bool operator==(const AdminUser&, const AdminUser&) = default;
};

/// RES-14: what a reseller may do for a customer. The numbers are stored.
enum class GrantKind : std::uint8_t {
    reseller_admin = 1,      ///< RES-15: administers the customer's account and subscriptions
    azure_tenant_owner = 2,  ///< given in the Azure portal; being associated does not imply it
};
struct AccessGrant {
    GrantKind kind{};
    PartnerId reseller{};
    Instant granted_at{};
    std::optional<Instant> revoked_at{};  ///< nothing: it holds
    friend bool operator==(const AccessGrant&, const AccessGrant&) = default;
};

/// What a new customer buys at once. It has no subscriptions yet, so an add-on names a line.
struct FirstLine {
    OfferId offer{};
    std::int32_t quantity{0};
    std::string friendly_name{};
    std::optional<std::int32_t> parent_line{};  ///< of an add-on: a line that stands before it, counted from 0
    std::string reseller_mpn_id{};              ///< RES-18: the reseller of record; empty: none
    friend bool operator==(const FirstLine&, const FirstLine&) = default;
};
struct FirstOrder {
    Cycle cycle{Cycle::monthly};
    std::vector<FirstLine> lines{};  ///< empty: it buys nothing yet
    OrderId order{};                 ///< the engine makes it, and the ids below (CONV-7)
    std::vector<SubscriptionId> new_ids{};
    friend bool operator==(const FirstOrder&, const FirstOrder&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
struct CreateCustomer {
    static constexpr std::string_view name = "create_customer";
    PartnerId partner{};
    std::string domain{};  ///< its primary domain, in any case; kept in lower case
    BillingProfile profile{};
    PartnerId reseller{};      ///< RES-15: who is to manage it; nil: it is the partner's own
    FirstOrder first_order{};  ///< RES-16: bought in the same commit, or there is no customer either
    AdminUser admin_user{};    ///< Engine::create_customer makes its password
    friend bool operator==(const CreateCustomer&, const CreateCustomer&) = default;
};
struct UpdateBillingProfile {
    static constexpr std::string_view name = "update_billing_profile";
    BillingProfile profile{};
    friend bool operator==(const UpdateBillingProfile&, const UpdateBillingProfile&) = default;
};
/// By the partner: education, or government community cloud with its validation code; only for a customer without one.
struct SetQualification {
    static constexpr std::string_view name = "set_qualification";
    Qualification qualification{Qualification::none};
    std::string validation_code{};  ///< of government community cloud; empty otherwise
    friend bool operator==(const SetQualification&, const SetQualification&) = default;
};
/// By the host: what Microsoft's review of an education customer came to.
struct ResolveQualification {
    static constexpr std::string_view name = "resolve_qualification";
    bool is_approved{false};
    std::string reason{};  ///< "Not an Academic Domain"; needed when denied, empty when approved
    friend bool operator==(const ResolveQualification&, const ResolveQualification&) = default;
};
/// By the host: nonprofit or state-owned entity, which Microsoft gives and no partner can set.
struct RecordQualification {
    static constexpr std::string_view name = "record_qualification";
    Qualification qualification{Qualification::none};
    friend bool operator==(const RecordQualification&, const RecordQualification&) = default;
};

/// RES-05: an existing customer's reseller from now on, who administers it. Another one's grants stay until revoked.
struct AssociateReseller {
    static constexpr std::string_view name = "associate_reseller";
    PartnerId reseller{};
    friend bool operator==(const AssociateReseller&, const AssociateReseller&) = default;
};
struct GrantAccess {
    static constexpr std::string_view name = "grant_access";
    PartnerId reseller{};
    GrantKind kind{};
    friend bool operator==(const GrantAccess&, const GrantAccess&) = default;
};
struct RevokeAccess {
    static constexpr std::string_view name = "revoke_access";
    PartnerId reseller{};
    GrantKind kind{};
    friend bool operator==(const RevokeAccess&, const RevokeAccess&) = default;
};
/// B9: it leaves the list and buys nothing more. Refused with everything that still stands in the way.
struct RemoveRelationship {
    static constexpr std::string_view name = "remove_relationship";
    friend bool operator==(const RemoveRelationship&, const RemoveRelationship&) = default;
};
/// B9: asks a former customer to come back.
struct RequestRelationship {
    static constexpr std::string_view name = "request_relationship";
    friend bool operator==(const RequestRelationship&, const RequestRelationship&) = default;
};
/// By the host: the customer's global admin has accepted the request.
struct AcceptRelationship {
    static constexpr std::string_view name = "accept_relationship";
    friend bool operator==(const AcceptRelationship&, const AcceptRelationship&) = default;
};

// ---- what an order asks of its customer (src/domain/reaction.cpp) --------------------------------------
/// Counts it, so that two orders at the same time meet in this record and one of them decides again.
struct RecordOrder {
    static constexpr std::string_view name = "record_order";
    static constexpr bool is_asked_by_csp = true;
    OrderId order{};
    friend bool operator==(const RecordOrder&, const RecordOrder&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct CustomerCreated {
    static constexpr std::string_view name = "customer_created";
    PartnerId partner{};
    Cloud cloud{Cloud::global};
    std::string domain{};
    BillingProfile profile{};
    PartnerId reseller{};  ///< it administers the customer from now on (RES-15)
    FirstOrder first_order{};
    AdminUser admin_user{};
    Instant created_at{};  ///< 1970-01-01: stored before csp kept it
    friend bool operator==(const CustomerCreated&, const CustomerCreated&) = default;
};
struct BillingProfileUpdated {
    static constexpr std::string_view name = "billing_profile_updated";
    BillingProfile profile{};
    friend bool operator==(const BillingProfileUpdated&, const BillingProfileUpdated&) = default;
};
/// Asked for by the partner. `qualifications` and `vetting` are as they are from now on.
struct QualificationSet {
    static constexpr std::string_view name = "qualification_set";
    Qualification qualification{Qualification::none};
    std::string validation_code{};
    std::vector<Qualification> qualifications{};
    Vetting vetting{};
    friend bool operator==(const QualificationSet&, const QualificationSet&) = default;
};
struct QualificationResolved {
    static constexpr std::string_view name = "qualification_resolved";
    bool is_approved{false};
    std::vector<Qualification> qualifications{};
    Vetting vetting{};
    friend bool operator==(const QualificationResolved&, const QualificationResolved&) = default;
};
struct QualificationRecorded {
    static constexpr std::string_view name = "qualification_recorded";
    Qualification qualification{Qualification::none};
    std::vector<Qualification> qualifications{};
    friend bool operator==(const QualificationRecorded&, const QualificationRecorded&) = default;
};
struct ResellerAssociated {
    static constexpr std::string_view name = "reseller_associated";
    PartnerId reseller{};
    Instant associated_at{};
    friend bool operator==(const ResellerAssociated&, const ResellerAssociated&) = default;
};
struct AccessGranted {
    static constexpr std::string_view name = "access_granted";
    PartnerId reseller{};
    GrantKind kind{};
    Instant granted_at{};
    friend bool operator==(const AccessGranted&, const AccessGranted&) = default;
};
struct AccessRevoked {
    static constexpr std::string_view name = "access_revoked";
    PartnerId reseller{};
    GrantKind kind{};
    Instant revoked_at{};
    friend bool operator==(const AccessRevoked&, const AccessRevoked&) = default;
};
struct RelationshipRemoved {
    static constexpr std::string_view name = "relationship_removed";
    Instant removed_at{};
    friend bool operator==(const RelationshipRemoved&, const RelationshipRemoved&) = default;
};
struct RelationshipRequested {
    static constexpr std::string_view name = "relationship_requested";
    Instant requested_at{};
    friend bool operator==(const RelationshipRequested&, const RelationshipRequested&) = default;
};
struct RelationshipEstablished {
    static constexpr std::string_view name = "relationship_established";
    Instant established_at{};
    friend bool operator==(const RelationshipEstablished&, const RelationshipEstablished&) = default;
};
struct OrderRecorded {
    static constexpr std::string_view name = "order_recorded";
    OrderId order{};
    friend bool operator==(const OrderRecorded&, const OrderRecorded&) = default;
};

/// A record with its id. Borrowed.
template <class S>
struct WithId {
    Id<S> id{};
    const S* state{nullptr};
};
/// What a decision about a customer may need from other records. Pointers are borrowed; null: there is none.
struct CustomerFacts {
    std::int32_t domain_taken{0};     ///< how many other customers of the store have that domain, by lower_ascii
    const Partner* partner{nullptr};  ///< the one that has it, or is to have it
    ResellerFacts reseller{};         ///< the one that the command names
    // Everything the customer has, settled, to remove the relationship:
    std::vector<WithId<Subscription>> subscriptions{};
    std::vector<WithId<SoftwareOrder>> software_orders{};
};

struct Customer {
    static constexpr std::string_view name = "customer";
    static constexpr Kind kind_of_record = Kind::customer;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Active {
        static constexpr std::string_view name = "active";
        friend bool operator==(const Active&, const Active&) = default;
    };

    /// The relationship with the partner is over. What is suspended stays so until its day comes (B9).
    struct Removed {
        static constexpr std::string_view name = "removed";
        Instant removed_at{};
        bool is_asked_back{false};  ///< a request to come back waits for the customer's answer
        friend bool operator==(const Removed&, const Removed&) = default;
    };

    using Phase = std::variant<Absent, Active, Removed>;
    using Command = std::variant<CreateCustomer, UpdateBillingProfile, SetQualification, ResolveQualification,
                                 RecordQualification, AssociateReseller, GrantAccess, RevokeAccess, RemoveRelationship,
                                 RequestRelationship, AcceptRelationship, RecordOrder>;
    using Event = std::variant<CustomerCreated, BillingProfileUpdated, QualificationSet, QualificationResolved,
                               QualificationRecorded, ResellerAssociated, AccessGranted, AccessRevoked,
                               RelationshipRemoved, RelationshipRequested, RelationshipEstablished, OrderRecorded>;
    using Facts = CustomerFacts;

    PartnerId partner{};
    Cloud cloud{Cloud::global};  ///< its partner's
    std::string domain{};        ///< lower case; unique in the store
    BillingProfile profile{};
    std::vector<Qualification> qualifications{};  ///< sorted, none twice; empty: commercial
    Vetting vetting{};
    std::int64_t orders_placed{0};
    PartnerId reseller{};               ///< CUS-05: the one it is associated with; nil: none
    std::vector<AccessGrant> grants{};  ///< in the order they were given, revoked ones too
    AdminUser admin_user{};
    Phase phase{};
    friend bool operator==(const Customer&, const Customer&) = default;
};

/// The event, or every reason why not. Changes nothing. The fields of a profile are named without it: "address.city".
Result<Customer::Event> decide(const Question<Customer>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Customer>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Customer& customer, const Customer::Event& event);
/// The table in words.
MachineText customer_table();

bool has(const Customer& customer, Qualification qualification);
/// RES-15: whether that grant holds now.
bool has_access(const Customer& customer, const PartnerId& reseller, GrantKind kind);
/// "reseller_admin", "azure_tenant_owner"; "unknown" for a number that is neither.
std::string_view name_of(GrantKind kind);
/// CUS-07: why the temporary password is not told again.
Error setup_info_is_gone(const Customer& customer);

/// CUS-02, by the matrix of extended B2. An offer that lists no qualification is commercial; one that lists several
/// is for a customer that has any of them. A government customer buys government offers and nothing else.
/// A name that csp does not know is satisfied by nobody.
bool may_buy_segment(const Customer& customer, std::span<const std::string> offer_customer_qualifications);

}  // namespace csp
