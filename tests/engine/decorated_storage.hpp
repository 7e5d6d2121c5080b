// A store that counts what the engine asks of it, and fails when it is told to.
#pragma once

#include <memory>
#include <stdexcept>
#include <utility>

#include "csp/storage.hpp"

namespace csp::test {

struct Tally {
    int transactions{0};
    int commits{0};
    int calls{0};
    int failing_call{0};  ///< that one answers Code::storage; 0: none does
    Code failure{Code::storage};
    bool no_commit_succeeds{false};  ///< each answers Code::conflict: another writer is always first
    bool loses_an_answer{false};     ///< the next commit is done, and says that it failed
    bool throws_an_answer{false};    ///< the next commit is done, and throws

    [[nodiscard]] bool fails() { return ++calls == failing_call; }
    [[nodiscard]] Error error() const {
        return Error{.code = failure, .sentence = "storage: it failed as it was told"};
    }
};

class CountedTransaction final : public Transaction {
public:
    CountedTransaction(std::unique_ptr<Transaction> real, Tally& tally) : real_(std::move(real)), tally_(tally) {}

    Result<Record> load(Kind kind, const AnyId& id) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->load(kind, id);
    }
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->scan(index, prefix, after, limit);
    }
    Result<std::vector<Due>> due(Instant until, std::size_t limit) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->due(until, limit);
    }
    Result<Done> save(const Save& save) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->save(save);
    }
    Result<std::uint64_t> append(StoredEvent event) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->append(std::move(event));
    }
    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->events(after, limit);
    }
    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->history(kind, id, after_version, limit);
    }
    Result<std::uint64_t> recall(const RequestId& request) override {
        if (tally_.fails()) { return tally_.error(); }
        return real_->recall(request);
    }
    Result<Done> commit() override {
        if (tally_.fails()) { return tally_.error(); }
        if (tally_.no_commit_succeeds) { return Error{.code = Code::conflict, .sentence = "another was first"}; }
        ++tally_.commits;
        auto committed = real_->commit();
        if (std::exchange(tally_.loses_an_answer, false)) { return tally_.error(); }
        if (std::exchange(tally_.throws_an_answer, false)) { throw std::runtime_error("the store lost its mind"); }
        return committed;
    }

private:
    std::unique_ptr<Transaction> real_;
    Tally& tally_;
};

class CountedStorage final : public Storage {
public:
    explicit CountedStorage(Storage& real) : real_(real) {}

    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        if (tally.fails()) { return tally.error(); }
        ++tally.transactions;
        auto begun = real_.begin(access);
        if (!begun) { return begun; }
        return std::unique_ptr<Transaction>(std::make_unique<CountedTransaction>(std::move(begun).value(), tally));
    }
    Result<Done> publish(std::span<const View> views) override { return real_.publish(views); }

    Tally tally{};

private:
    Storage& real_;
};

}  // namespace csp::test
