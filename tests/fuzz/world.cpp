#include "fuzz/world.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace csp::fuzz {
namespace {

using test::text;

void good(csp_status status, const csp_error& error) { must(status == CSP_OK, "the shop opens", error.message); }

// ---- what the host brings ------------------------------------------------------------------------------------

void host_now(void* context, std::int64_t* now_us_out, csp_answer* answer) {
    auto& world = *static_cast<World*>(context);
    if (!world.answers()) { return; }
    *now_us_out = world.host_clock_us;
    *answer = CSP_DONE;
}
void key_for(void* context, const csp_delivery*, csp_text_sink sink, void* sink_context, csp_answer* answer) {
    if (!static_cast<World*>(context)->answers()) { return; }
    sink(sink_context, "KEY-12345", 9);
    *answer = CSP_DONE;
}
void turn_round(void* context, const csp_str* from, const csp_str*, csp_text_sink sink, void* sink_context,
                csp_answer* answer) {
    if (!static_cast<World*>(context)->answers()) { return; }
    std::string words = text(*from);
    std::reverse(words.begin(), words.end());
    sink(sink_context, words.data(), words.size());
    *answer = CSP_DONE;
}
void fill(void* context, std::uint8_t* bytes, std::size_t size, csp_answer* answer) {
    auto& world = *static_cast<World*>(context);
    if (!world.answers()) { return; }
    for (std::size_t i = 0; i < size; ++i) { bytes[i] = static_cast<std::uint8_t>(world.next_ids * 31 + i * 7); }
    ++world.next_ids;  // the same run shows the same dice
    *answer = CSP_DONE;
}

constexpr std::string_view offers_json =
    R"({"totalCount":1,"items":[{"id":"20000000-0000-4000-8000-000000000001","name":"Business","country":"US",)"
    R"("supportedBillingCycles":["monthly"],"maximumQuantity":300}]})";
constexpr std::string_view prices_csv =
    "offer_id,market,currency,unit_price,valid_from,valid_until\n"
    "20000000-0000-4000-8000-000000000001,US,USD,12.50,2018-02-01,\n";
constexpr std::string_view first_texts[] = {"new.example.com",
                                            "active",
                                            "4512345",
                                            "4001",
                                            "https://partners.example/accept",
                                            "2019-09-02",
                                            "2019-09-02T09:00:00Z",
                                            "20000000-0000-4000-8000-000000000001",
                                            "KEY-12345",
                                            offers_json,
                                            prices_csv};

}  // namespace

void Heard::happened(void* context, const csp_event* event) {
    auto& self = *static_cast<Heard*>(context);
    must(event->position > self.last, "a listener hears the feed in its order");
    self.last = event->position;
    csp_cursor* cursor = nullptr;
    const csp_status nested = csp_events(self.engine, &self.world->actors[0], 0, nullptr, &cursor, nullptr);
    must(nested == CSP_BUSY || nested == CSP_INVALID, "a listener is told that its engine is busy, or closed");
    must(cursor == nullptr, "where there is an error there is no cursor");
}
void Heard::drop(void* context) { ++static_cast<Heard*>(context)->world->dropped; }

bool World::answers() {
    if (calls_to_trouble == 0 || --calls_to_trouble > 0) { return true; }
    had_trouble = true;
    return false;
}

World::World() {
    for (const std::string_view words : first_texts) { texts.emplace_back(words); }
    bring();
    csp_error error = CSP_INIT(csp_error);
    csp_manual_clock* turned = nullptr;
    good(csp_manual_clock_open(start_us, &turned, &error), error);
    tickets<csp_manual_clock>().open.push_back(turned);
    csp_engine_options options = usual_options();
    const csp_listener listener = new_listener(nullptr);
    options.storage = &storage;
    options.manual_clock = turned;
    options.listener = &listener;
    brought += 2;
    good(csp_engine_open(&options, &shop, &error), error);
    name_engine(shop);
    tickets<csp_engine>().open.push_back(shop);
    good(csp_batch_open(shop, &tickets<csp_batch>().open.emplace_back(), &error), error);
    good(csp_wizard_open(&tickets<csp_wizard>().open.emplace_back(), &error), error);
    enrol();
    list_goods();
    sell();
}

void World::bring() {
    storage = store.table();
    clock.context = fulfilment.context = sealer.context = secrets.context = this;
    clock.drop = fulfilment.drop = sealer.drop = secrets.drop = drop;
    clock.now = host_now;
    fulfilment.key_for = fulfilment.url_for = key_for;
    sealer.seal = sealer.open = turn_round;
    secrets.fill = fill;
}

