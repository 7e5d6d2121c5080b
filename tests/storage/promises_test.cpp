// A store that breaks one promise alone is found out: its writers see the last commit and never wait.
#include <doctest/doctest.h>

#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "csp/testing_storage.hpp"

using namespace csp;

namespace {

/// Keeps what it is to write to itself until the commit, which refuses stale versions and taken keys and nothing else.
class HastyTransaction final : public Transaction {
public:
    explicit HastyTransaction(Storage& real) : real_(real) {}

    Result<Record> load(Kind kind, const AnyId& id) override { return now()->load(kind, id); }
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        return now()->scan(index, prefix, after, limit);
    }
    Result<std::vector<Due>> due(Instant until, std::size_t limit) override { return now()->due(until, limit); }
    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override {
        return now()->events(after, limit);
    }
    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override {
        return now()->history(kind, id, after_version, limit);
    }
    Result<std::uint64_t> recall(const RequestId& request) override { return now()->recall(request); }
    Result<std::uint64_t> append(StoredEvent) override { return std::uint64_t{1}; }
    Result<Done> save(const Save& save) override {
        wishes_.push_back({save.record, save.expected_version, save.keys ? *save.keys : std::vector<Key>{}});
        return done;
    }
    Result<Done> commit() override {
        const auto t = std::move(real_.begin(Access::write)).value();
        for (const Wish& wish : wishes_) {
            if (auto saved = t->save(Save{wish.record, wish.expected_version, &wish.keys}); !saved) { return saved; }
        }
        return t->commit();
    }

private:
    struct Wish {
        Record record{};
        std::uint64_t expected_version{0};
        std::vector<Key> keys{};
    };
    std::unique_ptr<Transaction> now() { return std::move(real_.begin(Access::read)).value(); }

    Storage& real_;
    std::vector<Wish> wishes_{};
};

class HastyStorage final : public Storage {
public:
    Result<std::unique_ptr<Transaction>> begin(Access) override {
        return std::unique_ptr<Transaction>(std::make_unique<HastyTransaction>(*real_));
    }
    Result<Done> publish(std::span<const View> views) override { return real_->publish(views); }

private:
    std::unique_ptr<Storage> real_{open_memory()};
};

/// Lets through what is asked of it, and lets a test change one thing.
class PassedOn : public Transaction {
public:
    explicit PassedOn(std::unique_ptr<Transaction> real) : real_(std::move(real)) {}
    Result<Record> load(Kind kind, const AnyId& id) override { return real_->load(kind, id); }
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        return real_->scan(index, prefix, after, limit);
    }
    Result<std::vector<Due>> due(Instant until, std::size_t limit) override { return real_->due(until, limit); }
    Result<Done> save(const Save& save) override { return real_->save(save); }
    Result<std::uint64_t> append(StoredEvent event) override { return real_->append(std::move(event)); }
    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override {
        return real_->events(after, limit);
    }
    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override {
        return real_->history(kind, id, after_version, limit);
    }
    Result<std::uint64_t> recall(const RequestId& request) override { return real_->recall(request); }
    Result<Done> commit() override { return real_->commit(); }

protected:
    std::unique_ptr<Transaction> real_;
};

/// A page begins with the entry that the one before it ended with.
class TwiceTransaction final : public PassedOn {
public:
    using PassedOn::PassedOn;
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        auto hits = real_->scan(index, prefix, {}, 1'000);
        if (!hits) { return hits; }
        std::erase_if(*hits, [&](const Hit& hit) { return hit.key < after; });
        if (hits->size() > limit) { hits->resize(limit); }
        return hits;
    }
    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override {
        return real_->events(after == 0 ? 0 : after - 1, limit);
    }
};

template <class Broken>
class BrokenStorage final : public Storage {
public:
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        return std::unique_ptr<Transaction>(std::make_unique<Broken>(std::move(real_->begin(access)).value()));
    }
    Result<Done> publish(std::span<const View> views) override { return real_->publish(views); }

private:
    std::unique_ptr<Storage> real_{open_memory()};
};

/// As a connection that only the thread which opened it may use.
class OneThreadStorage final : public Storage {
public:
    Result<std::unique_ptr<Transaction>> begin(Access access) override {
        if (std::this_thread::get_id() != mine_) {
            return Error{.code = Code::storage, .sentence = "storage: this thread has not opened it"};
        }
        return real_->begin(access);
    }
    Result<Done> publish(std::span<const View> views) override { return real_->publish(views); }

private:
    std::thread::id mine_{std::this_thread::get_id()};
    std::unique_ptr<Storage> real_{open_memory()};
};

}  // namespace

TEST_CASE("a store whose pages begin at the position, not after it, is found out, and the checks come to an end") {
    BrokenStorage<TwiceTransaction> pages;
    CHECK_THROWS(promises::pages_without_gaps(pages));
    BrokenStorage<TwiceTransaction> feed;
    CHECK_THROWS(promises::loses_no_writer(feed));
}

TEST_CASE("a store for one thread alone is found out, and nobody waits for the thread that it sends away") {
    OneThreadStorage store;
    CHECK_THROWS(promises::shows_one_moment(store));
}

TEST_CASE("two writers who read what the other changes, and both see nothing of it, break a promise") {
    HastyStorage records;
    CHECK_THROWS(promises::orders_who_reads_records(records));
    HastyStorage prefixes;
    CHECK_THROWS(promises::orders_who_reads_a_prefix(prefixes));
    HastyStorage versions;
    promises::tells_the_later_of_two(versions);  // which it keeps
}
