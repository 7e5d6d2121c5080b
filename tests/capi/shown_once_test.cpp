// What is shown once: not lost for want of memory, and not left behind in memory that was given back.
#include "c_resellers.hpp"
#include "c_software.hpp"
#include "scarce_memory.hpp"

using namespace csp::test;

namespace {

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

/// Each try shows its rows and stands in the feed, or it has left no trace there.
template <class Ask>
int shown_or_nothing(CShop& shop, csp_cursor*& cursor, std::size_t rows, std::size_t letters, Ask ask) {
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        const std::uint64_t now = shop.feed_length();
        CHECK((now > length) == (status == CSP_OK));
        length = now;
        if (status == CSP_OK) { shows_a_secret(cursor, rows, letters); }
        CHECK(cursor == nullptr);
    };
    return until_there_is_enough(ask, look);
}

/// What is asked with a link is done, and its token stands in no memory that was given back meanwhile.
template <class Ask>
void leaves_nothing_of(const std::string& link, Ask ask) {
    const std::string token = link.substr(link.size() - 32);
    scarce.leaks = 0;
    scarce.secret = token;
    const csp_status status = ask();
    scarce.secret = {};
    CHECK(scarce.leaks == 0);
    CHECK(status == CSP_OK);
}

}  // namespace

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
    scarce.hashes_at_once = true;
    CHECK(until_there_is_enough(ask, look) > 1'000);
    scarce.hashes_at_once = false;
}

TEST_CASE("C: a wizard that is submitted without memory has made a customer and shows its password, or neither") {
    CResellers shop;
    shop.join();
    csp_cursor* cursor = nullptr;
    csp_wizard* wizard = nullptr;
    int customers = 0;
    std::uint64_t length = 0;
    const auto next = [&] {
        wizard = shop.at_review("tailspin" + std::to_string(++customers) + ".example.com");
        length = shop.feed_length();
    };
    const auto ask = [&] { return csp_wizard_submit(shop.engine, &shop.by_pat, wizard, &cursor, &shop.error); };
    const auto look = [&](csp_status status) {
        CHECK((status == CSP_OK) == (cursor != nullptr));
        CHECK(phase_of(wizard) == (status == CSP_OK ? "confirmed" : "review"));
        CHECK((shop.feed_length() > length) == (status == CSP_OK));
        if (status == CSP_OK) { shows_a_secret(cursor, 1, 16); }
        csp_wizard_close(wizard);
        next();
    };
    next();
    scarce.hashes_at_once = true;
    CHECK(until_there_is_enough(ask, look) > 1'000);
    scarce.hashes_at_once = false;
    csp_wizard_close(wizard);
}

TEST_CASE("C: a link that is shown once is not lost for want of memory") {
    CResellers shop;
    csp_request_partnership wish = CSP_INIT(csp_request_partnership);
    wish.reseller_email = text("rob@relecloud.example.com");
    const csp_str address = text("https://partners.example/accept");
    csp_cursor* cursor = nullptr;
    const auto ask = [&] {
        return csp_draft_partnership(shop.engine, &shop.by_pat, &wish, &address, nullptr, &cursor, &shop.error);
    };
    CHECK(shown_or_nothing(shop, cursor, 2, 100, ask) > 30);
}

TEST_CASE("C: software that is cancelled without memory is cancelled and answered, or neither") {
    CSoftware brought;
    CShop shop(brought.options());
    brought.list(shop);
    csp_id order = brought.order(shop);
    csp_cursor* cursor = nullptr;
    csp_cancel_software wish = CSP_INIT(csp_cancel_software);
    wish.customer = shop.customer;
    wish.acknowledged = wish.whole_order = CSP_YES;
    const auto ask = [&] {
        return csp_cancel_software_order(shop.engine, &shop.by_ann, &order, &wish, &cursor, &shop.error);
    };
    std::uint64_t length = shop.feed_length();
    const auto look = [&](csp_status status) {
        CHECK((shop.feed_length() > length) == (status == CSP_OK));
        if (status == CSP_OK) {
            shows_a_secret(cursor, 1, 0);
            order = brought.order(shop);
            length = shop.feed_length();
        }
        CHECK(cursor == nullptr);
    };
    CHECK(until_there_is_enough(ask, look) > 30);
}

TEST_CASE("C: keys, links and downloads without memory are logged and shown, or neither") {
    CSoftware brought;
    CShop shop(brought.options());
    const csp_id bought = brought.buy(shop);
    csp_id link{};
    csp_cursor* cursor = nullptr;
    // A callback of the host's that has no memory has failed, as it would for any other reason.
    const auto told = [](csp_status status) { return status == CSP_STORAGE ? CSP_NO_MEMORY : status; };
    const auto keys = [&] {
        return told(csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error));
    };
    const auto show_link = [&] {
        return told(csp_show_link(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error));
    };
    const auto download = [&] {
        return told(csp_show_download(shop.engine, &shop.by_ann, &link, &cursor, &shop.error));
    };
    CHECK(shown_or_nothing(shop, cursor, 1, 9, keys) > 30);
    CHECK(shown_or_nothing(shop, cursor, 1, 9, show_link) > 30);
    csp_row row = CSP_INIT(csp_row);
    good(show_link(), shop.error);
    good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    link = row.id;
    shows_a_secret(cursor, 0, 0);
    CHECK(shown_or_nothing(shop, cursor, 1, 9, download) > 30);
}

TEST_CASE("C: no link is left behind in memory that was given back") {
    CResellers shop;
    csp_receipt receipt = CSP_INIT(csp_receipt);
    const std::string link = shop.asked_for();
    const csp_str shown = text(link);
    const std::string message = "Dear Rob, " + link + " and so on.";
    const csp_str whole = text(message);
    leaves_nothing_of(link, [&] {
        return csp_edit_partnership(shop.engine, &shop.by_pat, &shop.partnership, &whole, &receipt, nullptr);
    });
    leaves_nothing_of(
        link, [&] { return csp_accept_link(shop.engine, &shop.by_rob, &shown, CSP_YES, nullptr, &receipt, nullptr); });
    // A link is used up once it is accepted: what is declined is another one.
    const std::string another = shop.asked_for();
    const csp_str shown_then = text(another);
    leaves_nothing_of(another,
                      [&] { return csp_decline_link(shop.engine, &shop.by_rob, &shown_then, &receipt, nullptr); });
    CHECK(receipt.kind == CSP_KIND_PARTNERSHIP);
    CHECK(std::memcmp(&receipt.id, &shop.partnership, sizeof receipt.id) == 0);
}
