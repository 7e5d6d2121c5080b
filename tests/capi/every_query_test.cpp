// Queries that answer rows: whose they are, of which kind, and with which fields. There is always something beside it
// that must not be answered, so that an id which is swapped or not looked at shows.
#include <doctest/doctest.h>
#include <boost/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "c_resellers.hpp"
#include "c_software.hpp"

using namespace csp::test;

namespace {

std::string text_of(const csp_id& id) {
    csp_text shown{};
    CHECK(csp_text_of_id(&id, &shown, nullptr) == CSP_OK);
    return shown.data;
}

// ---- what is answered -------------------------------------------------------------------------------------------

/// A row that stays when its cursor is closed.
struct Answer {
    std::int32_t what{0};
    std::int32_t kind{0};
    csp_id id{};
    boost::json::value json{};
};

/// Everything that a query answers: `words` stand between who asks and the cursor.
template <class Query, class... Words>
std::vector<Answer> answers(CShop& shop, const csp_actor& actor, Query query, Words... words) {
    csp_cursor* cursor = nullptr;
    good(query(shop.engine, &actor, words..., &cursor, &shop.error), shop.error);
    std::vector<Answer> all;
    csp_row row = CSP_INIT(csp_row);
    csp_status status = CSP_OK;
    while ((status = csp_cursor_next(cursor, &row, &shop.error)) == CSP_OK) {
        all.push_back({row.what, row.kind, row.id, boost::json::parse(text(row.json))});
    }
    if (status != CSP_END) { good(status, shop.error); }
    csp_cursor_close(cursor);
    return all;
}

/// In the order in which they are written.
std::string fields_of(const boost::json::value& json) {
    std::string names;
    for (const auto& field : json.as_object()) { names += (names.empty() ? "" : " ") + std::string(field.key()); }
    return names;
}
/// Texts as they are, and anything else as JSON.
std::string told(const Answer& answer, std::string_view place) {
    const boost::json::value& found = answer.json.at_pointer(place);
    return found.is_string() ? std::string(found.as_string().c_str()) : boost::json::serialize(found);
}

/// These and no others, in this order; of a kind, or answers that are no records.
void shows(const std::vector<Answer>& rows, csp_kind kind, const std::vector<csp_id>& ids, std::string_view fields) {
    REQUIRE(rows.size() == ids.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(i);
        CHECK(rows[i].what == (kind == 0 ? CSP_ROW_ANSWER : CSP_ROW_RECORD));
        CHECK(rows[i].kind == kind);
        CHECK(text_of(rows[i].id) == text_of(ids[i]));
        CHECK(fields_of(rows[i].json) == fields);
    }
}
void shows_answers(const std::vector<Answer>& rows, std::size_t count, std::string_view fields) {
    shows(rows, 0, std::vector<csp_id>(count), fields);
}

constexpr std::string_view fields_of_an_offer = "listings prices phase";
constexpr std::string_view fields_of_a_support_request = "partner form opened_at notes refunded phase";
constexpr std::string_view fields_of_an_activity =
    "at action partner user customer order entitlement product product_name link is_refused rule reason";

// ---- seats ------------------------------------------------------------------------------------------------------

/// One more offer beside the shop's; `change(listing)` says what is different about it.
template <class Change>
csp_id listed(CShop& shop, std::string_view catalog_id, Change change) {
    const csp_str name = text(catalog_id);
    csp_id offer{};
    good(csp_offer_id_of(&name, &offer, &shop.error), shop.error);
    const csp_cycle monthly = CSP_CYCLE_MONTHLY;
    csp_listing listing = CSP_INIT(csp_listing);
    listing.country = country("US");
    listing.catalog_id = listing.name = name;
    listing.maximum_quantity = 300;
    listing.cycles = &monthly;
    listing.cycles_count = 1;
    change(listing);
    csp_list_offer list = CSP_INIT(csp_list_offer);
    list.listing = &listing;
    good(csp_offer_list(shop.engine, &shop.by_host, &offer, &list, &shop.receipt, &shop.error), shop.error);
    return offer;
}

csp_order_line line_of(const csp_id& offer, std::int32_t quantity) {
    csp_order_line line = CSP_INIT(csp_order_line);
    line.offer = offer;
    line.quantity = quantity;
    return line;
}

csp_id drafted(CShop& shop, const std::vector<csp_order_line>& lines) {
    csp_draft_order command = CSP_INIT(csp_draft_order);
    command.customer = shop.customer;
    command.lines = lines.data();
    command.lines_count = lines.size();
    good(csp_order_draft(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error), shop.error);
    return shop.receipt.id;
}

/// What the customer's only order became, line by line: counted ids grow with the lines.
std::vector<Answer> submitted(CShop& shop, const csp_id& draft) {
    good(csp_order_submit(shop.engine, &shop.by_ann, &draft, nullptr, &shop.receipt, &shop.error), shop.error);
    return answers(shop, shop.ann, csp_subscriptions, &shop.customer, nullptr, nullptr);
}

// ---- software ---------------------------------------------------------------------------------------------------

/// Two customers and two products: one customer has bought both of them, the other one the first.
struct SoldSoftware {
    CSoftware brought{};
    CShop shop{brought.options()};
    csp_id contoso = shop.customer;
    csp_id tailspin{};
    csp_id office{{21}};
    csp_id visio{{22}};
    csp_id office_of_contoso{};
    csp_id visio_of_contoso{};
    csp_id office_of_tailspin{};

