// A store that passes everything on to another one, and writes down what was asked of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "csp/storage.hpp"

namespace csp::bench {

/// A save as it reached the store, with its body as text.
struct WrittenRecord {
    Record record{};
    std::uint64_t expected_version{0};
    std::string body{};
    bool moves_due{false};  ///< its deadline is another one than before
};
struct WrittenEvent {
    StoredEvent event{};
    std::string body{};
};

struct Seen {
    std::uint64_t rows{0};    ///< records, index entries, deadlines and events that the store gave out
    std::uint64_t writes{0};  ///< saves and appends
    std::vector<WrittenRecord> records{};
    std::vector<WrittenEvent> events{};
};

class WatchedStorage final : public Storage {
public:
    /// With `keeps_writes`, what is written is kept in `seen`, in order.
    WatchedStorage(Storage& inner, bool keeps_writes) : inner_(inner), keeps_writes_(keeps_writes) {}

    Result<std::unique_ptr<Transaction>> begin(Access access) override;
    Result<Done> publish(std::span<const View> views) override { return inner_.publish(views); }

    Seen seen{};

private:
    Storage& inner_;
    bool keeps_writes_;
};

}  // namespace csp::bench
