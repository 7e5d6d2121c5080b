// A reseller accepts by the link that is shown once, and gets a customer in the wizard, page by page.
using Xunit;

namespace Csp.Tests;

public sealed class ResellerTests : IDisposable
{
    private readonly Shop _shop = new();
    private readonly Actor _pat;
    private readonly Actor _rob;

    public ResellerTests()
    {
        _pat = Enrol("Wingtip", PartnerKind.IndirectProvider, "4000");
        _rob = Enrol("Relecloud", PartnerKind.IndirectReseller, "4001");
        var wish = new RequestPartnership { ResellerEmail = "rob@relecloud.example.com" };
        var drafted = _shop.Engine.DraftPartnership(_pat, wish, "https://partners.example.com/accept");
        var (message, link) = (drafted[0], drafted[1].Text);
        Assert.Contains(link, message.Text);
        _shop.Engine.EditPartnership(_pat, message.Id, $"Dear Rob, shall we? {link}");
        var no = Assert.Throws<CspException>(() => _shop.Engine.AcceptLink(_rob, link, isAuthorised: false));
        Assert.Equal("not_authorised", no.Reason);
        _shop.Engine.AcceptLink(_rob, link, isAuthorised: true);
    }

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void BothSidesSeeThePartnership()
    {
        Assert.Equal("Relecloud", NameOf(Assert.Single(_shop.Engine.Partnerships(_pat))));
        Assert.Equal("Wingtip", NameOf(Assert.Single(_shop.Engine.Partnerships(_rob))));
        Assert.Empty(_shop.Engine.Partnerships(_rob, "removed"));
        Assert.Throws<CspException>(() => _shop.Engine.DeclineLink(_rob, "nonsense"));
    }

    [Fact]
    public void TheWizardPageByPage()
    {
        using var wizard = _shop.Engine.NewWizard(_pat);
        Assert.Equal("unstarted", wizard.Phase);
        wizard.Start(new StartWizard { Reseller = _rob.Partner });
        Assert.Throws<CspException>(() => wizard.GiveDetails(Tailspin with { Domain = "" }));
        Assert.Equal("details", wizard.Phase);
        wizard.GiveDetails(Tailspin);
        var line = new FirstLine { Offer = _shop.Offer, Quantity = 5, ResellerMpnId = "4001" };
        wizard.ChooseSubscriptions(new ChooseSubscriptions { FirstOrder = new FirstOrder { Lines = [line] } });
        Assert.Contains(wizard.Review(), row => row.Json.ToString().Contains("Relecloud"));
        var setup = wizard.Submit(_pat);
        Assert.Equal("admin@tailspin.example.com", setup.Json.GetProperty("user_name").GetString());
        Assert.Equal(16, setup.Text.Length);
        Assert.Equal("confirmed", wizard.Phase);
        wizard.Finish();
        Assert.Equal("closed", wizard.Phase);
        var seats = Assert.Single(_shop.Engine.Subscriptions(_pat, setup.Id));
        Assert.Equal(seats.Id, Assert.Single(_shop.Engine.SubscriptionsOfReseller(_pat, "4001")).Id);
    }

    [Fact]
    public void AWizardThatIsCancelledLeavesNothing()
    {
        var before = _shop.Feed();
        using (var wizard = _shop.Engine.NewWizard(_pat))
        {
            wizard.Start(new StartWizard { Reseller = _rob.Partner });
            wizard.Cancel();
            Assert.Equal("aborted", wizard.Phase);
            Assert.Throws<CspException>(() => wizard.Review());
            wizard.Dispose();
            Assert.Throws<ObjectDisposedException>(() => wizard.Phase);
        }
        Assert.Equal(before, _shop.Feed());
    }

    private static GiveDetails Tailspin => new()
    {
        Domain = "tailspin.example.com",
        Profile = Shop.Contoso("").Profile with { CompanyName = "Tailspin" },
    };

    private static string? NameOf(Row row) => row.Json.GetProperty("company_name").GetString();

    private Actor Enrol(string name, PartnerKind kind, string mpnId)
    {
        var enrolment = Shop.Fabrikam.Enrolment with { CompanyName = name, Kind = kind, MpnId = mpnId };
        var partner = _shop.Engine.Create(Actor.Host, new EnrolPartner { Enrolment = enrolment }).Id;
        return new Actor { User = "admin@example.com", Partner = partner, Roles = Role.AdminAgent };
    }
}
