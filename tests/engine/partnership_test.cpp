// Partnerships from the request to the removal, with the personal link in the hands of those who should have it.
#include <doctest/doctest.h>

#include "engine/reseller_shop.hpp"

using namespace csp;
using namespace csp::test;

namespace {

template <class T>
std::string reason_of(Result<T> answer) {
    return refusal_of(std::move(answer)).reason;
}

/// The same link with another token at its end.
std::string with_another_token(std::string link) {
    link.back() = link.back() == '0' ? '1' : '0';
    return link;
}

/// The same link with its token in capitals.
std::string in_capitals(std::string link) {
    for (std::size_t i = link.size() - 32; i < link.size(); ++i) {
        if (link[i] >= 'a' && link[i] <= 'f') { link[i] = static_cast<char>(link[i] - 'a' + 'A'); }
    }
    return link;
}

}  // namespace

TEST_CASE_TEMPLATE("RES-09: a request is drafted with a personal link, which is shown once", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const PartnershipDraft draft = good(shop.request());
    const std::string link = shop.link_in(draft);
    CHECK(link.starts_with(link_address + "?provider=" + csp::text_of(shop.wingtip) +
                           "&partnership=" + csp::text_of(shop.partnership_of(draft)) + "&token="));
    CHECK(link.size() == link_address.size() + 10 + 36 + 13 + 36 + 7 + 32);  // 128 bits
    CHECK(draft.text.reveal().find(link) != std::string_view::npos);
    CHECK(draft.text.reveal().find("Wingtip") != std::string_view::npos);
    CHECK(draft.reseller_email == "bob@relecloud.com");
    CHECK(draft.subject == "Partnership in the Cloud Solution Provider programme");
    CHECK(open_in_email(draft.reseller_email, "A b", "c\nd&e") ==
          "mailto:bob@relecloud.com?subject=A%20b&body=c%0D%0Ad%26e");

    const Partnership stored = shop.partnership(shop.partnership_of(draft));
    CHECK(stored.text.find(link_mark) != std::string::npos);
    CHECK(stored.text.find(link.substr(link.size() - 32)) == std::string::npos);
    CHECK(is_link_digest(stored.link_digest));
    // What stands in the store is no link, and does not answer in the reseller's place.
    const AcceptPartnership stolen{.reseller = {}, .link_digest = stored.link_digest, .is_authorised = true};
    CHECK(reason_of(shop.engine->execute({.by = shop.meg}, shop.partnership_of(draft), stolen)) == "link_unknown");
    CHECK(is_in<Partnership::Requested>(stored));
    CHECK(good(shop.request()).link.reveal() != draft.link.reveal());
}

TEST_CASE_TEMPLATE("RES-09: the same request id repeats the answer without the link", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const Request request{.by = shop.pat, .id = id<RequestTag>(77)};
    const PartnershipDraft first = good(shop.request({}, request));
    CHECK_FALSE(first.receipt.is_repeated);
    const PartnershipDraft again = good(shop.request({}, request));
    CHECK(again.receipt.is_repeated);
    CHECK(again.receipt.id == first.receipt.id);
    CHECK(again.link.is_empty());
    CHECK(again.text.is_empty());
    CHECK(reason_of(shop.request("Other words: {link}", request)) == "request_id_used");
    good(shop.engine->accept_partnership({.by = shop.rob}, first.link.reveal(), true));  // the first link holds
}

TEST_CASE("RES-08: a request needs an email address") {
    ResellerShop<InMemory> shop;
    const auto to = [&](const std::string& email) {
        return shop.engine->request_partnership({.by = shop.pat}, {.reseller_email = email}, link_address);
    };
    CHECK(reason_of(to("")) == "not_an_email");
    CHECK(reason_of(to("bob@relecloud")) == "not_an_email");
    CHECK(reason_of(to("@relecloud.com")) == "not_an_email");
    good(to("b@relecloud.com"));
}

