// Two tenants: whatever is asked with an id of the other one is answered, byte for byte, as with an id of nobody.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <random>
#include <string>

#include "engine/every_command.hpp"
#include "engine/reseller_shop.hpp"
#include "engine/software_shop.hpp"
#include "sanitized.hpp"

using namespace csp;
using namespace csp::test;

namespace {

std::string text_of_error(const Error& error) {
    std::string text = std::to_string(static_cast<int>(error.code)) + '|' + error.rule + '|' + error.reason + '|' +
                       error.sentence + '|' + error.field + '|' + error.phase + '|' + error.existing + '|' +
                       std::to_string(error.microsoft);
    for (const std::string& command : error.allowed) { text += '|' + command; }
    for (const Error& other : error.also) { text += "||" + text_of_error(other); }
    return text;
}
template <class T>
std::string text_of_answer(const Result<T>& answer) {
    return answer ? "an answer" : text_of_error(answer.error());
}

/// Something that can be asked with an id of that kind.
struct Asking {
    Kind kind{};
    std::string name{};
    std::function<std::string(Engine&, const Actor&, const AnyId&)> ask{};
};

template <class S>
void add_commands_and_queries(std::vector<Asking>& all) {
    for_each_command<S>([&](const std::string& name, const typename S::Command& command) {
        all.push_back({S::kind_of_record, name, [command](Engine& engine, const Actor& by, const AnyId& id) {
                           return text_of_answer(engine.execute({.by = by}, Command{Ask<S>{Id<S>{id}, command}}));
                       }});
        all.push_back(
            {S::kind_of_record, "preview " + name, [command](Engine& engine, const Actor& by, const AnyId& id) {
                 return text_of_answer(engine.preview({.by = by}, Command{Ask<S>{Id<S>{id}, command}}));
             }});
    });
    all.push_back({S::kind_of_record, "read", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.read(by, Id<S>{id}));
                   }});
    all.push_back({S::kind_of_record, "allowed", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.allowed(by, Id<S>{id}));
                   }});
    all.push_back({S::kind_of_record, "history", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.history(by, Id<S>{id}, 0, 9));
                   }});
}

/// What the asking partner has itself, to ask with.
struct Own {
    CustomerId customer{};
    SubscriptionId subscription{};
};

void add_questions_about_customers(std::vector<Asking>& all) {
    const auto add = [&](const std::string& name, auto ask) {
        all.push_back({Kind::customer, name, [ask](Engine& engine, const Actor& by, const AnyId& id) {
                           return text_of_answer(ask(engine, by, CustomerId{id}));
                       }});
    };
    add("subscriptions", [](Engine& e, const Actor& by, CustomerId of) { return e.subscriptions(by, of, {}, {}); });
    add("orders", [](Engine& e, const Actor& by, CustomerId of) { return e.orders(by, of, {}); });
    add("availability", [](Engine& e, const Actor& by, CustomerId of) {
        return e.availability(by, of, Cycle::annual, CatalogView::regular, {});
    });
    add("software_items", [](Engine& e, const Actor& by, CustomerId of) { return e.software_items(by, of, {}); });
    add("software_orders", [](Engine& e, const Actor& by, CustomerId of) { return e.software_orders(by, of, {}); });
    add("cancellable_orders", [](Engine& e, const Actor& by, CustomerId of) {
        return e.cancellable_orders(by, of, ::csp::test::office, {});
    });
    add("support_requests", [](Engine& e, const Actor& by, CustomerId of) { return e.support_requests(by, of, {}); });
    add("setup_info", [](Engine& e, const Actor& by, CustomerId of) { return e.setup_info(by, of); });
    add("software_activity",
        [](Engine& e, const Actor& by, CustomerId of) { return e.software_activity(by, {.customer = of}, {}); });
    add("activity_log",
        [](Engine& e, const Actor& by, CustomerId of) { return e.activity_log(by, {.customer = of}, {}); });
    add("place_order", [](Engine& e, const Actor& by, CustomerId of) {
        return e.create<Order>(
            {.by = by}, PlaceOrder{.customer = of, .cycle = Cycle::annual, .lines = {line(base)}, .new_ids = {}});
    });
    add("buy_software", [](Engine& e, const Actor& by, CustomerId of) {
        return e.create<SoftwareOrder>(
            {.by = by}, BuySoftware{.customer = of, .lines = {{.product = ::csp::test::office, .quantity = 1}}});
    });
    add("draft_support_request", [](Engine& e, const Actor& by, CustomerId of) {
        SupportForm form;
        form.customer = of;
        return e.create<SupportRequest>({.by = by}, DraftSupportRequest{.form = form});
    });
}

