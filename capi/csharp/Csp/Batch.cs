// Many commands, one commit.
using Csp.Interop;

namespace Csp;

/// <summary>
/// Many commands, one commit, an answer each; a refused one does not stop the others. It is one thread's at a time,
/// and what was not committed is forgotten.
/// </summary>
public sealed class Batch : IDisposable
{
    private readonly BatchHandle _handle;
    private ulong _count;

    internal Batch(nint opened) => _handle = new BatchHandle(opened);

    /// <summary>Puts a command about a record into the batch; the number of its answer.</summary>
    public ulong Add(Request request, Guid record, Command command) => Put(request, record, command);

    /// <summary>Puts a command that makes a new record into the batch; the number of its answer.</summary>
    public ulong Add(Request request, Command command) => Put(request, null, command);

    /// <summary>
    /// Does all of it, or throws where nothing could be committed. After it nothing can be added, and each command has
    /// its <see cref="Answer"/>.
    /// </summary>
    public unsafe void Commit()
    {
        using var held = _handle.Hold();
        using var call = Call.Begin();
        call.Check(Native.csp_batch_commit(held.C, call.Error));
        if (FailureOfAll(held.C, call.Failure) is { } failure) { throw failure; }
    }

    /// <summary>What became of one command; CspException where it was refused.</summary>
    public unsafe Receipt Answer(ulong place)
    {
        using var held = _handle.Hold();
        var receipt = new csp_receipt { size = (uint)sizeof(csp_receipt) };
        using var call = Call.Begin();
        call.Check(Native.csp_batch_answer(held.C, place, &receipt, call.Error));
        return Receipt.FromC(receipt);
    }

    /// <summary>The store's, or the clock's. A refusal has a rule, and is of one command.</summary>
    private unsafe Exception? FailureOfAll(nint batch, Exception? inner)
    {
        Exception? first = null;
        for (ulong place = 0; place < _count; ++place)
        {
            using var call = Call.Begin();
            var receipt = new csp_receipt { size = (uint)sizeof(csp_receipt) };
            var status = Native.csp_batch_answer(batch, place, &receipt, call.Error);
            if (status == Status.Ok || call.Error->rule[0] != 0) { return null; }
            var failure = Errors.Of(status, call, inner);
            first ??= failure;
            if (failure.GetType() != first.GetType() || failure.Message != first.Message) { return null; }
        }
        return first;
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Dispose() => _handle.Dispose();

    private unsafe ulong Put(Request request, Guid? record, Command command)
    {
        using var held = _handle.Hold();
        using var arena = new Arena();
        ulong place = 0;
        using var call = Call.Begin();
        var status = command.Put(
            held.C, request.Write(arena), arena.Id(record), command.WriteTo(arena), &place, call.Error);
        call.Check(status);
        _count = place + 1;
        return place;
    }
}
