// The engine: commands in, answers out. It brings clock, store and rules together, and has no opinion of its own.
//
//   auto storage = csp::open_sqlite({.path = "shop.db"});
//   auto engine  = csp::Engine::open(**storage, csp::system_clock());
//   const csp::SuspendSubscription suspend{csp::SuspensionReason::non_payment};
//   auto receipt = (*engine)->execute({.by = ann}, subscription, suspend);
//   if (!receipt) { show(receipt.error().rule, receipt.error().sentence); }
//
// Every command is one transaction: all or nothing. What fell due before it is applied first, each thing at its
// own due time, so a late host never changes an outcome (SUS-09). The clock is asked once a command.
//
// Threads: an engine may be called from any thread; calls on one engine wait for each other. To work in parallel
// open several engines on one store. Listeners run inside the call that made the events, on its thread, and a
// call they make on the same engine answers Code::busy.
// Lifetime: storage, clock, ids, secrets, fulfilment and sealer outlive the engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csp/answers.hpp"
#include "csp/authority.hpp"
#include "csp/availability.hpp"
#include "csp/clock.hpp"
#include "csp/country_rules.hpp"
#include "csp/fulfilment.hpp"
#include "csp/ids.hpp"
#include "csp/new_customer_wizard.hpp"
#include "csp/nouns.hpp"
#include "csp/policy.hpp"
#include "csp/sealer.hpp"
#include "csp/storage.hpp"

namespace csp {

struct EngineOptions {
    Policy policy{};
    IdSource* ids{nullptr};           ///< nullptr: random_ids()
    Fulfilment* fulfilment{nullptr};  ///< where keys and addresses come from; nullptr: none can be had
    Sealer* sealer{nullptr};          ///< how they are stored; needed where there is a fulfilment
    SecretSource* secrets{nullptr};   ///< tokens of links and temporary passwords; nullptr: system_secrets()
    int attempts{8};  ///< how often a command is tried in all when another writer is first; below 1: once
};

class Engine {
public:
    /// Publishes the report views to the store. Costs the same however many records there are. Refuses a policy that
    /// contradicts itself (CONV-8). Fulfilment and sealer are asked for when keys are: without them Code::internal.
    static Result<std::unique_ptr<Engine>> open(Storage& storage, Clock& clock, EngineOptions options = {});
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // ---- commands ----------------------------------------------------------------------------------
    /// Does it, in one commit. A refusal names its rule, changes no record and is kept in the feed. Where no rule is
    /// named (Code::busy, internal, unsupported, or conflict after EngineOptions::attempts) nothing was done; after
    /// Code::storage the answer of a commit may be lost: ask again with the same request id.
    Result<Receipt> execute(const Request& request, const Command& command);
    template <class S, class C>
    Result<Receipt> execute(const Request& request, Id<S> id, C command) {
        return execute(request, Command{Ask<S>{id, typename S::Command{std::move(command)}}});
    }
    /// A new record: its id is in the receipt. Code::not_found (GEN-04) for a command that begins none.
    template <class S, class C>
    Result<Receipt> create(const Request& request, C command) {
        return execute(request, Id<S>{}, std::move(command));
    }
    /// Many commands, one commit, an answer each; a refused one does not stop the others.
    std::vector<Result<Receipt>> execute_all(std::span<const std::pair<Request, Command>> batch);

    /// What would happen, or why not. Nothing is stored and no listener hears of it.
    Result<Preview> preview(const Request& request, const Command& command);
    template <class S, class C>
    Result<Preview> preview(const Request& request, Id<S> id, C command) {
        return preview(request, Command{Ask<S>{id, typename S::Command{std::move(command)}}});
    }
    /// What can be asked of this record now, and why the rest cannot.
    template <class S>
    Result<std::vector<Choice>> allowed(const Actor& actor, Id<S> id);

