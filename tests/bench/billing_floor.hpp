// The floor of the billing benchmark: the records, keys and events of a year of monthly lines, written by hand into
// containers of the standard library. It checks nothing and cannot undo anything; what it shares with csp is how much
// memory a line touches.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace csp::bench {

class BillingFloor {
public:
    explicit BillingFloor(std::size_t subscriptions);
    /// Eleven months, as Biller::bill_a_year does them.
    void bill_a_year();
    [[nodiscard]] std::int64_t total() const { return total_; }

private:
    using Id = std::uint64_t;
    using KeyBytes = std::array<char, 40>;  ///< owner, invoice or day, and the number of the line
    /// As large as what csp keeps of one.
    struct Billing {
        std::int32_t day{0};
        std::int64_t price{0};
        std::array<char, 300> rest{};
    };
    struct Charge {
        Id subscription{0};
        std::int64_t amount{0};
        std::array<char, 400> rest{};
    };
    struct Event {
        Id id{0};
        std::array<char, 300> rest{};
    };

    static KeyBytes key(char index, std::uint64_t first, std::uint64_t second, std::uint64_t third);
    void charge(Id subscription, std::int32_t day);
    void invoice(std::int32_t month);

    std::unordered_map<Id, std::unique_ptr<Billing>> billings_{};
    std::unordered_map<Id, std::unique_ptr<Charge>> charges_{};
    std::map<KeyBytes, Id> keys_{};  ///< one standing charge for a subscription and day; the lines of an invoice
    std::multimap<std::int32_t, Id> due_{};
    std::vector<std::unique_ptr<Event>> events_{};
    Id last_charge_{0};
    std::int64_t total_{0};
};

}  // namespace csp::bench
