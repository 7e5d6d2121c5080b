// A support request: the form with which a purchase is taken back where the dialog cannot.
//
// Rules: SUP-01..07, CAN-06, CAN-15; extended B13, C8. The table stands in src/domain/support_request.cpp and is
// printed into docs/states/support_request.md. Pure: see csp/machine.hpp. Threads: plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "csp/id.hpp"
#include "csp/machine.hpp"
#include "csp/money.hpp"
#include "csp/software_order.hpp"
#include "csp/time.hpp"

namespace csp {

/// SUP-02. The numbers are stored; other types of problem are free (SUP-02).
enum class ProblemType : std::uint8_t { other = 0, csp_purchase_refund_on_behalf_of_customers = 1 };
/// As the form spells it: "CSP Purchase/Refund on behalf of customers".
std::string_view text_of(ProblemType type);
/// SUP-03; extended B13. The numbers are Microsoft's; 0 is not filled in.
enum class Impact : std::uint8_t { unknown = 0, critical = 1, moderate = 2, minimal = 3 };

/// SUP-05: all three are required.
struct SupportContact {
    std::string name{};
    std::string email{};
    std::string phone{};
    friend bool operator==(const SupportContact&, const SupportContact&) = default;
};
/// SUP-06: csp keeps where it is, not what is in it.
struct Attachment {
    std::string file_name{};
    std::string reference{};  ///< the host's own: a path, a URL, a key
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// The form. Of the fields of a refund each is judged when it is submitted, not while it is drafted.
struct SupportForm {
    ProblemType type{ProblemType::other};
    Impact impact{Impact::unknown};
    std::string title{};
    CustomerId customer{};  ///< the tenant's GUID: SUP-04 wants this or the domain
    std::string domain{};
    SoftwareOrderId order{};  ///< SUP-04 wants this or the subscription
    SubscriptionId subscription{};
    std::vector<std::int32_t> lines{};  ///< of the order; empty: all that stand
    std::string refund_reason{};
    Money amount{};             ///< requested: more than 0, at most what the order cost
    std::string description{};  ///< of another type of problem; a refund's is made of its fields
    SupportContact contact{};
    std::vector<Attachment> attachments{};
    friend bool operator==(const SupportForm&, const SupportForm&) = default;
};
/// SUP-04: the description as the form wants it, one line for each field.
std::string description_of(const SupportForm& form);

struct SupportNote {
    Instant at{};
    bool is_from_support{false};
    std::string text{};
    friend bool operator==(const SupportNote&, const SupportNote&) = default;
};

// ---- what can be asked: imperative ---------------------------------------------------------------
struct DraftSupportRequest {
    static constexpr std::string_view name = "draft_support_request";
    PartnerId partner{};  ///< the engine fills it in for a partner's user
    SupportForm form{};
    friend bool operator==(const DraftSupportRequest&, const DraftSupportRequest&) = default;
};
struct ChangeSupportRequest {
    static constexpr std::string_view name = "change_support_request";
    SupportForm form{};
    friend bool operator==(const ChangeSupportRequest&, const ChangeSupportRequest&) = default;
};
struct SubmitSupportRequest {
    static constexpr std::string_view name = "submit_support_request";
    friend bool operator==(const SubmitSupportRequest&, const SubmitSupportRequest&) = default;
};
/// Answers what support asked, adds to an open request, or opens a closed one again.
struct AddSupportNote {
    static constexpr std::string_view name = "add_support_note";
    std::string text{};
    friend bool operator==(const AddSupportNote&, const AddSupportNote&) = default;
};
struct AttachFile {
    static constexpr std::string_view name = "attach_file";
    Attachment attachment{};
    friend bool operator==(const AttachFile&, const AttachFile&) = default;
};
/// By the host: support needs to know more.
struct AskForAttention {
    static constexpr std::string_view name = "ask_for_attention";
    std::string text{};
    friend bool operator==(const AskForAttention&, const AskForAttention&) = default;
};
/// By the host: support is done with it.
struct CloseSupportRequest {
    static constexpr std::string_view name = "close_support_request";
    std::string text{};
    friend bool operator==(const CloseSupportRequest&, const CloseSupportRequest&) = default;
};
/// By the host: support takes the purchase back, for that amount.
struct AcceptRefund {
    static constexpr std::string_view name = "accept_refund";
    Money amount{};  ///< more than 0, at most what those of the form's lines cost that still stand
    std::string text{};
    friend bool operator==(const AcceptRefund&, const AcceptRefund&) = default;
};

// ---- what can happen: past tense; stored for ever, so fields are only added -------------------------
struct SupportRequestDrafted {
    static constexpr std::string_view name = "support_request_drafted";
    PartnerId partner{};
    SupportForm form{};
    friend bool operator==(const SupportRequestDrafted&, const SupportRequestDrafted&) = default;
};
struct SupportRequestChanged {
    static constexpr std::string_view name = "support_request_changed";
    SupportForm form{};
    friend bool operator==(const SupportRequestChanged&, const SupportRequestChanged&) = default;
};
struct SupportRequestSubmitted {
    static constexpr std::string_view name = "support_request_submitted";
    Instant opened_at{};
    friend bool operator==(const SupportRequestSubmitted&, const SupportRequestSubmitted&) = default;
};
struct SupportNoteAdded {
    static constexpr std::string_view name = "support_note_added";
    SupportNote note{};
    friend bool operator==(const SupportNoteAdded&, const SupportNoteAdded&) = default;
};
struct FileAttached {
    static constexpr std::string_view name = "file_attached";
    Attachment attachment{};
    friend bool operator==(const FileAttached&, const FileAttached&) = default;
};
struct AttentionAskedFor {
    static constexpr std::string_view name = "attention_asked_for";
    SupportNote note{};
    friend bool operator==(const AttentionAskedFor&, const AttentionAskedFor&) = default;
};
struct SupportRequestClosed {
    static constexpr std::string_view name = "support_request_closed";
    SupportNote note{};
    Instant closed_at{};
    friend bool operator==(const SupportRequestClosed&, const SupportRequestClosed&) = default;
};
struct RefundAccepted {
    static constexpr std::string_view name = "refund_accepted";
    SoftwareOrderId order{};  ///< nil: a subscription's, which the host takes back itself
    std::vector<std::int32_t> lines{};
    Money amount{};
    SupportNote note{};
    Instant closed_at{};
    friend bool operator==(const RefundAccepted&, const RefundAccepted&) = default;
};

/// What a decision about a support request may need. Pointers are borrowed; null: there is none, or it is somebody
/// else's.
struct SupportRequestFacts {
    const Customer* customer{nullptr};          ///< by the id or the domain in the form
    CustomerId customer_id{};                   ///< its id; nil: there is none
    const SoftwareOrder* order{nullptr};        ///< in the form
    const Subscription* subscription{nullptr};  ///< in the form
    const Customer* buyer{nullptr};             ///< of that order or subscription, where the form names no customer
};

struct SupportRequest {
    static constexpr std::string_view name = "support_request";
    static constexpr Kind kind_of_record = Kind::support_request;

