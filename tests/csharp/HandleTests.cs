// What is closed is closed, and what nobody closes is closed by the collector.
using Xunit;

namespace Csp.Tests;

public sealed class HandleTests
{
    [Fact]
    public void ADisposedEngineSaysSo()
    {
        var shop = new Shop();
        var seats = shop.Buy(5);
        shop.Engine.Dispose();
        shop.Engine.Dispose();
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.Subscription(shop.Ann, seats));
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.RunDue());
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.NewBatch());
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.Listen(_ => { }));
        Assert.Throws<ObjectDisposedException>(() => shop.Engine.Preview(shop.Ann, null, shop.Order(1)));
    }

    [Fact]
    public void ADisposedClockOrBatchSaysSo()
    {
        using var shop = new Shop();
        var batch = shop.Engine.NewBatch();
        batch.Dispose();
        Assert.Throws<ObjectDisposedException>(batch.Commit);
        shop.Clock.Dispose();
        Assert.Throws<ObjectDisposedException>(() => shop.Clock.Now);
        Assert.Throws<ObjectDisposedException>(() => Engine.Open(new EngineOptions { Clock = shop.Clock }));
        shop.Engine.Create(shop.Ann, shop.Order(1)); // the engine keeps its clock
    }

    [Fact]
    public void ABatchMayOutliveItsEngine()
    {
        using var shop = new Shop();
        using var batch = shop.Engine.NewBatch();
        var place = batch.Add(shop.Ann, shop.Order(3));
        shop.Engine.Dispose();
        batch.Commit();
        Assert.Equal(Kind.Order, batch.Answer(place).Kind);
    }

    [Fact]
    public void EightThreadsOnOneEngine()
    {
        using var shop = new Shop();
        var seats = Enumerable.Range(0, 8).Select(_ => shop.Buy(1)).ToArray();
        Parallel.ForEach(seats, one =>
        {
            for (var quantity = 2; quantity <= 50; ++quantity)
            {
                shop.Engine.Execute(shop.Ann, one, new ChangeQuantity { Quantity = quantity });
                Assert.Equal("lines[0].quantity",
                    Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(0))).Field);
            }
        });
        Assert.All(seats, one => Assert.Equal(50, shop.Engine.Subscription(shop.Ann, one).Quantity));
    }

    [Fact]
    public void EightEnginesOnOneFile()
    {
        var folder = Directory.CreateTempSubdirectory("csp");
        try
        {
            var options = new EngineOptions { Url = "sqlite:" + Path.Combine(folder.FullName, "shop.db") };
            using var shop = new Shop(options);
            var seats = Enumerable.Range(0, 8).Select(_ => shop.Buy(1)).ToArray();
            Parallel.ForEach(seats, one =>
            {
                using var engine = Engine.Open(options with { Clock = shop.Clock });
                for (var quantity = 2; quantity <= 10; ++quantity)
                {
                    engine.Execute(shop.Ann, one, new ChangeQuantity { Quantity = quantity });
                }
            });
            Assert.All(seats, one => Assert.Equal(10, shop.Engine.Subscription(shop.Ann, one).Quantity));
        }
        finally { folder.Delete(recursive: true); }
    }

    [Fact]
    public void AFileKeepsEverything()
    {
        var folder = Directory.CreateTempSubdirectory("csp");
        try
        {
            var options = new EngineOptions { Url = "sqlite:" + Path.Combine(folder.FullName, "shop.db") };
            List<string> before;
            using (var shop = new Shop(options))
            {
                shop.LiveThrough();
                before = shop.Feed();
            }
            using var engine = Engine.Open(options);
            Assert.Equal(before.Count, engine.Events(Actor.Host).Count());
        }
        finally { folder.Delete(recursive: true); }
    }
}
