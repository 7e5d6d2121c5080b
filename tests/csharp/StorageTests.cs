// A store written in C# keeps what csp's own keeps, and its failures lose nothing.
using Xunit;

namespace Csp.Tests;

public sealed class StorageTests
{
    [Fact]
    public void TheSameStoryInBothStores()
    {
        var store = new MemoryStore();
        using var own = new Shop();
        using var theirs = new Shop(new EngineOptions { Storage = store });
        Assert.Equal(own.LiveThrough(), theirs.LiveThrough());
        Assert.Equal(own.Feed(), theirs.Feed());
        Assert.Contains(store.Views, view => view is { Name: "subscriptions", Kind: Kind.Subscription });
        Assert.Equal(
            own.Engine.Customers(own.Ann).Select(one => one.Json.ToString()),
            theirs.Engine.Customers(theirs.Ann).Select(one => one.Json.ToString()));
    }

    [Fact]
    public void AnotherEngineOnTheSameStoreGoesOn()
    {
        var store = new MemoryStore();
        using var shop = new Shop(new EngineOptions { Storage = store });
        var seats = shop.Buy(5);
        using var other = Engine.Open(new EngineOptions { Storage = store, Clock = shop.Clock });
        other.Execute(shop.Ann, seats, new ChangeQuantity { Quantity = 6 });
        Assert.Equal(6, shop.Engine.Subscription(shop.Ann, seats).Quantity);
    }

    [Fact]
    public void AUrlBesideAStoreIsRefused()
    {
        foreach (var url in new[] { "memory:", "sqlite:shop.db" })
        {
            var both = new EngineOptions { Storage = new MemoryStore(), Url = url };
            Assert.Equal("storage", Assert.Throws<CspException>(() => Engine.Open(both)).Field);
        }
    }

    [Fact]
    public void AKeyThatIsTakenNamesItsHolder()
    {
        var store = new FailingStore(new MemoryStore());
        using var shop = new Shop(new EngineOptions { Storage = store });
        store.Holder = Guid.NewGuid();
        var taken = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.Equal(Status.Conflict, taken.Status);
        Assert.Equal(store.Holder, taken.Existing);
    }

    [Fact]
    public void AStoreThatFailsAtEveryCallInTurnLosesNothing()
    {
        var store = new FailingStore(new MemoryStore());
        using var shop = new Shop(new EngineOptions { Storage = store });
        var seats = shop.Buy(5);
        for (var failing = 1; ; ++failing)
        {
            var before = shop.Feed();
            store.FailAt(failing);
            var failure = Record.Exception(
                () => shop.Engine.Execute(shop.Ann, seats, new ChangeQuantity { Quantity = 5 + failing }));
            var hasFailed = store.HasFailed;
            store.FailAt(0);
            if (!hasFailed) { break; }
            var error = Assert.IsType<CspException>(failure);
            Assert.Equal(Status.Storage, error.Status);
            Assert.IsType<IOException>(error.InnerException);
            Assert.Equal(before, shop.Feed());
            Assert.True(failing < 200);
        }
        Assert.True(shop.Engine.Subscription(shop.Ann, seats).Quantity > 8);
    }

    [Fact]
    public void AClashIsNotWhatTheNextFailureComesFrom()
    {
        var store = new MoodyStore(new MemoryStore());
        using var shop = new Shop(new EngineOptions { Storage = store, Attempts = 3 });
        store.Commits.Enqueue(new StorageClashException());
        Assert.False(shop.Engine.Create(shop.Ann, shop.Order(1)).IsRepeated);
        for (var i = 0; i < 3; ++i) { store.Commits.Enqueue(new StorageClashException()); }
        var late = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.Equal(Status.Conflict, late.Status);
        Assert.Null(late.InnerException);
        store.Commits.Enqueue(new StorageClashException());
        store.Commits.Enqueue(new IOException("the disk is gone"));
        var failed = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.IsType<IOException>(failed.InnerException);
    }

    [Fact]
    public void AFailureStaysThatOfItsCallThoughAnotherIsMade()
    {
        using var other = new Shop();
        var store = new MoodyStore(new MemoryStore());
        using var shop = new Shop(new EngineOptions { Storage = store });
        store.Ends = () => other.Engine.RunDue();
        store.Commits.Enqueue(new IOException("the disk is gone"));
        var failed = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.IsType<IOException>(failed.InnerException);
        store.Ends = () => throw new InvalidOperationException("and the door as well");
        store.Commits.Enqueue(new IOException("the disk is gone"));
        failed = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.IsType<IOException>(failed.InnerException);
        store.Ends = () => { };
    }

    [Fact]
    public void ABatchThatTheStoreDidNotKeepThrows()
    {
        var store = new MoodyStore(new MemoryStore());
        using var shop = new Shop(new EngineOptions { Storage = store });
        var before = shop.Feed();
        using var batch = shop.Engine.NewBatch();
        for (var i = 0; i < 3; ++i) { batch.Add(shop.Ann, shop.Order(1)); }
        store.Commits.Enqueue(new IOException("the disk is gone"));
        var failed = Assert.Throws<CspException>(batch.Commit);
        Assert.Equal(Status.Storage, failed.Status);
        Assert.IsType<IOException>(failed.InnerException);
        Assert.Equal(before, shop.Feed());
        Assert.Equal(1u, shop.Engine.Create(shop.Ann, shop.Order(1)).Version);
    }

    [Fact]
    public void ABatchOfRefusalsAloneHasTheirAnswers()
    {
        using var shop = new Shop();
        var seats = shop.Buy(1);
        using var batch = shop.Engine.NewBatch();
        var late = new Request(shop.Ann) { ExpectedVersion = 99 };
        for (var i = 0; i < 2; ++i) { batch.Add(late, seats, new ChangeQuantity { Quantity = 2 }); }
        batch.Commit();
        Assert.Equal(Status.Conflict, Assert.Throws<CspException>(() => batch.Answer(1)).Status);
        using var nothing = shop.Engine.NewBatch();
        nothing.Commit();
    }

    [Fact]
    public void AStoreThatFailsWhileOpening()
    {
        for (var failing = 1; ; ++failing)
        {
            var store = new FailingStore(new MemoryStore());
            store.FailAt(failing);
            var failure = Record.Exception(() => Engine.Open(new EngineOptions { Storage = store }).Dispose());
            if (!store.HasFailed) { break; }
            Assert.IsType<IOException>(Assert.IsType<CspException>(failure).InnerException);
        }
    }
}
