// The pages on which a provider adds a customer for a reseller: details, subscriptions, review, confirmation.
//
// The wizard is a value in the hands of the host, never a record: one that is cancelled or forgotten has left nothing
// anywhere. Submitting it is one command, CreateCustomer, with everything in it.
// Rules: RES-16, RES-17, CUS-06, CUS-07; extended C3. The table stands in src/domain/new_customer_wizard.cpp and is
// printed into docs/states/new_customer_wizard.md. Pure: see csp/machine.hpp. Threads: a plain value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "csp/customer.hpp"
#include "csp/id.hpp"
#include "csp/machine.hpp"

namespace csp {

// ---- what can be asked: imperative ---------------------------------------------------------------
/// From the page of that reseller, which is selected already.
struct StartWizard {
    static constexpr std::string_view name = "start_wizard";
    PartnerId reseller{};
};
/// "Next: Subscriptions".
struct GiveDetails {
    static constexpr std::string_view name = "give_details";
    std::string domain{};
    BillingProfile profile{};
};
/// "Next: Review". `order` and `new_ids` are not looked at.
struct ChooseSubscriptions {
    static constexpr std::string_view name = "choose_subscriptions";
    FirstOrder first_order{};
};
struct SubmitWizard {
    static constexpr std::string_view name = "submit_wizard";
};
/// Aborts the whole: the only way back is to start over.
struct CancelWizard {
    static constexpr std::string_view name = "cancel_wizard";
};
/// "Done": closes the confirmation, and with it the setup info.
struct FinishWizard {
    static constexpr std::string_view name = "finish_wizard";
};

// ---- what can happen: past tense -------------------------------------------------------------------
struct WizardStarted {
    static constexpr std::string_view name = "wizard_started";
    PartnerId reseller{};
};
struct DetailsGiven {
    static constexpr std::string_view name = "details_given";
    std::string domain{};
    BillingProfile profile{};
};
struct SubscriptionsChosen {
    static constexpr std::string_view name = "subscriptions_chosen";
    FirstOrder first_order{};
};
struct WizardSubmitted {
    static constexpr std::string_view name = "wizard_submitted";
};
struct WizardCancelled {
    static constexpr std::string_view name = "wizard_cancelled";
};
struct WizardFinished {
    static constexpr std::string_view name = "wizard_finished";
};

/// What the tables of customers and orders say to what is known so far.
struct WizardFacts {
    ResellerFacts reseller{};        ///< to start: the one that is selected
    std::optional<Error> against{};  ///< why a customer like that could not be created now; nothing: it could
};

struct NewCustomerWizard {
    static constexpr std::string_view name = "new_customer_wizard";

    struct Unstarted {
        static constexpr std::string_view name = "unstarted";
    };
    struct Details {
        static constexpr std::string_view name = "details";
    };
    struct Subscriptions {
        static constexpr std::string_view name = "subscriptions";
    };
    struct Review {
        static constexpr std::string_view name = "review";
    };
    struct Confirmed {
        static constexpr std::string_view name = "confirmed";
    };
    struct Closed {
        static constexpr std::string_view name = "closed";
    };
    struct Aborted {
        static constexpr std::string_view name = "aborted";
    };

    using Phase = std::variant<Unstarted, Details, Subscriptions, Review, Confirmed, Closed, Aborted>;
    using Command =
        std::variant<StartWizard, GiveDetails, ChooseSubscriptions, SubmitWizard, CancelWizard, FinishWizard>;
    using Event = std::variant<WizardStarted, DetailsGiven, SubscriptionsChosen, WizardSubmitted, WizardCancelled,
                               WizardFinished>;
    using Facts = WizardFacts;

    PartnerId reseller{};
    std::string domain{};
    BillingProfile profile{};
    FirstOrder first_order{};
    Phase phase{};
};

/// The event, or every reason why not. Changes nothing.
Result<NewCustomerWizard::Event> decide(const Question<NewCustomerWizard>& question);
/// Why not, or nothing. With `before_asking`, only what a menu can know before the fields are filled in.
std::optional<Error> why_not(const Question<NewCustomerWizard>& question, bool before_asking);
/// What the state is once this has happened. Aborted and closed ones have forgotten everything.
void evolve(NewCustomerWizard& wizard, const NewCustomerWizard::Event& event);
/// The table in words.
MachineText new_customer_wizard_table();

/// The one command that everything so far comes to.
CreateCustomer customer_wanted(const NewCustomerWizard& wizard);

}  // namespace csp
