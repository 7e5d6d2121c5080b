// A clock written in C#.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal static unsafe class ClockPort
{
    internal static csp_clock Write(IClock clock) => new()
    {
        size = (uint)sizeof(csp_clock),
        context = Callback.Keep(clock),
        now = &Now,
        drop = &Callback.Drop,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Now(nint context, long* nowOut, Answer* answer)
    {
        try
        {
            *nowOut = Times.ToUs(Callback.Of<IClock>(context).Now);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Callback.Failed(failure); }
    }
}
