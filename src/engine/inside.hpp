// What is inside an engine: the store, the clock, and the loop that decides again when another writer was first.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "csp/engine.hpp"
#include "engine/authority.hpp"
#include "engine/pipeline.hpp"

namespace csp {

namespace engine {

/// One try at a commit.
struct Attempt {
    Transaction& transaction;
    std::vector<Pending>& told;
    /// Hardly a request comes twice. So the first try does what is asked, and the store says when it knew the request
    /// id already; the next one asks before it begins.
    bool recalls_first{false};
    Familiar* familiar{nullptr};  ///< where many commands are one commit
};

}  // namespace engine

class Engine::Inside {
public:
    Inside(Storage& store, Clock& time, EngineOptions options)
        : storage(store),
          clock(time),
          policy(std::move(options.policy)),
          outside{options.ids != nullptr ? *options.ids : random_ids(), options.fulfilment, options.sealer},
          previewing{outside.ids, nullptr, nullptr, false},
          secrets(options.secrets != nullptr ? *options.secrets : system_secrets()),
          attempts(options.attempts < 1 ? 1 : options.attempts) {}

    Storage& storage;
    Clock& clock;
    const Policy policy;
    const engine::Outside outside;
    const engine::Outside previewing;  ///< for what is never stored: nothing is fetched
    SecretSource& secrets;
    const int attempts;
    std::deque<std::function<void(const Happening&)>> listeners{};  ///< one that is being told stays where it is

    std::mutex door{};
    std::atomic<std::thread::id> visitor{};

    /// What `draw(secrets)` makes, with one caller at a time at the host's dice.
    template <class Draw>
    Result<Secret> drawn(Draw draw);
    /// The clock, asked once; refused outside 1970-9999.
    Result<Instant> now();

    /// One command inside an open transaction. A refusal is recorded and leaves the transaction usable;
    /// an error of the store (it names no rule) does not.
    Result<Receipt> one(engine::Attempt& attempt, const Request& request, const Command& command, Instant at);
    /// Each entry that is not stored already becomes a command C; `read` is what reading the list came to.
    template <class C, class Entry>
    Result<ImportReport> import_list(const Request& request, const std::vector<Entry>& entries,
                                     const ImportReport& read);
    /// Does a command, and answers what `tell(transaction, now, receipt)` makes of it in the same commit: what cannot
    /// be told is not done. What must not be told any more, of a request that came before, is recorded as a refusal.
    template <class Tell>
    auto do_and_tell(const Request& request, const Command& command, Tell tell)
        -> decltype(tell(std::declval<Transaction&>(), Instant{}, Receipt{}));
    /// A store that fails now may know the answer all the same: what was done before is told as before, and what would
    /// have to be recorded is not.
    template <class Tell>
    auto or_else_known(const Request& request, const Command& command, Instant at, const Error& error, Tell tell)
        -> decltype(tell(std::declval<Transaction&>(), Instant{}, Receipt{}));
    void tell_listeners(const std::vector<engine::Pending>& told);

