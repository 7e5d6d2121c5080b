// Keys and addresses come from where the host says, lie sealed as it wants, and are shown once.
using System.Text.Json;
using Xunit;

namespace Csp.Tests;

public sealed class SoftwareTests
{
    private const string Address = "https://download.example.com/1";
    private static readonly Artifact Iso = new() { Version = "2019", Language = "en-US", FileType = "iso" };

    private sealed class Box : IFulfilment, ISealer, ISecrets
    {
        public List<Delivery> Asked { get; } = [];

        /// <summary>Which of its functions throws.</summary>
        public string Cannot { get; set; } = "";

        public string Key { get; set; } = "AAAAA-BBBBB";

        public string KeyFor(Delivery delivery) => Answer(delivery, "key", Key);

        public string UrlFor(Delivery delivery) => Answer(delivery, "url", Address);

        public string Seal(string secret, string belongsTo) => Can("seal", Reversed(secret));

        public string Open(string sealedText, string belongsTo) => Can("open", Reversed(sealedText));

        public void Fill(Span<byte> bytes) => bytes.Fill(Can("fill", (byte)7));

        private static string Reversed(string text) => string.Concat(text.Reverse());

        private string Answer(Delivery delivery, string what, string answer)
        {
            Asked.Add(delivery);
            return Can(what, answer);
        }

        private T Can<T>(string what, T answer) => Cannot == what ? throw new IOException(what) : answer;
    }

    [Fact]
    public void KeysComeFromWhereTheHostSays()
    {
        var box = new Box();
        using var shop = new Shop(new EngineOptions { Fulfilment = box, Sealer = box, Secrets = box });
        var (engine, ann) = (shop.Engine, shop.Ann);
        var entitlement = Sell(shop);
        Assert.Equal("AAAAA-BBBBB", engine.ShowKeys(ann, entitlement, Iso).Text);
        Assert.Equal((entitlement, "en-US"), (box.Asked[^1].Entitlement, box.Asked[^1].Language));
        Assert.Null(box.Asked[^1].Link);
        var link = engine.ShowLink(ann, entitlement, Iso);
        Assert.Equal(Address, link.Text);
        Assert.Equal(link.Id, box.Asked[^1].Link);
        Assert.Equal(Address, engine.ShowDownload(ann, link.Id).Text);
        Assert.NotEmpty(engine.ActivityLog(Actor.Host, new ActivityFilter { Customer = shop.Customer }));
        Assert.Equal(16, engine.SetUpCustomer(ann, Shop.Contoso("adatum.example.com")).Text.Length);
    }

    [Fact]
    public void AnAdministratorIsNamedAndThePasswordIsDrawn()
    {
        using var shop = new Shop();
        var eve = new AdminUser { UserName = "eve@adatum.example.com" };
        var setup = shop.Engine.SetUpCustomer(shop.Ann, Shop.Contoso("adatum.example.com") with { AdminUser = eve });
        Assert.Equal(16, setup.Text.Length);
        Assert.Equal(eve.UserName, setup.Json.GetProperty("user_name").GetString());
        var gone = Assert.Throws<CspException>(() => shop.Engine.SetupInfo(shop.Ann, setup.Id));
        Assert.Equal(("CUS-07", "secret_already_delivered"), (gone.Rule, gone.Reason));
    }

    [Fact]
    public void AKeyThatIsNoTextIsNotReplacedByAnother()
    {
        var box = new Box { Key = "half a letter: \ud800" };
        using var shop = new Shop(new EngineOptions { Fulfilment = box, Sealer = box, Secrets = box });
        var entitlement = Sell(shop);
        var wrong = Assert.Throws<CspException>(() => shop.Engine.ShowKeys(shop.Ann, entitlement, Iso));
        Assert.IsAssignableFrom<ArgumentException>(wrong.InnerException);
    }

