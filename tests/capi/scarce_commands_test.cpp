// What is done, shown or answered with memory, with memory that ends at each allocation in turn: it is done and stands
// in the feed, or there is no memory and nothing has happened.
#include "c_stock.hpp"
#include "scarce_calls.hpp"

using namespace csp::test;

namespace {

/// A call of a stock, and what comes before it.
struct Case {
    std::string what;
    std::function<csp_status(CStock& stock, Purse& purse)> ask;
    std::function<void(CStock& stock)> prepare = [](CStock&) {};
    csp_status instead{CSP_NO_MEMORY};  ///< as as_with_memory has it
};

/// Each of them answers CSP_OK in the end.
void succeed_with_memory(const std::vector<Case>& cases, int least) {
    for (const Case& one : cases) {
        CAPTURE(one.what);
        Worlds<CStock> worlds(one.prepare);
        const Need need = as_with_memory(worlds, one.ask, one.instead);
        CHECK(need.allocations >= least);
        CHECK(need.status == CSP_OK);
    }
}

/// Every row of a query of a stock, or why there are none.
struct Query {
    std::string what;
    csp_status (*ask)(CStock& stock, csp_cursor** cursor);
};
const Query queries[] = {
    {"csp_read",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_read(stock.engine, &stock.ann, CSP_KIND_SUBSCRIPTION, &stock.seats, cursor, &stock.error);
     }},
    {"csp_read of an invoice",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_read(stock.engine, &stock.host, CSP_KIND_INVOICE, &stock.invoice, cursor, &stock.error);
     }},
    {"csp_allowed",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_allowed(stock.engine, &stock.ann, CSP_KIND_SUBSCRIPTION, &stock.seats, cursor, &stock.error);
     }},
    {"csp_history",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_history(stock.engine, &stock.ann, CSP_KIND_SUBSCRIPTION, &stock.seats, 0, cursor, &stock.error);
     }},
    {"csp_events of a partner",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_events(stock.engine, &stock.ann, 0, nullptr, cursor, &stock.error);
     }},
    {"csp_events of the host",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_events(stock.engine, &stock.host, 3, nullptr, cursor, &stock.error);
     }},
    {"csp_subscriptions",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_subscriptions(stock.engine, &stock.ann, &stock.customer, nullptr, nullptr, cursor, &stock.error);
     }},
    {"csp_customers",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_customers(stock.engine, &stock.ann, nullptr, nullptr, cursor, &stock.error);
     }},
    {"csp_availability_for",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_availability_for(stock.engine, &stock.ann, &stock.customer, CSP_CYCLE_MONTHLY,
                                     CSP_CATALOG_VIEW_REGULAR, nullptr, cursor, &stock.error);
     }},
    {"csp_software_items",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_software_items(stock.engine, &stock.ann, &stock.customer, nullptr, cursor, &stock.error);
     }},
    {"csp_cancellation_of",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_cancellation_of(stock.engine, &stock.ann, &stock.software_order, cursor, &stock.error);
     }},
    {"csp_partnerships",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_partnerships(stock.engine, &stock.rob, nullptr, nullptr, cursor, &stock.error);
     }},
    {"csp_invoice_as_csv",
     [](CStock& stock, csp_cursor** cursor) {
         return csp_invoice_as_csv(stock.engine, &stock.host, &stock.invoice, cursor, &stock.error);
     }},
};

/// The link in the message that asked for the partnership.
struct Invited {
    std::string link{};
    csp_str shown{};

    std::function<void(CStock&)> anew() {
        return [this](CStock& stock) {
            csp_remove_partnership leave = CSP_INIT(csp_remove_partnership);
            leave.is_confirmed = CSP_YES;
            good(csp_partnership_remove(stock.engine, &stock.by_pat, &stock.partnership, &leave, &stock.receipt,
                                        &stock.error),
                 stock.error);
            link = stock.asked_for();
            shown = text(link);
        };
    }
};

}  // namespace

namespace {

/// A fulfilment or a sealer whose text csp has no memory for has failed, as it would for any other reason.
csp_status instead_for(const std::string& command) {
    return command.starts_with("entitlement_") ? CSP_STORAGE : CSP_NO_MEMORY;
}

}  // namespace

TEST_CASE("C: a command of every noun is done, with memory that ends at each allocation in turn, or nothing is") {
    int commands = 0;
    for_each_good_command([&](const std::string& name, const auto& command) {
        const auto ask = [&](CStock& stock, Purse& purse) {
            return purse.spent_on([&] { return command.done(stock); });
        };
        succeed_with_memory({{.what = name, .ask = ask, .instead = instead_for(name)}}, 3);
        ++commands;
    });
    CHECK(commands >= 28);
}

