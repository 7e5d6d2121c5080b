// The last download of a link, wanted by two at once: one gets it, every time.
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <new>
#include <thread>

#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

constexpr int rounds = 1'000;

/// Where two meet before each round, and count what they got. It lies in memory that processes share.
struct Meeting {
    std::atomic<int> arrived{0};
    std::atomic<int> granted{0};
    std::atomic<int> refused{0};
    std::atomic<int> failed{0};

    /// Both go on when the second one is there.
    void meet(int how_often) {
        ++arrived;
        while (arrived.load() < 2 * how_often) { std::this_thread::yield(); }
    }
    void count(const Result<Receipt>& answer) {
        if (answer) {
            ++granted;
        } else if (answer.error().reason == "link_expired") {
            ++refused;
        } else {
            ++failed;
        }
    }
};

/// A link that is used up by one download, and renewed before each round.
struct LastDownload : SoftwareShop<InSqlite> {
    EntitlementId right{};
    DownloadLinkId link{};
    LastDownload() {
        policy.link_downloads = 1;
        engine = open(*store.storage);
        right = right_of(buy_software(office));
        link = link_to(right);
    }
    std::unique_ptr<Engine> engine_on(Storage& storage) {
        return good(
            Engine::open(storage, clock, {.policy = policy, .fulfilment = &fulfilment, .sealer = sealer.get()}));
    }
};

void want_it(Meeting& meeting, Engine& mine, LastDownload& shop, bool renews) {
    for (int round = 1; round <= rounds; ++round) {
        if (renews && !shop.engine->get_link({.by = shop.ann}, shop.right, english_iso)) { ++meeting.failed; }
        meeting.meet(2 * round - 1);
        meeting.count(mine.execute({.by = shop.ann}, shop.link, Download{}));
        meeting.meet(2 * round);
    }
}

void was_fair(const Meeting& meeting) {
    CHECK(meeting.granted == rounds);
    CHECK(meeting.refused == rounds);
    CHECK(meeting.failed == 0);
}

}  // namespace

TEST_CASE("ENT-06: of two threads that want the last download exactly one gets it, 1,000 times") {
    LastDownload shop;
    const auto storage = shop.store.open();
    const auto other = shop.engine_on(*storage);
    Meeting meeting;
    std::thread second([&] { want_it(meeting, *other, shop, false); });
    want_it(meeting, *shop.engine, shop, true);
    second.join();
    was_fair(meeting);
}

namespace {

/// What the second process has to know. It is forked before a store is open, because SQLite's locks do not survive a
/// fork.
struct Shared {
    Meeting meeting{};
    std::atomic<bool> is_ready{false};
    char path[1'024]{};
    DownloadLinkId link{};
    PartnerId partner{};
};

/// The second process: nothing of the test framework, only an answer in the shared memory.
bool want_it_from_another_process(Shared& shared) {
    while (!shared.is_ready.load()) { std::this_thread::yield(); }
    auto storage = open_sqlite({.path = shared.path, .durability = Durability::normal});
    ManualClock clock{at("2020-01-21T00:00:00Z")};
    MadeUpFulfilment fulfilment;
    auto sealer = sealer_with_key(Secret(std::string(32, 'k')));
    if (!storage || !sealer) { return false; }
    auto engine = Engine::open(**storage, clock, {.fulfilment = &fulfilment, .sealer = sealer->get()});
    if (!engine) { return false; }
    const Actor bob{.user = "bob@fabrikam.com", .partner = shared.partner, .roles = Role::admin_agent};
    for (int round = 1; round <= rounds; ++round) {
        shared.meeting.meet(2 * round - 1);
        shared.meeting.count((*engine)->execute({.by = bob}, shared.link, Download{}));
        shared.meeting.meet(2 * round);
    }
    return true;
}

}  // namespace

TEST_CASE("ENT-06: of two processes that want the last download exactly one gets it, 1,000 times") {
    void* const memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(memory != MAP_FAILED);
    auto* const shared = new (memory) Shared;
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const bool is_done = want_it_from_another_process(*shared);
        if (!is_done) { shared->meeting.arrived = 1'000'000; }  // nobody waits for it
        _exit(is_done ? 0 : 1);
    }
    LastDownload shop;
    shop.clock.set(at("2020-01-21T00:00:00Z"));
    shop.store.file.path.copy(shared->path, sizeof shared->path - 1);
    shared->link = shop.link;
    shared->partner = shop.fabrikam;
    shared->is_ready = true;
    want_it(shared->meeting, *shop.engine, shop, true);
    int status = 1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    was_fair(shared->meeting);
    munmap(memory, sizeof(Shared));
}
