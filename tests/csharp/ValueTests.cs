// Ids, money, moments and constants keep what they mean on their way.
using System.Globalization;
using Csp.Interop;
using Xunit;

namespace Csp.Tests;

public sealed class ValueTests
{
    private static readonly Guid Fixed = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");

    [Fact]
    public unsafe void AnIdHasTheByteOrderOfRfc4122()
    {
        var id = Ids.ToC(Fixed);
        Assert.Equal(Convert.FromHexString("00112233445566778899AABBCCDDEEFF"), new Span<byte>(id.bytes, 16).ToArray());
        Assert.Equal(Fixed, Ids.FromC(id));
    }

    [Fact]
    public void CspWritesAnIdAsCSharpDoes()
    {
        Assert.Equal("00112233-4455-6677-8899-aabbccddeeff", WireText.Of(Fixed));
        Assert.Equal(Fixed, WireText.ReadId("00112233-4455-6677-8899-aabbccddeeff"));
        Assert.Equal(Guid.Parse(Shop.CatalogId), Engine.OfferIdOf(Shop.CatalogId));
    }

    [Theory]
    [InlineData(1250, "USD", "12.50")]
    [InlineData(-1, "USD", "-0.01")]
    [InlineData(1250, "JPY", "1250")]
    [InlineData(1250, "KWD", "1.250")]
    [InlineData(long.MinValue, "USD", "-92233720368547758.08")]
    [InlineData(long.MaxValue, "USD", "92233720368547758.07")]
    public void MoneyIsADecimal(long minor, string currency, string amount)
    {
        var money = Money.OfMinor(minor, currency);
        Assert.Equal($"{currency} {amount}", money.ToString());
        Assert.Equal(minor, money.ToMinor());
    }

    [Theory]
    [InlineData("1234567.5", "USD 1234567.50")]
    [InlineData("-0.005", "USD -0.005")]
    [InlineData("12.3450", "USD 12.3450")]
    [InlineData("12.3400", "USD 12.34")]
    public void MoneyIsWrittenTheSameEverywhereAndNotRounded(string amount, string written)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("1,5", 1.5m.ToString());
            var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), "USD");
            Assert.Equal(written, money.ToString());
            Assert.Equal($"{written}!", $"{money}!");
        }
        finally { CultureInfo.CurrentCulture = before; }
    }

    [Fact]
    public void APartOfACentIsNoMoney()
    {
        Assert.Throws<ArgumentException>(() => new Money(0.001m, "USD").ToMinor());
        Assert.Throws<OverflowException>(() => new Money(decimal.MaxValue, "JPY").ToMinor());
    }

    [Fact]
    public void MomentsAreExactToTheMicrosecond()
    {
        var at = new DateTimeOffset(2019, 12, 11, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_990);
        Assert.Equal("2019-12-11T23:59:59.999999Z", WireText.Of(at));
        Assert.Equal(at, WireText.ReadTime("2019-12-11T23:59:59.999999Z"));
        Assert.Equal(-1, Times.ToUs(DateTimeOffset.UnixEpoch.AddTicks(-1)));
        Assert.Equal(-1, Times.ToUs(DateTimeOffset.UnixEpoch.AddTicks(-10)));
        Assert.Equal(at, Times.FromUs(Times.ToUs(at.ToOffset(TimeSpan.FromHours(5)))));
        Assert.Null(Times.OrNull(long.MaxValue));
        Assert.Equal(DateTimeOffset.MaxValue.AddTicks(-9), Times.OrNull(Times.ToUs(DateTimeOffset.MaxValue)));
    }

    [Fact]
    public void ADayIsADateOnly()
    {
        var day = new DateOnly(2020, 2, 29);
        Assert.Equal("2020-02-29", WireText.Of(day));
        Assert.Equal(day, WireText.ReadDay("2020-02-29"));
        Assert.Equal(-1, Times.ToDay(new DateOnly(1969, 12, 31)));
    }

    [Fact]
    public void AnUnknownConstantStaysVisible()
    {
        var unknown = (Kind)4711;
        Assert.Equal("4711", unknown.ToString());
        Assert.Equal("unknown", unknown.WireName());
        Assert.Equal("non_payment", SuspensionReason.NonPayment.WireName());
        Assert.Equal("none", Qualification.None.WireName());
        Assert.Equal("admin_agent", Role.AdminAgent.WireName());
        Assert.Equal(default, KindConverter.Only.Named("made by a newer csp"));
    }

    [Fact]
    public void EveryConstantHasAName()
    {
        Assert.All(Enum.GetValues<Kind>(), one => Assert.NotEqual("unknown", one.WireName()));
        Assert.All(Enum.GetValues<Status>(), one => Assert.NotEqual("unknown", one.WireName()));
        Assert.All(Enum.GetValues<ChargeType>(), one => Assert.NotEqual("unknown", one.WireName()));
    }

    [Fact]
    public void AnUnknownConstantIsRefusedNotTaken()
    {
        using var shop = new Shop();
        var seats = shop.Buy(5);
        var odd = Assert.Throws<CspException>(
            () => shop.Engine.Execute(shop.Ann, seats, Shop.Suspend((SuspensionReason)99)));
        Assert.Equal("reason", odd.Field);
    }

    [Fact]
    public void TheLibraryTellsItsVersion() =>
        Assert.Equal(Native.csp_version() >> 16, uint.Parse(Engine.LibraryVersion.Split('.')[0]));

    [Fact]
    public void ThePackageHasTheVersionOfTheHeaders()
    {
        var version = typeof(Engine).Assembly.GetName().Version!;
        Assert.Equal(Native.CSP_VERSION, version.Major << 16 | version.Minor << 8 | version.Build);
    }

    [Theory]
    [InlineData(0x00000100u, 0x00000100u, true)]
    [InlineData(0x00000101u, 0x00000100u, true)]
    [InlineData(0x00000100u, 0x00000101u, false)]
    [InlineData(0x00000200u, 0x00000100u, true)]
    [InlineData(0x00000100u, 0x00000200u, false)]
    [InlineData(0x00010100u, 0x00000100u, false)]
    public void ALibraryThatMayLackSomethingDoesNotFit(uint loaded, uint made, bool fits) =>
        Assert.Equal(fits, Library.Fits(loaded, made));
}
