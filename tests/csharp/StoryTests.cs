// The story of examples/quickstart.cpp, as C# tells it.
using Xunit;

namespace Csp.Tests;

public sealed class StoryTests
{
    [Fact]
    public void SoldChangedSuspendedAndLost()
    {
        using var shop = new Shop();
        var seats = shop.LiveThrough();
        var lost = shop.Engine.Subscription(shop.Ann, seats);
        Assert.Equal("deleted", lost.Phase);
        Assert.Equal(DeletionCause.Expired, lost.Cause);
        Assert.Equal(30, lost.Quantity);
        Assert.Equal(seats, lost.Id);

        var names = shop.Engine.History(shop.Ann, Kind.Subscription, seats).Select(one => one.Name);
        Assert.Equal(
            ["subscription_created", "quantity_changed", "subscription_suspended", "subscription_deleted"], names);
    }

    [Fact]
    public void ASuspendedOneIsSavedUntilTheEndOfItsLastDay()
    {
        using var shop = new Shop();
        var seats = shop.Buy(25);
        shop.Engine.Execute(shop.Ann, seats, Shop.Suspend(SuspensionReason.NonPayment));
        var suspended = shop.Engine.Subscription(shop.Ann, seats);
        Assert.Equal(SuspensionReason.NonPayment, suspended.Reason);
        Assert.Equal(SuspendedBy.Hand, suspended.By);
        var end = new DateTimeOffset(suspended.LastDay!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        Assert.Equal(end, suspended.NextDue);
        shop.Clock.Set(end - TimeSpan.FromMicroseconds(1));
        shop.Engine.Execute(shop.Ann, seats, new ReactivateSubscription());
        Assert.Equal("active", shop.Engine.Subscription(shop.Ann, seats).Phase);
    }

    [Fact]
    public void WhatWasGivenIsWhatIsRead()
    {
        using var shop = new Shop();
        var customer = shop.Engine.Customer(shop.Ann, shop.Customer);
        Assert.Equal(Shop.Contoso("contoso.example.com").Profile, customer.Profile);
        Assert.Equal(Cloud.Global, customer.Cloud);
        Assert.Equal(shop.Customer, shop.Engine.CustomerByDomain(shop.Ann, "contoso.example.com")?.Id);
        Assert.Null(shop.Engine.CustomerByDomain(shop.Ann, "nobody.example.com"));
        var offer = shop.Engine.Offer(shop.Ann, shop.Offer);
        Assert.Equal([Cycle.Annual, Cycle.Monthly], offer.Listings[0].Cycles.OrderByDescending(one => one));
        Assert.Equal(new Money(12.50m, "USD"), offer.Prices[0].UnitPrice);
        Assert.Equal(PartnerKind.DirectBill, shop.Engine.Partner(shop.Ann, shop.Ann.Partner).Kind);
    }

    [Fact]
    public void APreviewTellsWhatWouldHappenAndChangesNothing()
    {
        using var shop = new Shop();
        var before = shop.Feed();
        var preview = shop.Engine.Preview(shop.Ann, null, shop.Order(3));
        Assert.Contains(preview.Events, one => one.Name == "subscription_created");
        Assert.Contains(preview.Coming, one => one.Command == "renew_subscription");
        Assert.Single(preview.Charges);
        Assert.Equal(before, shop.Feed());
    }

    [Fact]
    public void ABatchIsOneCommitWithAnAnswerEach()
    {
        using var shop = new Shop();
        var seats = shop.Buy(5);
        using var batch = shop.Engine.NewBatch();
        Assert.Equal(0u, batch.Add(shop.Ann, seats, new ChangeQuantity { Quantity = 10 }));
        Assert.Equal(1u, batch.Add(shop.Ann, seats, new ChangeQuantity { Quantity = 0 }));
        Assert.Equal(2u, batch.Add(shop.Ann, shop.Order(7)));
        Assert.Equal(Status.Invalid, Assert.Throws<CspException>(() => batch.Answer(0)).Status);
        batch.Commit();
        Assert.Equal(2u, batch.Answer(0).Version);
        Assert.Equal("quantity", Assert.Throws<CspException>(() => batch.Answer(1)).Field);
        Assert.Equal(Kind.Order, batch.Answer(2).Kind);
        Assert.Equal(Status.Invalid, Assert.Throws<CspException>(batch.Commit).Status);
    }

    [Fact]
    public void TheSameRequestIdAnswersTheSame()
    {
        using var shop = new Shop();
        var request = new Request(shop.Ann) { Id = Guid.NewGuid() };
        var first = shop.Engine.Create(request, shop.Order(5));
        var again = shop.Engine.Create(request, shop.Order(5));
        Assert.Equal(first with { IsRepeated = true }, again);
        var other = Assert.Throws<CspException>(() => shop.Engine.Create(request, shop.Order(6)));
        Assert.Equal("GEN-04", other.Rule);
    }

    [Fact]
    public void ARecordThatChangedIsAConflict()
    {
        using var shop = new Shop();
        var seats = shop.Buy(5);
        var request = new Request(shop.Ann) { ExpectedVersion = 1 };
        shop.Engine.Execute(request, seats, new ChangeQuantity { Quantity = 6 });
        var late = Assert.Throws<CspException>(
            () => shop.Engine.Execute(request, seats, new ChangeQuantity { Quantity = 7 }));
        Assert.Equal(Status.Conflict, late.Status);
    }

    [Fact]
    public void AllowedSaysWhatCanBeAskedAndWhyTheRestCannot()
    {
        using var shop = new Shop();
        var allowed = shop.Engine.Allowed(shop.Ann, Kind.Subscription, shop.Buy(5)).ToList();
        Assert.Null(allowed.Single(one => one.Command == "change_quantity").WhyNot);
        Assert.Equal("SUS-08", allowed.Single(one => one.Command == "reactivate_subscription").WhyNot?.Rule);
    }

    [Fact]
    public void AnImportTellsWhatIsNotIn()
    {
        using var shop = new Shop();
        const string prices = "offer_id,market,currency,unit_price,valid_from,valid_until\n"
            + Shop.CatalogId + ",US,USD,13.00,2020-01-01,\n"
            + Shop.CatalogId + ",US,USD,cheap,2021-01-01,\n";
        var report = shop.Engine.ImportPrices(Actor.Host, prices);
        Assert.Equal((2u, 1u, 0u), (report.Read, report.Stored, report.Unchanged));
        Assert.Contains("unit_price", Assert.Single(report.Problems).Field);
        Assert.Throws<CspException>(() => shop.Engine.ImportPrices(Actor.Host, "nonsense"));
    }
}
