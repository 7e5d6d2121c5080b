// The main job: a provider sells, suspends and reactivates licences, and nothing is lost.
//
//   quickstart [--db FILE] [--offers FILE] [--fresh]
//
// A second run continues with the same file. Days pass as fast as the clock is turned: it is a ManualClock.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>

#include "csp/engine.hpp"

namespace {

const csp::OfferId business_premium = csp::offer_id_of("031C9E47-4802-4248-838E-778FB1D2CC05");
const csp::OfferId audio_conferencing = csp::offer_id_of("C94271D8-B431-4A25-A3C5-A57737A1C909");

struct Options {
    std::string database = "csp-quickstart.db";
    std::string offers = CSP_EXAMPLES_DIR "/data/offers.json";
    std::string prices = CSP_EXAMPLES_DIR "/data/prices.csv";
    bool is_fresh = false;
};

/// An example has nothing to do but to say why and stop.
template <class T>
T must(csp::Result<T> result, const char* what) {
    if (!result) {
        std::cerr << what << ": " << result.error().rule << ' ' << result.error().sentence << '\n';
        std::exit(1);
    }
    return std::move(result).value();
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << "cannot read " << path << '\n';
        std::exit(1);
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Story {
    csp::Engine& engine;
    csp::ManualClock& clock;
    csp::Actor ann{};
    csp::CustomerId customer{};
};

// ---- the catalogue -----------------------------------------------------------------------------------

void import_catalogue(Story& story, const Options& options) {
    const auto offers =
        must(story.engine.import_offers({.by = csp::host()}, content_of(options.offers)), "import offers");
    std::cout << "offers: " << offers.read << " read, " << offers.stored << " stored, " << offers.unchanged
              << " unchanged, " << offers.problems.size() << " refused\n";
    for (const auto& problem : offers.problems) {
        std::cout << "  " << problem.field << ": " << problem.sentence << '\n';
    }
    const auto prices =
        must(story.engine.import_prices({.by = csp::host()}, content_of(options.prices)), "import prices");
    std::cout << "prices: " << prices.read << " read, " << prices.stored << " stored, " << prices.unchanged
              << " unchanged, " << prices.problems.size() << " refused\n";
}

/// Trials and regular offers stand on pages of their own (OFF-07).
bool is_on_another_page(const csp::Availability& answer) {
    return std::ranges::any_of(answer.reasons,
                               [](const csp::Error& error) { return error.reason.ends_with("_view_only"); });
}

/// Prints what may be bought, and the first reason why the rest may not. Answers the first offer that may.
csp::OfferId show_availability(Story& story, csp::Cycle cycle, csp::CatalogView view, const char* title) {
    constexpr std::size_t shown = 6;
    std::size_t available = 0;
    std::size_t refused = 0;
    csp::OfferId first{};
    std::ostringstream lines;
    csp::PageRequest page{.size = 100};
    do {
        const auto answers =
            must(story.engine.availability(story.ann, story.customer, cycle, view, page), "availability");
        for (const auto& answer : answers.items) {
            const bool is_available = answer.reasons.empty();
            if (is_on_another_page(answer)) { continue; }
            if (is_available && available == 0) { first = answer.offer; }
            const std::size_t number = is_available ? ++available : ++refused;
            if (number > shown) { continue; }
            lines << "  " << (is_available ? "yes " : "no  ") << answer.name;
            if (answer.unit_price) { lines << ", " << csp::text_of(*answer.unit_price) << " a month"; }
            if (!is_available) {
                lines << " (" << answer.reasons.front().rule << ": " << answer.reasons.front().sentence << ')';
            }
            lines << '\n';
        }
        page.after = answers.next;
    } while (!page.after.empty());
    std::cout << title << ": " << available << " available, " << refused << " not; the first of each:\n" << lines.str();
    return first;
}

// ---- the customer and its orders ------------------------------------------------------------------------

csp::CustomerId add_customer(Story& story) {
    const csp::CreateCustomer contoso{.domain = "contoso.example.com",
                                      .profile = {.company_name = "Contoso",
                                                  .email = "ben@contoso.example.com",
                                                  .culture = "en-US",
                                                  .language = "en",
                                                  .address = {.line1 = "1 Main Street",
                                                              .city = "Redmond",
                                                              .state = "WA",
                                                              .postal_code = "98052",
                                                              .country = must(csp::read_country("US"), "country"),
                                                              .first_name = "Ben",
                                                              .last_name = "Smith",
                                                              .phone = "4255550100"}}};
    const auto receipt = must(story.engine.create<csp::Customer>({.by = story.ann}, contoso), "add customer");
    std::cout << "added the customer Contoso\n";
    return csp::id_in<csp::Customer>(receipt);
}

csp::SubscriptionId order_seats(Story& story) {
    const csp::PlaceOrder order{.customer = story.customer,
                                .cycle = csp::Cycle::monthly,
                                .lines = {{.offer = business_premium, .quantity = 25},
                                          {.offer = audio_conferencing, .quantity = 5, .parent_line = 0}}};
    const auto receipt = must(story.engine.create<csp::Order>({.by = story.ann}, order), "order seats");
    const auto placed = must(story.engine.read(story.ann, csp::id_in<csp::Order>(receipt)), "read the order");
    std::cout << "ordered 25 seats and 5 licences of an add-on\n";
    return placed.state.lines.front().subscription;
}

void order_trial(Story& story, csp::OfferId trial) {
    const csp::PlaceOrder order{
        .customer = story.customer, .cycle = csp::Cycle::none, .lines = {{.offer = trial, .quantity = 25}}};
    must(story.engine.create<csp::Order>({.by = story.ann}, order), "order a trial");
    std::cout << "ordered a trial\n";
}

template <class C>
void ask(Story& story, csp::SubscriptionId seats, C command, const char* said) {
    must(story.engine.execute({.by = story.ann}, seats, std::move(command)), said);
    std::cout << csp::text_of(story.clock.now()) << "  " << said << '\n';
}

csp::Date date_under_the_button(Story& story, csp::SubscriptionId seats) {
    const auto subscription = must(story.engine.read(story.ann, seats), "read the subscription");
    const csp::Date last_day = std::get<csp::Subscription::Suspended>(subscription.state.phase).last_day;
    std::cout << "  the date under the Suspended button: " << csp::text_of(last_day) << '\n';
    return last_day;
}

/// Sold, changed, suspended, saved on the last good day, suspended again and lost.
void live_through(Story& story) {
    show_availability(story, csp::Cycle::monthly, csp::CatalogView::regular, "monthly");
    const auto trial = show_availability(story, csp::Cycle::none, csp::CatalogView::trial, "trials");
    const auto seats = order_seats(story);
    if (!trial.is_nil()) { order_trial(story, trial); }
    show_availability(story, csp::Cycle::none, csp::CatalogView::trial, "trials, once one was ordered");

    story.clock.advance_days(10);
    ask(story, seats, csp::ChangeQuantity{30}, "30 seats");
    ask(story, seats, csp::SuspendSubscription{csp::SuspensionReason::non_payment}, "suspended for non-payment");
    story.clock.set(csp::last_moment_of(date_under_the_button(story, seats)));
    must(story.engine.run_due(), "run what is due");  // the trial has ended meanwhile
    ask(story, seats, csp::ReactivateSubscription{}, "reactivated at the last good moment");
    ask(story, seats, csp::SuspendSubscription{csp::SuspensionReason::non_payment}, "suspended again");
    story.clock.set(csp::end_of(date_under_the_button(story, seats)));
    const auto late = story.engine.execute({.by = story.ann}, seats, csp::ReactivateSubscription{});
    std::cout << csp::text_of(story.clock.now()) << "  reactivating one microsecond later: "
              << (late ? "done" : late.error().rule + ": " + late.error().sentence) << '\n';
    must(story.engine.run_due(), "run what is due");
}

// ---- the timeline, and the proof -------------------------------------------------------------------------

std::vector<csp::Happening> whole_feed(csp::Engine& engine) {
    std::vector<csp::Happening> all;
    csp::FeedPage page;
    while (!page.is_at_end) {
        page = must(engine.events(csp::host(), page.scanned_to, 1000), "read the feed");
        all.insert(all.end(), page.items.begin(), page.items.end());
    }
    return all;
}

void print_timeline(csp::Engine& engine) {
    std::size_t listings = 0;
    std::cout << '\n'
              << std::left << std::setw(29) << "when (UTC)" << std::setw(15) << "record" << std::setw(27)
              << "what happened"
              << "by\n";
    for (const auto& happening : whole_feed(engine)) {
        if (happening.kind == csp::Kind::offer) {
            ++listings;
            continue;
        }
        std::cout << std::setw(29) << csp::text_of(happening.at) << std::setw(15) << csp::name_of(happening.kind)
                  << std::setw(27) << csp::name_of(happening) << (happening.user.empty() ? "time" : happening.user)
                  << '\n';
    }
    std::cout << "and " << listings << " events of the catalogue\n\n";
}

/// This story is of rights and dates; examples/invoices.cpp is of money. Who keeps bills here has to say what was paid.
csp::EngineOptions bills_elsewhere() {
    csp::EngineOptions options;
    options.policy.keeps_bills = false;
    return options;
}

/// Opens the file again, as another program would, and compares everything.
bool nothing_was_lost(const Options& options, csp::ManualClock& clock, const std::vector<csp::Happening>& before) {
    auto storage = must(csp::open_sqlite({.path = options.database}), "reopen");
    auto engine = must(csp::Engine::open(*storage, clock, bills_elsewhere()), "reopen");
    const auto after = whole_feed(*engine);
    bool is_same = before.size() == after.size();
    for (std::size_t i = 0; is_same && i < before.size(); ++i) {
        is_same = before[i].id == after[i].id && before[i].version == after[i].version && before[i].at == after[i].at &&
                  csp::name_of(before[i]) == csp::name_of(after[i]);
    }
    std::cout << "reopened " << options.database << ": " << after.size() << " events, "
              << (is_same ? "nothing was lost" : "SOMETHING WAS LOST") << '\n';
    return is_same;
}

Options options_from(int count, char** words) {
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--fresh") {
            options.is_fresh = true;
        } else if ((word == "--db" || word == "--offers") && i + 1 < count) {
            (word == "--db" ? options.database : options.offers) = words[++i];
        } else {
            std::cerr << "usage: quickstart [--db FILE] [--offers FILE] [--fresh]\n";
            std::exit(2);
        }
    }
    return options;
}

