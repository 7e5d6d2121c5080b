// List E5 of the worked examples, row by row: download links and logs.
#include <doctest/doctest.h>

#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

using Software = SoftwareShop<InMemory>;

struct Linked : Software {
    DownloadLinkId one{};
    Linked() {
        clock.set(at("2020-02-15T10:00:00Z"));
        one = link_to(right_of(buy_software(office)));
    }
};

}  // namespace

TEST_CASE("ENT-06: E5-72 a link of 2020-02-15T10:00:00Z is good until just before 2020-02-29T10:00:00Z") {
    Linked shop;
    shop.clock.set(at("2020-02-29T09:59:59Z"));
    CHECK(shop.engine->download({.by = shop.ann}, shop.one));
    shop.clock.set(at("2020-02-29T09:59:59.999999Z"));
    CHECK(shop.engine->download({.by = shop.ann}, shop.one));
    shop.clock.set(at("2020-02-29T10:00:00Z"));
    CHECK(refusal_of(shop.engine->download({.by = shop.ann}, shop.one)).reason == "link_expired");
}

TEST_CASE("ENT-06: E5-73 the 50th download is granted and ends the link, the 51st is refused") {
    Linked shop;
    for (int download = 1; download <= 49; ++download) { good(shop.engine->download({.by = shop.ann}, shop.one)); }
    CHECK(is_in<DownloadLink::Valid>(shop.link(shop.one)));
    const DeliveredLink last = good(shop.engine->download({.by = shop.ann}, shop.one));
    CHECK(last.downloads_left == 0);
    CHECK_FALSE(last.url.is_empty());
    CHECK(is_in<DownloadLink::Expired>(shop.link(shop.one)));
    CHECK(refusal_of(shop.engine->download({.by = shop.ann}, shop.one)).reason == "link_expired");
}

TEST_CASE("ENT-05: E5-77 downloads through a copied link count alike and have no user") {
    Linked shop;
    for (int download = 1; download <= 3; ++download) { good(shop.engine->download({.by = host()}, shop.one)); }
    CHECK(in<DownloadLink::Valid>(shop.link(shop.one)).used == 3);
    std::size_t through_the_link = 0;
    for (const ActivityEntry& entry : shop.activity("2020-02-15", "2020-02-15")) {
        if (entry.action != Action::downloaded) { continue; }
        ++through_the_link;
        CHECK(entry.user.empty());
        CHECK(entry.link == shop.one);
    }
    CHECK(through_the_link == 3);
}

TEST_CASE("ENT-03: E5-78 an artifact that does not exist is refused with the nearest that do") {
    Software shop;
    const auto right = shop.right_of(shop.buy_software(office));
    const Artifact french{"2019", "fr-FR", "ISO, x64"};
    for (const Error& no : {refusal_of(shop.engine->get_link({.by = shop.ann}, right, french)),
                            refusal_of(shop.engine->get_keys({.by = shop.ann}, right, french))}) {
        CHECK(no.code == Code::refused);
        CHECK(no.rule == "ENT-03");
        CHECK(no.reason == "no_such_artifact");
        CHECK(no.field == "artifact");
        CHECK(no.sentence ==
              "Office Professional 2019 has no \"2019, fr-FR, ISO, x64\"; the nearest are 2019, en-US, ISO, x64; or "
              "2019, de-DE, ISO, x64");
    }
    CHECK(shop.right(right).links.empty());
    CHECK(shop.right(right).sealed_key.empty());
}

TEST_CASE("LOG-03: E5-81 the general log goes back 90 days and no further") {
    Software shop;
    const auto right = shop.right_of(shop.buy_on("2020-03-31", office));
    for (const char* moment : {"2020-03-31T23:59:59.999999Z", "2020-04-01T00:00:00Z", "2020-06-30T12:00:00Z"}) {
        shop.clock.set(at(moment));
        good(shop.engine->get_keys({.by = shop.ann}, right, english_iso));
    }
    const auto log =
        good(shop.engine->activity_log(shop.ann, {.days = DayRange{day("2020-04-01"), day("2020-06-30")}}, {}));
    REQUIRE(log.items.size() == 2);
    CHECK(log.items[0].at == at("2020-04-01T00:00:00Z"));
    CHECK(log.items[1].at == at("2020-06-30T12:00:00Z"));
    const Error no =
        refusal_of(shop.engine->activity_log(shop.ann, {.days = DayRange{day("2020-03-31"), day("2020-06-30")}}, {}));
    CHECK(no.code == Code::refused);
    CHECK(no.rule == "LOG-03");
    CHECK(no.reason == "too_long_ago");
    CHECK(no.field == "from");
    CHECK(no.microsoft == 400);
    CHECK(no.sentence == "the log goes back 90 days, to 2020-04-01; the range begins on 2020-03-31");
    CHECK(shop.activity("2020-03-31", "2020-06-30").size() == 3);  // that of software has no such limit
}

TEST_CASE("ENT-05: E5-77 a host that names the partner it works for hands on downloads without a user, too") {
    Linked shop;
    Actor at_fabrikam = host();
    at_fabrikam.partner = shop.fabrikam;
    for (int i = 0; i < 3; ++i) { good(shop.engine->download({.by = at_fabrikam}, shop.one)); }
    CHECK(in<DownloadLink::Valid>(shop.link(shop.one)).used == 3);
    int downloads = 0;
    for (const ActivityEntry& entry : shop.activity("2020-02-15", "2020-02-15")) {
        if (entry.action != Action::downloaded) { continue; }
        ++downloads;
        CHECK(entry.user.empty());
    }
    CHECK(downloads == 3);
}