    /// Persists what has fallen due, oldest first, each at its own due time, in one commit. It stops before the next
    /// record once `limit` deadlines were met. A record is never left half way: what fell due for it, for its parent
    /// and for the add-ons they take along up to that moment is met with it, so that `steps` may pass the limit by
    /// the size of one such family. Commands and queries are right without it, but for invoices: this alone drafts
    /// them, and with them debts. Call it from a timer, at least daily, and again until `is_all_done`.
    Result<DueReport> run_due(std::size_t limit = 1000);

    /// CancelSoftware: credits, obligations, and until when the dashboard may lag.
    Result<SoftwareCancellation> cancel_software(const Request& request, SoftwareOrderId order,
                                                 const CancelSoftware& command);

    // ---- keys and downloads: commands whose answer is a secret (ENT-01..09) ------------------------------
    /// GetKeys. The same request id opens the key again, unless it is revoked or its customer gone meanwhile.
    Result<DeliveredKeys> get_keys(const Request& request, EntitlementId entitlement, const Artifact& artifact);
    /// GetLink: the link as it is while it is valid, another two weeks or 50 downloads once it has expired.
    Result<DeliveredLink> get_link(const Request& request, EntitlementId entitlement, const Artifact& artifact);
    /// Download: counts one, and tells where from. By the host for whoever the link was handed to (ENT-05).
    Result<DeliveredLink> download(const Request& request, DownloadLinkId link);

    // ---- resellers: commands whose answer is shown once (RES-09, CUS-07) -----------------------------------
    /// RequestPartnership, with a new link below `link_address`, which begins with a scheme; the link of a request that
    /// is over leads nowhere.
    /// `anew`: one that was declined, withdrawn or removed, to ask once more; nil: a new one.
    /// `wish.link_digest` is not looked at.
    Result<PartnershipDraft> request_partnership(const Request& request, const RequestPartnership& wish,
                                                 std::string_view link_address, PartnershipId anew = {});
    /// EditRequest: the whole message, with the link in it (RES-10).
    Result<Receipt> edit_request(const Request& request, PartnershipId partnership, std::string_view text);
    /// AcceptPartnership, by whoever holds the link. The host says for which reseller.
    Result<Receipt> accept_partnership(const Request& request, std::string_view link, bool is_authorised,
                                       PartnerId reseller = {});
    /// DeclinePartnership, by whoever holds the link.
    Result<Receipt> decline_partnership(const Request& request, std::string_view link);
    /// CreateCustomer with a first administrator; without a user name it is "admin@" and the domain. Hashing the
    /// password takes some 50 ms.
    Result<SetupInfo> create_customer(const Request& request, CreateCustomer command);
    /// CUS-07: always refused: what was shown once is not shown again.
    Result<SetupInfo> setup_info(const Actor& actor, CustomerId customer);

    // ---- the new-customer wizard (RES-16): nothing is stored before it is submitted ------------------------
    /// The wizard after that step, or why it cannot be taken. SubmitWizard is none: `submit` stores what it says.
    Result<NewCustomerWizard> step(const Actor& actor, const NewCustomerWizard& wizard,
                                   const NewCustomerWizard::Command& command);
    /// What submitting would come to: lines, prices, dates, and what each reseller gets.
    Result<WizardReview> review(const Actor& actor, const NewCustomerWizard& wizard);
    /// Customer, order, subscriptions, grant and admin user in one commit; the wizard is confirmed then.
    Result<SetupInfo> submit(const Request& request, NewCustomerWizard& wizard);

    // ---- imports by the host alone, see docs/imports.md: offers as Microsoft answers them, prices as csp's CSV ---
    /// An import can be repeated: a request with an id or an expected version is refused (Code::invalid, GEN-04).
    Result<ImportReport> import_offers(const Request& request, std::string_view json);
    Result<ImportReport> import_prices(const Request& request, std::string_view csv);