csp_engine_options World::usual_options() {
    csp_engine_options made = CSP_INIT(csp_engine_options);
    made.fulfilment = &fulfilment;
    made.sealer = &sealer;
    made.secrets = &secrets;
    made.first_counted_id = 1'000'000 * ++next_ids;
    brought += 3;
    return made;
}

csp_listener World::new_listener(csp_engine* engine) {
    csp_listener made = CSP_INIT(csp_listener);
    made.context = &listeners.emplace_back(Heard{.world = this, .engine = engine});
    made.happened = Heard::happened;
    made.drop = Heard::drop;
    return made;
}

void World::name_engine(csp_engine* engine) {
    if (listeners.back().engine == nullptr) { listeners.back().engine = engine; }
}

void World::add(csp_kind kind, const csp_id& id) {
    constexpr std::size_t most = 64;  // a byte chooses among them
    if (kind > 0 && static_cast<std::size_t>(kind) < newest.size()) { newest[static_cast<std::size_t>(kind)] = id; }
    const bool is_known = std::any_of(ids.begin(), ids.end(), [&](const csp_id& one) {
        return std::memcmp(one.bytes, id.bytes, sizeof id.bytes) == 0;
    });
    if (!is_known && ids.size() < most) { ids.push_back(id); }
}

void World::add(const csp_str& words) {
    constexpr std::size_t most = 32;
    if (words.size == 0 || words.size > 1000) { return; }
    if (texts.size() == most) { texts.erase(texts.begin() + std::size(first_texts)); }
    texts.push_back(text(words));
}

// ---- the shop ------------------------------------------------------------------------------------------------

void World::enrol() {
    csp_error error = CSP_INIT(csp_error);
    csp_receipt receipt = CSP_INIT(csp_receipt);
    for (csp_actor& actor : actors) {
        actor = CSP_INIT(csp_actor);
        actor.roles = CSP_ROLE_ADMIN_AGENT | CSP_ROLE_GLOBAL_ADMIN;
        actor.user = text("ann@fabrikam.example.com");
    }
    actors[0].roles = CSP_ROLE_HOST;
    csp_request by_host = CSP_INIT(csp_request);
    by_host.by = &actors[0];
    const std::pair<csp_partner_kind, std::string_view> kinds[] = {
        {CSP_PARTNER_KIND_DIRECT_BILL, "4512345"},
        {CSP_PARTNER_KIND_INDIRECT_PROVIDER, "3001"},
        {CSP_PARTNER_KIND_INDIRECT_RESELLER, "4001"},
    };
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        csp_enrolment enrolment = examples.the<csp_enrolment>();
        enrolment.kind = kinds[i].first;
        enrolment.mpn_id = text(kinds[i].second);
        csp_enrol_partner command = CSP_INIT(csp_enrol_partner);
        command.enrolment = &enrolment;
        good(csp_partner_enrol(shop, &by_host, nullptr, &command, &receipt, &error), error);
        add(receipt.kind, receipt.id);
        actors[i + 1].partner = receipt.id;
    }
    actors[4].partner.bytes[0] = 0xFF;
    csp_request by_pat = CSP_INIT(csp_request);
    by_pat.by = &actors[2];
    const csp_str address = text("https://partners.example/accept");
    csp_cursor* cursor = nullptr;
    good(csp_draft_partnership(shop, &by_pat, &examples.the<csp_request_partnership>(), &address, nullptr, &cursor,
                               &error),
         error);
    csp_row row = CSP_INIT(csp_row);
    good(csp_cursor_next(cursor, &row, &error), error);
    good(csp_cursor_next(cursor, &row, &error), error);
    add(row.kind, row.id);
    csp_request by_rob = CSP_INIT(csp_request);
    by_rob.by = &actors[3];
    add(row.text);
    good(csp_accept_link(shop, &by_rob, &row.text, CSP_YES, nullptr, &receipt, &error), error);
    csp_cursor_close(cursor);
}

