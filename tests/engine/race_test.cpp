// The last download of a link, wanted by two at once: one gets it, every time.
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <new>
#include <thread>

#include "engine/software_shop.hpp"
#include "sanitized.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// How often the last download is fought for, and how many a link has.
struct Match {
    int rounds{is_sanitized ? 200 : 1'000};
    int allowance{1};
};

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
    void count(const Result<DeliveredLink>& answer) {
        if (answer) {
            ++granted;
        } else if (answer.error().reason == "link_expired") {
            ++refused;
        } else {
            ++failed;
        }
    }
};

/// A link with one download left, renewed before each round.
struct LastDownload : SoftwareShop<InSqlite> {
    EntitlementId right{};
    DownloadLinkId link{};
    explicit LastDownload(const Match& match) {
        policy.link_downloads = match.allowance;
        engine = open(*store.storage);
        right = right_of(buy_software(office));
        link = link_to(right);
    }
    std::unique_ptr<Engine> engine_on(Storage& storage) {
        return good(
            Engine::open(storage, clock, {.policy = policy, .fulfilment = &fulfilment, .sealer = sealer.get()}));
    }
    /// Another two weeks, and all of its downloads but one.
    [[nodiscard]] bool use_up_to_the_last(int allowance) {
        bool is_used = engine->get_link({.by = ann}, right, english_iso).has_value();
        for (int i = 1; i < allowance; ++i) { is_used = is_used && engine->download({.by = ann}, link).has_value(); }
        return is_used;
    }
};

void want_it(Meeting& meeting, Engine& mine, LastDownload& shop, bool renews, const Match& match) {
    for (int round = 1; round <= match.rounds; ++round) {
        if (renews && !shop.use_up_to_the_last(match.allowance)) { ++meeting.failed; }
        meeting.meet(2 * round - 1);
        meeting.count(mine.download({.by = shop.ann}, shop.link));
        meeting.meet(2 * round);
    }
}

/// One of the two got it, every time, and the log has each download and each refusal once (LOG-02).
void was_fair(const Meeting& meeting, LastDownload& shop, const Match& match) {
    CHECK(meeting.granted == match.rounds);
    CHECK(meeting.refused == match.rounds);
    CHECK(meeting.failed == 0);
    std::ptrdiff_t granted = 0;
    std::ptrdiff_t refused = 0;
    PageRequest next{.size = 1'000};
    do {
        const ActivityFilter all{.days = DayRange{day("1970-01-01"), day("9999-12-31")}};
        const auto page = good(shop.engine->software_activity(shop.auditor, all, next));
        for (const ActivityEntry& entry : page.items) {
            if (entry.action == Action::downloaded) { ++(entry.is_refused ? refused : granted); }
        }
        next.after = page.next;
    } while (!next.after.empty());
    CHECK(granted == match.rounds * match.allowance);
    CHECK(refused == match.rounds);
}

void two_threads_want_it(const Match& match) {
    LastDownload shop(match);
    const auto storage = shop.store.open();
    const auto other = shop.engine_on(*storage);
    Meeting meeting;
    std::thread second([&] { want_it(meeting, *other, shop, false, match); });
    want_it(meeting, *shop.engine, shop, true, match);
    second.join();
    was_fair(meeting, shop, match);
}

}  // namespace

TEST_CASE("ENT-06: of two threads that want the last download exactly one gets it, 1,000 times") {
    two_threads_want_it({});
}

TEST_CASE("ENT-06: of two threads that want the 50th download exactly one gets it, 50 times") {
    two_threads_want_it({.rounds = 50, .allowance = 50});
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
    for (int round = 1; round <= Match{}.rounds; ++round) {
        shared.meeting.meet(2 * round - 1);
        shared.meeting.count((*engine)->download({.by = bob}, shared.link));
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
    LastDownload shop(Match{});
    shop.clock.set(at("2020-01-21T00:00:00Z"));
    shop.store.file.path.copy(shared->path, sizeof shared->path - 1);
    shared->link = shop.link;
    shared->partner = shop.fabrikam;
    shared->is_ready = true;
    want_it(shared->meeting, *shop.engine, shop, true, Match{});
    int status = 1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    was_fair(shared->meeting, shop, Match{});
    munmap(memory, sizeof(Shared));
}
