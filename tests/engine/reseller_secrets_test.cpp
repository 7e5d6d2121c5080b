// Tokens of links and temporary passwords appear nowhere: not in the file, not in its log, in no event and no error.
#include <doctest/doctest.h>

#include <filesystem>
#include <iterator>

#include "codec/codec.hpp"
#include "engine/content_of.hpp"
#include "engine/decorated_storage.hpp"
#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Everything an event or a refusal says.
std::string text_of_event(const Happening& happening) {
    std::string text = happening.user + happening.command;
    std::visit(overloaded{
                   [&](const CommandRefused& refused) {
                       text += refused.error.sentence + refused.error.field + refused.error.existing;
                   },
                   [&]<class... Events>(const std::variant<Events...>&) {
                       Nouns::for_each([&]<class S>() {
                           if constexpr (std::is_same_v<typename S::Event, std::variant<Events...>>) {
                               codec::write_event<S>(std::get<typename S::Event>(happening.event), text);
                           }
                       });
                   },
               },
               happening.event);
    return text;
}

}  // namespace

TEST_CASE("CUS-07: tokens and passwords are in no file, no event and no error") {
    ResellerShop<InSqlite> shop;
    std::vector<std::string> secrets;
    std::string errors;
    const auto note = [&](const Error& error) {
        errors += error.sentence + error.field + error.existing + error.reason;
        for (const Error& other : error.also) { errors += other.sentence + other.field; }
    };
    for (int i = 0; i < 50; ++i) {
        const RequestId request = id<RequestTag>(static_cast<std::uint8_t>(100 + i));
        const PartnershipDraft draft = good(shop.request({}, {.by = shop.pat, .id = request}));
        const std::string link = shop.link_in(draft);
        secrets.push_back(link.substr(link.size() - 32));
        const PartnershipId id = shop.partnership_of(draft);
        good(shop.engine->edit_request({.by = shop.pat}, id, "Dear Rob: " + link));
        note(refusal_of(shop.engine->edit_request({.by = shop.pat}, id, link + "&token=" + std::string(32, 'f'))));
        note(refusal_of(shop.engine->edit_request({.by = shop.ann}, id, link)));
        note(refusal_of(shop.engine->accept_partnership({.by = shop.rob}, link, false)));
        note(refusal_of(shop.engine->accept_partnership({.by = shop.rob}, link + "0", true)));
        if (i == 0) {
            good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
        } else {
            note(refusal_of(shop.engine->accept_partnership({.by = shop.rob}, link, true)));
            good(shop.engine->decline_partnership({.by = shop.rob}, link));
        }
        note(refusal_of(shop.engine->accept_partnership({.by = shop.meg}, link, true)));
    }
    for (int i = 0; i < 5; ++i) {
        const std::string name = "c" + std::to_string(i);
        const CreateCustomer wish{.domain = name + ".com", .profile = profile_of(name), .reseller = shop.relecloud};
        const SetupInfo info = good(shop.engine->create_customer({.by = shop.pat}, wish));
        secrets.emplace_back(info.password.reveal());
        note(refusal_of(shop.engine->create_customer({.by = shop.pat}, wish)));  // the domain is taken
        note(refusal_of(shop.engine->setup_info(shop.pat, id_in<Customer>(info.receipt))));
    }
    REQUIRE(secrets.size() == 55);
    std::string kept = errors;
    for (const Happening& happening : shop.feed()) { kept += text_of_event(happening); }
    const std::filesystem::path file(shop.store.file.path);
    std::size_t files = 0;
    for (const auto& beside : std::filesystem::directory_iterator(file.parent_path())) {
        if (!beside.path().filename().string().starts_with(file.filename().string())) { continue; }
        kept += content_of(beside.path().string());
        ++files;
    }
    CHECK(files >= 2);
    CHECK(kept.find("Dear Rob: {link}") != std::string::npos);
    CHECK(kept.find("$argon2id$") != std::string::npos);
    for (const std::string& secret : secrets) {
        REQUIRE(secret.size() >= 16);
        CHECK(kept.find(secret) == std::string::npos);
    }
}

