// Software behind the C interface: a fulfilment, a sealer and dice of the host's, and one licence that was bought.
#pragma once

#include <doctest/doctest.h>
#include <functional>
#include <string>

#include "c_shop.hpp"

namespace csp::test {

/// A fulfilment that hands out one key and one address, a sealer that turns letters round, and dice that show 7.
struct CHost {
    bool fails{false};
    int drops{0};
    std::string key{"KEY-12345"};
    std::string url{"https://d.example/1"};
    std::function<void(const char* where)> meddles{};  ///< called inside of every callback

    static CHost& of(void* context) { return *static_cast<CHost*>(context); }
    static CHost& called(void* context, const char* where) {
        if (of(context).meddles) { of(context).meddles(where); }
        return of(context);
    }

    static void key_for(void* context, const csp_delivery* delivery, csp_text_sink sink, void* sink_context,
                        csp_answer* answer) {
        const CHost& self = called(context, "fulfilment");
        if (self.fails) { return; }
        CHECK(text(delivery->language) == "en-US");
        sink(sink_context, self.key.data(), self.key.size());
        *answer = CSP_DONE;
    }
    static void url_for(void* context, const csp_delivery*, csp_text_sink sink, void* sink_context,
                        csp_answer* answer) {
        const CHost& self = called(context, "fulfilment");
        if (self.fails) { return; }
        sink(sink_context, self.url.data(), self.url.size());
        *answer = CSP_DONE;
    }
    static void turn_round(void* context, const csp_str* from, const csp_str*, csp_text_sink sink, void* sink_context,
                           csp_answer* answer) {
        called(context, "sealer");
        const std::string words = text(*from);
        const std::string round(words.rbegin(), words.rend());
        sink(sink_context, round.data(), round.size());
        *answer = CSP_DONE;
    }
    static void fill(void* context, std::uint8_t* bytes, std::size_t size, csp_answer* answer) {
        called(context, "secrets");
        std::memset(bytes, 7, size);
        *answer = CSP_DONE;
    }
    static void drop(void* context) { ++of(context).drops; }
};

struct CSoftware {
    CHost host{};
    csp_fulfilment fulfilment = CSP_INIT(csp_fulfilment);
    csp_sealer sealer = CSP_INIT(csp_sealer);
    csp_secrets secrets = CSP_INIT(csp_secrets);
    csp_artifact artifact = CSP_INIT(csp_artifact);

    CSoftware() {
        fulfilment.context = sealer.context = secrets.context = &host;
        fulfilment.key_for = CHost::key_for;
        fulfilment.url_for = CHost::url_for;
        sealer.seal = sealer.open = CHost::turn_round;
        secrets.fill = CHost::fill;
        fulfilment.drop = sealer.drop = secrets.drop = CHost::drop;
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
    csp_id product{{21}};

    void list(CShop& shop) const {
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
    }
    /// One licence of the product; answers its order.
    csp_id order(CShop& shop) const {
        csp_software_wish wish = CSP_INIT(csp_software_wish);
        wish.product = product;
        wish.quantity = 1;
        csp_buy_software command = CSP_INIT(csp_buy_software);
        command.customer = shop.customer;
        command.lines = &wish;
        command.lines_count = 1;
        good(csp_software_order_buy_software(shop.engine, &shop.by_host, nullptr, &command, &shop.receipt, &shop.error),
             shop.error);
        return shop.receipt.id;
    }
    /// The same for a product that is new; answers its entitlement.
    csp_id buy(CShop& shop) const {
        list(shop);
        order(shop);
        csp_cursor* cursor = nullptr;
        good(csp_software_items(shop.engine, &shop.host, &shop.customer, nullptr, &cursor, &shop.error), shop.error);
        csp_row row = CSP_INIT(csp_row);
        good(csp_cursor_next(cursor, &row, &shop.error), shop.error);
        csp_cursor_close(cursor);
        CHECK(row.kind == CSP_KIND_ENTITLEMENT);
        return row.id;
    }
};

}  // namespace csp::test
