// One running query of C.
namespace Csp.Interop;

/// <summary>Asks the query; everything it is given lives until it returns.</summary>
internal unsafe delegate Status Ask(nint engine, csp_page* page, nint* cursor, csp_error* error, Arena arena);

internal sealed unsafe class Cursor : IDisposable
{
    private readonly CursorHandle _handle;

    internal Cursor(nint opened) => _handle = new CursorHandle(opened);

    internal static Cursor Open(EngineHandle engine, Ask ask, int rows = 0, string after = "", bool isOnePage = false)
    {
        using var held = engine.Hold();
        using var arena = new Arena();
        var page = new csp_page
        {
            size = (uint)sizeof(csp_page),
            is_one_page = isOnePage ? Native.CSP_YES : Native.CSP_NO,
            rows = checked((ulong)rows),
            after = arena.Text(after),
        };
        nint opened = 0;
        using var call = Call.Begin();
        call.Check(ask(held.C, &page, &opened, call.Error, arena));
        return new Cursor(opened);
    }

    /// <summary>The next row, or null at the end.</summary>
    internal Row? Next()
    {
        using var held = _handle.Hold();
        var row = new csp_row { size = (uint)sizeof(csp_row) };
        using var call = Call.Begin();
        return call.CheckRow(Native.csp_cursor_next(held.C, &row, call.Error)) ? Row.FromC(row) : null;
    }

    /// <summary>Where the next page begins; empty: there is none.</summary>
    internal string Position()
    {
        using var held = _handle.Hold();
        csp_str after;
        using var call = Call.Begin();
        call.Check(Native.csp_cursor_position(held.C, &after, call.Error));
        return Text.FromC(after);
    }

    /// <summary>Whether nothing stands behind the page, on the feed as of now.</summary>
    internal bool IsAtEnd()
    {
        using var held = _handle.Hold();
        int isAtEnd;
        using var call = Call.Begin();
        call.Check(Native.csp_cursor_is_at_end(held.C, &isAtEnd, call.Error));
        return isAtEnd != 0;
    }

    public void Dispose() => _handle.Dispose();
}
