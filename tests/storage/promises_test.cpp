// A store that breaks one promise alone is found out: its writers see the last commit and never wait.
#include <doctest/doctest.h>

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

}  // namespace

TEST_CASE("two writers who read what the other changes, and both see nothing of it, break a promise") {
    HastyStorage records;
    CHECK_THROWS(promises::orders_who_reads_records(records));
    HastyStorage prefixes;
    CHECK_THROWS(promises::orders_who_reads_a_prefix(prefixes));
    HastyStorage versions;
    promises::tells_the_later_of_two(versions);  // which it keeps
}
