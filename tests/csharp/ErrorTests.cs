// A refusal says in C# all that it says in C++.
using Xunit;

namespace Csp.Tests;

public sealed class ErrorTests
{
    [Fact]
    public void ARefusalNamesItsRule()
    {
        using var shop = new Shop();
        var seats = shop.LiveThrough();
        var late = Assert.Throws<CspException>(
            () => shop.Engine.Execute(shop.Ann, seats, new ReactivateSubscription()));
        Assert.Equal(Status.Refused, late.Status);
        Assert.Equal("SUS-09", late.Rule);
        Assert.Equal("window_expired", late.Reason);
        Assert.Equal("deleted", late.Phase);
        Assert.Equal(2011, late.MicrosoftNumber);
        Assert.StartsWith("it expired on ", late.Message);
        Assert.Empty(late.Allowed);
    }

    [Fact]
    public void AWrongValueNamesItsField()
    {
        using var shop = new Shop();
        var wrong = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(0)));
        Assert.Equal(Status.Invalid, wrong.Status);
        Assert.Equal("lines[0].quantity", wrong.Field);
        Assert.Equal("quantity_out_of_range", wrong.Reason);
    }

    [Fact]
    public void WhatIsAllowedInstead()
    {
        using var shop = new Shop();
        var seats = shop.Buy(5);
        shop.Engine.Execute(shop.Ann, seats, Shop.Suspend(SuspensionReason.Fraud));
        var no = Assert.Throws<CspException>(
            () => shop.Engine.Execute(shop.Ann, seats, new ChangeQuantity { Quantity = 6 }));
        Assert.Equal("suspended", no.Phase);
        Assert.Contains("reactivate_subscription", no.Allowed);
    }

    [Fact]
    public void TheRecordThatStandsInTheWay()
    {
        using var shop = new Shop();
        var addOn = shop.ListAddOn();
        var order = shop.Order(5) with
        {
            Lines =
            [
                new OrderLine { Offer = shop.Offer, Quantity = 5 },
                new OrderLine { Offer = addOn, Quantity = 5, ParentLine = 0 },
            ],
        };
        var lines = shop.Engine.Order(shop.Ann, shop.Engine.Create(shop.Ann, order).Id).Lines;
        shop.Engine.Execute(shop.Ann, lines[0].Subscription, Shop.Suspend(SuspensionReason.Fraud));
        var no = Assert.Throws<CspException>(
            () => shop.Engine.Execute(shop.Ann, lines[1].Subscription, new ReactivateSubscription()));
        Assert.Equal(lines[0].Subscription, no.Existing);
    }

    [Fact]
    public void SeveralThingsAreWrong()
    {
        using var shop = new Shop();
        var two = shop.Order(0) with
        {
            Lines =
            [
                new OrderLine { Offer = shop.Offer, Quantity = 0 },
                new OrderLine { Offer = shop.Offer, Quantity = -1 },
            ],
        };
        var wrong = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, two));
        Assert.Contains(wrong.Also, other => other.Field == "lines[1].quantity");
    }

    [Fact]
    public void MoreIsWrongThanWasThoughtOf()
    {
        using var shop = new Shop();
        var line = new OrderLine { Offer = shop.Offer, Quantity = 0 };
        var many = shop.Order(0) with { Lines = [.. Enumerable.Repeat(line, 200)] };
        CspException? first = null, wrong = null;
        var stranger = new Thread(() => // which has seen no refusal yet
        {
            first = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, many));
            wrong = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, many)); // now there is room
        });
        stranger.Start();
        stranger.Join();
        Assert.True(first!.IsPartial);
        Assert.Equal("lines[0].quantity", first.Field);
        Assert.Empty(first.Also);
        Assert.False(wrong!.IsPartial);
        Assert.Equal("lines[199].quantity", wrong.Also[^1].Field);
    }

    [Fact]
    public void AnotherPartnersRecordIsNotThere()
    {
        using var shop = new Shop();
        var seats = shop.Buy(5);
        var stranger = shop.Ann with { Partner = Guid.NewGuid() };
        Assert.Equal(Status.NotFound,
            Assert.Throws<CspException>(() => shop.Engine.Subscription(stranger, seats)).Status);
    }

    [Fact]
    public void ARoleThatIsMissing()
    {
        using var shop = new Shop();
        var reader = shop.Ann with { Roles = Role.ReferralAdmin };
        var no = Assert.Throws<CspException>(() => shop.Engine.Create(reader, shop.Order(1)));
        Assert.Equal(Status.Forbidden, no.Status);
        Assert.Equal("GEN-03", no.Rule);
    }

    [Fact]
    public void TextThatIsNoneIsRefused()
    {
        using var shop = new Shop();
        Assert.ThrowsAny<ArgumentException>(() => shop.Engine.Create(shop.Ann, Shop.Contoso("\ud800")));
        Assert.Equal(Status.Invalid,
            Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, Shop.Contoso("a\0b.example.com"))).Status);
    }

    [Fact]
    public void AnOptionThatIsWrongIsNamed()
    {
        var wrong = Assert.Throws<CspException>(() => Engine.Open(new EngineOptions { Profile = "1999-01" }));
        Assert.Equal(Status.Invalid, wrong.Status);
        Assert.Equal("profile", wrong.Field);
        Assert.Throws<CspException>(() => Engine.Open(new EngineOptions { Url = "gopher:" }));
    }
}
