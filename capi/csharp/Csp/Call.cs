// One call of C: its error, which is the caller's, and what a callback threw inside of it.
using System.Runtime.InteropServices;

namespace Csp.Interop;

/// <summary>
/// Each call has one of its own until it has returned and was read: a callback may begin another call on the same
/// thread, and C writes into the outer one after that.
/// </summary>
internal sealed unsafe class Call : IDisposable
{
    private const int Room = 16 * 1024;
    private const int MostRoom = 1024 * 1024; // of each thread, for ever: what is longer is not worth it

    [ThreadStatic]
    private static Call? t_innermost;

    [ThreadStatic]
    private static Call? t_spare;

    private readonly csp_error[] _error = GC.AllocateArray<csp_error>(1, pinned: true);
    private byte[] _json = GC.AllocateUninitializedArray<byte>(Room, pinned: true);
    private Call? _next; // the outer one, or the next spare one
    private Exception? _failure;

    private Call() { }

    /// <summary>Begins a call; dispose of it when everything was read.</summary>
    internal static Call Begin()
    {
        var call = t_spare ?? new Call();
        if (ReferenceEquals(call, t_spare)) { t_spare = call._next; }
        call._next = t_innermost;
        call._failure = null;
        call._error[0] = new csp_error
        {
            size = (uint)sizeof(csp_error),
            json = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(call._json, 0),
            json_capacity = (ulong)call._json.Length,
        };
        return t_innermost = call;
    }

    /// <summary>What a callback threw belongs to the call around it; the first is what the others come from.</summary>
    internal static void Failed(Exception failure)
    {
        if (t_innermost is { } call) { call._failure ??= failure; }
    }

    /// <summary>Where C says why not.</summary>
    internal csp_error* Error => (csp_error*)Marshal.UnsafeAddrOfPinnedArrayElement(_error, 0);

    /// <summary>What C has written of the refusal; empty where it did not fit.</summary>
    internal ReadOnlyMemory<byte> Json => IsPartial ? default : _json.AsMemory(0, (int)_error[0].json_size);

    /// <summary>The refusal was longer than the room for it.</summary>
    internal bool IsPartial => _error[0].json_size > (ulong)_json.Length;

    /// <summary>What a callback threw.</summary>
    internal Exception? Failure => _failure;

    /// <summary>Throws what C said, unless it said yes.</summary>
    internal void Check(Status status)
    {
        if (status != Status.Ok) { throw Errors.Of(status, this, _failure); }
    }

    /// <summary>False at the end of a cursor.</summary>
    internal bool CheckRow(Status status)
    {
        if (status == Status.End) { return false; }
        Check(status);
        return true;
    }

    /// <summary>To ask again would be to do it again; but the next time there is room.</summary>
    public void Dispose()
    {
        if (IsPartial && _error[0].json_size <= MostRoom)
        {
            _json = GC.AllocateUninitializedArray<byte>((int)_error[0].json_size, pinned: true);
        }
        t_innermost = _next;
        _next = t_spare;
        t_spare = this;
    }
}
