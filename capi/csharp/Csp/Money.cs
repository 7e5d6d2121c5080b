// An amount in a currency.
using System.Collections.Concurrent;
using System.Globalization;
using Csp.Interop;

namespace Csp;

/// <summary>An amount in a currency, exact to its smallest coin: <c>new Money(12.50m, "USD")</c>.</summary>
/// <param name="Amount">In whole units of the currency, with as many decimals as it has coins for.</param>
/// <param name="Currency">Three letters: "USD".</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    private static readonly ConcurrentDictionary<string, int> DecimalsOf = new();

    /// <summary>As csp writes it, "USD 12.50", in every culture. What has a part of a coin is not rounded.</summary>
    public override string ToString() => $"{Currency} {AmountText()}";

    private string AmountText()
    {
        var decimals = Decimals(Currency);
        var isWhole = decimal.Round(Amount, decimals) == Amount;
        return Amount.ToString(isWhole ? $"F{decimals}" : "G", CultureInfo.InvariantCulture);
    }

    /// <summary>From cents, yen, fils.</summary>
    public static Money OfMinor(long minor, string currency)
    {
        var decimals = Decimals(currency);
        var isNegative = minor < 0;
        var size = (ulong)(isNegative ? -(Int128)minor : minor);
        return new Money(new decimal((int)size, (int)(size >> 32), 0, isNegative, (byte)decimals), currency);
    }

    /// <summary>In cents, yen, fils. ArgumentException for a part of a cent: rounding is not left to chance.</summary>
    public long ToMinor()
    {
        var minor = Amount;
        for (var i = Decimals(Currency); i > 0; --i) { minor *= 10; }
        if (minor != decimal.Truncate(minor))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{Amount} is no whole number of coins in {Currency}"));
        }
        return decimal.ToInt64(minor);
    }

    internal static csp_money ToC(Money? money) => money is null ? default : ToC(money.Value);

    internal static csp_money ToC(Money money) =>
        new() { minor = money.ToMinor(), currency = Codes.Currency(money.Currency) };

    internal static Money FromC(csp_money money) => OfMinor(money.minor, Codes.FromC(money.currency));

    // csp knows the currencies; how it writes nothing tells how many decimals there are.
    private static int Decimals(string currency) => DecimalsOf.GetOrAdd(currency, Ask);

    private static unsafe int Ask(string currency)
    {
        var nothing = new csp_money { currency = Codes.Currency(currency) };
        csp_text text;
        using var call = Call.Begin();
        call.Check(Native.csp_text_of_money(&nothing, &text, call.Error));
        var written = Text.OfField(text.data, 40);
        var point = written.IndexOf('.');
        return point < 0 ? 0 : written.Length - point - 1;
    }
}