TEST_CASE("RES-01: only an indirect provider asks for a partnership") {
    ResellerShop<InMemory> shop;
    CHECK(reason_of(shop.request({}, {.by = shop.ann})) == "not_an_indirect_provider");
    CHECK(reason_of(shop.request({}, {.by = shop.rob})) == "not_an_indirect_provider");
    good(shop.engine->execute({.by = host()}, shop.wingtip, RestrictPartner{"unpaid"}));
    CHECK(reason_of(shop.request()) == "partner_restricted");
}

TEST_CASE_TEMPLATE("RES-10: the text may be edited as long as the link stays in it", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const PartnershipDraft draft = good(shop.request());
    const PartnershipDraft other = good(shop.request());
    const PartnershipId id = shop.partnership_of(draft);
    const std::string link = shop.link_in(draft);
    const auto edit = [&](const std::string& text) { return shop.engine->edit_request({.by = shop.pat}, id, text); };
    good(edit("Dear Bob,\nplease open " + link + " today.\nPat"));
    CHECK(shop.partnership(id).text == "Dear Bob,\nplease open {link} today.\nPat");
    good(edit(link));
    good(edit("<" + link + ">, (" + link + ")."));  // whatever stands beside it stays
    CHECK(shop.partnership(id).text == "<{link}>, ({link}).");
    good(edit(link + "\n" + link));
    CHECK(shop.partnership(id).text == "{link}\n{link}");

    const std::string before = shop.partnership(id).text;
    for (const std::string& text :
         {std::string("Dear Bob"), std::string("{link}"), link.substr(0, link.size() - 1), with_another_token(link),
          link + "0", link + "ab", in_capitals(link), link + " or in capitals " + in_capitals(link),
          link + " the code is " + link.substr(link.size() - 32), link + " token=3D" + link.substr(link.size() - 32),
          shop.link_in(other), link + " or " + shop.link_in(other), link + " and {link}"}) {
        CAPTURE(text);
        const Error error = refusal_of(edit(text));
        CHECK(error.rule == "RES-10");
        CHECK(error.reason == "link_missing");
        CHECK(error.field == "text");
        CHECK(error.sentence.find(link.substr(link.size() - 32)) == std::string::npos);
    }
    CHECK(refusal_of(edit("")).rule == "RES-10");
    CHECK(refusal_of(edit(std::string(shop.policy.request_text_bytes, 'x') + " " + link)).rule == "RES-10");
    CHECK(refusal_of(edit("\xff " + link)).rule == "RES-10");
    CHECK(shop.partnership(id).text == before);

    good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
    CHECK(reason_of(edit(link)) == "already_accepted");
}

TEST_CASE("RES-10: a text of the provider's own needs the mark of the link") {
    ResellerShop<InMemory> shop;
    CHECK(reason_of(shop.request("Dear Bob")) == "link_missing");
    const PartnershipDraft draft = good(shop.request("Dear Bob: {link}, {link}"));
    CHECK(std::string(draft.text.reveal()) == "Dear Bob: " + shop.link_in(draft) + ", " + shop.link_in(draft));
}

TEST_CASE_TEMPLATE("RES-11: the reseller accepts with the link, once", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const PartnershipDraft draft = good(shop.request());
    const PartnershipId id = shop.partnership_of(draft);
    const std::string link = shop.link_in(draft);
    CHECK(good(shop.engine->partnerships(shop.rob, {}, {})).items.empty());

    good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
    const Partnership joined = shop.partnership(id);
    CHECK(joined.reseller == shop.relecloud);
    CHECK(joined.link_digest.empty());
    CHECK(in<Partnership::Active>(joined).accepted_at == shop.clock.now());
    CHECK(in<Partnership::Active>(joined).is_provider_admin);

    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.rob}, link, true)) == "already_accepted");
    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.meg}, link, true)) == "link_unknown");  // used
    CHECK(reason_of(shop.engine->decline_partnership({.by = shop.rob}, link)) == "already_accepted");

    const auto theirs = good(shop.engine->partnerships(shop.pat, {}, {})).items;
    REQUIRE(theirs.size() == 1);
    CHECK(theirs[0].type == "is_indirect_cloud_solution_provider_of");
    CHECK(theirs[0].partner == shop.relecloud);
    CHECK(theirs[0].company_name == "Relecloud");
    CHECK(theirs[0].mpn_id == "4001");
    CHECK(theirs[0].location == us);
    CHECK(theirs[0].phase == "active");
    const auto ours = good(shop.engine->partnerships(shop.rob, {}, {})).items;
    REQUIRE(ours.size() == 1);
    CHECK(ours[0].type == "is_indirect_reseller_of");
    CHECK(ours[0].company_name == "Wingtip");
}