    SoldSoftware() {
        const auto create = [&](const csp_create_customer& command) {
            return csp_customer_create(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error);
        };
        good(CShop::with_new_customer("tailspin.example.com", create), shop.error);
        tailspin = shop.receipt.id;
        for (const csp_id& product : {office, visio}) {
            brought.product = product;
            brought.list(shop);
        }
        office_of_contoso = sold(contoso, office);
        visio_of_contoso = sold(contoso, visio);
        office_of_tailspin = sold(tailspin, office);
    }
    csp_id sold(const csp_id& customer, const csp_id& product) {
        shop.customer = customer;
        brought.product = product;
        return brought.order(shop);
    }
    void show_key(const csp_actor& user, const csp_id& customer) {
        csp_request request = CSP_INIT(csp_request);
        request.by = &user;
        const csp_id entitlement = answers(shop, shop.ann, csp_software_items, &customer, nullptr).at(0).id;
        csp_cursor* cursor = nullptr;
        good(csp_show_keys(shop.engine, &request, &entitlement, &brought.artifact, &cursor, &shop.error), shop.error);
        csp_cursor_close(cursor);
    }
    csp_id support_asked_for(const csp_id& customer, const csp_id& order) {
        csp_support_form form = CSP_INIT(csp_support_form);
        form.title = text("It does not start");
        form.customer = customer;
        form.order = order;
        csp_draft_support_request command = CSP_INIT(csp_draft_support_request);
        command.form = &form;
        good(csp_support_request_draft(shop.engine, &shop.by_ann, nullptr, &command, &shop.receipt, &shop.error),
             shop.error);
        return shop.receipt.id;
    }
};

/// Ann saw a key of one customer's twice, and a day later Ben one of the other's.
struct SeenKeys : SoldSoftware {
    csp_actor ben = shop.ann;
    csp_actor carol = shop.ann;  ///< may see who did
    csp_day first_day{CShop::start_us / CSP_US_PER_DAY};
    csp_day day_before{first_day - 1};
    csp_activity_filter on_the_first_day = CSP_INIT(csp_activity_filter);
    csp_activity_filter for_contoso = CSP_INIT(csp_activity_filter);

