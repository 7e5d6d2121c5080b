// Two shops in memory, one behind the C interface and one in C++, filled with the same commands: as both count their
// ids from 1, these are the same too.
#pragma once

#include <csp.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "capi/c_shop.hpp"
#include "csp/engine.hpp"
#include "life.hpp"

namespace csp::bench {

inline constexpr std::size_t lines_an_order = 100;

template <class T>
T need(Result<T> answer) {
    if (!answer) { throw std::runtime_error(answer.error().sentence); }
    return std::move(answer).value();
}

csp_id in_c(const SubscriptionId& id);

/// What is sold has no price, so that csp keeps no bills of it: the memory command is measured without them too.
struct CppWorld {
    explicit CppWorld(std::size_t subscriptions);
    void ask(const Draw& draw);

    std::unique_ptr<Storage> storage{open_memory()};
    ManualClock clock{Instant{test::CShop::start_us}};
    CountedIds ids{};
    std::unique_ptr<Engine> engine{need(Engine::open(*storage, clock, {.ids = &ids}))};
    Request by_ann{.by = {.user = "ann@fabrikam.example.com", .roles = Role::admin_agent}};
    OfferId seats{};
    std::vector<SubscriptionId> subscriptions{};

private:
    void enrol();
    void buy(std::size_t number);
};

struct CWorld {
    explicit CWorld(std::size_t subscriptions);
    void ask(const Draw& draw);

    test::CShop shop{};
    csp_id seats{};

private:
    void list_seats();
    void buy(std::size_t number);
    csp_status asked(const Draw& draw);
};

}  // namespace csp::bench
