// Commands: one transaction each, or many in one.
#include "csp/engine.hpp"

#include "codec/views.hpp"
#include "engine/arm.hpp"
#include "engine/attempts.hpp"
#include "engine/authority.hpp"
#include "engine/eyes.hpp"
#include "engine/happenings.hpp"
#include "engine/inside.hpp"

namespace csp {

using engine::Pending;

namespace {

constexpr std::string_view id_is_taken = "request_id_used";

Result<Receipt> just_the_receipt(Transaction&, Instant, const Receipt& receipt) { return receipt; }

}  // namespace

namespace engine {

/// The next deadline of every record that a work changed.
template <class S>
void add_coming(Work& work, const Actor& actor, Preview& preview) {
    if constexpr (HasDeadlines<S>) {
        work.for_each_entry<S>([&](const Entry<S>& entry) {
            if (!entry.own || (tells_of_bills(kind_of<S>) && !is_own(actor, owner_of(entry.id, entry.state())))) {
                return;
            }
            if (const auto deadline = next_deadline(entry.state())) {
                preview.coming.push_back(Coming{.kind = kind_of<S>,
                                                .id = entry.id.bytes,
                                                .at = deadline->at,
                                                .command = std::string(name_of_command<S>(deadline->command))});
            }
        });
    }
}

Error busy() {
    return Error{.code = Code::busy, .sentence = "engine: it is called from inside one of its own listeners"};
}

/// So few letters that they need no memory themselves.
Error out_of_memory() noexcept {
    return Error{.code = Code::internal, .reason = "out_of_memory", .sentence = "out of memory"};
}

Error stopped_by(std::string_view problem) noexcept {
    try {
        return Error{.code = Code::internal, .sentence = "engine: " + std::string(problem)};
    } catch (...) { return out_of_memory(); }
}

Error lost_answer(std::string_view problem) noexcept {
    try {
        return Error{.code = Code::storage,
                     .sentence = "storage: the answer of the commit was lost: " + std::string(problem)};
    } catch (...) { return out_of_memory(); }
}

Result<Done> answer_of_commit(Transaction& transaction) {
    try {
        return transaction.commit();
    } catch (const std::bad_alloc&) { return out_of_memory(); } catch (const std::exception& problem) {
        return lost_answer(problem.what());
    } catch (...) { return lost_answer("an unknown exception"); }
}

Error cannot_go_on() noexcept {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return out_of_memory();  // its own words would have to be copied
    } catch (const std::exception& problem) {
        return stopped_by(problem.what());  // copied, if there is memory
    } catch (...) { return stopped_by("an unknown exception"); }
}

}  // namespace engine

namespace {

/// The command is stored: whatever a listener does, or memory, the answer stays what it is. Who missed something finds
/// it in the feed.
void tell_all(const std::deque<std::function<void(const Happening&)>>& listeners, const Pending& pending) noexcept {
    try {
        const Happening happening = engine::happening_of(pending);
        const std::size_t count = listeners.size();  // one that a listener adds hears of the next
        for (std::size_t i = 0; i < count; ++i) {
            try {
                listeners[i](happening);
            } catch (...) { continue; }
        }
    } catch (...) { return; }
}

}  // namespace

Result<Instant> Engine::Inside::now() { return instant_from_us(clock.now().us, "clock"); }

Result<Receipt> Engine::Inside::answered_before(Transaction& transaction, const Request& request,
                                                std::uint64_t position, std::uint64_t fingerprint) {
    auto events = transaction.events(position - 1, 1);
    if (!events) { return std::move(events).error(); }
    if (events->empty()) {
        return Error{.code = Code::storage,
                     .sentence = "storage: an event is missing at position " + std::to_string(position)};
    }
    auto first = engine::decoded(events->front());
    if (!first) { return std::move(first).error(); }
    // Somebody else's answer is nobody else's, even for the same words: who got a key is told in the log (LOG-02).
    // A cause names the owner of the record, and the asker where that is another one.
    const PartnerId asker = first->cause.asker.is_nil() ? first->cause.partner : first->cause.asker;
    const bool is_theirs =
        first->cause.actor == request.by.user && (request.by.roles.has(Role::host) || asker == request.by.partner);
    if (!is_theirs || first->cause.fingerprint != fingerprint) {
        return Error{.code = Code::refused,
                     .rule = "GEN-04",
                     .reason = std::string(id_is_taken),
                     .sentence = "the request id " + text_of(request.id) + " was used for another command",
                     .field = "request_id"};
    }
    if (const auto* no = std::get_if<CommandRefused>(&first->event)) { return no->error; }
    const StoredEvent& stored = events->front();
    return Receipt{.kind = stored.kind,
                   .id = stored.id,
                   .version = stored.version,
                   .at = stored.at,
                   .first_event = position,
                   .events = first->cause.events,
                   .is_repeated = true};
}

