// A command on SQLite, against the same bytes by bare statements and against a lean schema.
#include <memory>
#include <optional>
#include <stdexcept>

#include "csp/engine.hpp"
#include "life.hpp"
#include "report.hpp"
#include "sqlite_floors.hpp"
#include "subjects.hpp"
#include "syncs.hpp"
#include "watched_storage.hpp"
#include "world.hpp"

namespace csp::bench {
namespace {

namespace fs = std::filesystem;

constexpr int rounds = 11;
constexpr std::size_t subscriptions = 10'000;
constexpr std::size_t commits_counted = 200;

template <class T>
T require(Result<T> result) {
    if (!result) { throw std::runtime_error(result.error().sentence); }
    return std::move(result).value();
}

using Batch = std::vector<std::pair<Request, Command>>;

Batch batch_of(std::span<const Draw> draws, const Actor& seller) {
    Batch batch;
    for (const Draw& draw : draws) { batch.emplace_back(Request{.by = seller, .id = draw.request}, command_of(draw)); }
    return batch;
}

/// So many to a commit: alone through `execute`, together through `execute_all`.
void play_engine(Engine& engine, std::span<const std::pair<Request, Command>> commands, std::size_t batch) {
    if (batch == 1) {
        for (const auto& [request, command] : commands) { require(engine.execute(request, command)); }
        return;
    }
    for (std::size_t i = 0; i < commands.size(); i += batch) {
        for (auto& answer : engine.execute_all(commands.subspan(i, batch))) { require(std::move(answer)); }
    }
}

/// Three files with the same subscriptions, and a store in memory that tells which bytes csp will write.
class Race {
public:
    Race(const fs::path& folder, Durability durability);
    void compare(const std::string& name, std::size_t batch, std::size_t commands);
    double syncs_a_commit();

private:
    void draw(std::size_t count, std::size_t batch);

    ManualClock clock_{begin_of_work};
    World world_;
    std::optional<Life> life_;
    std::unique_ptr<Storage> storage_;
    std::unique_ptr<Engine> engine_;
    std::unique_ptr<Storage> shadow_{open_memory()};
    WatchedStorage watched_{*shadow_, true};
    std::unique_ptr<Engine> shadow_engine_;
    std::unique_ptr<SameBytes> same_bytes_;
    std::unique_ptr<LeanSchema> lean_;

    std::vector<Draw> draws_;
    Batch commands_;
};

Race::Race(const fs::path& folder, Durability durability) {
    const std::string name = durability == Durability::full ? "full" : "normal";
    const fs::path file = folder / (name + "-csp.db");
    const fs::path copy = folder / (name + "-same-bytes.db");
    const WorldSize size{.customers = 1, .subscriptions = subscriptions};
    populate(*require(open_sqlite({.path = file.string(), .durability = Durability::normal})), size);
    fs::copy_file(file, copy);
    storage_ = require(open_sqlite({.path = file.string(), .durability = durability}));
    engine_ = require(Engine::open(*storage_, clock_, {.policy = policy_of_the_floors()}));
    world_ = populate(*shadow_, size);
    life_.emplace(world_.subscriptions, true);
    shadow_engine_ = require(Engine::open(watched_, clock_, {.policy = policy_of_the_floors()}));
    same_bytes_ = std::make_unique<SameBytes>(copy, durability);
    lean_ = std::make_unique<LeanSchema>(folder / (name + "-lean.db"), durability, world_);
}

void Race::draw(std::size_t count, std::size_t batch) {
    draws_ = life_->next(count);
    commands_ = batch_of(draws_, world_.seller);
    watched_.seen = Seen{};
    play_engine(*shadow_engine_, commands_, batch);
}

void Race::compare(const std::string& name, std::size_t batch, std::size_t commands) {
    // The three files take the same commands, so each round is drawn once, by whoever is first in it.
    std::size_t turn = 0;
    const auto before = [&] {
        if (turn++ % 3 == 0) { draw(commands, batch); }
    };
    const std::vector<Contender> contenders{
        {"csp, " + name, commands, [&] { play_engine(*engine_, commands_, batch); }, before},
        {"same bytes, bare statements", commands, [&] { same_bytes_->play(watched_.seen, batch); }, before},
        {"lean schema, no JSON", commands, [&] { lean_->play(draws_, batch); }, before},
    };
    const auto times = in_turns(contenders, rounds, Watch::wall);
    print_throughput(times[0], times[1], {.at_least = 0.85});
    print_throughput(times[0], times[2]);
    print_throughput(times[1], times[2]);
}

/// Beside the checkpoint, which csp makes outside of its commands, every 4,000 pages.
double Race::syncs_a_commit() {
    std::uint64_t counted = 0;
    // The first commit after a checkpoint also writes the head of the log, so it is not the one that counts.
    for (const std::size_t commits : {std::size_t{1}, commits_counted}) {
        draw(commits, 1);
        const std::uint64_t before = syncs();
        play_engine(*engine_, commands_, 1);
        counted = syncs() - before;
        same_bytes_->play(watched_.seen, 1);
        lean_->play(draws_, 1);
    }
    return static_cast<double>(counted) / commits_counted;
}

}  // namespace

void bench_sqlite(const fs::path& folder) {
    print_heading("sqlite: a command, 10 thousand subscriptions, with request ids");
    for (const Durability durability : {Durability::full, Durability::normal}) {
        const bool is_full = durability == Durability::full;
        const std::string name = is_full ? "FULL" : "NORMAL";
        Race race(folder, durability);
        const double wanted = is_full ? 1 : 0;
        print_number("fdatasyncs a commit, " + name, race.syncs_a_commit(), "",
                     {.at_most = wanted, .at_least = wanted});
        race.compare(name + ", 1 a commit", 1, 200);
        race.compare(name + ", 100 a commit", 100, 1'000);
        race.compare(name + ", 1,000 a commit", 1'000, 2'000);
    }
}

}  // namespace csp::bench