    SeenKeys() {
        ben.user = text("ben@fabrikam.example.com");
        carol.roles = CSP_ROLE_GLOBAL_ADMIN;
        on_the_first_day.from = &day_before;
        on_the_first_day.to = &first_day;
        for_contoso.customer = contoso;
        show_key(shop.ann, contoso);
        show_key(shop.ann, contoso);
        shop.advance_days(1);
        show_key(ben, tailspin);
    }
    void shows_only_anns(const std::vector<Answer>& rows) const {
        shows_answers(rows, 2, fields_of_an_activity);
        for (const Answer& row : rows) {
            CHECK(told(row, "/user") == "ann@fabrikam.example.com");
            CHECK(told(row, "/at") == "2019-09-02T09:00:00Z");
            CHECK(told(row, "/action") == "key_accessed");
            CHECK(told(row, "/customer") == text_of(contoso));
            CHECK(told(row, "/order") == text_of(office_of_contoso));
            CHECK(told(row, "/product") == text_of(office));
        }
    }
};

}  // namespace

TEST_CASE("C: the add-ons of a subscription are its own") {
    CShop shop;
    const csp_id add_on = listed(shop, "C94271D8-B431-4A25-A3C5-A57737A1C909", [&](csp_listing& listing) {
        listing.is_add_on = CSP_YES;
        listing.prerequisites = &shop.offer;
        listing.prerequisites_count = 1;
    });
    std::vector<csp_order_line> lines = {line_of(shop.offer, 5), line_of(shop.offer, 6), line_of(add_on, 2)};
    const std::int32_t second = 1;
    lines.back().parent_line = &second;
    const std::vector<Answer> bought = submitted(shop, drafted(shop, lines));
    REQUIRE(bought.size() == 3);
    const auto add_ons = [&](const csp_id& parent) { return answers(shop, shop.ann, csp_add_ons, &parent, nullptr); };
    const std::vector<Answer> rows = add_ons(bought[1].id);
    shows(rows, CSP_KIND_SUBSCRIPTION, {bought[2].id},
          "partner customer order offer trial parent friendly_name reseller_mpn_id support_contact quantity "
          "cycle cloud country is_trial auto_renews unit_price opened_on first_billed_on anchor phase term");
    CHECK(told(rows.at(0), "/parent") == text_of(bought[1].id));
    CHECK(told(rows.at(0), "/offer") == text_of(add_on));
    CHECK(add_ons(bought[0].id).empty());
    CHECK(add_ons(bought[2].id).empty());
}

TEST_CASE("C: a draft is reviewed line by line, with what is wrong with each") {
    CShop shop;
    const csp_id two_lines = drafted(shop, {line_of(shop.offer, 3), line_of(shop.offer, 301)});
    const csp_id one_line = drafted(shop, {line_of(shop.offer, 7)});
    const auto review = [&](const csp_id& order) { return answers(shop, shop.ann, csp_review_order, &order); };
    const std::vector<Answer> rows = review(two_lines);
    shows_answers(rows, 2, "offer name quantity unit_price monthly_amount term first_billed_on wrong");
    CHECK(told(rows[0], "/offer") == text_of(shop.offer));
    CHECK(told(rows[0], "/name") == "Business Premium");
    CHECK(told(rows[0], "/quantity") == "3");
    CHECK(told(rows[0], "/unit_price") == R"({"amount":"12.50","currency":"USD"})");
    CHECK(told(rows[0], "/monthly_amount") == R"({"amount":"37.50","currency":"USD"})");
    CHECK(told(rows[0], "/wrong") == "[]");
    CHECK(told(rows[1], "/quantity") == "301");
    CHECK(rows[1].json.at("wrong").as_array().size() == 1);
    CHECK(told(rows[1], "/wrong/0/reason") == "quantity_out_of_range");
    CHECK(told(review(one_line).at(0), "/quantity") == "7");
}