    // ---- queries: as of now, whatever has been persisted of it ---------------------------------------
    /// A record as it stands; nothing is stored. Code::not_found (GEN-04) where there is none or it is another
    /// partner's; forbidden where its kind is not for these roles (GEN-03: money, LOG-01: the activity log).
    template <class S>
    Result<Standing<S>> read(const Actor& actor, Id<S> id);
    /// CUS-03: exact, in any case.
    Result<Standing<Customer>> customer_by_domain(const Actor& actor, std::string_view domain);
    /// By name, in any case; two customers may share one (CUS-03). A provider's own, perhaps only those of one reseller
    /// (CUS-05); a reseller's are those it administers (RES-15). The host sees everybody's.
    Result<Page<Standing<Customer>>> customers(const Actor& actor, const CustomerFilter& filter,
                                               const PageRequest& page);
    /// CUS-04: a customer's, deleted ones too; also for the reseller that administers it (RES-15).
    Result<Page<Standing<Subscription>>> subscriptions(const Actor& actor, CustomerId customer,
                                                       const SubscriptionFilter& filter, const PageRequest& page);
    /// RES-13: those of the actor's partner with that reseller of record; for the host, who is of none, nothing.
    Result<Page<Standing<Subscription>>> subscriptions_of_reseller(const Actor& actor, std::string_view mpn_id,
                                                                   const PageRequest& page);
    /// RES-19: the provider, unless a reseller was designated; nothing for a former customer (B9) or what is deleted.
    Result<std::optional<DesignatedContact>> support_contact(const Actor& actor, SubscriptionId subscription);
    /// RES-06: the partnerships of the actor's partner, from its side; for the host, who is of none, nothing.
    Result<Page<PartnershipLine>> partnerships(const Actor& actor, const PartnershipFilter& filter,
                                               const PageRequest& page);
    /// OFF-08: those that were bought for that subscription, deleted ones too.
    Result<Page<Standing<Subscription>>> add_ons(const Actor& actor, SubscriptionId parent, const PageRequest& page);
    /// CUS-04: the order history.
    Result<Page<Standing<Order>>> orders(const Actor& actor, CustomerId customer, const PageRequest& page);
    /// All there are, by name, to everybody.
    Result<Page<Standing<Offer>>> offers(const Actor& actor, const PageRequest& page);
    /// OFF-02: those of which a customer may have only so many, in one market.
    Result<Page<Standing<Offer>>> limited_offers(const Actor& actor, Country market, const PageRequest& page);
    /// OFF-03: every offer of the view, available or with every reason why not. The cycle comes first (OFF-06).
    Result<Page<Availability>> availability(const Actor& actor, CustomerId customer, Cycle cycle, CatalogView view,
                                            const PageRequest& page);
    /// What a draft would cost and what is wrong with it, line by line.
    Result<std::vector<LineReview>> review(const Actor& actor, OrderId order);
    /// SUS-02, SUS-03.
    Result<SignIn> sign_in(const Actor& actor, SubscriptionId subscription);

    // ---- software ------------------------------------------------------------------------------------
    /// All there are, by name, to everybody.
    Result<Page<Standing<Product>>> products(const Actor& actor, const PageRequest& page);
    /// ENT-02, CAN-17: everything bought for the customer, cancelled items too.
    Result<Page<SoftwareItem>> software_items(const Actor& actor, CustomerId customer, const PageRequest& page);
    /// CUS-04: the order history of software.
    Result<Page<Standing<SoftwareOrder>>> software_orders(const Actor& actor, CustomerId customer,
                                                          const PageRequest& page);
    /// CAN-10: the orders of that product of which something can be cancelled now.
    Result<Page<Standing<SoftwareOrder>>> cancellable_orders(const Actor& actor, CustomerId customer, ProductId product,
                                                             const PageRequest& page);
    /// CAN-13..15: what the Cancel dialog shows, line by line.
    Result<std::vector<LineCancellation>> cancellation(const Actor& actor, SoftwareOrderId order);
    /// SUP-01: the support form of that order, filled in as far as csp can. Refused (CAN-07) where nothing of it can be
    /// taken back at all.
    Result<SupportForm> support_form(const Actor& actor, SoftwareOrderId order);
    /// Those whose form names that customer.
    Result<Page<Standing<SupportRequest>>> support_requests(const Actor& actor, CustomerId customer,
                                                            const PageRequest& page);
    /// LOG-01: who accessed keys, got links and downloaded, refused attempts too; oldest first. For global admins,
    /// account admins, referral admins and marketing content admins. To nobody else of a partner do the feed and the
    /// histories show it either.
    Result<Page<ActivityEntry>> software_activity(const Actor& actor, const ActivityFilter& filter,
                                                  const PageRequest& page);
    /// LOG-02: the distinct users of the same entries, by name; not those who were only refused.
    Result<std::vector<SoftwareUser>> software_users(const Actor& actor, const ActivityFilter& filter);
    /// B12: the same entries for the general roles, of at most the last Policy::activity_days_max days.
    Result<Page<ActivityEntry>> activity_log(const Actor& actor, const ActivityFilter& filter, const PageRequest& page);

