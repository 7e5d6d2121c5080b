// Days, moments and ids as text, as csp itself writes them.
using Csp.Interop;

namespace Csp;

/// <summary>Days, moments and ids as csp itself writes them, and nothing else.</summary>
public static unsafe class WireText
{
    private delegate Status Asked(csp_text* text, csp_error* error);

    private delegate Status Read(csp_str* text, csp_error* error);

    /// <summary>"2019-12-11T23:59:59.999999Z"</summary>
    public static string Of(DateTimeOffset at) =>
        Written((text, error) => Native.csp_text_of_time(Times.ToUs(at), text, error));

    /// <summary>"2019-12-11"</summary>
    public static string Of(DateOnly day) =>
        Written((text, error) => Native.csp_text_of_day(Times.ToDay(day), text, error));

    /// <summary>36 characters, lower case, hyphens.</summary>
    public static string Of(Guid id)
    {
        using var arena = new Arena();
        var at = arena.Id(id);
        return Written((text, error) => Native.csp_text_of_id(at, text, error));
    }

    /// <summary>A moment; CspException where it is written otherwise.</summary>
    public static DateTimeOffset ReadTime(string text)
    {
        long us = 0;
        var to = &us;
        Reading(text, (from, error) => Native.csp_time_of_text(from, to, error));
        return Times.FromUs(us);
    }

    /// <summary>A day; CspException where it is written otherwise.</summary>
    public static DateOnly ReadDay(string text)
    {
        var day = 0;
        var to = &day;
        Reading(text, (from, error) => Native.csp_day_of_text(from, to, error));
        return Times.FromDay(day);
    }

    /// <summary>An id; CspException where it is written otherwise.</summary>
    public static Guid ReadId(string text)
    {
        csp_id id;
        var to = &id;
        Reading(text, (from, error) => Native.csp_id_of_text(from, to, error));
        return Ids.FromC(id);
    }

    private static string Written(Asked ask)
    {
        csp_text text;
        using var call = Call.Begin();
        call.Check(ask(&text, call.Error));
        return Text.OfField(text.data, 40);
    }

    private static void Reading(string text, Read read)
    {
        using var arena = new Arena();
        using var call = Call.Begin();
        call.Check(read(arena.TextAt(text), call.Error));
    }
}
