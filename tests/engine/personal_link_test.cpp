// The personal link in a message and in the hands of who answers: it is its provider's, with all that belongs to it.
#include <doctest/doctest.h>

#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

constexpr std::size_t token_digits = 32;
constexpr std::size_t provider_letters = 10 + 36;

/// The same link with another provider in it.
std::string naming(const PartnerId& provider, std::string link) {
    return link.replace(link.find("?provider=") + 10, 36, csp::text_of(provider));
}
std::string without_provider(std::string link) { return link.erase(link.find("?provider="), provider_letters); }
std::string without_address(const std::string& link) { return link.substr(link.find("?provider=")); }

}  // namespace

TEST_CASE_TEMPLATE("RES-10: in the message stands the link of its own provider, whole, and no other", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const PartnershipDraft draft = good(shop.request());
    const PartnershipId id = shop.partnership_of(draft);
    const std::string link = shop.link_in(draft);
    const auto edit = [&](const std::string& text) { return shop.engine->edit_request({.by = shop.pat}, id, text); };
    const std::string back = without_address(link);
    std::vector<std::string> bad{naming(shop.relecloud, link), without_provider(link), back};
    for (const std::string& one : std::vector(bad)) {
        bad.push_back("open " + one);
        bad.push_back(link + " or " + one);
        bad.push_back(one + " or " + link);
    }
    for (const std::string& one :
         {"://x" + back, "portal" + back, "https:// " + back, back.substr(provider_letters),
          link + " " + back.substr(provider_letters), link.substr(0, link.size() - back.size()) + " " + back,
          link + " " + link.substr(link.size() - token_digits)}) {
        bad.push_back(one);
    }
    for (const std::string& text : bad) {
        CAPTURE(text);
        const Error error = refusal_of(edit(text));
        CHECK(error.rule == "RES-10");
        CHECK(error.reason == "link_missing");
    }
    good(edit("open " + link + " or " + link));
    CHECK(shop.partnership(id).text == "open {link} or {link}");
}

TEST_CASE_TEMPLATE("RES-10: a link that names another provider, or none, leads nowhere", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const std::string link = shop.link_in(good(shop.request()));
    for (const std::string& bad : {naming(shop.relecloud, link), naming({}, link), without_provider(link)}) {
        CAPTURE(bad);
        CHECK(refusal_of(shop.engine->accept_partnership({.by = shop.rob}, bad, true)).reason == "link_unknown");
        CHECK(refusal_of(shop.engine->decline_partnership({.by = shop.rob}, bad)).reason == "link_unknown");
    }
    good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
}

TEST_CASE("RES-10: the host's link names the provider that it was drawn for") {
    ResellerShop<InMemory> shop;
    const RequestPartnership wish{.provider = shop.wingtip, .reseller_email = "bob@relecloud.com"};
    const PartnershipDraft draft = good(shop.engine->request_partnership({.by = host()}, wish, link_address));
    const std::string link = shop.link_in(draft);
    CHECK(refusal_of(shop.engine->accept_partnership({.by = shop.rob}, naming(shop.relecloud, link), true)).reason ==
          "link_unknown");
    good(shop.engine->edit_request({.by = shop.pat}, shop.partnership_of(draft), link));
    good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
}

TEST_CASE("RES-10: a link is made below an address with its scheme, by which it is known in a text") {
    ResellerShop<InMemory> shop;
    const auto below = [&](std::string_view address) {
        return shop.engine->request_partnership({.by = shop.pat}, {.reseller_email = "bob@relecloud.com"}, address);
    };
    for (const char* bad : {"", "a.example/accept", "//a.example", "://a.example", " https://a.b", "https://a b",
                            "https://a.example/to=https://b.example"}) {
        CAPTURE(bad);
        const Error error = refusal_of(below(bad));
        CHECK(error.rule == "RES-10");
        CHECK(error.reason == "not_an_address");
        CHECK(error.field == "link_address");
    }
    const PartnershipDraft draft = good(below("a://b"));
    good(shop.engine->edit_request({.by = shop.pat}, shop.partnership_of(draft), "open " + shop.link_in(draft)));
    good(shop.engine->accept_partnership({.by = shop.rob}, shop.link_in(draft), true));
}

TEST_CASE("RES-10: the scheme of a link is a letter, and then letters, digits, +, - and .") {
    ResellerShop<InMemory> shop;
    for (const char* address : {"ms-teams://portal/accept", "web+csp://x", "h2.x://y"}) {
        CAPTURE(address);
        const auto draft =
            good(shop.engine->request_partnership({.by = shop.pat}, {.reseller_email = "bob@relecloud.com"}, address));
        const std::string link = shop.link_in(draft);
        CHECK(link.starts_with(address));
        good(shop.engine->edit_request({.by = shop.pat}, shop.partnership_of(draft), "(" + link));
        CHECK(shop.partnership(shop.partnership_of(draft)).text == "({link}");
        good(shop.engine->decline_partnership({.by = shop.rob}, link));
    }
    for (const char* address : {"://portal", "+://portal", "portal/accept"}) {
        CAPTURE(address);
        auto drafted =
            shop.engine->request_partnership({.by = shop.pat}, {.reseller_email = "bob@relecloud.com"}, address);
        CHECK(refusal_of(std::move(drafted)).rule == "RES-10");
    }
}
