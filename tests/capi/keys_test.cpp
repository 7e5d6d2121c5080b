// Keys and links: from a fulfilment of the host's, sealed by csp or by the host, shown once and nowhere else.
#include <string>

#include "c_shop.hpp"

using namespace csp::test;

namespace {

/// A fulfilment that hands out one key and one address, a sealer that turns letters round, and dice that show 7.
struct Host {
    bool fails{false};
    int drops{0};

    static void key_for(void* context, const csp_delivery* delivery, csp_text_sink sink, void* sink_context,
                        csp_answer* answer) {
        if (static_cast<Host*>(context)->fails) { return; }
        CHECK(text(delivery->language) == "en-US");
        sink(sink_context, "KEY-12345", 9);
        *answer = CSP_DONE;
    }
    static void url_for(void* context, const csp_delivery*, csp_text_sink sink, void* sink_context,
                        csp_answer* answer) {
        if (static_cast<Host*>(context)->fails) { return; }
        sink(sink_context, "https://d.example/1", 19);
        *answer = CSP_DONE;
    }
    static void turn_round(void*, const csp_str* from, const csp_str*, csp_text_sink sink, void* sink_context,
                           csp_answer* answer) {
        const std::string words = text(*from);
        const std::string round(words.rbegin(), words.rend());
        sink(sink_context, round.data(), round.size());
        *answer = CSP_DONE;
    }
    static void fill(void*, std::uint8_t* bytes, std::size_t size, csp_answer* answer) {
        std::memset(bytes, 7, size);
        *answer = CSP_DONE;
    }
    static void drop(void* context) { ++static_cast<Host*>(context)->drops; }
};

struct CSoftware {
    Host host{};
    csp_fulfilment fulfilment = CSP_INIT(csp_fulfilment);
    csp_sealer sealer = CSP_INIT(csp_sealer);
    csp_secrets secrets = CSP_INIT(csp_secrets);
    csp_artifact artifact = CSP_INIT(csp_artifact);

    CSoftware() {
        fulfilment.context = sealer.context = secrets.context = &host;
        fulfilment.key_for = Host::key_for;
        fulfilment.url_for = Host::url_for;
        sealer.seal = sealer.open = Host::turn_round;
        secrets.fill = Host::fill;
        fulfilment.drop = sealer.drop = secrets.drop = Host::drop;
        artifact.version = text("2019");
        artifact.language = text("en-US");
        artifact.file_type = text("ISO, x64");
    }
    csp_engine_options options() const {
        csp_engine_options made = CShop::memory();
        made.fulfilment = &fulfilment;
        made.sealer = &sealer;
        made.secrets = &secrets;
        return made;
    }
    /// One licence of a product; answers its entitlement.
    csp_id buy(CShop& shop) const {
        const csp_id product{{21}};
        csp_product_sheet sheet = CSP_INIT(csp_product_sheet);
        sheet.catalog_id = text("DG7GMGF0DWM4/0001");
        sheet.name = text("Office Professional 2019");
        sheet.kind = CSP_PRODUCT_KIND_PERPETUAL_SOFTWARE;
        sheet.maximum_quantity = 10;
        sheet.artifacts = &artifact;
        sheet.artifacts_count = 1;
        csp_list_product list = CSP_INIT(csp_list_product);
        list.sheet = &sheet;
        good(csp_product_list(shop.engine, &shop.by_host, &product, &list, &shop.receipt, &shop.error), shop.error);
        csp_price price = CSP_INIT(csp_price);
        price.market = country("US");
        price.unit_price = dollars(100'000);
        csp_set_product_price set = CSP_INIT(csp_set_product_price);
        set.price = &price;
        good(csp_product_set_price(shop.engine, &shop.by_host, &product, &set, &shop.receipt, &shop.error), shop.error);
        csp_software_wish wish = CSP_INIT(csp_software_wish);
        wish.product = product;
        wish.quantity = 1;
        csp_buy_software command = CSP_INIT(csp_buy_software);
        command.customer = shop.customer;
        command.lines = &wish;
        command.lines_count = 1;
        good(csp_software_order_buy_software(shop.engine, &shop.by_host, nullptr, &command, &shop.receipt, &shop.error),
             shop.error);
        csp_cursor* cursor = nullptr;
        good(csp_software_items(shop.engine, &shop.host, &shop.customer, nullptr, &cursor, &shop.error), shop.error);
        csp_row row = CSP_INIT(csp_row);
        good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
        csp_cursor_close(cursor);
        CHECK(row.kind == CSP_KIND_ENTITLEMENT);
        return row.id;
    }
};

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
