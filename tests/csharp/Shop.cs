// A small shop: one partner, one customer, one offer, a clock that is turned by hand.
namespace Csp.Tests;

internal sealed class Shop : IDisposable
{
    public const string CatalogId = "031C9E47-4802-4248-838E-778FB1D2CC05";
    public static readonly DateTimeOffset Start = new(2019, 9, 2, 9, 0, 0, TimeSpan.Zero);

    public ManualClock Clock { get; } = new(Start);
    public Engine Engine { get; }
    public Actor Ann { get; }
    public Guid Offer { get; } = Engine.OfferIdOf(CatalogId);
    public Guid Customer { get; }

    public Shop(EngineOptions? options = null)
    {
        options ??= new EngineOptions();
        Engine = Engine.Open(options with { Clock = options.Clock ?? Clock, FirstCountedId = 1 });
        Ann = new Actor { Roles = Role.AdminAgent, User = "ann@fabrikam.example.com", Partner = Enrol(Engine) };
        ListOffer();
        Customer = Engine.Create(Ann, Contoso("contoso.example.com")).Id;
    }

    public void Dispose()
    {
        Engine.Dispose();
        Clock.Dispose();
    }

    public static Guid Enrol(Engine engine) => engine.Create(Actor.Host, Fabrikam).Id;

    public static EnrolPartner Fabrikam { get; } = new()
    {
        Enrolment = new Enrolment
        {
            CompanyName = "Fabrikam",
            Kind = PartnerKind.DirectBill,
            MpnId = "4512345",
            Country = "US",
            BillingDay = 15,
            BillingCurrency = "USD",
        },
    };

    public static CreateCustomer Contoso(string domain) => new()
    {
        Domain = domain,
        Profile = new BillingProfile
        {
            CompanyName = "Contoso",
            Email = "ben@contoso.example.com",
            Culture = "en-US",
            Language = "en",
            Address = new Address
            {
                Line1 = "1 Main Street",
                City = "Redmond",
                State = "WA",
                PostalCode = "98052",
                Country = "US",
                FirstName = "Ben",
                LastName = "Smith",
                Phone = "4255550100",
            },
        },
    };

    public PlaceOrder Order(int quantity) =>
        new() { Customer = Customer, Lines = [new OrderLine { Offer = Offer, Quantity = quantity }] };

    /// <summary>Orders seats; the subscription.</summary>
    public Guid Buy(int quantity) =>
        Engine.Order(Ann, Engine.Create(Ann, Order(quantity)).Id).Lines[0].Subscription;

    /// <summary>Sold, changed, suspended and lost.</summary>
    public Guid LiveThrough()
    {
        var seats = Buy(25);
        Clock.Advance(TimeSpan.FromDays(10));
        Engine.Execute(Ann, seats, new ChangeQuantity { Quantity = 30 });
        Engine.Execute(Ann, seats, Suspend(SuspensionReason.NonPayment));
        Clock.Advance(TimeSpan.FromDays(200));
        Engine.RunDue();
        return seats;
    }

    public static SuspendSubscription Suspend(SuspensionReason reason) => new() { Reason = reason };

    public List<string> Feed() =>
        [.. Engine.Events(Actor.Host).Select(one => $"{one.Position} {one.Id} {one.Version} {one.At:O} {one.What}")];

    public Guid ListAddOn()
    {
        const string catalogId = "C94271D8-B431-4A25-A3C5-A57737A1C909";
        var addOn = Engine.OfferIdOf(catalogId);
        List(addOn, ListingOf(catalogId) with { IsAddOn = true, Prerequisites = [Offer] });
        return addOn;
    }

    private void ListOffer() => List(Offer, ListingOf(CatalogId) with { HasAddOns = true });

    private static Listing ListingOf(string catalogId) => new()
    {
        Country = "US",
        CatalogId = catalogId,
        Name = "Business Premium",
        MaximumQuantity = 300,
        Cycles = [Cycle.Monthly, Cycle.Annual],
    };

    private void List(Guid offer, Listing listing)
    {
        var price = new Price
        {
            Market = "US", UnitPrice = new Money(12.50m, "USD"), ValidFrom = new DateOnly(2019, 1, 1),
        };
        Engine.Execute(Actor.Host, offer, new ListOffer { Listing = listing });
        Engine.Execute(Actor.Host, offer, new SetPrice { Price = price });
    }
}