TEST_CASE_TEMPLATE("RES-10: a foreign, damaged or unknown link is answered the same way, whatever there is", Store,
                   CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const std::string link = shop.link_in(good(shop.request()));
    const std::string other = shop.link_in(good(shop.request()));
    const std::string token = link.substr(link.size() - 32);
    std::string of_nobody = link;
    of_nobody.replace(of_nobody.find("&partnership=") + 13, 36, csp::text_of(id<Partnership>(0xEE)));
    const Error wrong_token =
        refusal_of(shop.engine->accept_partnership({.by = shop.rob}, with_another_token(link), true));
    CHECK(wrong_token.rule == "RES-10");
    CHECK(wrong_token.reason == "link_unknown");
    for (const std::string& bad :
         {of_nobody, other.substr(0, other.size() - 32) + token, std::string(), std::string("hello"),
          link.substr(0, link.size() - 1), link + "0", std::string(100'000, 'x')}) {
        CHECK(refusal_of(shop.engine->accept_partnership({.by = shop.rob}, bad, true)) == wrong_token);
        CHECK(refusal_of(shop.engine->decline_partnership({.by = shop.rob}, bad)) == wrong_token);
    }
    good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
}

TEST_CASE("RES-07: only an enrolled indirect reseller accepts") {
    ResellerShop<InMemory> shop;
    const std::string link = shop.link_in(good(shop.request()));
    const auto accept = [&](const Actor& by) { return shop.engine->accept_partnership({.by = by}, link, true); };
    Actor dan = shop.ann;  // of a direct bill partner
    dan.roles = Role::global_admin;
    CHECK(reason_of(accept(dan)) == "not_enrolled_as_reseller");
    Actor nobody = shop.rob;
    nobody.partner = id<Partner>(0xEE);
    CHECK(reason_of(accept(nobody)) == "no_account");
    good(shop.engine->execute({.by = host()}, shop.relecloud, RestrictPartner{"unpaid"}));
    CHECK(reason_of(accept(shop.rob)) == "partner_restricted");
    good(shop.engine->execute({.by = host()}, shop.relecloud, ReinstatePartner{}));
    good(shop.engine->execute({.by = host()}, shop.margie, LeaveProgramme{}));
    CHECK(reason_of(accept(shop.meg)) == "reseller_left");
    good(accept(shop.rob));
}

TEST_CASE("RES-07: provider and reseller are in one region and one cloud") {
    ResellerShop<InMemory> shop;
    const Country canada{{'C', 'A'}};
    const Country outlying{{'U', 'M'}};
    Actor far = shop.rob;
    far.partner = shop.enrol_as(PartnerKind::indirect_reseller, "Far", "5001", canada);
    Actor near = shop.rob;
    near.partner = shop.enrol_as(PartnerKind::indirect_reseller, "Near", "5002", outlying);
    const std::string link = shop.link_in(good(shop.request()));
    const Error error = refusal_of(shop.engine->accept_partnership({.by = far}, link, true));
    CHECK(error.reason == "another_region");
    CHECK(error.sentence.find("CA") != std::string::npos);
    good(shop.engine->accept_partnership({.by = near}, link, true));
}

TEST_CASE("RES-11: the reseller has to authorise the provider, who may lose its access again") {
    ResellerShop<InMemory> shop;
    const PartnershipDraft draft = good(shop.request());
    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.rob}, draft.link.reveal(), false)) == "not_authorised");
    good(shop.engine->accept_partnership({.by = shop.rob}, draft.link.reveal(), true));
    const PartnershipId id = shop.partnership_of(draft);
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, id, RevokeProviderAccess{})).code == Code::forbidden);
    good(shop.engine->execute({.by = shop.rob}, id, RevokeProviderAccess{}));
    CHECK_FALSE(in<Partnership::Active>(shop.partnership(id)).is_provider_admin);
    CHECK(reason_of(shop.engine->execute({.by = shop.rob}, id, RevokeProviderAccess{})) == "already_revoked");
}

