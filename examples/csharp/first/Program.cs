// From nothing to the first order.
using Csp;

using var engine = Engine.Open(); // in memory; new EngineOptions { Url = "sqlite:shop.db" } keeps it

var partner = engine.Create(Actor.Host, new EnrolPartner
{
    Enrolment = new Enrolment
    {
        CompanyName = "Fabrikam", Kind = PartnerKind.DirectBill, MpnId = "4512345", Country = "US",
        BillingDay = 15, BillingCurrency = "USD",
    },
}).Id;
var ann = new Actor { User = "ann@fabrikam.example.com", Partner = partner, Roles = Role.AdminAgent };

const string catalogId = "031C9E47-4802-4248-838E-778FB1D2CC05";
var offer = Engine.OfferIdOf(catalogId);
engine.Execute(Actor.Host, offer, new ListOffer
{
    Listing = new Listing
    {
        Country = "US", CatalogId = catalogId, Name = "Business Premium", MaximumQuantity = 300,
        Cycles = [Cycle.Monthly, Cycle.Annual],
    },
});
engine.Execute(Actor.Host, offer, new SetPrice
{
    Price = new Price { Market = "US", UnitPrice = new Money(12.50m, "USD"), ValidFrom = new DateOnly(2019, 1, 1) },
});

var customer = engine.Create(ann, new CreateCustomer
{
    Domain = "contoso.example.com",
    Profile = new BillingProfile
    {
        CompanyName = "Contoso", Email = "ben@contoso.example.com", Culture = "en-US", Language = "en",
        Address = new Address
        {
            Line1 = "1 Main Street", City = "Redmond", State = "WA", PostalCode = "98052", Country = "US",
            FirstName = "Ben", LastName = "Smith", Phone = "4255550100",
        },
    },
}).Id;

engine.Create(ann, new PlaceOrder { Customer = customer, Lines = [new OrderLine { Offer = offer, Quantity = 25 }] });
foreach (var seats in engine.Subscriptions(ann, customer))
{
    Console.WriteLine($"{seats.Quantity} seats at {seats.UnitPrice}, {seats.Phase}");
}
try
{
    engine.Create(ann, new PlaceOrder { Customer = customer, Lines = [new OrderLine { Offer = offer, Quantity = 0 }] });
}
catch (CspException refusal)
{
    Console.WriteLine($"{refusal.Rule} {refusal.Field}: {refusal.Message}");
}
