// A customer is added for a reseller, page by page.
using Xunit;

namespace Csp.Tests;

public sealed class WizardTests
{
    [Fact]
    public void WhatStandsAgainstAStepIsToldThere()
    {
        using var shop = new Shop();
        using var wizard = shop.Engine.NewWizard(shop.Ann);
        Assert.Equal("unstarted", wizard.Phase);
        var no = Assert.Throws<CspException>(() => wizard.Start(new StartWizard { Reseller = Guid.NewGuid() }));
        Assert.NotEqual(Status.Internal, no.Status);
        Assert.NotEqual("", no.Rule);
        Assert.Throws<CspException>(() => wizard.GiveDetails(Details));
        Assert.Throws<CspException>(() => wizard.Review());
        Assert.Throws<CspException>(() => wizard.Submit(shop.Ann));
        Assert.Equal("unstarted", wizard.Phase);
        wizard.Dispose();
        Assert.Throws<ObjectDisposedException>(() => wizard.Phase);
    }

    private static GiveDetails Details => new()
    {
        Domain = "new.example.com", Profile = Shop.Contoso("new.example.com").Profile,
    };
}