TEST_CASE("RES-11 C2: the partner agreement is needed from 2020-02-01 on, not a microsecond earlier") {
    ResellerShop<InMemory> shop;
    shop.clock.set(Instant{at("2020-02-01T00:00:00Z").us - 1});
    const std::string link = shop.link_in(good(shop.request()));
    const std::string other = shop.link_in(good(shop.request()));
    good(shop.engine->accept_partnership({.by = shop.rob}, link, true));
    shop.clock.set(at("2020-02-01T00:00:00Z"));
    const Error error = refusal_of(shop.engine->accept_partnership({.by = shop.meg}, other, true));
    CHECK(error.reason == "partner_agreement_missing");
    CHECK(error.microsoft == 900123);
    CHECK(reason_of(shop.engine->execute({.by = host()}, shop.margie, RecordAgreement{day("2020-02-02")})) ==
          "signed_in_the_future");
    good(shop.engine->execute({.by = host()}, shop.margie, RecordAgreement{day("2020-02-01")}));
    good(shop.engine->accept_partnership({.by = shop.meg}, other, true));
}

TEST_CASE("RES-11: two partners are joined once") {
    ResellerShop<InMemory> shop;
    shop.join(shop.rob);
    const std::string second = shop.link_in(good(shop.request()));
    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.rob}, second, true)) == "already_partners");
    good(shop.engine->accept_partnership({.by = shop.meg}, second, true));
}

TEST_CASE("RES-06: without a phase the provider's list has what is requested or active, and nothing that is over") {
    ResellerShop<InMemory> shop;
    const auto listed = [&](const PartnershipFilter& filter) {
        return good(shop.engine->partnerships(shop.pat, filter, {})).items.size();
    };
    const PartnershipDraft draft = good(shop.request());
    CHECK(listed({}) == 1);
    good(shop.engine->decline_partnership({.by = shop.rob}, shop.link_in(draft)));
    CHECK(listed({}) == 0);
    CHECK(listed({.phase = "declined"}) == 1);
    const PartnershipDraft second = good(shop.request());
    good(shop.engine->execute({.by = shop.pat}, shop.partnership_of(second), WithdrawRequest{}));
    CHECK(listed({}) == 0);
    CHECK(listed({.phase = "withdrawn"}) == 1);
}

TEST_CASE_TEMPLATE("RES-08: a declined or withdrawn request leads nowhere, and can be asked anew with a new link",
                   Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const PartnershipDraft draft = good(shop.request());
    const PartnershipId id = shop.partnership_of(draft);
    const auto anew = [&] {
        return shop.engine->request_partnership({.by = shop.pat}, {.reseller_email = "bob@relecloud.com"}, link_address,
                                                id);
    };
    CHECK(reason_of(anew()) == "already_requested");
    good(shop.engine->decline_partnership({.by = shop.rob}, draft.link.reveal()));
    CHECK(is_in<Partnership::Declined>(shop.partnership(id)));
    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.rob}, draft.link.reveal(), true)) == "link_unknown");

    const PartnershipDraft second = good(anew());
    good(shop.engine->execute({.by = shop.pat}, id, WithdrawRequest{}));
    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.rob}, second.link.reveal(), true)) == "link_unknown");
    CHECK(reason_of(shop.engine->execute({.by = shop.pat}, id, WithdrawRequest{})) == "no_request");

    const PartnershipDraft third = good(anew());
    CHECK(reason_of(shop.engine->accept_partnership({.by = shop.rob}, draft.link.reveal(), true)) == "link_unknown");
    good(shop.engine->accept_partnership({.by = shop.rob}, third.link.reveal(), true));
}

