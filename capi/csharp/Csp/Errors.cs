// The caller-owned error of C: where it lies, and how it becomes an exception.
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Csp.Interop;

internal static unsafe class Errors
{
    // Of a thread, and pinned: C writes the refusal there as its last act, and it is read before anything else is
    // called, so a call from inside a callback may use it too.
    [ThreadStatic]
    private static byte[]? t_json;

    private const int Most = 1024 * 1024;

    internal static csp_error New()
    {
        Callback.TakeFailure(); // of an earlier call that had nobody to tell
        t_json ??= GC.AllocateUninitializedArray<byte>(16 * 1024, pinned: true);
        csp_error error = default;
        error.size = (uint)sizeof(csp_error);
        error.json = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(t_json, 0);
        error.json_capacity = (ulong)t_json.Length;
        return error;
    }

    internal static void Check(Status status, csp_error* error)
    {
        var inner = Callback.TakeFailure();
        if (status == Status.Ok) { return; }
        throw ExceptionOf(status, error, inner);
    }

    /// <summary>False at the end of a cursor.</summary>
    internal static bool CheckRow(Status status, csp_error* error)
    {
        if (status == Status.End) { return false; }
        Check(status, error);
        return true;
    }

    private static CspException ExceptionOf(Status status, csp_error* error, Exception? inner)
    {
        if (status == Status.NoMemory) { throw new OutOfMemoryException("csp: out of memory", inner); }
        var (allowed, also) = Rest(error);
        return new CspException(status, Sentence(status, error), inner)
        {
            Rule = Text.OfField(error->rule, 16),
            Reason = Text.OfField(error->reason, 64),
            Field = Text.OfField(error->field, 128),
            Phase = Text.OfField(error->phase, 32),
            Existing = Ids.OrNull(error->existing),
            MicrosoftNumber = error->microsoft == 0 ? null : error->microsoft,
            Allowed = allowed,
            Also = also,
        };
    }

    private static string Sentence(Status status, csp_error* error)
    {
        var message = Text.OfField(error->message, 248);
        return message.Length > 0 ? message : status.WireName();
    }

    /// <summary>
    /// What only the JSON says. Where it did not fit, the fields still say the most important, and there is more room
    /// the next time.
    /// </summary>
    private static (IReadOnlyList<string>, IReadOnlyList<Refusal>) Rest(csp_error* error)
    {
        if (error->json_size > error->json_capacity) { Grow(error->json_size); }
        if (error->json_size == 0 || error->json_size > error->json_capacity) { return ([], []); }
        using var json = JsonDocument.Parse(new ReadOnlySpan<byte>(error->json, (int)error->json_size).ToArray());
        return (json.RootElement.Strings("allowed"), json.RootElement.Refusals("also"));
    }

    private static void Grow(ulong size)
    {
        if (size <= Most) { t_json = GC.AllocateUninitializedArray<byte>((int)size, pinned: true); }
    }
}
