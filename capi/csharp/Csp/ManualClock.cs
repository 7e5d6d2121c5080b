// Clocks: the port, and the one that is turned by hand.
using Csp.Interop;

namespace Csp;

/// <summary>Where an engine reads the time. A moment outside 1970 to 9999 is refused.</summary>
public interface IClock
{
    /// <summary>The present. It may be asked from several threads where several engines have the clock.</summary>
    DateTimeOffset Now { get; }
}

/// <summary>A clock that stands still until it is told otherwise: years of expiry in milliseconds.</summary>
public sealed class ManualClock : IClock, IDisposable
{
    internal ManualClockHandle Handle { get; }

    /// <summary>A clock that shows this moment.</summary>
    public unsafe ManualClock(DateTimeOffset start)
    {
        nint opened = 0;
        using var call = Call.Begin();
        call.Check(Native.csp_manual_clock_open(Times.ToUs(start), &opened, call.Error));
        Handle = new ManualClockHandle(opened);
    }

    /// <summary>What it shows.</summary>
    public unsafe DateTimeOffset Now
    {
        get
        {
            using var held = Handle.Hold();
            long us = 0;
            using var call = Call.Begin();
            call.Check(Native.csp_manual_clock_now(held.C, &us, call.Error));
            return Times.FromUs(us);
        }
    }

    /// <summary>Turns it to a moment, also back.</summary>
    public unsafe void Set(DateTimeOffset now)
    {
        using var held = Handle.Hold();
        using var call = Call.Begin();
        call.Check(Native.csp_manual_clock_set(held.C, Times.ToUs(now), call.Error));
    }

    /// <summary>Turns it on.</summary>
    public unsafe void Advance(TimeSpan by)
    {
        using var held = Handle.Hold();
        using var call = Call.Begin();
        call.Check(Native.csp_manual_clock_advance(held.C, Times.ToUs(by), call.Error));
    }

    /// <summary>Engines that use it keep it.</summary>
    public void Dispose() => Handle.Dispose();
}
