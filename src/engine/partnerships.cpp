// Partnerships: commands that make or read a personal link, and the list of a partner's partners.
#include "csp/engine.hpp"
#include "engine/inside.hpp"
#include "engine/look_up.hpp"
#include "engine/pages.hpp"
#include "engine/personal_link.hpp"
#include "engine/reading.hpp"

namespace csp {
namespace {

using engine::Entry;
using engine::Reading;

Result<PartnershipLine> relationship(Reading& open, const Entry<Partnership>& entry, const PartnerId& viewer) {
    const Partnership& state = entry.state();
    const bool is_provider = state.provider == viewer;
    PartnershipLine line{.id = entry.id,
                         .type = is_provider ? "is_indirect_cloud_solution_provider_of" : "is_indirect_reseller_of",
                         .partner = is_provider ? state.reseller : state.provider,
                         .company_name = {},
                         .mpn_id = {},
                         .location = {},
                         .reseller_email = state.reseller_email,
                         .phase = std::string(machine::Names<Partnership::Phase>::list[state.phase.index()])};
    auto other = engine::look_up(open.pipeline, line.partner);
    if (!other) { return std::move(other).error(); }
    if (*other != nullptr) {
        line.company_name = (*other)->company_name;
        line.mpn_id = (*other)->mpn_id;
        line.location = (*other)->country;
    }
    return line;
}

/// B8: one that is over leaves the list. Who asks for its phase finds it still.
bool is_listed(const Partnership& state, const std::string& phase, const PartnershipFilter& filter) {
    if (filter.phase) { return *filter.phase == phase; }
    return is_in<Partnership::Requested>(state) || is_in<Partnership::Active>(state);
}

Error no_address() {
    return Error{.code = Code::invalid,
                 .rule = "RES-10",
                 .reason = "not_an_address",
                 .sentence = "the link needs an address with its scheme, as in https://partners.example/accept",
                 .field = "link_address"};
}

}  // namespace

Result<PartnershipDraft> Engine::request_partnership(const Request& request, const RequestPartnership& wish,
                                                     std::string_view link_address, PartnershipId anew) {
    return engine::without_throwing([&]() -> Result<PartnershipDraft> {
        if (!engine::is_address(link_address)) { return no_address(); }
        const auto drawn = inside_->drawn(engine::new_token);
        if (!drawn) { return Error(drawn.error()); }
        const Secret& token = *drawn;
        RequestPartnership command = wish;
        const PartnerId provider = request.by.roles.has(Role::host) ? wish.provider : request.by.partner;
        command.link_digest = engine::kept_digest_of(engine::link_digest_of(provider, token));
        const auto drafted = [&](Reading& open, const Receipt& receipt) -> Result<PartnershipDraft> {
            PartnershipDraft draft{.receipt = receipt,
                                   .reseller_email = wish.reseller_email,
                                   .subject = "Partnership in the Cloud Solution Provider programme",
                                   .link = {},
                                   .text = {}};
            const PartnershipId id = id_in<Partnership>(receipt);
            auto entry = open.pipeline.standing(request.by, id, open.now);
            if (!entry) { return std::move(entry).error(); }
            const Partnership& kept = (*entry)->state();
            if (kept.link_digest != command.link_digest) { return draft; }  // another link was shown then
            draft.link = engine::link_of(link_address, kept.provider, id, token);
            draft.text = engine::with_link(kept.text, draft.link);
            return draft;
        };
        return engine::doing(*inside_, request, anew, command, drafted);
    });
}

Result<Receipt> Engine::edit_request(const Request& request, PartnershipId partnership, std::string_view text) {
    return engine::without_throwing([&]() -> Result<Receipt> {
        // A message that is far too long is refused for that, before anybody looks for links in it.
        constexpr std::size_t links_are_longer = 8;
        if (text.size() > links_are_longer * inside_->policy.request_text_bytes) {
            return execute(request, partnership, EditRequest{std::string(text), {}});
        }
        engine::Unlinked read = engine::without_links(text, partnership);
        return execute(request, partnership, EditRequest{std::move(read.text), std::move(read.link_digests)});
    });
}

Result<Receipt> Engine::accept_partnership(const Request& request, std::string_view link, bool is_authorised,
                                           PartnerId reseller) {
    return engine::without_throwing([&]() -> Result<Receipt> {
        auto read = engine::read_link(link);
        if (!read) { return std::move(read).error(); }
        return execute(request, read->partnership,
                       AcceptPartnership{reseller, std::move(read->link_digest), is_authorised});
    });
}

Result<Receipt> Engine::decline_partnership(const Request& request, std::string_view link) {
    return engine::without_throwing([&]() -> Result<Receipt> {
        auto read = engine::read_link(link);
        if (!read) { return std::move(read).error(); }
        return execute(request, read->partnership, DeclinePartnership{std::move(read->link_digest)});
    });
}

Result<Page<PartnershipLine>> Engine::partnerships(const Actor& actor, const PartnershipFilter& filter,
                                                   const PageRequest& page) {
    return engine::reading(*inside_, [&](Reading& open) {
        const auto keep = [&](const Entry<Partnership>& entry) -> Result<std::optional<PartnershipLine>> {
            auto line = relationship(open, entry, actor.partner);
            if (!line) { return std::move(line).error(); }
            if (!is_listed(entry.state(), line->phase, filter)) { return std::optional<PartnershipLine>{}; }
            return std::optional<PartnershipLine>(std::move(line).value());
        };
        return engine::page_of<Partnership, PartnershipLine>(open, codec::Index::partnerships_of_partner,
                                                             codec::prefix_of(actor.partner), page, keep);
    });
}

}  // namespace csp