TEST_CASE_TEMPLATE("RES-16: a store that fails anywhere leaves neither customer nor order", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    shop.join(shop.rob);
    CountedStorage counted(*shop.store.storage);
    const auto engine = good(Engine::open(counted, shop.clock, {.ids = &shop.ids}));
    auto wizard = good(engine->step(shop.pat, {}, StartWizard{shop.relecloud}));
    wizard = good(engine->step(shop.pat, wizard, GiveDetails{"adatum.com", profile_of("Adatum")}));
    const FirstLine seats{.offer = base, .quantity = 5, .reseller_mpn_id = "4001"};
    wizard = good(engine->step(shop.pat, wizard, ChooseSubscriptions{{.cycle = Cycle::annual, .lines = {seats}}}));
    const std::uint64_t before = shop.feed_length();
    int failed = 0;
    for (int call = 1;; ++call) {
        counted.tally = {};
        counted.tally.failing_call = call;
        const auto info = engine->submit({.by = shop.pat}, wizard);
        counted.tally = {};
        if (info) { break; }
        ++failed;
        CHECK(info.error().code == Code::storage);
        CHECK(is_in<NewCustomerWizard::Review>(wizard));
        CHECK(shop.feed_length() == before);
        CHECK(good(shop.engine->customers(shop.pat, {}, {})).items.empty());
    }
    CHECK(failed > 10);
    CHECK(good(shop.engine->customers(shop.rob, {}, {})).items.size() == 1);
}

TEST_CASE_TEMPLATE(
    "RES-09: a partnership whose link cannot be shown is not asked for, whatever call of the store fails", Store,
    CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    CountedStorage counted(*shop.store.storage);
    const auto engine = good(Engine::open(counted, shop.clock, {.ids = &shop.ids}));
    const std::uint64_t before = shop.feed_length();
    for (int call = 1;; ++call) {
        REQUIRE(call < 100);
        counted.tally = {.failing_call = call};
        const auto draft = engine->request_partnership({.by = shop.pat, .id = id<RequestTag>(1)},
                                                       {.reseller_email = "bob@relecloud.com"}, "https://a.example");
        counted.tally = {};
        if (draft) {
            CHECK(call > 5);
            CHECK(shop.feed_length() > before);
            CHECK(draft->text.reveal().find(draft->link.reveal()) != std::string_view::npos);
            CHECK(engine->accept_partnership({.by = shop.rob}, draft->link.reveal(), true));
            return;
        }
        CHECK(draft.error().code == Code::storage);
        CHECK(shop.feed_length() == before);
    }
}

TEST_CASE_TEMPLATE("RES-09: the link that is shown leads to the partnership that is kept, though another was first",
                   Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    CountedStorage counted(*shop.store.storage);
    const auto engine = good(Engine::open(counted, shop.clock, {.ids = &shop.ids}));
    for (int call = 1; call <= 7; ++call) {
        CAPTURE(call);
        counted.tally = {.failing_call = call, .failure = Code::conflict};
        const auto draft =
            engine->request_partnership({.by = shop.pat}, {.reseller_email = "bob@relecloud.com"}, "https://a.example");
        counted.tally = {};
        if (!draft) { continue; }  // at `begin` there is nothing to be done again
        CHECK(good(engine->accept_partnership({.by = shop.rob}, draft->link.reveal(), true)).id == draft->receipt.id);
        good(engine->execute({.by = shop.pat}, id_in<Partnership>(draft->receipt),
                             RemovePartnership{.is_confirmed = true}));
    }
}

TEST_CASE_TEMPLATE("RES-09, CUS-07: what is shown once is shown though the store lost the answer of its commit", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    CountedStorage counted(*shop.store.storage);
    const auto engine = good(Engine::open(counted, shop.clock, {.ids = &shop.ids}));
    const Request asks{.by = shop.pat, .id = id<RequestTag>(1)};
    counted.tally.loses_an_answer = true;
    const auto draft = good(engine->request_partnership(asks, {.reseller_email = "b@b.com"}, "https://a.example"));
    CHECK(draft.receipt.is_repeated);
    CHECK(engine->accept_partnership({.by = shop.rob}, draft.link.reveal(), true));
    const Request creates{.by = shop.pat, .id = id<RequestTag>(2)};
    const CreateCustomer wish{.domain = "adatum.com", .profile = profile_of("Adatum")};
    counted.tally.loses_an_answer = true;
    const auto info = good(engine->create_customer(creates, wish));
    CHECK(info.receipt.is_repeated);
    CHECK(info.password.reveal().size() >= 16);
    CHECK(good(engine->create_customer(creates, wish)).password.is_empty());
}
