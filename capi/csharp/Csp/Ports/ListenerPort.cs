// A listener written in C#.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal static unsafe class ListenerPort
{
    private sealed record Target(Action<Happening> Listener, Action<Exception>? Failed);

    internal static csp_listener Write(Action<Happening> listener, Action<Exception>? failed) => new()
    {
        size = (uint)sizeof(csp_listener),
        context = Callback.Keep(new Target(listener, failed)),
        happened = &Happened,
        drop = &Callback.Drop,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Happened(nint context, csp_event* happened)
    {
        try
        {
            var target = Callback.Of<Target>(context);
            try { target.Listener(Happening.FromJson(Text.Span(happened->json))); }
            catch (Exception failure) { target.Failed?.Invoke(failure); }
        }
        catch (Exception) { } // `failed` failed as well: there is nobody left to tell
    }
}
