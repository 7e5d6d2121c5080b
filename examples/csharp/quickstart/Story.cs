// Sold, changed, suspended, saved on the last good day, suspended again and lost.
namespace Csp.Examples;

internal sealed class Story(Engine engine, ManualClock clock)
{
    private static readonly Guid BusinessPremium = Engine.OfferIdOf("031C9E47-4802-4248-838E-778FB1D2CC05");
    private static readonly Guid AudioConferencing = Engine.OfferIdOf("C94271D8-B431-4A25-A3C5-A57737A1C909");

    private Actor _ann = Actor.Host;
    private Guid _customer;

    /// <summary>Goes on where the file ends: the partner and its customer are there, and so is the time.</summary>
    public void FindOrBegin()
    {
        Guid? partner = null;
        foreach (var happening in engine.Events(Actor.Host))
        {
            if (happening is { Kind: Kind.Partner, Version: 1 }) { partner = happening.Id; }
            if (happening.At > clock.Now) { clock.Set(happening.At); }
        }
        var begin = partner is null ? "a new file" : "continuing with the same file";
        _ann = new Actor
        {
            User = "ann@fabrikam.example.com", Partner = partner ?? Enrol(), Roles = Role.AdminAgent,
        };
        Console.WriteLine($"{begin}, at {WireText.Of(clock.Now)}");
    }

    public void ImportCatalogue(Options options)
    {
        var offers = engine.ImportOffers(Actor.Host, File.ReadAllText(options.Offers));
        Tell("offers", offers);
        foreach (var problem in offers.Problems) { Console.WriteLine($"  {problem.Field}: {problem.Sentence}"); }
        Tell("prices", engine.ImportPrices(Actor.Host, File.ReadAllText(options.Prices)));
    }

    public void FindOrAddCustomer() =>
        _customer = engine.CustomerByDomain(_ann, "contoso.example.com")?.Id ?? AddCustomer();

    public void LiveThrough()
    {
        Shelf.Show(engine, _ann, _customer, Cycle.Monthly, CatalogView.Regular, "monthly");
        var trial = Shelf.Show(engine, _ann, _customer, Cycle.None, CatalogView.Trial, "trials");
        var seats = OrderSeats();
        if (trial is not null) { OrderTrial(trial.Value); }
        Shelf.Show(engine, _ann, _customer, Cycle.None, CatalogView.Trial, "trials, once one was ordered");

        clock.Advance(TimeSpan.FromDays(10));
        Ask(seats, new ChangeQuantity { Quantity = 30 }, "30 seats");
        var nonPayment = new SuspendSubscription { Reason = SuspensionReason.NonPayment };
        Ask(seats, nonPayment, "suspended for non-payment");
        var saved = DateUnderTheButton(seats);
        clock.Set(EndOf(saved) - TimeSpan.FromMicroseconds(1));
        engine.RunDue(); // the trial has ended meanwhile
        Ask(seats, new ReactivateSubscription(), "reactivated at the last good moment");
        Ask(seats, nonPayment, "suspended again");
        clock.Set(EndOf(DateUnderTheButton(seats)));
        Console.WriteLine($"{WireText.Of(clock.Now)}  reactivating one microsecond later: {TryToReactivate(seats)}");
        engine.RunDue();
    }

    private static void Tell(string what, ImportReport report) =>
        Console.WriteLine($"{what}: {report.Read} read, {report.Stored} stored, {report.Unchanged} unchanged, "
            + $"{report.Problems.Count} refused");

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private Guid Enrol() =>
        engine.Create(Actor.Host, new EnrolPartner
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
        }).Id;

    private Guid AddCustomer()
    {
        var contoso = new CreateCustomer
        {
            Domain = "contoso.example.com",
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
        var receipt = engine.Create(_ann, contoso);
        Console.WriteLine("added the customer Contoso");
        return receipt.Id;
    }

    private Guid OrderSeats()
    {
        var receipt = engine.Create(_ann, new PlaceOrder
        {
            Customer = _customer,
            Lines =
            [
                new OrderLine { Offer = BusinessPremium, Quantity = 25 },
                new OrderLine { Offer = AudioConferencing, Quantity = 5, ParentLine = 0 },
            ],
        });
        Console.WriteLine("ordered 25 seats and 5 licences of an add-on");
        return engine.Order(_ann, receipt.Id).Lines[0].Subscription;
    }

    private void OrderTrial(Guid trial)
    {
        engine.Create(_ann, new PlaceOrder
        {
            Customer = _customer, Cycle = Cycle.None, Lines = [new OrderLine { Offer = trial, Quantity = 25 }],
        });
        Console.WriteLine("ordered a trial");
    }

    private void Ask(Guid seats, Command command, string said)
    {
        engine.Execute(_ann, seats, command);
        Console.WriteLine($"{WireText.Of(clock.Now)}  {said}");
    }

    private DateOnly DateUnderTheButton(Guid seats)
    {
        var lastDay = engine.Subscription(_ann, seats).LastDay!.Value;
        Console.WriteLine($"  the date under the Suspended button: {WireText.Of(lastDay)}");
        return lastDay;
    }

    private string TryToReactivate(Guid seats)
    {
        try
        {
            engine.Execute(_ann, seats, new ReactivateSubscription());
            return "done";
        }
        catch (CspException late) { return $"{late.Rule}: {late.Message}"; }
    }
}
