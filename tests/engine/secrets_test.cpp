// Keys and addresses appear nowhere in clear: not in the file, not in its log of changes, in no event and no error.
#include <doctest/doctest.h>

#include <filesystem>
#include <iterator>

#include "codec/codec.hpp"
#include "engine/content_of.hpp"
#include "engine/software_shop.hpp"
#include "sanitized.hpp"

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

/// Everything that an error says, and what others stand beside it.
std::string words_of(const Error& error) {
    std::string words = error.rule + error.reason + error.sentence + error.field + error.existing;
    for (const Error& other : error.also) { words += words_of(other); }
    return words;
}

std::string words_of(const Happening& happening) {
    std::string words = happening.user + happening.command;
    std::visit(overloaded{
                   [&](const CommandRefused& refused) { words += words_of(refused.error); },
                   [&]<class... Events>(const std::variant<Events...>&) {
                       Nouns::for_each([&]<class S>() {
                           if constexpr (std::is_same_v<typename S::Event, std::variant<Events...>>) {
                               codec::write_event<S>(std::get<typename S::Event>(happening.event), words);
                           }
                       });
                   },
               },
               happening.event);
    return words;
}
bool is_clean(std::string_view words) { return words.find(mark) == std::string_view::npos; }

constexpr int orders = is_sanitized ? 1 : 5;

/// 100 keys and 100 addresses for each order, each fetched, downloaded and fetched again under the same request id.
struct SecretShop : SoftwareShop<InSqlite> {
    MarkedFulfilment marked{};
    std::unique_ptr<Engine> mine{good(Engine::open(
        *store.storage, clock, {.policy = {}, .ids = &ids, .fulfilment = &marked, .sealer = sealer.get()}))};
    std::vector<EntitlementId> rights{};
    std::vector<DownloadLinkId> links{};
    CountedIds requests{5'000'000};
    std::vector<RequestId> asked{};  ///< for the key, the link and the download of each right

    SecretShop() {
        for (int order = 0; order < orders; ++order) {
            const auto bought = id_in<SoftwareOrder>(
                good(this->order(std::vector<SoftwareWish>(100, {.product = office, .quantity = 1}))));
            for (const SoftwareLine& line : software_order(bought).lines) { rights.push_back(line.entitlement); }
        }
    }
    RequestId new_request() { return asked.emplace_back(RequestId{requests.next()}); }

    /// How many secrets were shown.
    std::size_t fetch_all() {
        std::size_t secrets = 0;
        for (const EntitlementId& right : rights) {
            const Request key_request{.by = ann, .id = new_request()};
            const auto key = good(mine->get_keys(key_request, right, english_iso));
            CHECK(good(mine->get_keys(key_request, right, english_iso)).key.reveal() == key.key.reveal());
            const Request link_request{.by = ann, .id = new_request()};
            const auto link = good(mine->get_link(link_request, right, english_iso));
            CHECK(good(mine->get_link(link_request, right, english_iso)).url.reveal() == link.url.reveal());
            secrets += is_clean(key.key.reveal()) ? 0U : 1U;
            secrets += is_clean(link.url.reveal()) ? 0U : 1U;
            const auto downloaded = good(mine->download({.by = host(), .id = new_request()}, link.link));
            CHECK(downloaded.url.reveal() == link.url.reveal());
            const auto shown = good(mine->preview({.by = ann}, right, GetKeys{.artifact = english_iso}));
            for (const Happening& happening : shown.events) { CHECK(is_clean(words_of(happening))); }
            links.push_back(link.link);
        }
        return secrets;
    }
    /// What is said to a stranger, to the wrong role, for what does not exist, and for an id that another one used.
    std::string errors_while_owned() {
        std::string errors;
        for (std::size_t i = 0; i < rights.size(); ++i) {
            const Actor bob{.user = "bob@fabrikam.com", .partner = fabrikam, .roles = Role::admin_agent};
            for (const Error& no : {refusal_of(mine->get_keys({.by = eve}, rights[i], english_iso)),
                                    refusal_of(mine->get_keys({.by = global_admin}, rights[i], english_iso)),
                                    refusal_of(mine->get_link({.by = ann}, rights[i], no_artifact)),
                                    refusal_of(mine->get_keys({.by = bob, .id = asked[3 * i]}, rights[i], english_iso)),
                                    refusal_of(mine->download({.by = bob, .id = asked[3 * i + 2]}, links[i]))}) {
                errors += words_of(no);
            }
        }
        return errors;
    }
    /// What is said once it is revoked, to new requests and to those that were answered before.
    std::string errors_once_revoked() {
        std::string errors;
        for (std::size_t i = 0; i < rights.size(); ++i) {
            const RequestId none{};
            for (const bool is_repeated : {false, true}) {
                const auto request = [&](std::size_t which, const Actor& by) {
                    return Request{.by = by, .id = is_repeated ? asked[3 * i + which] : none};
                };
                for (const Error& no : {refusal_of(mine->get_keys(request(0, ann), rights[i], english_iso)),
                                        refusal_of(mine->get_link(request(1, ann), rights[i], english_iso)),
                                        refusal_of(mine->download(request(2, host()), links[i]))}) {
                    CHECK(no.reason == "revoked");
                    errors += words_of(no);
                }
            }
        }
        return errors;
    }

    /// The file, its log of changes and whatever else SQLite keeps beside it.
    void files_are_clean() {
        const std::filesystem::path file(store.file.path);
        std::size_t files = 0;
        for (const auto& beside : std::filesystem::directory_iterator(file.parent_path())) {
            if (!beside.path().filename().string().starts_with(file.filename().string())) { continue; }
            ++files;
            CHECK(is_clean(content_of(beside.path().string())));
        }
        CHECK(files >= 2);
    }
    void feed_is_clean() {
        for (const Happening& happening : feed()) {
            if (!is_clean(words_of(happening))) { FAIL(text_of(happening)); }
        }
    }
};

}  // namespace

TEST_CASE("ENT-09: of 1,000 secrets none is found in the file, its log, the feed or an error") {
    SecretShop shop;
    REQUIRE(shop.fetch_all() == 200U * orders);
    CHECK(is_clean(shop.errors_while_owned()));
    shop.files_are_clean();  // with every sealed key and address in it
    shop.feed_is_clean();
    for (const auto& order : good(shop.engine->software_orders(shop.ann, shop.contoso, {})).items) {
        good(shop.cancel(order.id));
    }
    CHECK(is_clean(shop.errors_once_revoked()));
    shop.files_are_clean();
    shop.feed_is_clean();
}
