// New customers with their first administrator, and the wizard that leads to one.
#include <algorithm>

#include "csp/engine.hpp"
#include "engine/authority.hpp"
#include "engine/inside.hpp"
#include "engine/look_up.hpp"
#include "engine/reading.hpp"
#include "engine/reseller_facts.hpp"
#include "engine/temporary_password.hpp"

namespace csp {
namespace {

using engine::Reading;
using Wizard = NewCustomerWizard;

/// The wizard as it would be after a step that is not judged yet: what would have to be created then.
Wizard after(Wizard wizard, const Wizard::Command& command) {
    if (const auto* details = std::get_if<GiveDetails>(&command)) {
        wizard.domain = details->domain;
        wizard.profile = details->profile;
    }
    if (const auto* chosen = std::get_if<ChooseSubscriptions>(&command)) { wizard.first_order = chosen->first_order; }
    return wizard;
}

/// A confirmed wizard without its customer would be a lie.
Error submitting_stores() {
    return Error{.code = Code::invalid,
                 .rule = "RES-16",
                 .reason = "not_a_step",
                 .sentence = "submitting stores what the wizard says, and is no step: call submit",
                 .field = "command"};
}

/// Whether a step tells more of the customer.
bool is_about_the_customer(const Wizard::Command& command) {
    return std::holds_alternative<GiveDetails>(command) || std::holds_alternative<ChooseSubscriptions>(command);
}

template <class E>
const E* event_in(const Happening& happening) {
    const auto* event = std::get_if<E>(&happening.event);
    return event;
}
template <class S, class E>
const E* first_event(const Preview& preview) {
    for (const Happening& happening : preview.events) {
        const auto* event = event_in<typename S::Event>(happening);
        if (event == nullptr) { continue; }
        if (const auto* wanted = std::get_if<E>(event)) { return wanted; }
    }
    return nullptr;
}

Result<LineReview> reviewed(Reading& open, const BoughtLine& bought) {
    auto offer = engine::look_up(open.pipeline, bought.line.offer);
    if (!offer) { return std::move(offer).error(); }
    const Listing* listing = *offer != nullptr ? listing_in(**offer, bought.purchase.country) : nullptr;
    LineReview line{.offer = bought.line.offer,
                    .name = listing != nullptr ? listing->name : std::string{},
                    .quantity = bought.line.quantity,
                    .unit_price = {},
                    .monthly_amount = {},
                    .term = bought.purchase.term,
                    .first_billed_on = bought.purchase.first_billed_on,
                    .wrong = {}};
    if (has_currency(bought.purchase.unit_price)) {
        line.unit_price = bought.purchase.unit_price;
        if (auto amount = times(bought.purchase.unit_price, bought.line.quantity)) { line.monthly_amount = *amount; }
    }
    return line;
}

ResellerShare& share_of(std::vector<ResellerShare>& shares, const std::string& mpn_id) {
    const auto known = std::ranges::find(shares, mpn_id, &ResellerShare::mpn_id);
    if (known != shares.end()) { return *known; }
    shares.push_back(ResellerShare{.mpn_id = mpn_id, .company_name = {}, .grants = {}, .lines = {}});
    return shares.back();
}

Result<Done> add_shares(Reading& open, const Actor& actor, const Wizard& wizard, WizardReview& review) {
    auto associated = engine::look_up(open.pipeline, wizard.reseller);
    if (!associated) { return std::move(associated).error(); }
    if (*associated != nullptr) {
        ResellerShare& share = share_of(review.resellers, (*associated)->mpn_id);
        share.grants.push_back(GrantKind::reseller_admin);
    }
    const auto& lines = wizard.first_order.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].reseller_mpn_id.empty()) { continue; }
        share_of(review.resellers, lines[i].reseller_mpn_id).lines.push_back(i);
    }
    for (ResellerShare& share : review.resellers) {
        auto known = engine::reseller_with_mpn_id(open.pipeline, actor.partner, share.mpn_id);
        if (!known) { return std::move(known).error(); }
        if (known->partner != nullptr) { share.company_name = known->partner->company_name; }
    }
    return done;
}

Result<WizardReview> reviewed(Reading& open, const Actor& actor, const Wizard& wizard, Preview preview) {
    WizardReview review{.lines = {}, .resellers = {}, .coming = std::move(preview.coming)};
    if (const auto* submitted = first_event<Order, OrderSubmitted>(preview)) {
        for (const BoughtLine& bought : submitted->lines) {
            auto line = reviewed(open, bought);
            if (!line) { return std::move(line).error(); }
            review.lines.push_back(std::move(line).value());
        }
    }
    if (auto added = add_shares(open, actor, wizard, review); !added) { return std::move(added).error(); }
    return review;
}

}  // namespace