TEST_CASE("C: limited offers are those of one market") {
    CShop shop;
    const auto limited = [](const char* market) {
        return [market](csp_listing& listing) {
            listing.country = country(market);
            listing.limit_unit = CSP_LIMIT_UNIT_LIFETIME;
            listing.limit = 1;
        };
    };
    const csp_id here = listed(shop, "A0A0A0A0-0000-4000-8000-000000000001", limited("US"));
    const csp_id there = listed(shop, "B0B0B0B0-0000-4000-8000-000000000002", limited("DE"));
    const auto limited_in = [&](const char* market) {
        const csp_country where = country(market);
        return answers(shop, shop.ann, csp_limited_offers, &where, nullptr);
    };
    const std::vector<Answer> rows = limited_in("US");
    shows(rows, CSP_KIND_OFFER, {here}, fields_of_an_offer);
    CHECK(told(rows.at(0), "/listings/0/limit_unit") == "lifetime");
    CHECK(told(rows.at(0), "/listings/0/limit") == "1");
    shows(limited_in("DE"), CSP_KIND_OFFER, {there}, fields_of_an_offer);
    CHECK(limited_in("FR").empty());
    CHECK(answers(shop, shop.ann, csp_offers, nullptr).size() == 3);
}

TEST_CASE("C: products are shown with their prices") {
    SoldSoftware sold;
    const std::vector<Answer> rows = answers(sold.shop, sold.shop.ann, csp_products, nullptr);
    shows(rows, CSP_KIND_PRODUCT, {sold.office, sold.visio}, "sheet prices phase");
    CHECK(told(rows.at(0), "/sheet/catalog_id") == "DG7GMGF0DWM4/0001");
    CHECK(told(rows.at(0), "/prices/0/unit_price") == R"({"amount":"1000.00","currency":"USD"})");
    CHECK(told(rows.at(0), "/phase") == "listed");
}

TEST_CASE("C: orders that can be cancelled are one customer's, of one product, in its window") {
    SoldSoftware sold;
    const auto has = [&](const csp_id& customer, const csp_id& product, const std::vector<csp_id>& orders) {
        shows(answers(sold.shop, sold.shop.ann, csp_cancellable_orders, &customer, &product, nullptr),
              CSP_KIND_SOFTWARE_ORDER, orders, "partner customer country bought_at needs_support lines phase");
    };
    has(sold.contoso, sold.office, {sold.office_of_contoso});
    has(sold.contoso, sold.visio, {sold.visio_of_contoso});
    has(sold.tailspin, sold.office, {sold.office_of_tailspin});
    has(sold.tailspin, sold.visio, {});
    sold.shop.advance_days(60);
    has(sold.contoso, sold.office, {sold.office_of_contoso});
    sold.shop.advance_days(1);
    has(sold.contoso, sold.office, {});
}

TEST_CASE("C: the form for support comes filled in with one order") {
    SoldSoftware sold;
    const auto fills_in = [&](const csp_id& order, const csp_id& customer, std::string_view domain) {
        const std::vector<Answer> rows = answers(sold.shop, sold.shop.ann, csp_support_form_of, &order);
        shows_answers(rows, 1,
                      "type impact title customer domain order subscription lines refund_reason amount description "
                      "contact attachments");
        CHECK(told(rows[0], "/type") == "csp_purchase_refund_on_behalf_of_customers");
        CHECK(told(rows[0], "/title") == "cancel Office Professional 2019 of order " + text_of(order));
        CHECK(told(rows[0], "/customer") == text_of(customer));
        CHECK(told(rows[0], "/domain") == domain);
        CHECK(told(rows[0], "/order") == text_of(order));
        CHECK(told(rows[0], "/lines") == "[0]");
        CHECK(told(rows[0], "/amount") == R"({"amount":"1000.00","currency":"USD"})");
    };
    fills_in(sold.visio_of_contoso, sold.contoso, "contoso.example.com");
    fills_in(sold.office_of_tailspin, sold.tailspin, "tailspin.example.com");
}

TEST_CASE("C: support requests are one customer's") {
    SoldSoftware sold;
    const csp_id of_contoso = sold.support_asked_for(sold.contoso, sold.office_of_contoso);
    const csp_id of_tailspin = sold.support_asked_for(sold.tailspin, sold.office_of_tailspin);
    const auto requests = [&](const csp_id& customer) {
        return answers(sold.shop, sold.shop.ann, csp_support_requests, &customer, nullptr);
    };
    const std::vector<Answer> rows = requests(sold.contoso);
    shows(rows, CSP_KIND_SUPPORT_REQUEST, {of_contoso}, fields_of_a_support_request);
    CHECK(told(rows.at(0), "/phase") == "draft");
    CHECK(told(rows.at(0), "/form/order") == text_of(sold.office_of_contoso));
    shows(requests(sold.tailspin), CSP_KIND_SUPPORT_REQUEST, {of_tailspin}, fields_of_a_support_request);
}