void World::list_goods() {
    csp_error error = CSP_INIT(csp_error);
    csp_receipt receipt = CSP_INIT(csp_receipt);
    csp_request by_host = CSP_INIT(csp_request);
    by_host.by = &actors[0];
    csp_id offer{};
    good(csp_offer_id_of(&examples.the<csp_listing>().catalog_id, &offer, &error), error);
    csp_list_offer list = CSP_INIT(csp_list_offer);
    list.listing = &examples.the<csp_listing>();
    good(csp_offer_list(shop, &by_host, &offer, &list, &receipt, &error), error);
    add(receipt.kind, offer);
    csp_set_price price = CSP_INIT(csp_set_price);
    price.price = &examples.the<csp_price>();
    good(csp_offer_set_price(shop, &by_host, &offer, &price, &receipt, &error), error);
    const csp_id product{{21}};
    csp_list_product sheet = CSP_INIT(csp_list_product);
    sheet.sheet = &examples.the<csp_product_sheet>();
    good(csp_product_list(shop, &by_host, &product, &sheet, &receipt, &error), error);
    add(receipt.kind, product);
    csp_set_product_price set = CSP_INIT(csp_set_product_price);
    set.price = &examples.the<csp_price>();
    good(csp_product_set_price(shop, &by_host, &product, &set, &receipt, &error), error);
    examples.the<csp_order_line>().offer = offer;
    examples.the<csp_first_line>().offer = offer;
    examples.the<csp_software_wish>().product = product;
}

void World::sell() {
    csp_error error = CSP_INIT(csp_error);
    csp_receipt receipt = CSP_INIT(csp_receipt);
    csp_request by_ann = CSP_INIT(csp_request);
    by_ann.by = &actors[1];
    csp_create_customer create = CSP_INIT(csp_create_customer);
    create.domain = text("contoso.example.com");
    create.profile = &examples.the<csp_billing_profile>();
    create.first_order = &examples.the<csp_first_order>();
    good(csp_customer_create(shop, &by_ann, nullptr, &create, &receipt, &error), error);
    const csp_id customer = receipt.id;
    add(receipt.kind, customer);
    examples.the<csp_support_form>().customer = customer;
    csp_buy_software buy = CSP_INIT(csp_buy_software);
    buy.customer = customer;
    buy.lines = &examples.the<csp_software_wish>();
    buy.lines_count = 1;
    good(csp_software_order_buy_software(shop, &by_ann, nullptr, &buy, &receipt, &error), error);
    feed_of(shop);  // and every record that there is by now becomes known
}

// ---- what holds in every run -----------------------------------------------------------------------------------

std::uint64_t World::feed_of(csp_engine* engine) {
    csp_error error = CSP_INIT(csp_error);
    csp_cursor* cursor = nullptr;
    csp_page page = CSP_INIT(csp_page);
    page.rows = 1000;
    const csp_status status = csp_events(engine, &actors[0], 0, &page, &cursor, &error);
    must(status == CSP_OK, "the feed can be read", error.message);
    csp_row row = CSP_INIT(csp_row);
    csp_event event = CSP_INIT(csp_event);
    std::uint64_t last = 0;
    std::uint64_t count = 0;
    while (csp_cursor_next(cursor, &row, &error) == CSP_OK) {
        must(csp_cursor_event(cursor, &event, &error) == CSP_OK, "a row of the feed is an event", error.message);
        must(event.position > last, "the positions of the feed grow");
        last = event.position;
        ++count;
        add(row.kind, row.id);
    }
    must(error.status == CSP_OK, "the feed is read to its end", error.message);
    csp_cursor_close(cursor);
    return count;
}

void World::hold_clocks() {
    constexpr std::int64_t five_years_us = 5 * 366 * CSP_US_PER_DAY;
    for (csp_manual_clock* turned : tickets<csp_manual_clock>().open) {
        std::int64_t now_us = 0;
        must(csp_manual_clock_now(turned, &now_us, nullptr) == CSP_OK, "an open clock says what time it is");
        if (now_us <= start_us + five_years_us) { continue; }
        must(csp_manual_clock_set(turned, start_us + five_years_us, nullptr) == CSP_OK, "an open clock can be set");
    }
}

void World::close_everything() {
    calls_to_trouble = 0;
    store.fails_at = -1;
    for (csp_engine* engine : tickets<csp_engine>().open) {
        const std::uint64_t events = feed_of(engine);
        must(engine != shop || events == store.feed, "the feed holds what was committed");
    }
    for (csp_engine* engine : tickets<csp_engine>().open) { csp_engine_close(engine); }
    for (csp_batch* batch : tickets<csp_batch>().open) { csp_batch_close(batch); }
    for (csp_cursor* cursor : tickets<csp_cursor>().open) { csp_cursor_close(cursor); }
    for (csp_wizard* wizard : tickets<csp_wizard>().open) { csp_wizard_close(wizard); }
    for (csp_manual_clock* turned : tickets<csp_manual_clock>().open) { csp_manual_clock_close(turned); }
    must(store.open_transactions == 0, "every transaction has ended");
    must(brought == dropped + store.drops, "what was brought is dropped, once");
}

}  // namespace csp::fuzz
