// Keys and addresses appear nowhere in clear: not in the file, not in its log of changes, in no event and no error.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "codec/codec.hpp"
#include "engine/software_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Every secret holds this mark, in front of what makes it one of its own.
const std::string mark = "MARKED-SECRET";

class MarkedFulfilment final : public Fulfilment {
public:
    Result<Secret> key_for(const Delivery& delivery) override {
        return Secret(mark + " key " + text_of(delivery.entitlement));
    }
    Result<Secret> url_for(const Delivery& delivery) override {
        return Secret("https://" + mark + ".example/" + text_of(delivery.link));
    }
};

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool mentions_a_secret(const Happening& happening) {
    std::string text = happening.user + happening.command;
    std::visit(overloaded{
                   [&](const CommandRefused& refused) { text += refused.error.sentence + refused.error.field; },
                   [&]<class... Events>(const std::variant<Events...>&) {
                       Nouns::for_each([&]<class S>() {
                           if constexpr (std::is_same_v<typename S::Event, std::variant<Events...>>) {
                               codec::write_event<S>(std::get<typename S::Event>(happening.event), text);
                           }
                       });
                   },
               },
               happening.event);
    return text.find(mark) != std::string::npos;
}

}  // namespace

TEST_CASE("ENT-09: of 1,000 secrets none is found in the file, its log, the feed or an error") {
    SoftwareShop<InSqlite> shop;
    MarkedFulfilment marked;
    const auto engine =
        good(Engine::open(*shop.store.storage, shop.clock,
                          {.policy = {}, .ids = &shop.ids, .fulfilment = &marked, .sealer = shop.sealer.get()}));
    std::vector<EntitlementId> rights;
    for (int order = 0; order < 5; ++order) {
        const auto bought =
            id_in<SoftwareOrder>(good(shop.order(std::vector<SoftwareWish>(100, {.product = office, .quantity = 1}))));
        for (const SoftwareLine& line : shop.software_order(bought).lines) { rights.push_back(line.entitlement); }
    }
    std::size_t secrets = 0;
    std::vector<DownloadLinkId> links;
    for (const EntitlementId& right : rights) {
        const auto key = good(engine->get_keys({.by = shop.ann}, right, english_iso));
        const auto link = good(engine->get_link({.by = shop.ann}, right, english_iso));
        secrets += key.key.reveal().starts_with(mark) ? 1U : 0U;
        secrets += link.url.reveal().find(mark) != std::string_view::npos ? 1U : 0U;
        const auto downloaded = good(engine->download({.by = host()}, link.link));
        CHECK(downloaded.url.reveal() == link.url.reveal());
        const auto shown = good(engine->preview({.by = shop.ann}, right, GetKeys{.artifact = english_iso}));
        for (const Happening& happening : shown.events) { CHECK_FALSE(mentions_a_secret(happening)); }
        links.push_back(link.link);
    }
    REQUIRE(secrets == 1'000);
    for (const auto& order : good(shop.engine->software_orders(shop.ann, shop.contoso, {})).items) {
        good(shop.cancel(order.id));
    }
    std::string errors;
    for (std::size_t i = 0; i < rights.size(); ++i) {
        for (const Error& no : {refusal_of(engine->get_keys({.by = shop.ann}, rights[i], english_iso)),
                                refusal_of(engine->get_link({.by = shop.ann}, rights[i], english_iso)),
                                refusal_of(engine->download({.by = shop.ann}, links[i]))}) {
            errors += no.sentence + no.field + no.reason + no.existing;
        }
    }
    CHECK(errors.find(mark) == std::string::npos);
    // The file, its log of changes and whatever else SQLite keeps beside it.
    const std::filesystem::path file(shop.store.file.path);
    std::size_t files = 0;
    for (const auto& beside : std::filesystem::directory_iterator(file.parent_path())) {
        if (!beside.path().filename().string().starts_with(file.filename().string())) { continue; }
        ++files;
        CHECK(content_of(beside.path().string()).find(mark) == std::string::npos);
    }
    CHECK(files >= 2);
    for (const Happening& happening : shop.feed()) {
        if (mentions_a_secret(happening)) { FAIL(text_of(happening)); }
    }
}