Result<Receipt> Engine::Inside::answered_before_or_refused(engine::Attempt& attempt, const Request& request,
                                                           const Command& command, Instant at, std::uint64_t position,
                                                           std::uint64_t fingerprint) {
    auto answer = answered_before(attempt.transaction, request, position, fingerprint);
    if (answer || answer.error().reason != id_is_taken) { return answer; }
    // The id stays with its first command: this refusal is kept without one.
    return refuse(attempt.transaction, Request{.by = request.by}, command, at, std::move(answer).error(), 0,
                  attempt.told);
}

/// Every refused command leaves an entry in the feed, under its request id. It changes no record, but at a key, a link
/// or a download it begins an entry of the activity log.
Result<Receipt> Engine::Inside::refuse(Transaction& transaction, const Request& request, const Command& command,
                                       Instant at, Error error, std::uint64_t fingerprint, std::vector<Pending>& told) {
    Pending entry = std::visit(
        [&]<class S>(const Ask<S>& ask) {
            const codec::CauseView cause{.actor = request.by.user,
                                         .partner = engine::partner_of(request.by),
                                         .command = engine::name_of_command<S>(ask.command),
                                         .fingerprint = fingerprint,
                                         .events = 1};
            return Pending{.kind = engine::kind_of<S>,
                           .id = ask.id.bytes,
                           .at = at,
                           .held = std::make_shared<engine::HeldRefusal>(cause, error)};
        },
        command);
    // A clock that is put right again must not be held against the same request for ever.
    if (error.reason != engine::clock_went_back) { entry.request = request.id; }
    auto position = transaction.append(StoredEvent{
        .kind = entry.kind, .id = entry.id, .at = at, .request = entry.request, .body = Body{.decoded = entry.held}});
    if (!position) { return std::move(position).error(); }
    entry.position = *position;
    told.push_back(std::move(entry));
    auto logged = engine::log_attempt(transaction, policy, outside, request, command, &error, at, told);
    if (!logged) { return std::move(logged).error(); }
    return error;
}

Result<Done> Engine::Inside::log_shown_again(engine::Attempt& attempt, const Request& request, const Command& command,
                                             Instant at) {
    return engine::log_attempt(attempt.transaction, policy, outside, request, command, nullptr, at, attempt.told);
}

Result<std::uint64_t> Engine::Inside::recalled(Transaction& transaction, const Request& request) {
    if (request.id.is_nil()) { return std::uint64_t{0}; }
    return transaction.recall(request.id);
}

Result<Receipt> Engine::Inside::one(engine::Attempt& attempt, const Request& request, const Command& command,
                                    Instant at) {
    if (auto no = engine::not_a_name(request.by)) { return *std::move(no); }
    Transaction& transaction = attempt.transaction;
    const std::uint64_t fingerprint = request.id.is_nil() ? 0 : engine::fingerprint_of(request, command);
    // An answer is repeated for whoever may ask for it now: a key, say, is for admin agents only (ENT-01).
    const bool may_be_asked = engine::is_permitted(request.by, command);
    if (may_be_asked && (attempt.recalls_first || engine::asks_outside(command))) {
        auto position = recalled(transaction, request);
        if (!position) { return std::move(position).error(); }
        if (*position != 0) {
            return answered_before_or_refused(attempt, request, command, at, *position, fingerprint);
        }
    }
    engine::Work work(transaction, attempt.familiar);
    engine::Pipeline pipeline(work, policy, outside);
    auto receipt = pipeline.ask(request, command, at);
    if (!receipt) {
        if (engine::is_no_refusal(receipt.error())) { return receipt; }
        // What was done before is refused now, perhaps because it was done: then the answer is the one of before.
        auto position = recalled(transaction, request);
        if (!position) { return std::move(position).error(); }
        if (*position != 0 && may_be_asked) {
            return answered_before_or_refused(attempt, request, command, at, *position, fingerprint);
        }
        const Request known_by{.by = request.by, .id = *position == 0 ? request.id : RequestId{}};
        return refuse(transaction, known_by, command, at, std::move(receipt).error(), fingerprint, attempt.told);
    }
    engine::HeldCause& cause = *work.happened[work.first_of_command].cause;
    cause.fingerprint = fingerprint;
    cause.events = receipt->events;
    if (auto flushed = work.flush(request.id); !flushed) { return std::move(flushed).error(); }
    receipt->first_event = work.happened[work.first_of_command].position;
    if (!listeners.empty()) { attempt.told.insert(attempt.told.end(), work.happened.begin(), work.happened.end()); }
    return receipt;
}

std::optional<Result<Receipt>> Engine::Inside::known_in(Transaction& transaction, const Request& request,
                                                        const Command& command) {
    auto position = recalled(transaction, request);
    if (!position || *position == 0) { return std::nullopt; }
    auto answer = answered_before(transaction, request, *position, engine::fingerprint_of(request, command));
    const bool is_theirs = answer || (!engine::is_no_refusal(answer.error()) && answer.error().reason != id_is_taken);
    if (!is_theirs) { return std::nullopt; }
    return answer;
}

