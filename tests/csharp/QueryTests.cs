// Queries are walked through, page after page, and can be given up.
using Xunit;

namespace Csp.Tests;

public sealed class QueryTests
{
    private static Shop WithCustomers(int count)
    {
        var shop = new Shop();
        for (var i = 1; i < count; ++i) { shop.Engine.Create(shop.Ann, Shop.Contoso($"contoso{i}.example.com")); }
        return shop;
    }

    [Fact]
    public void AWalkGoesOverThePages()
    {
        using var shop = WithCustomers(250);
        var query = shop.Engine.Customers(shop.Ann);
        Assert.Equal(250, query.Select(one => one.Id).Distinct().Count());
        Assert.Equal(250, query.Count()); // asked anew
    }

    [Fact]
    public void OnePageAndThenTheNext()
    {
        using var shop = WithCustomers(5);
        var query = shop.Engine.Customers(shop.Ann, "CON");
        var first = query.Page(rows: 3);
        Assert.Equal(3, first.Items.Count);
        var second = query.Page(rows: 3, after: first.Next);
        Assert.Equal(2, second.Items.Count);
        Assert.Equal("", second.Next);
        Assert.False(first.IsAtEnd);
        Assert.True(second.IsAtEnd);
        Assert.Empty(first.Items.Select(one => one.Id).Intersect(second.Items.Select(one => one.Id)));
        Assert.Throws<ArgumentOutOfRangeException>(() => query.Page(rows: -1));
        Assert.Throws<CspException>(() => query.Page(after: "nonsense"));
    }

    [Fact]
    public void TheFeedReadPageByPageEnds()
    {
        using var shop = WithCustomers(5);
        var told = 0;
        for (var page = shop.Engine.Events(Actor.Host).Page(rows: 3); ; )
        {
            told += page.Items.Count;
            if (page.IsAtEnd)
            {
                break;
            }
            page = shop.Engine.Events(Actor.Host).Page(rows: 3, after: page.Next);
        }
        Assert.Equal(shop.Engine.Events(Actor.Host).Count(), told);
    }

    [Fact]
    public void WhatHasNoPagesRefusesToTurnThem()
    {
        using var shop = new Shop();
        var (engine, ann) = (shop.Engine, shop.Ann with { Roles = Role.AdminAgent | Role.GlobalAdmin });
        var seats = shop.Buy(25);
        engine.Execute(ann, seats, new ChangeQuantity { Quantity = 30 });
        var draft = engine.Create(ann, new DraftOrder { Customer = shop.Customer, Lines = shop.Order(25).Lines }).Id;
        var (first, last) = (new DateOnly(2019, 9, 2), new DateOnly(2019, 12, 1));
        TurnsNoPages(engine.Allowed(ann, Kind.Subscription, seats));
        TurnsNoPages(engine.ReviewOrder(ann, draft));
        TurnsNoPages(engine.SoftwareUsers(ann));
        TurnsNoPages(engine.Forecast(ann, ann.Partner, first, last));
        TurnsNoPages(engine.CancellationOf(ann, draft), isAnswered: false);
        TurnsNoPages(engine.CancellationOf(ann, draft).WithCancellation(default), isAnswered: false);
        Assert.Contains("afterVersion", TurnsNoPages(engine.History(ann, Kind.Subscription, seats)));
        var later = engine.History(ann, Kind.Subscription, seats, afterVersion: 1).Page();
        Assert.Equal(2ul, Assert.Single(later.Items).Version);
    }

    private static string TurnsNoPages<T>(Query<T> query, bool isAnswered = true)
    {
        if (isAnswered) { Assert.Equal(query.Count(), query.Page().Items.Count); }
        Assert.Throws<NotSupportedException>(() => query.Page(after: "1"));
        return Assert.Throws<NotSupportedException>(() => query.Page(rows: 1)).Message;
    }

    [Fact]
    public void ActivityIsOfBothDaysOrNeither()
    {
        using var shop = new Shop();
        foreach (var days in new ActivityFilter[] { new() { From = new(2019, 9, 1) }, new() { To = new(2019, 9, 1) } })
        {
            var half = days with { Customer = shop.Customer };
            var no = Assert.Throws<CspException>(() => shop.Engine.ActivityLog(shop.Ann, half).Count());
            Assert.Equal(Status.Invalid, no.Status);
        }
    }