void add_questions_about_subscriptions_and_resellers(std::vector<Asking>& all, const Own& own) {
    const auto subscriptions = [&](const std::string& name, auto ask) {
        all.push_back({Kind::subscription, name, [ask](Engine& engine, const Actor& by, const AnyId& id) {
                           return text_of_answer(ask(engine, by, SubscriptionId{id}));
                       }});
    };
    subscriptions("sign_in", [](Engine& e, const Actor& by, SubscriptionId of) { return e.sign_in(by, of); });
    subscriptions("add_ons", [](Engine& e, const Actor& by, SubscriptionId of) { return e.add_ons(by, of, {}); });
    subscriptions("support_contact",
                  [](Engine& e, const Actor& by, SubscriptionId of) { return e.support_contact(by, of); });
    subscriptions("as a parent", [own](Engine& e, const Actor& by, SubscriptionId of) {
        return e.preview(
            {.by = by}, OrderId{},
            PlaceOrder{.customer = own.customer, .cycle = Cycle::annual, .lines = {add_on_for(of)}, .new_ids = {}});
    });
    // Partners who are no partners of the asking one.
    const auto resellers = [&](const std::string& name, auto command_with, auto record) {
        all.push_back({Kind::partner, name, [command_with, record](Engine& engine, const Actor& by, const AnyId& id) {
                           return text_of_answer(engine.preview({.by = by}, record, command_with(PartnerId{id})));
                       }});
    };
    resellers(
        "associate", [](PartnerId of) { return AssociateReseller{of}; }, own.customer);
    resellers(
        "grant",
        [](PartnerId of) {
            return GrantAccess{of, GrantKind::reseller_admin};
        },
        own.customer);
    resellers(
        "revoke",
        [](PartnerId of) {
            return RevokeAccess{of, GrantKind::reseller_admin};
        },
        own.customer);
    resellers(
        "contact", [](PartnerId of) { return SetSupportContact{of}; }, own.subscription);
    resellers(
        "create for",
        [](PartnerId of) { return CreateCustomer{.domain = "new.com", .profile = profile_of("New"), .reseller = of}; },
        CustomerId{});
    all.push_back({Kind::partner, "start_wizard", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.step(by, {}, StartWizard{PartnerId{id}}));
                   }});
    all.push_back({Kind::partner, "customers of", [](Engine& engine, const Actor& by, const AnyId& id) {
                       const auto page = engine.customers(by, {.reseller = PartnerId{id}}, {});
                       return page ? std::to_string(page->items.size()) : text_of_error(page.error());
                   }});
}

void add_other_questions(std::vector<Asking>& all) {
    all.push_back({Kind::order, "review", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.review(by, OrderId{id}));
                   }});
    all.push_back({Kind::software_order, "cancellation", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.cancellation(by, SoftwareOrderId{id}));
                   }});
    all.push_back({Kind::software_order, "support_form", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.support_form(by, SoftwareOrderId{id}));
                   }});
    all.push_back({Kind::entitlement, "get_keys", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.get_keys({.by = by}, EntitlementId{id}, english_iso));
                   }});
    all.push_back({Kind::entitlement, "get_link", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.get_link({.by = by}, EntitlementId{id}, english_iso));
                   }});
    all.push_back({Kind::download_link, "download", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.download({.by = by}, DownloadLinkId{id}));
                   }});
    all.push_back({Kind::invoice, "invoice_lines", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.invoice_lines(by, InvoiceId{id}, {}));
                   }});
    all.push_back({Kind::invoice, "invoice_as_csv", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.invoice_as_csv(by, InvoiceId{id}));
                   }});
    all.push_back({Kind::invoice, "invoice_as_json", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.invoice_as_json(by, InvoiceId{id}));
                   }});
    all.push_back({Kind::partner, "invoices", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.invoices(by, PartnerId{id}, {}, {}));
                   }});
    all.push_back({Kind::partner, "forecast", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.forecast(by, PartnerId{id}, day("2020-01-01"), day("2020-02-01")));
                   }});
    all.push_back({Kind::partnership, "edit", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.edit_request({.by = by}, PartnershipId{id}, "hello"));
                   }});
    all.push_back({Kind::partnership, "ask anew", [](Engine& engine, const Actor& by, const AnyId& id) {
                       return text_of_answer(engine.request_partnership({.by = by}, {.reseller_email = "a@b.com"},
                                                                        link_address, PartnershipId{id}));
                   }});
}

std::vector<Asking> all_questions(const Own& own) {
    std::vector<Asking> all;
    Nouns::for_each([&]<class S>() {
        // Offers and products are everybody's.
        if constexpr (!std::is_same_v<S, Offer> && !std::is_same_v<S, Product>) { add_commands_and_queries<S>(all); }
    });
    add_questions_about_customers(all);
    add_questions_about_subscriptions_and_resellers(all, own);
    add_other_questions(all);
    return all;
}

/// The ids of everything that one tenant has, by kind.
template <class Store>
std::map<Kind, std::vector<AnyId>> ids_of(Shop<Store>& shop, const PartnerId& tenant) {
    std::map<Kind, std::vector<AnyId>> ids;
    for (const Happening& one : shop.feed()) {
        if (one.partner == tenant && one.version == 1) { ids[one.kind].push_back(one.id); }
    }
    return ids;
}

