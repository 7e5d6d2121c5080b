// Memory that ends at every allocation in turn: an error each time, nothing lost, leaked or dropped twice.
#include <doctest/doctest.h>

#include <malloc.h>
#include <cstdlib>
#include <new>

#include "c_resellers.hpp"
#include "c_software.hpp"
#include "c_storage.hpp"

using namespace csp::test;

namespace {

/// How many allocations of this thread are still good; less than 0: all of them.
thread_local long good_ones = -1;

bool is_the_one() {
    if (good_ones < 0) { return false; }
    return good_ones-- == 0;
}
void* allocated_or_not(std::size_t size) noexcept { return is_the_one() ? nullptr : std::malloc(size == 0 ? 1 : size); }
void* allocated(std::size_t size) {
    void* memory = allocated_or_not(size);
    if (memory == nullptr) { throw std::bad_alloc(); }
    return memory;
}

/// Calls `ask` with one allocation more each time, beginning with `first`, until there are enough; `look(status)` has
/// as many as it wants. Answers how many that were.
template <class Ask, class Look>
int until_there_is_enough(Ask ask, Look look, int first = 0) {
    for (int allocation = first;; ++allocation) {
        good_ones = allocation;
        const csp_status status = ask();
        const bool was_enough = good_ones >= 0;
        good_ones = -1;
        CAPTURE(allocation);
        look(status);
        if (was_enough) {
            CHECK(status == CSP_OK);
            return allocation;
        }
        CHECK((status == CSP_NO_MEMORY || status == CSP_OK));  // SQLite and the like may do without
        REQUIRE(allocation < first + 20'000);
    }
}
template <class Ask>
int until_there_is_enough(Ask ask) {
    return until_there_is_enough(ask, [](csp_status) {});
}
/// Each try answers CSP_OK and stands in the feed, or it has left no trace there.
template <class Ask>
int all_or_nothing(CShop& shop, Ask ask, int first = 0) {
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
    };
    return until_there_is_enough(ask, look, first);
}
/// How many allocations a call needs where there are enough.
template <class Ask>
int allocations_of(Ask ask) {
    constexpr int plenty = 10'000'000;
    good_ones = plenty;
    const csp_status status = ask();
    const auto left = good_ones;
    good_ones = -1;
    CHECK(status == CSP_OK);
    return static_cast<int>(plenty - left);
}

/// What must not stand in memory that is given back.
thread_local std::string_view secret{};
thread_local int leaks = 0;

void given_back(void* memory) noexcept {
    if (memory != nullptr && !secret.empty()) {
        const std::string_view bytes(static_cast<const char*>(memory), malloc_usable_size(memory));
        leaks += bytes.find(secret) != std::string_view::npos ? 1 : 0;
    }
    std::free(memory);
}

/// A row that was shown once, whose text is gone for good once nobody has it.
void shows_a_secret(csp_cursor*& cursor, std::size_t rows, std::size_t letters) {
    csp_row row = CSP_INIT(csp_row);
    REQUIRE(cursor != nullptr);
    for (std::size_t i = 0; i < rows; ++i) {
        CHECK(csp_cursor_next(cursor, &row, nullptr) == CSP_OK);
        CHECK(row.text.size >= letters);
        CHECK(row.version > 0);
        CHECK(text(row.json).starts_with("{"));
        CHECK(text(row.json).ends_with("}"));
    }
    CHECK(csp_cursor_next(cursor, &row, nullptr) == CSP_END);
    csp_cursor_close(cursor);
    cursor = nullptr;
}

}  // namespace