    [Fact]
    public void CancellationIsHeardBetweenRows()
    {
        using var shop = WithCustomers(250);
        using var source = new CancellationTokenSource();
        var seen = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in shop.Engine.Customers(shop.Ann).WithCancellation(source.Token))
            {
                if (++seen == 100) { source.Cancel(); }
            }
        });
        Assert.Equal(100, seen);
        Assert.Throws<OperationCanceledException>(
            () => shop.Engine.Customers(shop.Ann).WithCancellation(source.Token).Page());
    }

    [Fact]
    public void AWalkMayEndEarlyAndOutliveItsEngine()
    {
        using var shop = WithCustomers(3);
        Assert.NotNull(shop.Engine.Customers(shop.Ann).First());
        using var walk = shop.Engine.Customers(shop.Ann).GetEnumerator();
        Assert.True(walk.MoveNext());
        shop.Engine.Dispose();
        Assert.True(walk.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.Customers(shop.Ann).Any());
    }

    [Fact]
    public void TheFeedGoesOnWhereItEnded()
    {
        using var shop = new Shop();
        var last = shop.Engine.Events(Actor.Host).Last().Position;
        Assert.Empty(shop.Engine.Events(Actor.Host, after: last));
        shop.Buy(5);
        Assert.Equal("order_submitted", shop.Engine.Events(Actor.Host, after: last).First().Name);
    }

    [Fact]
    public void EveryQueryAnswersOrSaysWhyNot()
    {
        using var shop = new Shop();
        var (engine, ann) = (shop.Engine, shop.Ann with { Roles = Role.AdminAgent | Role.GlobalAdmin });
        var seats = shop.Buy(25);
        var order = engine.Orders(ann, shop.Customer).Single();
        Assert.Equal(seats, order.Lines[0].Subscription);
        Assert.Equal(seats, engine.Subscriptions(ann, shop.Customer, "active").Single().Id);
        Assert.Empty(engine.Subscriptions(ann, shop.Customer, "suspended"));
        Assert.Empty(engine.SubscriptionsOfReseller(ann, "7654321"));
        Assert.Empty(engine.AddOns(ann, seats));
        Assert.Single(engine.Offers(ann));
        Assert.Empty(engine.LimitedOffers(ann, "US"));
        Assert.Empty(Assert.Single(
            engine.AvailabilityFor(ann, shop.Customer, Cycle.Monthly, CatalogView.Regular)).Reasons);
        Assert.Equal("Fabrikam", engine.SupportContactOf(ann, seats)?.Json.GetProperty("company_name").GetString());
        Assert.Empty(engine.Partnerships(ann));
        Assert.Empty(engine.Products(ann));
        Assert.Empty(engine.SoftwareItems(ann, shop.Customer));
        Assert.Empty(engine.SoftwareOrders(ann, shop.Customer));
        Assert.Empty(engine.SupportRequests(ann, shop.Customer));
        Assert.Empty(engine.SoftwareActivity(ann));
        Assert.Empty(engine.SoftwareUsers(ann));
        Assert.Empty(engine.ActivityLog(ann, new ActivityFilter { Customer = shop.Customer }));
        Assert.NotEmpty(engine.Forecast(ann, ann.Partner, new DateOnly(2019, 9, 2), new DateOnly(2019, 12, 1)));
        Assert.NotEqual(default, engine.SignIn(ann, seats).Json);
        Says(Status.Refused, "already_submitted", () => engine.ReviewOrder(ann, order.Id).Count());
        var lines = shop.Order(25).Lines;
        var draft = engine.Create(ann, new DraftOrder { Customer = shop.Customer, Lines = lines }).Id;
        var review = Assert.Single(engine.ReviewOrder(ann, draft)).Json;
        Assert.Equal("Business Premium", review.GetProperty("name").GetString());
        Assert.Equal(25, review.GetProperty("quantity").GetInt32());
        Assert.Equal("312.50", review.GetProperty("monthly_amount").GetProperty("amount").GetString());
        Assert.Empty(review.GetProperty("wrong").EnumerateArray());
        Assert.Empty(engine.CancellableOrders(ann, shop.Customer, Guid.NewGuid()));
        Says(Status.NotFound, "no_such_record", () => engine.CancellationOf(ann, order.Id).Count());
        Says(Status.NotFound, "no_such_record", () => engine.SupportFormOf(ann, order.Id));
        Says(Status.Refused, "no_setup_info", () => engine.SetupInfo(ann, shop.Customer));
    }

    private static void Says(Status status, string reason, Action ask)
    {
        var no = Assert.Throws<CspException>(ask);
        Assert.Equal((status, reason), (no.Status, no.Reason));
    }

    [Fact]
    public void AnInvoiceIsReadAndWrittenOut()
    {
        using var shop = new Shop();
        shop.Buy(25);
        shop.Clock.Advance(TimeSpan.FromDays(20));
        shop.Engine.RunDue();
        var invoice = shop.Engine.Invoices(shop.Ann, shop.Ann.Partner).First();
        Assert.Equal(1u, invoice.Number);
        Assert.Equal(new Money(312.50m, "USD"), invoice.Amount);
        Assert.Equal(invoice.Id, shop.Engine.Invoice(shop.Ann, invoice.Id).Id);
        Assert.Single(shop.Engine.InvoiceLines(shop.Ann, invoice.Id));
        Assert.Contains("312.50", shop.Engine.InvoiceAsCsv(shop.Ann, invoice.Id));
        Assert.StartsWith("{", shop.Engine.InvoiceAsJson(shop.Ann, invoice.Id));
    }
}