    [Fact]
    public void WhatTheyThrowIsTheCause()
    {
        var box = new Box();
        using var shop = new Shop(new EngineOptions { Fulfilment = box, Sealer = box, Secrets = box });
        var entitlement = Sell(shop);
        CannotDo(box, "key", () => shop.Engine.ShowKeys(shop.Ann, entitlement, Iso));
        CannotDo(box, "seal", () => shop.Engine.ShowKeys(shop.Ann, entitlement, Iso));
        shop.Engine.ShowKeys(shop.Ann, entitlement, Iso);
        CannotDo(box, "open", () => shop.Engine.ShowKeys(shop.Ann, entitlement, Iso));
        CannotDo(box, "url", () => shop.Engine.ShowLink(shop.Ann, entitlement, Iso));
        CannotDo(box, "fill", () => shop.Engine.SetUpCustomer(shop.Ann, Shop.Contoso("adatum.example.com")));
    }

    [Fact]
    public void ASealingKeyIsEnough()
    {
        var key = new byte[32];
        Random.Shared.NextBytes(key);
        using var shop = new Shop(new EngineOptions { Fulfilment = new Box(), SealingKey = key });
        var entitlement = Sell(shop);
        Assert.Equal("AAAAA-BBBBB", shop.Engine.ShowKeys(shop.Ann, entitlement, Iso).Text);
        Assert.Throws<CspException>(
            () => Engine.Open(new EngineOptions { Fulfilment = new Box(), SealingKey = new byte[31] }));
    }

    [Fact]
    public void WhatWasBoughtIsCancelledAndCredited()
    {
        using var shop = new Shop();
        Sell(shop);
        var order = Assert.Single(shop.Engine.SoftwareOrders(shop.Ann, shop.Customer));
        Assert.NotEmpty(shop.Engine.CancellationOf(shop.Ann, order.Id));
        var cancel = new CancelSoftware { Customer = shop.Customer, WholeOrder = true, Acknowledged = true };
        var cancelled = shop.Engine.CancelSoftwareOrder(shop.Ann, order.Id, cancel);
        Assert.Equal((Kind.SoftwareOrder, order.Id), (cancelled.Kind, cancelled.Id));
        var line = Assert.Single(cancelled.Json.GetProperty("cancelled").GetProperty("lines").EnumerateArray());
        Assert.Equal("USD 100.00", Credited(line.GetProperty("credit")));
        var after = shop.Engine.Read(shop.Ann, Kind.SoftwareOrder, order.Id).Json;
        Assert.Equal("cancelled", after.GetProperty("phase").GetString());
        Assert.Equal("USD 100.00", Credited(after.GetProperty("lines")[0].GetProperty("cancelled")));
    }

    private static string Credited(JsonElement credit)
    {
        var amount = credit.GetProperty("amount");
        return $"{amount.GetProperty("currency").GetString()} {amount.GetProperty("amount").GetString()}";
    }

    private static Guid Product => Engine.OfferIdOf("DG7GMGF0DVT9-0001");

    private static void CannotDo(Box box, string what, Action ask)
    {
        box.Cannot = what;
        var inner = Assert.Throws<CspException>(ask).InnerException;
        Assert.Equal(what, Assert.IsType<IOException>(inner).Message);
        box.Cannot = "";
    }

    /// <summary>The entitlement to one licence of a product.</summary>
    private static Guid Sell(Shop shop)
    {
        var sheet = new ProductSheet { CatalogId = "DG7GMGF0DVT9-0001", Name = "SQL Server", Artifacts = [Iso] };
        var price = new Price
        {
            Market = "US", UnitPrice = new Money(100, "USD"), ValidFrom = new DateOnly(2019, 1, 1),
        };
        shop.Engine.Execute(Actor.Host, Product, new ListProduct { Sheet = sheet });
        shop.Engine.Execute(Actor.Host, Product, new SetProductPrice { Price = price });
        var wish = new SoftwareWish { Product = Product, Quantity = 1 };
        shop.Engine.Create(shop.Ann, new BuySoftware { Customer = shop.Customer, Lines = [wish] });
        return Assert.Single(shop.Engine.SoftwareItems(shop.Ann, shop.Customer)).Id;
    }
}