template <class Store>
void run_until(Shop<Store>& shop, const std::string& moment) {
    shop.clock.set(at(moment));
    good(shop.engine->run_due());
}

AnyId random_id(std::mt19937_64& dice) {
    AnyId id{};
    for (auto& byte : id) { byte = static_cast<std::uint8_t>(dice()); }
    id.data[6] = static_cast<std::uint8_t>((id.data[6] & 0x0F) | 0x40);
    id.data[8] = static_cast<std::uint8_t>((id.data[8] & 0x3F) | 0x80);
    return id;
}

std::string without(std::string text, const AnyId& id) {
    const std::string spelling = csp::text_of(id);
    for (auto at = text.find(spelling); at != std::string::npos; at = text.find(spelling)) {
        text.replace(at, spelling.size(), "<id>");
    }
    return text;
}

}  // namespace

TEST_CASE("GEN-04: 100,000 questions with foreign ids are answered as with ids of nobody") {
    SoftwareShop<InMemory> software(with_bills);  // its Fabrikam is the other tenant: with everything software brings
    auto& engine = *software.engine;
    const auto other_right = software.right_of(software.buy_software(::csp::test::office));
    software.link_to(other_right);
    software.buy(line(base));
    good(engine.create<SupportRequest>({.by = software.ann}, DraftSupportRequest{}));
    run_until(software, "2019-02-20T00:00:00Z");  // with invoices

    // The asking tenant and the other provider, with partnerships, live beside it in the same store.
    const auto enrol = [&](PartnerKind kind, const std::string& name, const std::string& mpn_id,
                           std::string_view country = "US") {
        Enrolment enrolment = good_enrolment();
        enrolment.country = Country{{country[0], country[1]}};
        enrolment.kind = kind;
        enrolment.company_name = name;
        enrolment.mpn_id = mpn_id;
        return id_in<Partner>(good(engine.create<Partner>({.by = host()}, EnrolPartner{enrolment})));
    };
    const auto provider = [&](const std::string& user, const std::string& name, const std::string& mpn_id) {
        const PartnerId partner = enrol(PartnerKind::indirect_provider, name, mpn_id);
        return Actor{.user = user, .partner = partner, .roles = Role::admin_agent};
    };
    const PartnerId reseller = enrol(PartnerKind::indirect_reseller, "Relecloud", "4001");
    const Actor pat = provider("pat", "Wingtip", "3001");
    Actor quinn = provider("quinn", "Contoso", "3002");
    const Actor rob{.user = "rob", .partner = reseller, .roles = Role::global_admin};
    const auto draft = good(engine.request_partnership({.by = pat}, {.reseller_email = "bob@x.com"}, link_address));
    good(engine.accept_partnership({.by = rob}, draft.link.reveal(), true));
    good(engine.request_partnership({.by = pat}, {.reseller_email = "bob@x.com"}, link_address));
    good(engine.create<Customer>(
        {.by = pat}, CreateCustomer{.domain = "adatum.com", .profile = profile_of("Adatum"), .reseller = reseller}));
    const CustomerId own = software.customer(quinn, "Own", "own.com");
    const auto placed = good(engine.create<Order>(
        {.by = quinn}, PlaceOrder{.customer = own, .cycle = Cycle::annual, .lines = {line(base)}, .new_ids = {}}));
    const SubscriptionId subscription = good(engine.read(quinn, id_in<Order>(placed))).state.lines.at(0).subscription;

    auto foreign = ids_of(software, software.fabrikam);
    for (const auto& [kind, ids] : ids_of(software, pat.partner)) {
        foreign[kind].insert(foreign[kind].end(), ids.begin(), ids.end());
    }
    foreign[Kind::partner].push_back(reseller.bytes);
    foreign[Kind::partner].push_back(enrol(PartnerKind::indirect_reseller, "Faraway", "5001", "DE").bytes);
    const auto questions = all_questions({own, subscription});
    std::mt19937_64 dice(20261121);
    std::map<std::string, std::size_t> asked;
    for (std::size_t i = 0; i < (is_sanitized ? 10'000 : 100'000); ++i) {
        const Asking& question = questions[i % questions.size()];
        const auto& pool = foreign[question.kind];
        REQUIRE_FALSE(pool.empty());
        const AnyId theirs = pool[dice() % pool.size()];
        const AnyId nobodys = random_id(dice);
        quinn.roles = roles_of_partners[dice() % std::size(roles_of_partners)];
        const std::string about_theirs = without(question.ask(engine, quinn, theirs), theirs);
        const std::string about_nobodys = without(question.ask(engine, quinn, nobodys), nobodys);
        if (about_theirs != about_nobodys) { FAIL(question.name, ": ", about_theirs, " instead of ", about_nobodys); }
        ++asked[question.name];
    }
    CHECK(asked.size() > 100);
}