TEST_CASE("C: a command of every noun is previewed, with memory that ends at each allocation in turn") {
    for_each_good_command([&](const std::string& name, const auto& command) {
        const auto ask = [&](CStock& stock, Purse& purse) {
            return with_cursor(purse, [&](csp_cursor** cursor) { return command.previewed(stock, cursor); });
        };
        succeed_with_memory({{.what = name, .ask = ask}}, 8);
    });
}

TEST_CASE("C: a command of every noun is done by a batch, with memory that ends at each allocation in turn") {
    for_each_good_command([&](const std::string& name, const auto& command) {
        const auto ask = [&](CStock& stock, Purse& purse) {
            return in_batch(stock, purse, [&](csp_batch* batch) { return command.added(stock, batch); });
        };
        succeed_with_memory({{.what = name, .ask = ask, .instead = instead_for(name)}}, 5);
    });
}

TEST_CASE("C: queries with memory that ends at each allocation in turn show all of it, or nothing") {
    CStock stock;
    const std::uint64_t length = stock.feed_length();
    for (const Query& query : queries) {
        CAPTURE(query.what);
        csp_cursor* cursor = nullptr;
        const std::string all = stock.rows(query.ask(stock, &cursor), cursor);
        CHECK_FALSE(all.empty());
        Purse purse{.allocations = 0};
        do {
            CAPTURE(purse.allocations);
            cursor = reinterpret_cast<csp_cursor*>(&stock);  // whatever stood there before
            const csp_status status = purse.spent_on([&] { return query.ask(stock, &cursor); });
            CHECK((status == CSP_OK || (status == CSP_NO_MEMORY && !purse.was_enough)));
            CHECK((cursor == nullptr) == (status != CSP_OK));
            if (status == CSP_OK) { CHECK(stock.rows(status, cursor) == all); }
            ++purse.allocations;
        } while (!purse.was_enough);
        CHECK(purse.allocations > 5);
    }
    CHECK(stock.feed_length() == length);
}

TEST_CASE("C: a cursor over the feed that has no memory for the next page goes on with it later, and loses no row") {
    CStock stock;
    csp_page page = CSP_INIT(csp_page);
    page.rows = 2;
    csp_cursor* cursor = nullptr;
    const auto open = [&] {
        good(csp_events(stock.engine, &stock.host, 0, &page, &cursor, &stock.error), stock.error);
    };
    open();
    const std::string all = stock.rows(CSP_OK, cursor);
    open();
    std::string seen;
    csp_row row = CSP_INIT(csp_row);
    csp_status status = CSP_OK;
    while (status == CSP_OK) {
        Purse purse{.allocations = 0};
        do {
            status = purse.spent_on([&] { return csp_cursor_next(cursor, &row, &stock.error); });
            CHECK((status >= 0 || (status == CSP_NO_MEMORY && !purse.was_enough)));
            ++purse.allocations;
        } while (status == CSP_NO_MEMORY);
        if (status == CSP_OK) { seen += text(row.json) + '\n'; }
    }
    csp_cursor_close(cursor);
    CHECK(status == CSP_END);
    CHECK(seen == all);
}

TEST_CASE("C: the answer of a batch to a command that was refused, with memory that ends at each allocation in turn") {
    CShop shop;
    const csp_id seats = shop.buy(5);
    csp_batch* batch = nullptr;
    good(csp_batch_open(shop.engine, &batch, &shop.error), shop.error);
    for (const std::int32_t quantity : {6, 0}) { good(shop.add_to(batch, seats, quantity), shop.error); }
    good(csp_batch_commit(batch, &shop.error), shop.error);
    for (const csp_status usual : {CSP_OK, CSP_REFUSED}) {
        const std::uint64_t place = usual == CSP_OK ? 0 : 1;
        Purse purse{.allocations = 0};
        csp_status status = CSP_OK;
        do {
            CAPTURE(purse.allocations);
            status = purse.spent_on([&] { return csp_batch_answer(batch, place, &shop.receipt, &shop.error); });
            CHECK(shop.error.status == status);
            CHECK((status == usual || (status == CSP_NO_MEMORY && !purse.was_enough)));
            ++purse.allocations;
        } while (!purse.was_enough);
        CHECK(status == usual);
    }
    csp_batch_close(batch);
}

TEST_CASE("C: a link is edited, accepted or declined, with memory that ends at each allocation in turn, or it is not") {
    Invited invited;
    std::string message;
    const auto edit = [&](CStock& stock, Purse& purse) {
        message = "Dear Rob, please follow " + invited.link + " and so on.";
        const csp_str whole = text(message);
        return purse.spent_on([&] {
            return csp_edit_partnership(stock.engine, &stock.by_pat, &stock.partnership, &whole, &stock.receipt,
                                        &stock.error);
        });
    };
    const auto accept = [&](CStock& stock, Purse& purse) {
        return purse.spent_on([&] {
            return csp_accept_link(stock.engine, &stock.by_rob, &invited.shown, CSP_YES, nullptr, &stock.receipt,
                                   &stock.error);
        });
    };
    const auto decline = [&](CStock& stock, Purse& purse) {
        return purse.spent_on([&] {
            return csp_decline_link(stock.engine, &stock.by_rob, &invited.shown, &stock.receipt, &stock.error);
        });
    };
    succeed_with_memory(
        {{"edit", edit, invited.anew()}, {"accept", accept, invited.anew()}, {"decline", decline, invited.anew()}}, 10);
}