    /// Runs `body(attempt)` and commits, again when another writer was first or a request id was known.
    template <class Body>
    Result<Done> in_one_commit(Body body);

private:
    /// The answer of before, if it can be read and is theirs.
    std::optional<Result<Receipt>> known_in(Transaction& transaction, const Request& request, const Command& command);
    /// Where the request was answered before; 0: nowhere.
    static Result<std::uint64_t> recalled(Transaction& transaction, const Request& request);
    Result<Receipt> answered_before(Transaction& transaction, const Request& request, std::uint64_t position,
                                    std::uint64_t fingerprint);
    /// The same, and an id that is somebody else's is a refusal to be kept like every other.
    Result<Receipt> answered_before_or_refused(engine::Attempt& attempt, const Request& request, const Command& command,
                                               Instant at, std::uint64_t position, std::uint64_t fingerprint);
    Result<Receipt> refuse(Transaction& transaction, const Request& request, const Command& command, Instant at,
                           Error error, std::uint64_t fingerprint, std::vector<engine::Pending>& told);
    /// LOG-02: who is shown a key or a link once more has got it on that day too.
    Result<Done> log_shown_again(engine::Attempt& attempt, const Request& request, const Command& command, Instant at);
    /// The request id is taken: by the answer that is not told any more.
    Error refuse_to_tell(engine::Attempt& attempt, const Request& request, const Command& command, Instant at,
                         Error why) {
        return refuse(attempt.transaction, Request{.by = request.by}, command, at, std::move(why), 0, attempt.told)
            .error();
    }
};

namespace engine {

/// Lets one caller in at a time, and sends away the one who is inside already.
class Visit {
public:
    explicit Visit(std::mutex& door, std::atomic<std::thread::id>& visitor) : visitor_(visitor) {
        if (visitor.load(std::memory_order_relaxed) == std::this_thread::get_id()) { return; }
        lock_ = std::unique_lock(door);
        visitor.store(std::this_thread::get_id(), std::memory_order_relaxed);
    }
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;
    ~Visit() {
        if (lock_.owns_lock()) { visitor_.store(std::thread::id{}, std::memory_order_relaxed); }
    }
    [[nodiscard]] bool is_welcome() const { return lock_.owns_lock(); }

private:
    std::atomic<std::thread::id>& visitor_;
    std::unique_lock<std::mutex> lock_{};
};

Error busy();
/// A store of the host's may throw when all is done: what it threw is no answer, and the request id is asked.
Result<Done> answer_of_commit(Transaction& transaction);
/// What an exception on its way out of the engine becomes: csp cannot go on, the host can.
Error cannot_go_on() noexcept;

/// Runs what calls the engine once or more: no exception leaves.
template <class Call>
auto without_throwing(Call call) -> decltype(call()) {
    try {
        return call();
    } catch (...) { return cannot_go_on(); }
}

/// Runs a call of the engine: one caller at a time, no exception leaves.
template <class Call>
auto guarded(std::mutex& door, std::atomic<std::thread::id>& visitor, Call call) -> decltype(call()) {
    try {
        const Visit visit(door, visitor);
        if (!visit.is_welcome()) { return busy(); }
        return call();
    } catch (...) { return cannot_go_on(); }
}

}  // namespace engine

template <class Draw>
Result<Secret> Engine::Inside::drawn(Draw draw) {
    return engine::guarded(door, visitor, [&]() -> Result<Secret> { return draw(secrets); });
}

template <class Body>
Result<Done> Engine::Inside::in_one_commit(Body body) {
    for (int attempt = 1;; ++attempt) {
        auto begun = storage.begin(Access::write);
        if (!begun) { return std::move(begun).error(); }
        std::vector<engine::Pending> told;
        engine::Attempt this_one{**begun, told, attempt > 1 || attempts == 1};
        Result<Done> finished = body(this_one);
        if (finished) { finished = engine::answer_of_commit(**begun); }
        if (finished) {
            begun->reset();
            tell_listeners(told);
            return done;
        }
        if (finished.error().code != Code::conflict || attempt == attempts) { return finished; }
    }
}

template <class Tell>
auto Engine::Inside::do_and_tell(const Request& request, const Command& command, Tell tell)
    -> decltype(tell(std::declval<Transaction&>(), Instant{}, Receipt{})) {
    using Answer = decltype(tell(std::declval<Transaction&>(), Instant{}, Receipt{}));
    return engine::guarded(door, visitor, [&]() -> Answer {
        const auto at = now();
        if (!at) { return Error(at.error()); }
        std::optional<Answer> answer;
        const auto committed = in_one_commit([&](engine::Attempt& attempt) -> Result<Done> {
            auto receipt = one(attempt, request, command, *at);
            answer.emplace(receipt ? tell(attempt.transaction, *at, *receipt) : Answer(std::move(receipt).error()));
            if (receipt && !*answer) {
                if (!receipt->is_repeated || answer->error().code != Code::refused) { return Error(answer->error()); }
                answer.emplace(refuse_to_tell(attempt, request, command, *at, std::move(*answer).error()));
            }
            if (!*answer && engine::is_no_refusal(answer->error())) { return Error(answer->error()); }
            constexpr bool shows_a_receipt_alone = std::is_same_v<Answer, Result<Receipt>>;
            const bool is_shown_again = !shows_a_receipt_alone && receipt && receipt->is_repeated && *answer;
            return is_shown_again ? log_shown_again(attempt, request, command, *at) : Result<Done>(done);
        });
        if (committed) { return *std::move(answer); }
        return or_else_known(request, command, *at, committed.error(), tell);
    });
}

template <class Tell>
auto Engine::Inside::or_else_known(const Request& request, const Command& command, Instant at, const Error& error,
                                   Tell tell) -> decltype(tell(std::declval<Transaction&>(), Instant{}, Receipt{})) {
    if (request.id.is_nil() || !engine::is_permitted(request.by, command)) { return Error(error); }
    auto begun = storage.begin(Access::read);
    if (!begun) { return Error(error); }
    auto receipt = known_in(**begun, request, command);
    if (!receipt) { return Error(error); }
    if (!*receipt) { return std::move(*receipt).error(); }  // it was refused before
    auto told = tell(**begun, at, **receipt);
    if (!told && told.error().code == Code::refused) { return Error(error); }
    return told;
}

}  // namespace csp