    struct Absent {
        static constexpr std::string_view name = "absent";
        friend bool operator==(const Absent&, const Absent&) = default;
    };
    struct Draft {
        static constexpr std::string_view name = "draft";
        friend bool operator==(const Draft&, const Draft&) = default;
    };
    struct Open {
        static constexpr std::string_view name = "open";
        friend bool operator==(const Open&, const Open&) = default;
    };
    struct AttentionNeeded {
        static constexpr std::string_view name = "attention_needed";
        friend bool operator==(const AttentionNeeded&, const AttentionNeeded&) = default;
    };
    struct Closed {
        static constexpr std::string_view name = "closed";
        Instant closed_at{};
        friend bool operator==(const Closed&, const Closed&) = default;
    };

    using Phase = std::variant<Absent, Draft, Open, AttentionNeeded, Closed>;
    using Command = std::variant<DraftSupportRequest, ChangeSupportRequest, SubmitSupportRequest, AddSupportNote,
                                 AttachFile, AskForAttention, CloseSupportRequest, AcceptRefund>;
    using Event = std::variant<SupportRequestDrafted, SupportRequestChanged, SupportRequestSubmitted, SupportNoteAdded,
                               FileAttached, AttentionAskedFor, SupportRequestClosed, RefundAccepted>;
    using Facts = SupportRequestFacts;

    PartnerId partner{};
    SupportForm form{};
    Instant opened_at{};
    std::vector<SupportNote> notes{};
    Money refunded{};  ///< no currency: nothing was
    Phase phase{};
    friend bool operator==(const SupportRequest&, const SupportRequest&) = default;
};

/// The event, or every reason why not. Changes nothing. The fields of a form are named without it: "amount".
Result<SupportRequest::Event> decide(const Question<SupportRequest>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<SupportRequest>& question, bool before_asking);
/// What the state is once this has happened.
void evolve(SupportRequest& request, const SupportRequest::Event& event);
/// The table in words.
MachineText support_request_table();

/// SUP-01: the form of that order as the Cancel dialog opens it: type, title, customer, domain, order, lines that
/// support has to judge, and the amount: what cancelling them today would credit (of a reservation, extended B6).
/// Refused (CAN-07) of an order of which nothing that stands can be cancelled by anybody.
Result<SupportForm> prefilled_form(const SoftwareOrderId& id, const SoftwareOrder& order, const CustomerId& customer_id,
                                   const Customer& customer, const Policy& policy, Date today);

}  // namespace csp