TEST_CASE("C: prices are imported, with memory that ends at each allocation in turn, or none of them is") {
    const std::string csv =
        "offer_id,market,currency,unit_price,valid_from,valid_until\n"
        "031C9E47-4802-4248-838E-778FB1D2CC05,US,USD,13.50,2020-02-01,\n"
        "031C9E47-4802-4248-838E-778FB1D2CC05,US,USD,13.505,2020-03-01,\n";
    const csp_str list = text(csv);
    csp_import_report report = CSP_INIT(csp_import_report);
    const auto import = [&](CStock& stock, Purse& purse) {
        return with_cursor(purse, [&](csp_cursor** problems) {
            return csp_import_prices(stock.engine, &stock.by_host, &list, &report, problems, &stock.error);
        });
    };
    succeed_with_memory({{.what = "prices", .ask = import}}, 30);
    CHECK(report.stored == 1);
    CHECK(report.problems == 1);
}

namespace {

/// A wizard is taken from page to page; this is where it stands before one of them.
struct AtPage {
    csp_wizard* wizard{nullptr};
    ~AtPage() { csp_wizard_close(wizard); }
    AtPage() = default;
    AtPage(const AtPage&) = delete;
    AtPage& operator=(const AtPage&) = delete;

    std::function<void(CStock&)> anew(int pages) {
        return [this, pages](CStock& stock) {
            csp_wizard_close(wizard);
            wizard = nullptr;
            const CProfile tailspin("Tailspin");
            if (pages == 0) { good(csp_wizard_open(&wizard, &stock.error), stock.error); }
            if (pages >= 1) { wizard = stock.started(); }
            if (pages >= 2) {
                good(stock.give_details(wizard, "tailspin.example.com", &tailspin.profile), stock.error);
            }
            if (pages >= 3) { good(stock.choose_seats(wizard), stock.error); }
            if (pages >= 4) {
                csp_cursor* cursor = nullptr;
                good(csp_wizard_submit(stock.engine, &stock.by_pat, wizard, &cursor, &stock.error), stock.error);
                csp_cursor_close(cursor);
            }
        };
    }
    /// The page is turned, or the wizard stands where it stood.
    std::function<csp_status(CStock&, Purse&)> turned(std::function<csp_status(CStock&)> turn) {
        return [this, turn = std::move(turn)](CStock& stock, Purse& purse) {
            const std::string before = phase_of(wizard);
            const csp_status status = purse.spent_on([&] { return turn(stock); });
            CHECK((phase_of(wizard) == before) == (status != CSP_OK));
            return status;
        };
    }
};

}  // namespace

TEST_CASE("C: the pages of the wizard, with memory that ends at each allocation in turn: turned, or not") {
    const QuickHashes quick;
    AtPage at;
    const CProfile tailspin("Tailspin");
    csp_start_wizard start = CSP_INIT(csp_start_wizard);
    const auto first = [&](CStock& stock) {
        start.reseller = stock.rob.partner;
        return csp_wizard_start(stock.engine, &stock.pat, at.wizard, &start, &stock.error);
    };
    const auto details = [&](CStock& stock) {
        return stock.give_details(at.wizard, "tailspin.example.com", &tailspin.profile);
    };
    const auto seats = [&](CStock& stock) { return stock.choose_seats(at.wizard); };
    const auto cancel = [&](CStock& stock) {
        return csp_wizard_cancel(stock.engine, &stock.pat, at.wizard, &stock.error);
    };
    const auto finish = [&](CStock& stock) {
        return csp_wizard_finish(stock.engine, &stock.pat, at.wizard, &stock.error);
    };
    const auto review = [&](CStock& stock, Purse& purse) {
        return with_cursor(purse, [&](csp_cursor** cursor) {
            return csp_wizard_review(stock.engine, &stock.pat, at.wizard, cursor, &stock.error);
        });
    };
    succeed_with_memory({{"start", at.turned(first), at.anew(0)},
                         {"details", at.turned(details), at.anew(1)},
                         {"subscriptions", at.turned(seats), at.anew(2)},
                         {"review", review, at.anew(3)},
                         {"cancel", at.turned(cancel), at.anew(3)},
                         {"finish", at.turned(finish), at.anew(4)}},
                        1);
}
