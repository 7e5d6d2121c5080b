// The memory store when memory runs out: each allocation fails in turn, and nothing is half done.
#include <doctest/doctest.h>

#include <functional>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "csp/storage.hpp"
#include "storage/scarce_allocations.hpp"

using namespace csp;
using csp::test::allocations_left;

namespace {

constexpr Kind kind = Kind::customer;

AnyId id_of(std::uint16_t number) {
    AnyId id{};
    id.data[14] = static_cast<std::uint8_t>(number / 256);
    id.data[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

Instant hour(std::int64_t number) { return Instant{number * 3'600 * us_per_second}; }

/// Longer than what a std::string holds without allocating.
std::string long_text(const std::string& beginning) { return beginning + " and so on and so on and so on"; }

struct Wish {
    std::uint16_t id{0};
    std::uint64_t version{0};
    Instant due{never};
    std::vector<Key> keys{};
};

bool save(Transaction& t, const Wish& wish) {
    const Record record{.kind = kind,
                        .id = id_of(wish.id),
                        .version = wish.version,
                        .due = wish.due,
                        .body = Body{.bytes = long_text("version " + std::to_string(wish.version))}};
    return t.save(Save{record, wish.version - 1, &wish.keys}).has_value();
}

bool append(Transaction& t, std::uint16_t id, std::uint64_t version, std::uint16_t request) {
    return t
        .append(StoredEvent{.kind = kind,
                            .id = id_of(id),
                            .version = version,
                            .request = RequestId{id_of(request)},
                            .body = Body{.bytes = long_text("event")}})
        .has_value();
}

Key key(std::uint16_t index, const std::string& beginning) { return Key{index, long_text(beginning)}; }

std::unique_ptr<Storage> filled_store() {
    auto store = open_memory();
    const auto t = std::move(store->begin(Access::write)).value();
    REQUIRE(save(*t, {.id = 1, .version = 1, .due = hour(10), .keys = {key(1, "a"), key(1, "b")}}));
    REQUIRE(append(*t, 1, 1, 101));
    REQUIRE(save(*t, {.id = 2, .version = 1, .due = hour(10), .keys = {key(1, "c")}}));
    REQUIRE(append(*t, 2, 1, 102));
    REQUIRE(save(*t, {.id = 3, .version = 1, .due = hour(2), .keys = {key(1, "d")}}));
    // Blocks of 1,024 records are full now: the next one needs new ones.
    for (std::uint16_t id = 1'001; id <= 2'021; ++id) { REQUIRE(save(*t, {.id = id, .version = 1})); }
    REQUIRE(t->commit());
    return store;
}

using Step = std::function<bool(Transaction&)>;

/// Everything that changes something, in one transaction; in between hours ripen whose records moved already.
std::vector<Step> all_steps() {
    std::vector<Step> steps{
        [](Transaction& t) { return t.due(hour(5), 10)->size() == 1; },
        [](Transaction& t) {
            return save(t, {.id = 1, .version = 2, .due = hour(20), .keys = {key(1, "b"), key(1, "e"), key(2, "a")}});
        },
        [](Transaction& t) { return append(t, 1, 2, 103); },
        [](Transaction& t) { return save(t, {.id = 4, .version = 1, .due = hour(30), .keys = {key(3, "n")}}); },
        [](Transaction& t) { return append(t, 5, 1, 104); },
        [](Transaction& t) { return t.due(hour(15), 10)->size() == 2; },
        [](Transaction& t) { return save(t, {.id = 2, .version = 2, .due = hour(1), .keys = {}}); },
        [](Transaction& t) { return save(t, {.id = 3, .version = 2, .due = hour(40), .keys = {key(1, "a")}}); },
        [](Transaction& t) { return append(t, 3, 7, 105); },
    };
    // So many request ids that the table of them grows in between.
    for (std::uint16_t request = 201; request <= 240; ++request) {
        steps.push_back([request](Transaction& t) { return append(t, 1, 0, request); });
    }
    return steps;
}
const std::vector<Step> steps = all_steps();

/// All that a transaction can be asked, but for what is due: asking that would ripen what the steps are to meet.
std::vector<std::string> picture_in(Transaction& t) {
    std::vector<std::string> lines;
    for (std::uint16_t id = 1; id <= 5; ++id) {
        if (const auto record = t.load(kind, id_of(id))) {
            lines.push_back(text_of(record->id) + " due " + text_of(record->due) + ": " + record->body.bytes);
        }
        const auto history = t.history(kind, id_of(id), 0, 100);
        for (const StoredEvent& event : *history) {
            lines.push_back(text_of(event.id) + " had event " + std::to_string(event.position));
        }
        lines.push_back(std::to_string(*t.recall(RequestId{id_of(static_cast<std::uint16_t>(100 + id))})));
    }
    for (std::uint16_t index = 1; index <= 3; ++index) {
        const auto hits = t.scan(index, {}, {}, 100);
        for (const Hit& hit : *hits) { lines.push_back(hit.key + text_of(hit.record.id)); }
    }
    const auto feed = t.events(0, 100);
    for (const StoredEvent& event : *feed) {
        lines.push_back(std::to_string(event.position) + text_of(event.id) + std::to_string(event.version));
    }
    return lines;
}

std::vector<std::string> picture_of(Storage& store) {
    const auto t = std::move(store.begin(Access::read)).value();
    auto lines = picture_in(*t);
    const auto all_due = t->due(hour(100), 100);
    for (const Due& due : *all_due) { lines.push_back(text_of(due.id) + text_of(due.at)); }
    return lines;
}

/// False: memory ran out.
bool went_well(const Step& step, Transaction& t) {
    try {
        if (step(t)) { return true; }
    } catch (const std::bad_alloc&) {
        allocations_left = -1;
        return false;
    }
    allocations_left = -1;
    FAIL("a step was refused");
    return false;
}

std::vector<std::string> picture_afterwards() {
    const auto store = filled_store();
    const auto t = std::move(store->begin(Access::write)).value();
    for (const Step& step : steps) { REQUIRE(step(*t)); }
    REQUIRE(t->commit());
    return picture_of(*store);
}

}  // namespace

TEST_CASE("the memory store: whichever allocation fails, the call has changed nothing and can be made again") {
    const auto afterwards = picture_afterwards();
    bool has_failed = true;
    int failing = 0;
    for (; has_failed; ++failing) {
        const auto store = filled_store();
        const auto t = std::move(store->begin(Access::write)).value();
        has_failed = false;
        auto before = picture_in(*t);
        allocations_left = failing;
        for (const Step& step : steps) {
            if (has_failed) {
                REQUIRE(step(*t));
            } else if (!went_well(step, *t)) {
                has_failed = true;
                REQUIRE(picture_in(*t) == before);
                REQUIRE(step(*t));
            } else {
                const int left = std::exchange(allocations_left, -1);
                before = picture_in(*t);
                allocations_left = left;
            }
        }
        allocations_left = 0;  // a commit needs no memory
        const bool is_committed = t->commit().has_value();
        allocations_left = -1;
        REQUIRE(is_committed);
        REQUIRE(picture_of(*store) == afterwards);
    }
    CHECK(failing > 50);
}

TEST_CASE("the memory store: whichever allocation fails, rolling back needs no memory and leaves no trace") {
    const auto untouched = picture_of(*filled_store());
    const auto afterwards = picture_afterwards();
    bool has_failed = true;
    for (int failing = 0; has_failed; ++failing) {
        const auto store = filled_store();
        auto t = std::move(store->begin(Access::write)).value();
        has_failed = false;
        allocations_left = failing;
        for (const Step& step : steps) { has_failed = has_failed || !went_well(step, *t); }
        allocations_left = 0;
        t.reset();
        allocations_left = -1;
        if (failing % 2 == 0) { REQUIRE(picture_of(*store) == untouched); }  // and otherwise nothing ripens in between
        t = std::move(store->begin(Access::write)).value();
        for (const Step& step : steps) { REQUIRE(step(*t)); }
        REQUIRE(t->commit());
        t.reset();
        REQUIRE(picture_of(*store) == afterwards);
    }
}
