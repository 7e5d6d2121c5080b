// A partner: a company in the Cloud Solution Provider programme that sells to customers, or helps others to.
//
// Rules: RES-01, GEN-01; extended B4 (restricted partners), C9 (debts). The table: src/domain/partner.cpp, printed into
// docs/states/partner.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/market.hpp"
#include "csp/money.hpp"
#include "csp/policy.hpp"
#include "csp/time.hpp"

namespace csp {

/// RES-01: who buys from Microsoft. An indirect reseller does not: its provider does.
enum class PartnerKind : std::uint8_t { direct_bill = 1, indirect_provider = 2, indirect_reseller = 3 };

/// What a partner enrols with.
struct Enrolment {
    std::string company_name{};
    PartnerKind kind{};
    std::string mpn_id{};  ///< digits; of the location, no two partners have the same one
    Country country{};
    Cloud cloud{Cloud::global};
    std::int32_t billing_day{1};  ///< 1 to 31; a shorter month bills on its last day
    Currency billing_currency{};
    friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

/// An invoice that is issued and not paid.
struct Debt {
    InvoiceId invoice{};
    std::int64_t number{0};  ///< of the invoice
    Date last_day{};         ///< the last one on which the partner may still sell something new
    friend bool operator==(const Debt&, const Debt&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
struct EnrolPartner {
    static constexpr std::string_view name = "enrol_partner";
    Enrolment enrolment{};
    friend bool operator==(const EnrolPartner&, const EnrolPartner&) = default;
};
struct ChangeBillingDay {
    static constexpr std::string_view name = "change_billing_day";
    std::int32_t billing_day{1};
    friend bool operator==(const ChangeBillingDay&, const ChangeBillingDay&) = default;
};
/// No new orders, add-ons, customers or relationships; what there is goes on (extended B4).
struct RestrictPartner {
    static constexpr std::string_view name = "restrict_partner";
    std::string reason{};  ///< may be empty
    friend bool operator==(const RestrictPartner&, const RestrictPartner&) = default;
};
struct ReinstatePartner {
    static constexpr std::string_view name = "reinstate_partner";
    friend bool operator==(const ReinstatePartner&, const ReinstatePartner&) = default;
};
/// The Microsoft Partner Agreement, which a reseller has to sign (C2).
struct RecordAgreement {
    static constexpr std::string_view name = "record_agreement";
    Date signed_on{};  ///< not in the future
    friend bool operator==(const RecordAgreement&, const RecordAgreement&) = default;
};
struct LeaveProgramme {
    static constexpr std::string_view name = "leave_programme";
    friend bool operator==(const LeaveProgramme&, const LeaveProgramme&) = default;
};

// ---- what its invoices ask (src/domain/billing_reaction.cpp) ----------------------------------------------
struct NoteDebt {
    static constexpr std::string_view name = "note_debt";
    static constexpr bool is_asked_by_csp = true;
    Debt debt{};
    friend bool operator==(const NoteDebt&, const NoteDebt&) = default;
};
/// It was paid, or a credit note cancelled it.
struct ClearDebt {
    static constexpr std::string_view name = "clear_debt";
    static constexpr bool is_asked_by_csp = true;
    InvoiceId invoice{};
    friend bool operator==(const ClearDebt&, const ClearDebt&) = default;
};
/// As soon as nothing is long overdue any more. A restriction by the host is the host's to lift.
struct ReinstateAfterDebt {
    static constexpr std::string_view name = "reinstate_after_debt";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const ReinstateAfterDebt&, const ReinstateAfterDebt&) = default;
};
// ---- what time asks: at its own due moment ---------------------------------------------------------
struct RestrictForDebt {
    static constexpr std::string_view name = "restrict_for_debt";
    static constexpr bool is_asked_by_csp = true;
    friend bool operator==(const RestrictForDebt&, const RestrictForDebt&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct PartnerEnrolled {
    static constexpr std::string_view name = "partner_enrolled";
    Enrolment enrolment{};
    friend bool operator==(const PartnerEnrolled&, const PartnerEnrolled&) = default;
};
struct BillingDayChanged {
    static constexpr std::string_view name = "billing_day_changed";
    std::int32_t before{1};
    std::int32_t billing_day{1};
    friend bool operator==(const BillingDayChanged&, const BillingDayChanged&) = default;
};
struct PartnerRestricted {
    static constexpr std::string_view name = "partner_restricted";
    std::string reason{};
    Instant since{};
    bool is_for_debt{false};
    friend bool operator==(const PartnerRestricted&, const PartnerRestricted&) = default;
};
struct PartnerReinstated {
    static constexpr std::string_view name = "partner_reinstated";
    Instant reinstated_at{};  ///< of a restriction for debt: what was long overdue restricts no more
    friend bool operator==(const PartnerReinstated&, const PartnerReinstated&) = default;
};
struct DebtNoted {
    static constexpr std::string_view name = "debt_noted";
    Debt debt{};
    friend bool operator==(const DebtNoted&, const DebtNoted&) = default;
};
struct DebtCleared {
    static constexpr std::string_view name = "debt_cleared";
    InvoiceId invoice{};
    Date cleared_on{};
    friend bool operator==(const DebtCleared&, const DebtCleared&) = default;
};
struct AgreementRecorded {
    static constexpr std::string_view name = "agreement_recorded";
    Date signed_on{};
    friend bool operator==(const AgreementRecorded&, const AgreementRecorded&) = default;
};
struct ProgrammeLeft {
    static constexpr std::string_view name = "programme_left";
    Instant left_at{};
    friend bool operator==(const ProgrammeLeft&, const ProgrammeLeft&) = default;
};

/// What a decision about a partner may need from other records.
struct PartnerFacts {
    std::int32_t mpn_taken{0};  ///< how many other partners have the MPN id that is asked for, those who left included
};

struct Partner {
    static constexpr std::string_view name = "partner";
    static constexpr Kind kind_of_record = Kind::partner;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Enrolled {
        static constexpr std::string_view name = "enrolled";
        friend bool operator==(const Enrolled&, const Enrolled&) = default;
    };
    struct Restricted {
        static constexpr std::string_view name = "restricted";
        std::string reason{};
        Instant since{};
        bool is_for_debt{false};  ///< C9: it ends with the debt; or else the host lifts it
        friend bool operator==(const Restricted&, const Restricted&) = default;
    };
    struct Left {
        static constexpr std::string_view name = "left";
        Instant left_at{};
        friend bool operator==(const Left&, const Left&) = default;
    };

    using Phase = std::variant<Absent, Enrolled, Restricted, Left>;
    using Command = std::variant<EnrolPartner, ChangeBillingDay, RestrictPartner, ReinstatePartner, RecordAgreement,
                                 LeaveProgramme, NoteDebt, ClearDebt, ReinstateAfterDebt, RestrictForDebt>;
    using Event = std::variant<PartnerEnrolled, BillingDayChanged, PartnerRestricted, PartnerReinstated,
                               AgreementRecorded, ProgrammeLeft, DebtNoted, DebtCleared>;
    using Facts = PartnerFacts;

    std::string company_name{};
    PartnerKind kind{};
    std::string mpn_id{};
    Country country{};
    Cloud cloud{Cloud::global};
    std::int32_t billing_day{1};
    Currency billing_currency{};
    bool has_agreement{false};  ///< B14: the Microsoft Partner Agreement
    Date agreement_signed_on{};
    std::vector<Debt> debts{};  ///< C9: its open invoices, the oldest first
    Phase phase{};
    friend bool operator==(const Partner&, const Partner&) = default;
};

/// When it is due next, and for what.
struct PartnerDeadline {
    Instant at{};
    Partner::Command command{};
    friend bool operator==(const PartnerDeadline&, const PartnerDeadline&) = default;
};

/// A reseller that a command names, as the partner that names it sees it.
struct ResellerFacts {
    PartnerId id{};                   ///< nil: nobody has that MPN id, or none is named
    const Partner* partner{nullptr};  ///< borrowed; null: there is none
    bool is_partnered{false};         ///< RES-12: the two have an active partnership
};

/// The event, or every reason why not. Changes nothing.
Result<Partner::Event> decide(const Question<Partner>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<Partner>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(Partner& partner, const Partner::Event& event);
/// C9: the moment after the last day of its first debt.
std::optional<PartnerDeadline> next_deadline(const Partner& partner);
/// C9: it has no debt whose last day is over on that day.
bool owes_nothing_for_long(const Partner& partner, Date day);
/// The table in words.
MachineText partner_table();

/// RES-01: one to Policy::mpn_id_digits digits.
bool is_mpn_id(std::string_view text, const Policy& policy);

/// RES-01: it is enrolled, not restricted, and buys from Microsoft itself. New orders, new add-ons and new customers
/// ask this; changes to what there is do not.
bool may_order(const Partner& partner);
/// Why not. Ask only when may_order says no.
Error why_may_not_order(const Partner& partner);
/// B15: for whoever left the programme nothing grows or comes back.
bool is_in_the_programme(const Partner& partner);
/// Why not. Ask only when is_in_the_programme says no.
Error why_not_in_the_programme(const Partner& partner);

}  // namespace csp
