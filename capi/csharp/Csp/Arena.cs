// The memory of one call: everything that C is shown lies here, and is gone when the call has returned.
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal sealed unsafe class Arena : IDisposable
{
    private const int BlockSize = 4096;

    private readonly List<nint> _blocks = [];
    private byte* _next;
    private nuint _left;

    internal T* New<T>() where T : unmanaged => (T*)Take((nuint)sizeof(T));

    internal T* Array<T>(int count) where T : unmanaged =>
        count == 0 ? null : (T*)Take((nuint)sizeof(T) * (nuint)count);

    internal csp_str Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var size = Interop.Text.Strict.GetByteCount(text);
        var to = Array<byte>(size);
        Interop.Text.Strict.GetBytes(text, new Span<byte>(to, size));
        return new csp_str { data = to, size = (nuint)size };
    }

    internal csp_str* TextAt(string text)
    {
        var to = New<csp_str>();
        *to = Text(text);
        return to;
    }

    internal csp_str Bytes(ReadOnlySpan<byte> bytes)
    {
        var to = Array<byte>(bytes.Length);
        bytes.CopyTo(new Span<byte>(to, bytes.Length));
        return new csp_str { data = to, size = (nuint)bytes.Length };
    }

    internal csp_str* Texts(IReadOnlyList<string> texts)
    {
        var to = Array<csp_str>(texts.Count);
        for (var i = 0; i < texts.Count; ++i) { to[i] = Text(texts[i]); }
        return to;
    }

    internal csp_id* Ids(IReadOnlyList<Guid> ids)
    {
        var to = Array<csp_id>(ids.Count);
        for (var i = 0; i < ids.Count; ++i) { to[i] = Interop.Ids.ToC(ids[i]); }
        return to;
    }

    internal csp_id* Id(Guid? id)
    {
        if (id is null) { return null; }
        var to = New<csp_id>();
        *to = Interop.Ids.ToC(id.Value);
        return to;
    }

    internal T* Values<T>(IReadOnlyList<T> values) where T : unmanaged
    {
        var to = Array<T>(values.Count);
        for (var i = 0; i < values.Count; ++i) { to[i] = values[i]; }
        return to;
    }

    internal T* Optional<T>(T? value) where T : unmanaged
    {
        if (value is null) { return null; }
        var to = New<T>();
        *to = value.Value;
        return to;
    }

    internal int* Day(DateOnly? day) => Optional(day is null ? (int?)null : Times.ToDay(day.Value));

    public void Dispose()
    {
        foreach (var block in _blocks) { NativeMemory.Free((void*)block); }
        _blocks.Clear();
        _left = 0;
    }

    /// <summary>Zeroed, and good for every type.</summary>
    private byte* Take(nuint size)
    {
        var needed = size + 7 & ~(nuint)7;
        if (needed > _left) { Grow(needed); }
        var taken = _next;
        _next += needed;
        _left -= needed;
        return taken;
    }

    private void Grow(nuint needed)
    {
        _left = nuint.Max(needed, BlockSize);
        _blocks.EnsureCapacity(_blocks.Count + 1);
        _next = (byte*)NativeMemory.AllocZeroed(_left);
        _blocks.Add((nint)_next);
    }
}