    // ---- money (docs/invoices.md) ------------------------------------------------------------------------
    /// The invoices of the actor's partner, by number; the host names whose. A period is closed by run_due. What is
    /// billed is shown to global admins, admin agents and billing admins (B14), in the feed too; others: forbidden.
    Result<Page<Standing<Invoice>>> invoices(const Actor& actor, PartnerId partner, const InvoiceFilter& filter,
                                             const PageRequest& page);
    /// Its charges. Together they are the invoice, to the cent.
    Result<Page<ChargeEntry>> invoice_lines(const Actor& actor, InvoiceId invoice, const PageRequest& page);
    /// The whole invoice with the columns of Microsoft's reconciliation file, CRLF at the end of each line.
    Result<std::string> invoice_as_csv(const Actor& actor, InvoiceId invoice);
    /// The whole invoice as one JSON object; its lines are the array "items".
    Result<std::string> invoice_as_json(const Actor& actor, InvoiceId invoice);
    /// What lies ahead of a partner from one day to another, both included, oldest first: renewals, expiries, ends of
    /// trials, charges with their amounts at the prices that are set for those days, last days to cancel and to
    /// reactivate. Nothing of it is stored. Refused (Code::invalid) when the days are upside down, and beyond
    /// Policy::forecast_days_max (CONV-3).
    Result<std::vector<Expected>> forecast(const Actor& actor, PartnerId partner, Date from, Date to);

    /// The feed behind a position. The host sees all of it, a partner its own; `limit` is 1 to Policy::page_size_max.
    /// One call looks at no more than that many entries, so a partner may get a page with few items or none and goes
    /// on from `scanned_to` until `is_at_end`. Where an entry cannot be read the page ends before it, and an error is
    /// always about the one behind `after`.
    Result<FeedPage> events(const Actor& actor, std::uint64_t after, std::size_t limit);
    /// One record's own events behind a version, oldest first; `limit` is 1 to Policy::page_size_max. Fewer than that
    /// many: it has no more.
    template <class S>
    Result<std::vector<Happening>> history(const Actor& actor, Id<S> id, std::uint64_t after_version,
                                           std::size_t limit);

    /// Told of every event that this engine commits, once it is stored, in order; those of other engines and programs
    /// are found with `events`. A listener must not throw, nor ask another engine whose listeners ask
    /// this one: both wait for ever. It asks only an engine without listeners, or hands the work to another thread.
    void listen(std::function<void(const Happening&)> listener);

private:
    class Inside;
    explicit Engine(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Microsoft's address rules of one country, the answer of GET countryvalidationrules as it is, for
/// EngineOptions::policy: put them into Policy::country_rules, in the place of those of the same country, before an
/// engine is opened with it. They are numbers of the policy, not records: nothing is stored, and no role is asked for.
/// Refused (Code::invalid, CUS-01) as a whole, with its field: see docs/imports.md. Threads: a pure function.
Result<CountryRules> import_country_rules(std::string_view json);

}  // namespace csp
