// What csp opens and closes, so that nothing is left open when somebody forgets to dispose of it.
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal abstract class Handle : SafeHandle
{
    protected Handle() : base(0, ownsHandle: true) { }

    public override bool IsInvalid => handle == 0;

    /// <summary>Keeps it open until the using ends; ObjectDisposedException where it is closed.</summary>
    internal Held Hold() => new(this);

    internal readonly ref struct Held
    {
        private readonly Handle _held;

        internal Held(Handle held)
        {
            _held = held;
            var isHeld = false;
            held.DangerousAddRef(ref isHeld);
        }

        internal nint C => _held.handle;

        public void Dispose() => _held.DangerousRelease();
    }
}

internal sealed class EngineHandle : Handle
{
    internal EngineHandle(nint opened) => SetHandle(opened);

    protected override bool ReleaseHandle()
    {
        using var call = Call.Begin(); // what a store throws now has nobody to tell
        Native.csp_engine_close(handle);
        return true;
    }
}

internal sealed class CursorHandle : Handle
{
    internal CursorHandle(nint opened) => SetHandle(opened);

    protected override bool ReleaseHandle()
    {
        using var call = Call.Begin(); // what a store throws now has nobody to tell
        Native.csp_cursor_close(handle);
        return true;
    }
}

internal sealed class BatchHandle : Handle
{
    internal BatchHandle(nint opened) => SetHandle(opened);

    protected override bool ReleaseHandle()
    {
        using var call = Call.Begin(); // what a store throws now has nobody to tell
        Native.csp_batch_close(handle);
        return true;
    }
}

internal sealed class ManualClockHandle : Handle
{
    internal ManualClockHandle(nint opened) => SetHandle(opened);

    protected override bool ReleaseHandle()
    {
        Native.csp_manual_clock_close(handle);
        return true;
    }
}

internal sealed class WizardHandle : Handle
{
    internal WizardHandle(nint opened) => SetHandle(opened);

    protected override bool ReleaseHandle()
    {
        Native.csp_wizard_close(handle);
        return true;
    }
}