Result<SetupInfo> Engine::create_customer(const Request& request, CreateCustomer command) {
    return engine::without_throwing([&]() -> Result<SetupInfo> {
        if (command.admin_user.user_name.empty()) { command.admin_user.user_name = "admin@" + command.domain; }
        if (!engine::is_permitted(request.by, Ask<Customer>{{}, command})) {  // it is refused before anything is hashed
            auto refused = create<Customer>(request, std::move(command));
            return std::move(refused).error();
        }
        auto password = inside_->drawn(engine::new_password);
        if (!password) { return std::move(password).error(); }
        auto hash = engine::hash_of(*password);
        if (!hash) { return std::move(hash).error(); }
        command.admin_user.password_hash = std::move(hash).value();
        bool is_its_password = false;  // of a request that was answered before it is not: that was shown then
        const auto show = [&](Reading& open, const Receipt& receipt) -> Result<SetupInfo> {
            auto entry = open.pipeline.standing(request.by, id_in<Customer>(receipt), open.now);
            if (!entry) { return std::move(entry).error(); }
            const AdminUser& kept = (*entry)->state().admin_user;
            is_its_password = kept.password_hash == command.admin_user.password_hash;
            return SetupInfo{.receipt = receipt, .user_name = command.admin_user.user_name, .password = {}};
        };
        auto info = engine::doing(*inside_, request, CustomerId{}, command, show);
        if (info && is_its_password) { info->password = *std::move(password); }
        return info;
    });
}

Result<SetupInfo> Engine::setup_info(const Actor& actor, CustomerId customer) {
    return engine::reading(*inside_, [&](Reading& open) -> Result<SetupInfo> {
        auto entry = open.pipeline.standing(actor, customer, open.now);
        if (!entry) { return std::move(entry).error(); }
        return setup_info_is_gone((*entry)->state());
    });
}

Result<Wizard> Engine::step(const Actor& actor, const Wizard& wizard, const Wizard::Command& command) {
    return engine::without_throwing([&]() -> Result<Wizard> {
        if (std::holds_alternative<SubmitWizard>(command)) { return submitting_stores(); }
        WizardFacts facts;
        if (is_about_the_customer(command)) {
            auto would_be = preview({.by = actor}, CustomerId{}, customer_wanted(after(wizard, command)));
            if (!would_be) {
                if (engine::is_no_refusal(would_be.error())) { return std::move(would_be).error(); }
                facts.against = std::move(would_be).error();
            }
        }
        return engine::reading(*inside_, [&](Reading& open) -> Result<Wizard> {
            const auto& policy = open.pipeline.policy();
            auto no = engine::not_permitted<Customer>(actor, machine::index_of<CreateCustomer, Customer::Command>,
                                                      Relation::self);
            if (no) { return *std::move(no); }
            if (const auto* start = std::get_if<StartWizard>(&command)) {
                auto named = engine::reseller_named(open.pipeline, actor.partner, start->reseller);
                if (!named) { return std::move(named).error(); }
                facts.reseller = *named;  // it points at what this reading holds
            }
            auto event = decide(Question<Wizard>{wizard, command, facts, policy, open.now});
            if (!event) { return std::move(event).error(); }
            Wizard next = wizard;
            evolve(next, *event);
            return next;
        });
    });
}

Result<WizardReview> Engine::review(const Actor& actor, const Wizard& wizard) {
    return engine::without_throwing([&]() -> Result<WizardReview> {
        auto would_be = preview({.by = actor}, CustomerId{}, customer_wanted(wizard));
        if (!would_be) { return std::move(would_be).error(); }
        return engine::reading(
            *inside_, [&](Reading& open) { return reviewed(open, actor, wizard, std::move(would_be).value()); });
    });
}

Result<SetupInfo> Engine::submit(const Request& request, Wizard& wizard) {
    return engine::without_throwing([&]() -> Result<SetupInfo> {
        // What stands against it is said by the command itself, at the moment of its commit.
        const Wizard::Command command = SubmitWizard{};
        auto event = decide(Question<Wizard>{wizard, command, WizardFacts{}, inside_->policy, Instant{}});
        const bool may_be_repeated = is_in<Wizard::Confirmed>(wizard) && !request.id.is_nil();
        if (!event && !may_be_repeated) { return std::move(event).error(); }
        auto info = create_customer(request, customer_wanted(wizard));
        if (!info && !event) { return std::move(event).error(); }
        if (info && event) { evolve(wizard, *event); }
        return info;
    });
}

}  // namespace csp
