#include "watched_storage.hpp"

namespace csp::bench {
namespace {

class WatchedTransaction final : public Transaction {
public:
    WatchedTransaction(std::unique_ptr<Transaction> inner, Seen& seen, bool keeps_writes)
        : inner_(std::move(inner)), seen_(seen), keeps_writes_(keeps_writes) {}

    Result<Record> load(Kind kind, const AnyId& id) override {
        ++seen_.rows;
        return inner_->load(kind, id);
    }
    Result<std::vector<Hit>> scan(std::uint16_t index, std::string_view prefix, std::string_view after,
                                  std::size_t limit) override {
        return counted(inner_->scan(index, prefix, after, limit));
    }
    Result<std::vector<Due>> due(Instant until, std::size_t limit) override {
        return counted(inner_->due(until, limit));
    }
    Result<Done> save(const Save& save) override {
        ++seen_.writes;
        if (keeps_writes_) {
            const auto before = inner_->load(save.record.kind, save.record.id);
            seen_.records.push_back(WrittenRecord{save.record, save.expected_version, save.record.body.text(),
                                                  !before || before->due != save.record.due});
        }
        return inner_->save(save);
    }
    Result<std::uint64_t> append(StoredEvent event) override {
        ++seen_.writes;
        if (keeps_writes_) { seen_.events.push_back(WrittenEvent{event, event.body.text()}); }
        return inner_->append(std::move(event));
    }
    Result<std::vector<StoredEvent>> events(std::uint64_t after, std::size_t limit) override {
        return counted(inner_->events(after, limit));
    }
    Result<std::vector<StoredEvent>> history(Kind kind, const AnyId& id, std::uint64_t after_version,
                                             std::size_t limit) override {
        return counted(inner_->history(kind, id, after_version, limit));
    }
    Result<std::uint64_t> recall(const RequestId& request) override { return inner_->recall(request); }
    Result<Done> commit() override { return inner_->commit(); }

private:
    template <class T>
    Result<std::vector<T>> counted(Result<std::vector<T>> rows) {
        if (rows) { seen_.rows += rows->size(); }
        return rows;
    }

    std::unique_ptr<Transaction> inner_;
    Seen& seen_;
    bool keeps_writes_;
};

}  // namespace

Result<std::unique_ptr<Transaction>> WatchedStorage::begin(Access access) {
    auto begun = inner_.begin(access);
    if (!begun) { return begun; }
    return std::unique_ptr<Transaction>(
        std::make_unique<WatchedTransaction>(std::move(begun).value(), seen, keeps_writes_));
}

}  // namespace csp::bench
