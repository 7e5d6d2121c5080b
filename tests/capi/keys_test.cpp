// Keys and links: from a fulfilment of the host's, sealed by csp or by the host, shown once and nowhere else.
#include <doctest/doctest.h>

#include "c_software.hpp"

using namespace csp::test;

namespace {

/// The text of the only row.
std::string shown(CShop& shop, csp_status status, csp_cursor* const& cursor) {
    good(status, shop.error);
    csp_row row = CSP_INIT(csp_row);
    good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
    const std::string secret = text(row.text);
    CHECK(text(row.json).find(secret) == std::string::npos);
    csp_cursor_close(cursor);
    return secret;
}

}  // namespace

TEST_CASE("C: a key and a link are shown to whoever asked, and stand in no event") {
    CSoftware brought;
    {
        CShop shop(brought.options());
        const csp_id bought = brought.buy(shop);
        csp_cursor* cursor = nullptr;
        CHECK(shown(shop, csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error),
                    cursor) == "KEY-12345");
        CHECK(shown(shop, csp_show_link(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error),
                    cursor) == "https://d.example/1");
        const std::string feed =
            shop.rows(csp_events(shop.engine, &shop.host, 0, nullptr, &cursor, &shop.error), cursor);
        CHECK(feed.find("key_accessed") != std::string::npos);
        CHECK(feed.find("KEY-12345") == std::string::npos);
        CHECK(feed.find("d.example") == std::string::npos);
    }
    CHECK(brought.host.drops == 3);
}

TEST_CASE("C: a fulfilment that does not answer has failed, and nothing was handed out") {
    CSoftware brought;
    CShop shop(brought.options());
    const csp_id bought = brought.buy(shop);
    brought.host.fails = true;
    csp_cursor* cursor = nullptr;
    CHECK(csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error) == CSP_STORAGE);
    CHECK(std::string(shop.error.message) == "fulfilment: key_for failed");
    CHECK(cursor == nullptr);
}

TEST_CASE("C: what a fulfilment hands in is a text, or it has failed") {
    CSoftware brought;
    CShop shop(brought.options());
    const csp_id bought = brought.buy(shop);
    csp_cursor* cursor = nullptr;
    for (const std::string& wrong : {std::string("KEY-\xFF"), std::string("KEY\0X", 5), std::string("\xED\xA0\x80")}) {
        brought.host.key = brought.host.url = wrong;
        CHECK(csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error) ==
              CSP_STORAGE);
        CHECK(csp_show_link(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error) ==
              CSP_STORAGE);
        CHECK(cursor == nullptr);
    }
}

TEST_CASE("C: a key may have letters of any language") {
    CSoftware brought;
    brought.host.key = "KEY-\xC3\xA4";
    const std::string key(32, 'k');
    csp_engine_options options = brought.options();
    options.sealer = nullptr;
    options.sealing_key = text(key);
    CShop shop(options);
    const csp_id bought = brought.buy(shop);
    csp_cursor* cursor = nullptr;
    CHECK(shown(shop, csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error),
                cursor) == brought.host.key);
}

TEST_CASE("C: what a sealer opens is a text, or it has failed") {
    CSoftware brought;
    // The key is sealed as it is, and comes back as something else.
    brought.sealer.seal = CHost::turn_round;
    brought.sealer.open = [](void*, const csp_str*, const csp_str*, csp_text_sink sink, void* sink_context,
                             csp_answer* answer) {
        sink(sink_context, "\xFE\xFF", 2);
        *answer = CSP_DONE;
    };
    CShop shop(brought.options());
    const csp_id bought = brought.buy(shop);
    csp_cursor* cursor = nullptr;
    CHECK(csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error) == CSP_STORAGE);
    CHECK(std::string(shop.error.message) == "sealer: open failed");
    CHECK(cursor == nullptr);
}

TEST_CASE("C: csp's own sealer takes 32 bytes, and no sealer stands beside it") {
    CSoftware brought;
    csp_engine_options options = brought.options();
    csp_engine* engine = nullptr;
    csp_error error = CSP_INIT(csp_error);
    const std::string key(32, 'k');
    options.sealing_key = text(key);
    CHECK(csp_engine_open(&options, &engine, &error) == CSP_INVALID);
    CHECK(std::string(error.field) == "sealing_key");
    CHECK(brought.host.drops == 3);
    options.sealer = nullptr;
    options.sealing_key.size = 31;
    CHECK(csp_engine_open(&options, &engine, &error) == CSP_INVALID);
    CHECK(std::string(error.field) == "sealing_key");
    options.sealing_key.size = 32;
    CShop shop(options);
    const csp_id bought = brought.buy(shop);
    csp_cursor* cursor = nullptr;
    CHECK(shown(shop, csp_show_keys(shop.engine, &shop.by_ann, &bought, &brought.artifact, &cursor, &shop.error),
                cursor) == "KEY-12345");
}