// NOLINTBEGIN(misc-new-delete-overloads)
void* operator new(std::size_t size) { return allocated(size); }
void* operator new[](std::size_t size) { return allocated(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocated_or_not(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocated_or_not(size); }
void operator delete(void* memory) noexcept { given_back(memory); }
void operator delete[](void* memory) noexcept { given_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { given_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { given_back(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { given_back(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { given_back(memory); }
// NOLINTEND(misc-new-delete-overloads)

TEST_CASE("C: an engine that does not open for want of memory drops what it was brought, once") {
    CStore store;
    const csp_storage table = c_storage(store);
    csp_engine_options options = CSP_INIT(csp_engine_options);
    options.storage = &table;
    csp_engine* engine = nullptr;
    int opened = 0;
    int tries = 0;
    const int allocations = until_there_is_enough([&] {
        ++tries;
        const csp_status status = csp_engine_open(&options, &engine, nullptr);
        opened += status == CSP_OK ? 1 : 0;
        csp_engine_close(engine);
        engine = nullptr;
        return status;
    });
    CHECK(allocations > 10);
    CHECK(opened >= 1);
    CHECK(store.drops == tries);
}

TEST_CASE("C: a command without memory has done nothing, and says so") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    std::int32_t quantity = 5;
    const int allocations = all_or_nothing(shop, [&] { return shop.change_quantity(seats, ++quantity); });
    CHECK(allocations > 10);
    csp_cursor* cursor = nullptr;
    const std::string state =
        shop.rows(csp_read(shop.engine, &shop.ann, CSP_KIND_SUBSCRIPTION, &seats, &cursor, &shop.error), cursor);
    CHECK(state.find("\"quantity\":" + std::to_string(quantity)) != std::string::npos);
}

TEST_CASE("C: a command that a listener hears of, without memory") {
    int heard = 0;
    csp_listener listener = CSP_INIT(csp_listener);
    listener.context = &heard;
    listener.happened = [](void* context, const csp_event*) { ++*static_cast<int*>(context); };
    csp_engine_options options = CShop::memory();
    options.listener = &listener;
    CShop shop(options);
    const csp_id seats = shop.buy(5);
    std::int32_t quantity = 5;
    CHECK(all_or_nothing(shop, [&] { return shop.change_quantity(seats, ++quantity); }) > 10);
    CHECK(heard > 0);
}

TEST_CASE("C: a batch without memory is done, or nothing of it") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_batch* batch = nullptr;
    std::int32_t quantity = 5;
    const auto ask = [&]() -> csp_status {
        if (csp_batch_open(shop.engine, &batch, nullptr) != CSP_OK) { return CSP_NO_MEMORY; }
        for (const std::int32_t wanted : {++quantity, 0}) {  // one that is done, and one that is refused
            const csp_status added = shop.add_to(batch, seats, wanted);
            if (added != CSP_OK) { return added; }
        }
        return csp_batch_commit(batch, &shop.error);
    };
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
        const csp_status answer = csp_batch_answer(batch, 0, &shop.receipt, nullptr);
        CAPTURE(status);
        CAPTURE(answer);
        CHECK((answer == status || (status != CSP_OK && answer == CSP_INVALID)));
        csp_batch_close(batch);
        batch = nullptr;
    };
    CHECK(until_there_is_enough(ask, look) > 30);
}

TEST_CASE("C: what fell due is met without memory in one commit, or not at all") {
    CShop shop;
    for (int i = 0; i < 3; ++i) { good(shop.place(5), shop.error); }
    shop.advance_days(40);
    csp_due_report report = CSP_INIT(csp_due_report);
    CHECK(all_or_nothing(shop, [&] { return csp_run_due(shop.engine, 0, &report, &shop.error); }) > 30);
    CHECK(report.steps >= 3);
}

TEST_CASE("C: an import without memory stores all of a list, or nothing") {
    const std::string offer = R"({"id":"20000000-0000-4000-8000-00000000000%","name":"Business","country":"US",)"
                              R"("supportedBillingCycles":["monthly"],"maximumQuantity":300})";
    CShop shop;
    csp_cursor* problems = nullptr;
    csp_import_report report = CSP_INIT(csp_import_report);
    int version = 0;
    std::string list;
    const auto ask = [&] {
        const csp_str words = text(list);
        return csp_import_offers(shop.engine, &shop.by_host, &words, &report, &problems, &shop.error);
    };
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK && report.stored > 0));
        length = now;
        csp_cursor_close(problems);
        CHECK((status == CSP_OK) == (problems != nullptr));
        problems = nullptr;
        const std::string changed = std::to_string(++version);  // so that there is something to be stored each time
        list = R"({"totalCount":3,"items":[7,)" + offer + "," + offer + "]}";
        for (const char digit : {'1', '2'}) {
            list[list.find('%')] = digit;
            list.replace(list.find("Business\""), 9, "Seats " + changed + '"');
        }
    };
    look(CSP_NO_MEMORY);
    CHECK(until_there_is_enough(ask, look) > 30);
    CHECK(report.stored == 2);
    CHECK(report.problems == 1);
}

TEST_CASE("C: a password that is shown once is not lost for want of memory") {
    CShop shop;
    const CProfile tailspin("Tailspin");
    csp_create_customer command = CSP_INIT(csp_create_customer);
    command.profile = &tailspin.profile;
    csp_cursor* cursor = nullptr;
    int customers = 0;
    std::string domain;
    const auto ask = [&] {
        command.domain = text(domain);
        return csp_set_up_customer(shop.engine, &shop.by_ann, &command, &cursor, &shop.error);
    };
    const auto next = [&] { domain = "tailspin" + std::to_string(++customers) + ".example.com"; };
    const auto look = [&](csp_status status) {
        CHECK((status == CSP_OK) == (cursor != nullptr));
        if (status == CSP_OK) { shows_a_secret(cursor, 1, 16); }
        const csp_str name = text(domain);
        csp_cursor* found = nullptr;
        CHECK(csp_customer_by_domain(shop.engine, &shop.ann, &name, &found, nullptr) ==
              (status == CSP_OK ? CSP_OK : CSP_NOT_FOUND));
        csp_cursor_close(found);
        next();
    };
    next();
    const int allocations = allocations_of(ask);
    look(CSP_OK);
    until_there_is_enough(ask, look,
                          allocations - 60);  // a hash takes its time: those behind it are what is asked here
}

TEST_CASE("C: a wizard that is submitted without memory has made a customer and shows its password, or neither") {
    CResellers shop;
    shop.join();
    csp_cursor* cursor = nullptr;
    csp_wizard* wizard = nullptr;
    int customers = 0;
    const auto next = [&] { wizard = shop.at_review("tailspin" + std::to_string(++customers) + ".example.com"); };
    const auto ask = [&] { return csp_wizard_submit(shop.engine, &shop.by_pat, wizard, &cursor, &shop.error); };
    const auto look = [&](csp_status status) {
        CHECK((status == CSP_OK) == (cursor != nullptr));
        CHECK(phase_of(wizard) == (status == CSP_OK ? "confirmed" : "review"));
        if (status == CSP_OK) { shows_a_secret(cursor, 1, 16); }
        csp_wizard_close(wizard);
        next();
    };
    next();
    const int allocations = allocations_of(ask);
    look(CSP_OK);
    std::uint64_t length = shop.feed_length();
    const auto look_at_feed = [&](csp_status status) {
        look(status);
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
    };
    until_there_is_enough(ask, look_at_feed, allocations - 60);
    csp_wizard_close(wizard);
}

TEST_CASE("C: a link that is shown once is not lost for want of memory") {
    CResellers shop;
    csp_request_partnership wish = CSP_INIT(csp_request_partnership);
    wish.reseller_email = text("rob@relecloud.example.com");
    const csp_str address = text("https://partners.example/accept");
    csp_cursor* cursor = nullptr;
    std::uint64_t length = shop.feed_length();
    const auto ask = [&] {
        return csp_draft_partnership(shop.engine, &shop.by_pat, &wish, &address, nullptr, &cursor, &shop.error);
    };
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
        if (status == CSP_OK) { shows_a_secret(cursor, 2, 100); }
        CHECK(cursor == nullptr);
    };
    const int allocations = allocations_of(ask);
    look(CSP_OK);
    until_there_is_enough(ask, look, allocations - 10);  // those before are the engine's, which then reads it back
}

TEST_CASE("C: keys and links without memory are shown, or can be asked for again") {
    CSoftware brought;
    CShop shop(brought.options());
    const csp_id bought = brought.buy(shop);
    csp_cursor* cursor = nullptr;
    const auto look = [&](csp_status status) {
        CHECK((status == CSP_OK) == (cursor != nullptr));
        if (status == CSP_OK) { shows_a_secret(cursor, 1, 9); }
    };
    // A callback of the host's that has no memory has failed, as it would for any other reason.
    const auto told = [](csp_status status) { return status == CSP_STORAGE ? CSP_NO_MEMORY : status; };
    const auto keys = [&] {
        return told(csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error));
    };
    const auto link = [&] {
        return told(csp_show_link(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error));
    };
    CHECK(until_there_is_enough(keys, look) > 30);
    CHECK(until_there_is_enough(link, look) > 30);
}