TEST_CASE_TEMPLATE("RES-12: the four capabilities need an active partnership", Store, CSP_BOTH_STORES) {
    ResellerShop<Store> shop;
    const CustomerId own = shop.customer_for({}, "Adatum");
    const SubscriptionId bought = shop.buy_for(own);
    std::size_t tried = 0;
    const auto all_four = [&] {
        const std::string name = "New " + std::to_string(++tried);
        std::vector<Result<Receipt>> answers;
        answers.push_back(shop.engine->template create<Customer>(
            {.by = shop.pat}, CreateCustomer{.domain = "new" + std::to_string(tried) + ".com",
                                             .profile = profile_of(name),
                                             .reseller = shop.relecloud}));
        answers.push_back(shop.order_for(own, "4001", annual_only));
        answers.push_back(shop.engine->execute({.by = shop.pat}, bought, SetReseller{"4001"}));
        answers.push_back(shop.engine->execute({.by = shop.pat}, bought, SetSupportContact{shop.relecloud}));
        answers.push_back(shop.engine->execute({.by = shop.pat}, own, AssociateReseller{shop.relecloud}));
        answers.push_back(
            shop.engine->execute({.by = shop.pat}, own, GrantAccess{shop.relecloud, GrantKind::azure_tenant_owner}));
        return answers;
    };
    const auto none_works = [&] {
        for (const auto& answer : all_four()) {
            REQUIRE_FALSE(answer);
            CHECK(answer.error().rule == "RES-12");
            CHECK(answer.error().reason == "partnership_not_active");
        }
    };
    none_works();
    const PartnershipDraft draft = good(shop.request());
    none_works();  // E6-82: requested is not active
    good(shop.engine->accept_partnership({.by = shop.rob}, draft.link.reveal(), true));
    for (const auto& answer : all_four()) { CHECK(answer); }

    const auto before = good(shop.engine->customers(shop.rob, {}, {})).items;
    const PartnershipId id = shop.partnership_of(draft);
    CHECK(refusal_of(shop.engine->execute({.by = shop.pat}, id, RemovePartnership{false})).reason == "not_confirmed");
    good(shop.engine->execute({.by = shop.pat}, id, RemovePartnership{true}));
    none_works();
    // What there is stays as it is: customers, grants, MPN ids.
    const auto after = good(shop.engine->customers(shop.rob, {}, {})).items;
    REQUIRE(after.size() == before.size());
    CHECK(after.size() == 2);
    CHECK(shop.subscription(bought).reseller_mpn_id == "4001");
    CHECK(shop.subscription(bought).support_contact == shop.relecloud);
    CHECK(good(shop.engine->partnerships(shop.pat, {}, {})).items.empty());  // B8: it has left both lists
    CHECK(good(shop.engine->partnerships(shop.rob, {}, {})).items.empty());
    CHECK(good(shop.engine->partnerships(shop.pat, {.phase = "active"}, {})).items.empty());
    CHECK(good(shop.engine->partnerships(shop.pat, {.phase = "removed"}, {})).items.size() == 1);
    CHECK(refusal_of(shop.engine->read(shop.rob, id)).code == Code::not_found);
    good(shop.engine->execute({.by = shop.pat}, bought, SetReseller{""}));  // clearing is always possible (RES-13)
    good(shop.engine->execute({.by = shop.pat}, own, RevokeAccess{shop.relecloud, GrantKind::reseller_admin}));
}
