// A product: software, a reservation or a plan that is bought once, with its artifacts, prices and ways back.
//
// Rules: CAN-05..07, CAN-21, CAN-22, ENT-03, GEN-05, GEN-06, MKT-01; extended B6, B7. The table stands in
// src/domain/product.cpp and is printed into docs/states/product.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/policy.hpp"
#include "csp/price.hpp"

namespace csp {

/// The numbers are stored.
enum class ProductKind : std::uint8_t {
    perpetual_software = 1,
    software_subscription = 2,  ///< Windows Server, SQL Server
    reservation = 3,            ///< of Azure
    linux_plan = 4,             ///< SUSE Linux or Red Hat, in Azure
    security_updates = 5,       ///< Windows 7 Extended Security Updates 2020
};
std::string_view name_of(ProductKind kind);

/// CAN-05: how a purchase can be taken back. The numbers are stored.
enum class CancellationWay : std::uint8_t {
    none = 1,          ///< not at all, and no exchange either (CAN-07)
    window = 2,        ///< up to and including some day after the order (CONV-2)
    support_only = 3,  ///< by a customer support request (CAN-06)
};
/// What holds for orders from that day on, until the next entry.
struct CancellationPolicy {
    Date from{};
    CancellationWay way{CancellationWay::window};
    std::int32_t days{0};  ///< of a window: the last good day; 0 for the other ways
    friend bool operator==(const CancellationPolicy&, const CancellationPolicy&) = default;
};

/// What is credited when it is cancelled. The numbers are stored.
enum class CreditWay : std::uint8_t {
    by_kind = 0,   ///< as CAN-21 and CAN-22 say for its kind
    full = 1,      ///< 100 percent
    prorated = 2,  ///< for the days of the term that are not used
};

/// ENT-03: what can be downloaded: one version, in one language, as one kind of file for one system.
struct Artifact {
    std::string version{};    ///< "2019"
    std::string language{};   ///< "en-US"
    std::string file_type{};  ///< file type and system: "ISO, x64"
    friend auto operator<=>(const Artifact&, const Artifact&) = default;
    friend bool operator==(const Artifact&, const Artifact&) = default;
};
/// "2019, en-US, ISO, x64".
std::string text_of(const Artifact& artifact);

/// What is said about a product.
struct ProductSheet {
    std::string catalog_id{};  ///< Microsoft's own spelling of the id: "DG7GMGF0DWM4/0001"
    std::string name{};
    ProductKind kind{ProductKind::perpetual_software};
    std::int32_t term_months{0};  ///< 12 (P1Y) or 36 (P3Y); of perpetual software 0: it has no end
    std::int32_t minimum_quantity{1};
    std::int32_t maximum_quantity{1};
    std::vector<Artifact> artifacts{};               ///< none: there is nothing to download
    std::vector<CancellationPolicy> cancellation{};  ///< by their days, growing; before the first, as its kind has it
    CreditWay credit{CreditWay::by_kind};
    bool has_hybrid_benefit{false};  ///< GEN-06: Windows Server with Software Assurance; told, not judged
    friend bool operator==(const ProductSheet&, const ProductSheet&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
/// Lists it, or says anew what it is. What was bought before keeps what was agreed then.
struct ListProduct {
    static constexpr std::string_view name = "list_product";
    ProductSheet sheet{};
    friend bool operator==(const ListProduct&, const ListProduct&) = default;
};
/// No longer for sale. What was bought goes on, and listing it anew sells it again.
struct WithdrawProduct {
    static constexpr std::string_view name = "withdraw_product";
    friend bool operator==(const WithdrawProduct&, const WithdrawProduct&) = default;
};
/// One of the same market, currency and first day takes the place of the one before.
struct SetProductPrice {
    static constexpr std::string_view name = "set_product_price";
    Price price{};
    friend bool operator==(const SetProductPrice&, const SetProductPrice&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct ProductListed {
    static constexpr std::string_view name = "product_listed";
    ProductSheet sheet{};
    friend bool operator==(const ProductListed&, const ProductListed&) = default;
};
struct ProductWithdrawn {
    static constexpr std::string_view name = "product_withdrawn";
    friend bool operator==(const ProductWithdrawn&, const ProductWithdrawn&) = default;
};
struct ProductPriceSet {
    static constexpr std::string_view name = "product_price_set";
    Price price{};
    friend bool operator==(const ProductPriceSet&, const ProductPriceSet&) = default;
};

/// A decision about a product needs nothing from other records.
struct ProductFacts {};

struct Product {
    static constexpr std::string_view name = "product";
    static constexpr Kind kind_of_record = Kind::product;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Listed {
        static constexpr std::string_view name = "listed";
        friend bool operator==(const Listed&, const Listed&) = default;
    };
    struct Withdrawn {
        static constexpr std::string_view name = "withdrawn";
        friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
    };

    using Phase = std::variant<Absent, Listed, Withdrawn>;
    using Command = std::variant<ListProduct, WithdrawProduct, SetProductPrice>;
    using Event = std::variant<ProductListed, ProductWithdrawn, ProductPriceSet>;
    using Facts = ProductFacts;

    ProductSheet sheet{};
    std::vector<Price> prices{};  ///< sorted by market, currency and first day, one of each
    Phase phase{};
    friend bool operator==(const Product&, const Product&) = default;
};

/// The event, or every reason why not. Changes nothing. The fields of a sheet are named without it: "artifacts".
Result<Product::Event> decide(const Question<Product>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Product>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Product& product, const Product::Event& event);
/// The table in words.
MachineText product_table();

/// How an order of that day can be taken back: what the sheet says for that day, or else what the policy has for its
/// kind: a window of Policy::software_cancel_days for perpetual software and software subscriptions; support only for
/// reservations (B6 is for people) and, unless Policy::security_updates_by_support is false, security updates; none
/// for Linux plans. Policy::every_cancellation_by_support (CAN-09) turns every window into support only.
CancellationPolicy cancellation_policy_on(const ProductSheet& sheet, Date ordered_on, const Policy& policy);
/// CAN-21, CAN-22: full for perpetual software, Policy::software_credit for what has a term, unless the sheet says
/// otherwise. Never by_kind.
CreditWay credit_way_of(const ProductSheet& sheet, const Policy& policy);
/// ENT-03: NoSuchArtifact (reason "no_such_artifact") unless it is among them; the sentence names the nearest that
/// exist: those that agree in most of version, language and file type.
std::optional<Error> why_no_artifact(std::span<const Artifact> artifacts, std::string_view product,
                                     const Artifact& wanted);

}  // namespace csp