TEST_CASE("C: who did what to keys, by customer and by day, is not for an admin agent") {
    SeenKeys seen;
    CShop& shop = seen.shop;
    const auto activity = [&](const csp_activity_filter* filter) {
        return answers(shop, seen.carol, csp_software_activity, filter, nullptr);
    };
    seen.shows_only_anns(activity(&seen.for_contoso));
    seen.shows_only_anns(activity(&seen.on_the_first_day));
    const std::vector<Answer> all = activity(nullptr);
    shows_answers(all, 3, fields_of_an_activity);
    CHECK(told(all[2], "/user") == "ben@fabrikam.example.com");
    CHECK(told(all[2], "/customer") == text_of(seen.tailspin));
    csp_cursor* cursor = nullptr;
    CHECK(csp_software_activity(shop.engine, &shop.ann, nullptr, nullptr, &cursor, &shop.error) == CSP_FORBIDDEN);
    CHECK(std::string(shop.error.rule) == "LOG-01");
    CHECK(answers(shop, shop.ann, csp_activity_log, nullptr, nullptr).size() == 3);  // the general log is
}

TEST_CASE("C: users of software are counted by customer and by day, and not for an admin agent") {
    SeenKeys seen;
    CShop& shop = seen.shop;
    constexpr std::string_view by_ann =
        R"({"user":"ann@fabrikam.example.com","activities":2,"last_at":"2019-09-02T09:00:00Z"})";
    const auto users = [&](const csp_activity_filter* filter) {
        return answers(shop, seen.carol, csp_software_users, filter);
    };
    const std::vector<Answer> all = users(nullptr);
    shows_answers(all, 2, "user activities last_at");
    CHECK(told(all[0], "") == by_ann);
    CHECK(told(all[1], "") == R"({"user":"ben@fabrikam.example.com","activities":1,"last_at":"2019-09-03T09:00:00Z"})");
    for (const csp_activity_filter* filter : {&seen.for_contoso, &seen.on_the_first_day}) {
        const std::vector<Answer> some = users(filter);
        shows_answers(some, 1, "user activities last_at");
        CHECK(told(some[0], "") == by_ann);
    }
    csp_cursor* cursor = nullptr;
    CHECK(csp_software_users(shop.engine, &shop.ann, nullptr, &cursor, &shop.error) == CSP_FORBIDDEN);
}

TEST_CASE("C: a partnership that is declined by its link reads as declined, and only that one") {
    CResellers shop;
    const std::string link = shop.asked_for();
    const csp_id declined = shop.partnership;
    shop.asked_for();
    const csp_str shown = text(link);
    good(csp_decline_link(shop.engine, &shop.by_rob, &shown, &shop.receipt, &shop.error), shop.error);
    CHECK(shop.receipt.kind == CSP_KIND_PARTNERSHIP);
    CHECK(text_of(shop.receipt.id) == text_of(declined));
    csp_phase_filter filter = CSP_INIT(csp_phase_filter);
    filter.phase = text("declined");
    const std::vector<Answer> rows = answers(shop, shop.pat, csp_partnerships, &filter, nullptr);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].kind == CSP_KIND_PARTNERSHIP);
    CHECK(text_of(rows[0].id) == text_of(declined));
    CHECK(fields_of(rows[0].json) == "id type partner company_name mpn_id location reseller_email phase");
    CHECK(told(rows[0], "/phase") == "declined");
    const std::vector<Answer> standing = answers(shop, shop.pat, csp_partnerships, nullptr, nullptr);
    REQUIRE(standing.size() == 1);  // B8: what is over has left the list
    CHECK(told(standing[0], "/phase") == "requested");
}