csp::PartnerId enrol(csp::Engine& engine) {
    const csp::EnrolPartner fabrikam{.enrolment = {.company_name = "Fabrikam",
                                                   .kind = csp::PartnerKind::direct_bill,
                                                   .mpn_id = "4512345",
                                                   .country = must(csp::read_country("US"), "country"),
                                                   .billing_day = 15,
                                                   .billing_currency = must(csp::read_currency("USD"), "currency")}};
    return csp::id_in<csp::Partner>(must(engine.create<csp::Partner>({.by = csp::host()}, fabrikam), "enrol"));
}

/// Goes on where the file ends: the partner and its customer are there, and so is the time.
void find_or_begin(Story& story) {
    const auto feed = whole_feed(story.engine);
    csp::PartnerId partner{};
    for (const auto& happening : feed) {
        if (happening.kind == csp::Kind::partner && happening.version == 1) { partner = csp::PartnerId{happening.id}; }
        if (happening.at > story.clock.now()) { story.clock.set(happening.at); }
    }
    const bool is_new = partner.is_nil();
    if (is_new) { partner = enrol(story.engine); }
    story.ann = csp::Actor{.user = "ann@fabrikam.example.com", .partner = partner, .roles = csp::Role::admin_agent};
    std::cout << (is_new ? "a new file" : "continuing with the same file") << ", at " << csp::text_of(story.clock.now())
              << '\n';
}

}  // namespace

int main(int count, char** words) {
    const Options options = options_from(count, words);
    if (options.is_fresh) {
        for (const char* ending : {"", "-wal", "-shm"}) { std::filesystem::remove(options.database + ending); }
    }
    csp::ManualClock clock(must(csp::read_instant("2019-09-02T09:00:00Z"), "start"));
    std::vector<csp::Happening> feed;
    {
        auto storage = must(csp::open_sqlite({.path = options.database}), "open");
        auto engine = must(csp::Engine::open(*storage, clock, bills_elsewhere()), "open");
        Story story{*engine, clock};
        find_or_begin(story);
        import_catalogue(story, options);
        const auto known = engine->customer_by_domain(story.ann, "contoso.example.com");
        story.customer = known ? known->id : add_customer(story);
        live_through(story);
        print_timeline(*engine);
        feed = whole_feed(*engine);
    }
    return nothing_was_lost(options, clock, feed) ? 0 : 1;
}
