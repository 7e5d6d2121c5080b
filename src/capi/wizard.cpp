// The new-customer wizard: a value behind a ticket.
#include <csp.h>

#include <utility>

#include "capi/fields/commands.hpp"
#include "capi/generated/structs.hpp"
#include "capi/query.hpp"

namespace csp::capi {
namespace {

/// `take(command, wrong)` fills in what the caller gave for the step.
template <class Take>
csp_status step(csp_engine* engine, const csp_actor* actor, const csp_wizard* ticket, csp_error* error, Take take) {
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        const Behind<csp_wizard> wizard(ticket);
        if (!wizard) { return no_such_handle("wizard"); }
        const Hold hold(wizard->is_held);
        if (!hold.is_first()) { return busy(); }
        Wrong wrong;
        Actor who;
        NewCustomerWizard::Command command;
        if (!within(take_actor(actor, who, wrong), "actor", wrong) || !take(command, wrong)) { return wrong.error(); }
        return handed_out(open->engine->step(who, wizard->state, command),
                          [&](NewCustomerWizard after) { wizard->state = std::move(after); });
    });
}

/// A step whose page must be there.
template <class Command, class Given>
auto page_of(const Given* page) {
    return [page](NewCustomerWizard::Command& to, Wrong& wrong) {
        Given whole{};
        Command command;
        if (!within(take_sized(page, whole, wrong), "page", wrong) || !take(whole, command, wrong)) { return false; }
        to = std::move(command);
        return true;
    };
}
template <class Command>
auto nothing_but() {
    return [](NewCustomerWizard::Command& to, Wrong&) {
        to = Command{};
        return true;
    };
}

/// What is there to be looked at before it is submitted.
Fetch whole_review(const Reader& reader, std::shared_ptr<OpenWizard> wizard) {
    return [reader, wizard = std::move(wizard)](Engine& engine, const std::string&) -> Result<Piece> {
        const Hold hold(wizard->is_held);
        if (!hold.is_first()) { return busy(); }
        auto review = engine.review(reader.actor, wizard->state);
        if (!review) { return std::move(review).error(); }
        Piece piece;
        for (const LineReview& line : review->lines) { piece.rows.push_back(row_of(line)); }
        for (const ResellerShare& share : review->resellers) { piece.rows.push_back(row_of(share)); }
        for (const Coming& coming : review->coming) { piece.rows.push_back(row_of(coming)); }
        return piece;
    };
}

}  // namespace
}  // namespace csp::capi

using namespace csp;
using namespace csp::capi;

csp_status csp_wizard_open(csp_wizard** wizard_out, csp_error* error) {
    show_none(wizard_out);
    return guarded(error, [&]() -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(wizard_out, wrong), "wizard_out", wrong)) { return wrong.error(); }
        *wizard_out = ticket_for<csp_wizard>(std::make_shared<OpenWizard>());
        return csp_status{CSP_OK};
    });
}

void csp_wizard_close(csp_wizard* wizard) {
    guarded_silently([&] { close_ticket(wizard); });
}

csp_status csp_wizard_phase(csp_wizard* wizard, csp_str* phase_out, csp_error* error) {
    return with_handle(wizard, error, [&](const OpenWizard& open) -> Result<csp_status> {
        Wrong wrong;
        if (!within(check_out(phase_out, wrong), "phase_out", wrong)) { return wrong.error(); }
        const auto name = std::visit([]<class Phase>(const Phase&) { return Phase::name; }, open.state.phase);
        *phase_out = csp_str{name.data(), name.size()};
        return csp_status{CSP_OK};
    });
}

csp_status csp_wizard_start(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                            const csp_start_wizard* page, csp_error* error) {
    return step(engine, actor, wizard, error, page_of<StartWizard>(page));
}
csp_status csp_wizard_give_details(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                                   const csp_give_details* page, csp_error* error) {
    return step(engine, actor, wizard, error, page_of<GiveDetails>(page));
}
csp_status csp_wizard_choose_subscriptions(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard,
                                           const csp_choose_subscriptions* page, csp_error* error) {
    return step(engine, actor, wizard, error, page_of<ChooseSubscriptions>(page));
}
csp_status csp_wizard_cancel(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard, csp_error* error) {
    return step(engine, actor, wizard, error, nothing_but<CancelWizard>());
}
csp_status csp_wizard_finish(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard, csp_error* error) {
    return step(engine, actor, wizard, error, nothing_but<FinishWizard>());
}

csp_status csp_wizard_review(csp_engine* engine, const csp_actor* actor, csp_wizard* wizard, csp_cursor** cursor_out,
                             csp_error* error) {
    return query(engine, actor, nullptr, cursor_out, error, [&](const Reader& reader, Wrong& wrong) -> Fetch {
        auto open = Behind<csp_wizard>(wizard).shared();
        if (!open) {
            wrong.is(no_such_handle("wizard"));
            return {};
        }
        return whole_review(reader, std::move(open));
    });
}

csp_status csp_wizard_submit(csp_engine* engine, const csp_request* request, csp_wizard* wizard,
                             csp_cursor** cursor_out, csp_error* error) {
    show_none(cursor_out);
    return in_engine(engine, error, [&](const EngineInUse& open) -> Result<csp_status> {
        const Behind<csp_wizard> submitted(wizard);
        if (!submitted) { return no_such_handle("wizard"); }
        const Hold hold(submitted->is_held);
        if (!hold.is_first()) { return busy(); }
        Wrong wrong;
        Request who;
        const bool is_good = within(check_out(cursor_out, wrong), "cursor_out", wrong) &&
                             within(take_request(request, who, wrong), "request", wrong);
        if (!is_good) { return wrong.error(); }
        ReadyCursor ready(open.shared());
        return shown_by(ready, open->engine->submit(who, submitted->state), cursor_out);
    });
}