TEST_CASE("C: no link is left behind in memory that was given back") {
    CResellers shop;
    const std::string link = shop.asked_for();
    const csp_str shown = text(link);
    const std::string message = "Dear Rob, " + link + " and so on.";
    const csp_str whole = text(message);
    const std::string token = link.substr(link.size() - 32);
    secret = token;
    leaks = 0;
    csp_receipt receipt = CSP_INIT(csp_receipt);
    const csp_status edited =
        csp_edit_partnership(shop.engine, &shop.by_pat, &shop.partnership, &whole, &receipt, nullptr);
    CHECK(leaks == 0);
    const csp_status accepted = csp_accept_link(shop.engine, &shop.by_rob, &shown, CSP_YES, nullptr, &receipt, nullptr);
    CHECK(leaks == 0);
    csp_decline_link(shop.engine, &shop.by_rob, &shown, &receipt, nullptr);
    secret = {};
    CHECK(leaks == 0);
    CHECK(edited == CSP_OK);
    CHECK(accepted == CSP_OK);
}

TEST_CASE("C: a query without memory gives no cursor") {
    CShop shop;
    good(shop.place(5), shop.error);
    csp_cursor* cursor = nullptr;
    const int allocations = until_there_is_enough([&] {
        const csp_status status =
            csp_orders(shop.engine, &shop.ann, &shop.customer, nullptr, nullptr, nullptr) == CSP_INVALID
                ? csp_orders(shop.engine, &shop.ann, &shop.customer, nullptr, &cursor, &shop.error)
                : CSP_NO_MEMORY;
        csp_cursor_close(cursor);
        cursor = nullptr;
        return status;
    });
    CHECK(allocations > 10);
}
