// Ids, moments, days, codes and texts: from C# to C and back.
using System.Runtime.InteropServices;
using System.Text;

namespace Csp.Interop;

internal static unsafe class Ids
{
    // A Guid keeps its first three fields in the byte order of the machine; csp keeps all in that of RFC 4122.
    internal static csp_id ToC(Guid id)
    {
        csp_id to;
        id.TryWriteBytes(new Span<byte>(to.bytes, 16), bigEndian: true, out _);
        return to;
    }

    internal static Guid FromC(csp_id id) => new(new ReadOnlySpan<byte>(id.bytes, 16), bigEndian: true);

    internal static Guid? OrNull(csp_id id) => FromC(id) is var found && found == Guid.Empty ? null : found;
}

internal static class Times
{
    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;
    private static readonly long Earliest = ToUs(DateTimeOffset.MinValue);
    private static readonly long Latest = ToUs(DateTimeOffset.MaxValue);

    /// <summary>A tick is a tenth of a microsecond; what is between two of them is cut off, also before 1970.</summary>
    internal static long ToUs(DateTimeOffset at) =>
        Math.DivRem(at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerMicrosecond) is var (us, rest)
        && rest < 0 ? us - 1 : us;

    internal static long ToUs(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset FromUs(long us) =>
        DateTimeOffset.UnixEpoch.AddTicks(us * TimeSpan.TicksPerMicrosecond);

    /// <summary>Null for "never", and for what no calendar of C# can hold.</summary>
    internal static DateTimeOffset? OrNull(long us) => us < Earliest || us > Latest ? null : FromUs(us);

    internal static int ToDay(DateOnly day) => day.DayNumber - FirstDay;

    internal static DateOnly FromDay(int day) => DateOnly.FromDayNumber(day + FirstDay);
}

/// <summary>Short codes that C keeps in four bytes: "USD", "US".</summary>
internal static unsafe class Codes
{
    internal static csp_currency Currency(string code)
    {
        csp_currency to;
        Write(code, new Span<byte>(to.code, 4));
        return to;
    }

    internal static csp_country Country(string code)
    {
        csp_country to;
        Write(code, new Span<byte>(to.code, 4));
        return to;
    }

    internal static string FromC(csp_currency currency) => Text.OfField(currency.code, 4);

    private static void Write(string code, Span<byte> to)
    {
        ArgumentNullException.ThrowIfNull(code);
        to.Clear();
        if (code.Length > 3 || !Ascii.IsValid(code)) { throw new ArgumentException($"no code: \"{code}\""); }
        Encoding.ASCII.GetBytes(code, to);
    }
}

internal static unsafe class Text
{
    /// <summary>Half a surrogate pair is not text: it throws, as csp would refuse it.</summary>
    internal static readonly UTF8Encoding Strict = new(false, true);

    internal static string FromC(csp_str text) => text.size == 0 ? "" : Encoding.UTF8.GetString(Span(text));

    internal static ReadOnlySpan<byte> Span(csp_str text) => new(text.data, checked((int)text.size));

    internal static byte[] Bytes(csp_str text) => Span(text).ToArray();

    /// <summary>A constant's name lives for ever and ends with NUL.</summary>
    internal static string OfConstant(byte* name) => Marshal.PtrToStringUTF8((nint)name) ?? "";

    /// <summary>A field of fixed size, up to its NUL.</summary>
    internal static string OfField(byte* field, int size)
    {
        var bytes = new ReadOnlySpan<byte>(field, size);
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
