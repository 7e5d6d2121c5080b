// What must not grow with what is not touched: meeting deadlines, opening, pages. At 10 thousand and at 1 million.
#include <memory>
#include <stdexcept>

#include "csp/engine.hpp"
#include "report.hpp"
#include "statement_steps.hpp"
#include "subjects.hpp"
#include "watched_storage.hpp"
#include "world.hpp"

namespace csp::bench {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 11;
constexpr std::size_t due_a_day = 100;
constexpr std::size_t page_size = 100;
constexpr double same = 1.5;  ///< a count is equal; a time may vary by the deeper tree and colder caches

constexpr WorldSize sized(std::size_t customers, std::size_t subscriptions) {
    return {.customers = customers, .subscriptions = subscriptions, .due_a_day = due_a_day, .due_days = rounds + 2};
}

template <class T>
T require(Result<T> result) {
    if (!result) { throw std::runtime_error(result.error().sentence); }
    return std::move(result).value();
}

/// A store of one size with an engine on it.
class House {
public:
    House(std::unique_ptr<Storage> storage, World world)
        : world_(std::move(world)), storage_(std::move(storage)), engine_(require(Engine::open(watched_, clock_))) {}

    /// The next day comes, and with it its 100 deadlines.
    void meet_the_next_day() {
        clock_.set(start_of(days_after(first_day, day_++)));
        if (require(engine_->run_due(1'000)).steps != due_a_day) { throw std::runtime_error("not 100 were due"); }
    }
    Seen seen_in_the_next_day() {
        watched_.seen = Seen{};
        meet_the_next_day();
        return watched_.seen;
    }

    std::string customers_page(const std::string& after) {
        return require(engine_->customers(world_.seller, {}, PageRequest{page_size, after})).next;
    }
    std::string subscriptions_page(const std::string& after) {
        return require(engine_->subscriptions(world_.seller, world_.customer, {}, PageRequest{page_size, after})).next;
    }
    /// The place before the last page.
    template <class NextPage>
    std::string near_the_end(NextPage next_page) {
        std::string place;
        for (std::string next; next = next_page(*this, place), !next.empty();) { place = next; }
        return place;
    }

private:
    World world_;
    ManualClock clock_{begin_of_work};
    std::unique_ptr<Storage> storage_;
    WatchedStorage watched_{*storage_, false};
    std::unique_ptr<Engine> engine_;
    std::int64_t day_{101};
};

struct Two {
    House& small;
    House& large;
};

void compare_deadlines(const std::string& store, Two houses) {
    const std::vector<Contender> contenders{
        {store + ", 100 due of 1 million", due_a_day, [&] { houses.large.meet_the_next_day(); }},
        {"of 10 thousand", due_a_day, [&] { houses.small.meet_the_next_day(); }},
    };
    const auto times = in_turns(contenders, rounds);
    print_ratio(times[0], times[1]);
    steps_of_statements();
    const Seen of_small = houses.small.seen_in_the_next_day();
    const StatementSteps small_steps = steps_of_statements();
    const Seen of_large = houses.large.seen_in_the_next_day();
    const StatementSteps large_steps = steps_of_statements();
    print_number(store + ", rows given out for 100 due of 10 thousand", static_cast<double>(of_small.rows), "rows");
    print_number(store + ", rows given out for 100 due of 1 million", static_cast<double>(of_large.rows), "rows",
                 {.at_most = static_cast<double>(of_small.rows)});
    if (small_steps.machine == 0) { return; }
    print_number(store + ", steps of its machine, 1 million / 10 thousand",
                 static_cast<double>(large_steps.machine) / static_cast<double>(small_steps.machine), "",
                 {.at_most = 1.01});
    print_number(store + ", rows of full scans", static_cast<double>(large_steps.scanned), "rows", {.at_most = 0});
}

template <class NextPage>
void compare_pages(const std::string& what, Two houses, NextPage next_page) {
    const std::string end_of_small = houses.small.near_the_end(next_page);
    const std::string end_of_large = houses.large.near_the_end(next_page);
    const auto play = [&](House& house, const std::string& after) {
        return [&] {
            for (int i = 0; i < 20; ++i) { next_page(house, after); }
        };
    };
    const std::string start;
    const std::vector<Contender> contenders{
        {what + ", start of 1 million, a row", page_size * 20, play(houses.large, start)},
        {what + ", end of 1 million, a row", page_size * 20, play(houses.large, end_of_large)},
        {"start of 10 thousand", page_size * 20, play(houses.small, start)},
    };
    const auto times = in_turns(contenders, rounds);
    print_ratio(times[0], times[2]);
    print_ratio(times[1], times[2], {.at_most = same});
}

std::string next_customers(House& house, const std::string& after) { return house.customers_page(after); }
std::string next_subscriptions(House& house, const std::string& after) { return house.subscriptions_page(after); }

void open_and_close(const fs::path& file, Clock& clock) {
    const auto storage = require(open_sqlite({.path = file.string()}));
    require(Engine::open(*storage, clock));
}

void compare_opening(const fs::path& small_file, const fs::path& large_file) {
    ManualClock clock(begin_of_work);
    const std::vector<Contender> contenders{
        {"SQLite, opening with 1 million", 10,
         [&] {
             for (int i = 0; i < 10; ++i) { open_and_close(large_file, clock); }
         }},
        {"with 10 thousand", 10,
         [&] {
             for (int i = 0; i < 10; ++i) { open_and_close(small_file, clock); }
         }},
    };
    const auto times = in_turns(contenders, rounds, Watch::wall);
    print_ratio(times[0], times[1], {.at_most = same});
}

House in_memory(const WorldSize& size) {
    auto storage = open_memory();
    World world = populate(*storage, size);
    return House(std::move(storage), std::move(world));
}

}  // namespace

void bench_growth_in_memory() {
    print_heading("growth in memory: nothing grows with what is not touched");
    House few = in_memory(sized(10'000, 10'000));
    House many = in_memory(sized(1'000'000, 1'000'000));
    compare_pages("memory, customers", {few, many}, next_customers);
    compare_pages("memory, subscriptions", {few, many}, next_subscriptions);
    compare_deadlines("memory", {few, many});
}

void bench_growth_in_sqlite(const fs::path& folder) {
    print_heading("growth in SQLite: nothing grows with what is not touched");
    const fs::path small_file = folder / "small.db";
    const fs::path large_file = folder / "large.db";
    const auto filled = [](const fs::path& file, const WorldSize& size) {
        return populate(*require(open_sqlite({.path = file.string(), .durability = Durability::normal})), size);
    };
    World small_world = filled(small_file, sized(1'000, 10'000));
    World large_world = filled(large_file, sized(1'000, 1'000'000));
    compare_opening(small_file, large_file);
    watch_connections();
    {
        House few(require(open_sqlite({.path = small_file.string()})), std::move(small_world));
        House many(require(open_sqlite({.path = large_file.string()})), std::move(large_world));
        compare_pages("SQLite, subscriptions", {few, many}, next_subscriptions);
        compare_deadlines("SQLite", {few, many});
    }
    forget_connections();
}

}  // namespace csp::bench
