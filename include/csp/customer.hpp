// A customer of a partner: a company with a tenant, whose id is the customer's id.
//
// Rules: CUS-01..04, GEN-01; extended B1 (address, registration number), B2 (qualification), C1. The table stands in
// src/domain/customer.cpp and is printed into docs/states/customer.md. Pure: see csp/machine.hpp.
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
#include "csp/policy.hpp"

namespace csp {

struct Partner;

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

// ---- what can be asked: imperative ---------------------------------------------------------------
struct CreateCustomer {
    static constexpr std::string_view name = "create_customer";
    PartnerId partner{};
    std::string domain{};  ///< its primary domain, in any case; kept in lower case
    BillingProfile profile{};
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
struct OrderRecorded {
    static constexpr std::string_view name = "order_recorded";
    OrderId order{};
    friend bool operator==(const OrderRecorded&, const OrderRecorded&) = default;
};

/// What a decision about a customer may need from other records. Only creating one needs any.
struct CustomerFacts {
    std::int32_t domain_taken{0};     ///< how many other customers of the store have that domain, by lower_ascii
    const Partner* partner{nullptr};  ///< the one that is to have it; borrowed; null: there is none
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

    using Phase = std::variant<Absent, Active>;
    using Command = std::variant<CreateCustomer, UpdateBillingProfile, SetQualification, ResolveQualification,
                                 RecordQualification, RecordOrder>;
    using Event = std::variant<CustomerCreated, BillingProfileUpdated, QualificationSet, QualificationResolved,
                               QualificationRecorded, OrderRecorded>;
    using Facts = CustomerFacts;

    PartnerId partner{};
    Cloud cloud{Cloud::global};  ///< its partner's
    std::string domain{};        ///< lower case; unique in the store
    BillingProfile profile{};
    std::vector<Qualification> qualifications{};  ///< sorted, none twice; empty: commercial
    Vetting vetting{};
    std::int64_t orders_placed{0};
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

/// CUS-02, by the matrix of extended B2. An offer that lists no qualification is commercial; one that lists several
/// is for a customer that has any of them. A government customer buys government offers and nothing else.
/// A name that csp does not know is satisfied by nobody.
bool may_buy_segment(const Customer& customer, std::span<const std::string> offer_customer_qualifications);

}  // namespace csp
