// Until when an invoice can be paid, by the cloud of its partner.
#include <doctest/doctest.h>

#include "csp/invoice.hpp"
#include "domain/goods.hpp"

using namespace csp;
using namespace csp::test;

namespace {

/// Issued on 2019-02-17, two days after the billing day.
Asked<Invoice> issued_in(Cloud cloud) {
    Asked<Invoice> asked{.now = start_of(day("2019-02-15"))};
    asked.facts = {.totals = {.lines = 1, .amount = dollars(20), .tax = {}}, .cloud = cloud};
    const ComingInvoice coming{day("2019-02-15"), InvoiceType::recurring, usd};
    asked.then<InvoiceDrafted>(DraftInvoice{.partner = id<Partner>(1), .coming = coming, .number = 1});
    asked.now = start_of(day("2019-02-17"));
    asked.then<InvoiceIssued>(IssueInvoice{});
    return asked;
}

void is_overdue_only_after(Date last_day, Asked<Invoice> asked) {
    CHECK(asked.state.due_on == last_day);
    asked.now = Instant{end_of(last_day).us - 1};
    CHECK_FALSE(asked.decide(MarkOverdue{}));
    CHECK(next_deadline(asked.state)->at == end_of(last_day));
    asked.now = end_of(last_day);
    CHECK(asked.decide(MarkOverdue{}));
}

}  // namespace

TEST_CASE("CONV-2: an invoice can be paid for 60 days, the last one is a good one") {
    is_overdue_only_after(day("2019-04-18"), issued_in(Cloud::global));
    is_overdue_only_after(day("2019-04-18"), issued_in(Cloud::germany));
}

TEST_CASE("CONV-2 B14: in the cloud in China an invoice can be paid for 30 days") {
    is_overdue_only_after(day("2019-03-19"), issued_in(Cloud::china_21vianet));
}