void Engine::Inside::tell_listeners(const std::vector<Pending>& told) {
    if (listeners.empty()) { return; }
    for (const Pending& pending : told) { tell_all(listeners, pending); }
}

Engine::Engine(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(Storage& storage, Clock& clock, EngineOptions options) {
    try {
        if (auto checked = check(options.policy); !checked) { return std::move(checked).error(); }
        const std::vector<View> views = engine::report_views();
        if (auto published = storage.publish(views); !published) { return std::move(published).error(); }
        return std::unique_ptr<Engine>(new Engine(std::make_unique<Inside>(storage, clock, std::move(options))));
    } catch (...) { return engine::cannot_go_on(); }
}

Result<Receipt> Engine::execute(const Request& request, const Command& command) {
    return inside_->do_and_tell(request, command, just_the_receipt);
}

std::vector<Result<Receipt>> Engine::execute_all(std::span<const std::pair<Request, Command>> batch) {
    std::vector<Result<Receipt>> answers;
    auto finished = engine::guarded(inside_->door, inside_->visitor, [&]() -> Result<Done> {
        answers.reserve(batch.size());  // what became of a commit that failed is told without memory for it
        auto now = inside_->now();
        if (!now) { return std::move(now).error(); }
        return inside_->in_one_commit([&](engine::Attempt& attempt) -> Result<Done> {
            answers.clear();
            engine::Familiar familiar;
            attempt.familiar = &familiar;
            for (const auto& [request, command] : batch) {
                answers.push_back(inside_->one(attempt, request, command, *now));
                if (!answers.back() && engine::is_no_refusal(answers.back().error())) {
                    return Error(answers.back().error());
                }
            }
            return done;
        });
    });
    if (finished) { return answers; }
    // One commit: none of them was done, or all, where the answer of the commit was lost. A refusal beside it would
    // name a rule.
    Error why_none = std::move(finished).error();
    why_none.rule.clear();
    answers.clear();
    for (const auto& entry : batch) {
        answers.push_back(engine::guarded(inside_->door, inside_->visitor, [&] {
            return inside_->or_else_known(entry.first, entry.second, Instant{}, why_none, just_the_receipt);
        }));
    }
    return answers;
}

Result<Preview> Engine::preview(const Request& request, const Command& command) {
    return engine::guarded(inside_->door, inside_->visitor, [&]() -> Result<Preview> {
        if (auto no = engine::not_a_name(request.by)) { return *std::move(no); }
        auto now = inside_->now();
        if (!now) { return std::move(now).error(); }
        auto begun = inside_->storage.begin(Access::read);
        if (!begun) { return std::move(begun).error(); }
        engine::Work work(**begun);
        engine::Pipeline pipeline(work, inside_->policy, inside_->previewing);
        auto receipt = pipeline.ask(request, command, *now);
        if (!receipt) { return std::move(receipt).error(); }
        Preview preview;
        const auto asked =
            std::visit([]<class S>(const Ask<S>& ask) { return engine::name_of_command<S>(ask.command); }, command);
        for (std::size_t i = work.first_of_command; i < work.happened.size(); ++i) {
            Happening happening = engine::happening_of(work.happened[i]);
            if (happening.command != asked) { continue; }  // it fell due, and happens whatever is asked
            const bool is_own = engine::is_own(request.by, happening.partner);
            if (engine::tells_of_bills(happening.kind) && !is_own) { continue; }
            auto viewer = engine::viewer_of(pipeline, request.by, is_own ? Relation::self : Relation::delegated);
            if (!viewer) { return std::move(viewer).error(); }
            preview.events.push_back(engine::for_eyes_of(*viewer, std::move(happening)));
            const auto* charge = std::get_if<Charge::Event>(&preview.events.back().event);
            const auto* recorded = charge != nullptr ? std::get_if<ChargeRecorded>(charge) : nullptr;
            if (recorded != nullptr) { preview.charges.push_back(*recorded); }
        }
        Nouns::for_each([&]<class S>() { engine::add_coming<S>(work, request.by, preview); });
        return preview;
    });
}

Result<DueReport> Engine::run_due(std::size_t limit) {
    return engine::guarded(inside_->door, inside_->visitor, [&]() -> Result<DueReport> {
        auto now = inside_->now();
        if (!now) { return std::move(now).error(); }
        DueReport report;
        auto committed = inside_->in_one_commit([&](engine::Attempt& attempt) -> Result<Done> {
            report = DueReport{};
            auto met = engine::meet_deadlines(attempt.transaction, inside_->policy, inside_->outside, *now, limit,
                                              attempt.told);
            if (!met) { return std::move(met).error(); }
            report = *met;
            return done;
        });
        if (!committed) { return std::move(committed).error(); }
        return report;
    });
}

void Engine::listen(std::function<void(const Happening&)> listener) {
    const engine::Visit visit(inside_->door, inside_->visitor);  // a listener, inside already, may add another
    inside_->listeners.push_back(std::move(listener));
}

}  // namespace csp
