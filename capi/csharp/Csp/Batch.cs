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

    internal Batch(nint opened) => _handle = new BatchHandle(opened);

    /// <summary>Puts a command about a record into the batch; the number of its answer.</summary>
    public ulong Add(Request request, Guid record, Command command) => Put(request, record, command);

    /// <summary>Puts a command that makes a new record into the batch; the number of its answer.</summary>
    public ulong Add(Request request, Command command) => Put(request, null, command);

    /// <summary>Does all of it. After it nothing can be added.</summary>
    public unsafe void Commit()
    {
        using var held = _handle.Hold();
        var error = Errors.New();
        Errors.Check(Native.csp_batch_commit(held.C, &error), &error);
    }

    /// <summary>What became of one command; CspException where it was refused.</summary>
    public unsafe Receipt Answer(ulong place)
    {
        using var held = _handle.Hold();
        var receipt = new csp_receipt { size = (uint)sizeof(csp_receipt) };
        var error = Errors.New();
        Errors.Check(Native.csp_batch_answer(held.C, place, &receipt, &error), &error);
        return Receipt.FromC(receipt);
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Dispose() => _handle.Dispose();

    private unsafe ulong Put(Request request, Guid? record, Command command)
    {
        using var held = _handle.Hold();
        using var arena = new Arena();
        ulong place = 0;
        var error = Errors.New();
        var status = command.Put(
            held.C, request.Write(arena), arena.Id(record), command.WriteTo(arena), &place, &error);
        Errors.Check(status, &error);
        return place;
    }
}
