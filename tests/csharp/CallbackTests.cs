// Clocks and listeners written in C#: what they throw goes no further than it should.
using System.Runtime.CompilerServices;
using Xunit;

namespace Csp.Tests;

public sealed class CallbackTests
{
    private sealed class OwnClock : IClock
    {
        public DateTimeOffset Shown { get; set; } = Shop.Start;
        public Exception? Failure { get; set; }
        public DateTimeOffset Now => Failure is null ? Shown : throw Failure;
    }

    [Fact]
    public void AClockWrittenInCSharp()
    {
        var clock = new OwnClock();
        using var shop = new Shop(new EngineOptions { Clock = clock });
        clock.Shown += TimeSpan.FromDays(1);
        Assert.Equal(clock.Shown, shop.Engine.Create(shop.Ann, shop.Order(1)).At);
    }

    [Fact]
    public void AClockThatThrows()
    {
        var clock = new OwnClock();
        using var shop = new Shop(new EngineOptions { Clock = clock });
        var before = shop.Feed();
        clock.Failure = new InvalidOperationException("the battery is empty");
        var error = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
        Assert.Same(clock.Failure, error.InnerException);
        clock.Failure = null;
        Assert.Equal(before, shop.Feed());
        shop.Engine.Create(shop.Ann, shop.Order(1));
    }

    [Fact]
    public void AClockThatShowsNonsense()
    {
        var clock = new OwnClock();
        using var shop = new Shop(new EngineOptions { Clock = clock });
        clock.Shown = DateTimeOffset.MinValue;
        Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(1)));
    }

    [Fact]
    public void AListenerHearsEverythingInOrder()
    {
        var heard = new List<Happening>();
        using var shop = new Shop(new EngineOptions { Listener = heard.Add });
        shop.LiveThrough();
        Assert.Equal(
            shop.Engine.Events(Actor.Host).Select(one => (one.Position, one.Name, one.User)),
            heard.Select(one => (one.Position, one.Name, one.User)));
    }

    [Fact]
    public void AListenerThatThrowsIsToldOfAndNothingElseHappens()
    {
        using var shop = new Shop();
        var failures = new List<Exception>();
        shop.Engine.Listen(_ => throw new InvalidOperationException("deaf"), failures.Add);
        shop.Engine.Listen(_ => throw new InvalidOperationException("deaf"), _ => throw new Exception("and mute"));
        shop.Engine.Listen(_ => throw new InvalidOperationException("deaf"));
        Assert.Equal(1u, shop.Engine.Create(shop.Ann, shop.Order(1)).Version);
        Assert.NotEmpty(failures);
    }

    [Fact]
    public void AListenerThatUsesItsEngineIsTold()
    {
        using var shop = new Shop();
        Exception? told = null;
        shop.Engine.Listen(_ => told = Record.Exception(() => shop.Engine.Create(shop.Ann, shop.Order(2))));
        shop.Engine.Create(shop.Ann, shop.Order(1));
        Assert.Equal(Status.Busy, Assert.IsType<CspException>(told).Status);
    }

    [Fact]
    public void AListenerMayUseAnotherEngine()
    {
        using var shop = new Shop();
        using var other = new Shop();
        shop.Engine.Listen(_ => Assert.Throws<CspException>(() => other.Engine.Create(other.Ann, other.Order(0))));
        var failure = Assert.Throws<CspException>(() => shop.Engine.Create(shop.Ann, shop.Order(0)));
        Assert.Equal("lines[0].quantity", failure.Field);
    }

    [Fact]
    public void ACallInsideOfACallHasAnErrorOfItsOwn()
    {
        var clock = new NestingClock();
        using var outer = new Shop(new EngineOptions { Clock = clock });
        using var other = new Shop();
        var taken = new List<byte[]>();
        clock.Ticks = () =>
        {
            clock.Ticks = () => { };
            Assert.Equal(Status.Invalid, Wrong(() => other.Engine.Create(other.Ann, Many(other, 150))).Status);
            Collect(); // what nobody keeps any more is taken by somebody else
            for (var i = 0; i < 200; ++i) { taken.Add(GC.AllocateArray<byte>(16 * 1024, pinned: true)); }
        };
        var refused = Wrong(() => outer.Engine.Create(outer.Ann, Many(outer, 20)));
        Assert.Equal("lines[0].quantity", refused.Field);
        Assert.Equal("lines[19].quantity", refused.Also[^1].Field);
        Assert.All(taken, bytes => Assert.All(bytes, one => Assert.Equal(0, one)));
    }

    private static CspException Wrong(Action ask) => Assert.Throws<CspException>(ask);

    /// <summary>An order whose lines are all wrong; it takes some 130 bytes to say of each.</summary>
    private static PlaceOrder Many(Shop shop, int lines)
    {
        var line = new OrderLine { Offer = shop.Offer, Quantity = 0 };
        return shop.Order(0) with { Lines = [.. Enumerable.Repeat(line, lines)] };
    }

    private sealed class NestingClock : IClock
    {
        public Action Ticks { get; set; } = () => { };

        public DateTimeOffset Now
        {
            get
            {
                Ticks();
                return Shop.Start;
            }
        }
    }

    [Fact]
    public void WhatWasBroughtLivesUntilItIsDroppedAndNoLonger()
    {
        var (engine, brought) = OpenWithOwnClock();
        Collect();
        Assert.True(brought.IsAlive);
        Shop.Enrol(engine);
        engine.Dispose();
        Collect();
        Assert.False(brought.IsAlive);
    }

    [Fact]
    public void WhatWasBroughtIsDroppedWhenOpeningFails()
    {
        var brought = FailToOpen();
        Collect();
        Assert.False(brought.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Engine, WeakReference) OpenWithOwnClock()
    {
        var clock = new OwnClock();
        return (Engine.Open(new EngineOptions { Clock = clock }), new WeakReference(clock));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference FailToOpen()
    {
        var clock = new OwnClock();
        Assert.Throws<CspException>(() => Engine.Open(new EngineOptions { Clock = clock, Url = "gopher:" }));
        return new WeakReference(clock);
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
