// An engine from opening to closing: commands, previews, batches, deadlines, listeners.
using Csp.Interop;

namespace Csp;

/// <summary>
/// One open store, one clock, the rules. It may be used from any thread; calls on one engine wait for each other. To
/// work in parallel open several on one store. What it calls back must not use it (<see cref="Status.Busy"/>).
/// </summary>
public sealed partial class Engine : IDisposable
{
    private readonly EngineHandle _handle;

    private Engine(nint opened) => _handle = new EngineHandle(opened);

    /// <summary>Opens a store. CspException says which option is wrong, or what is wrong with the store.</summary>
    public static unsafe Engine Open(EngineOptions? options = null)
    {
        options ??= new EngineOptions();
        using var arena = new Arena();
        var to = OpenOptions.Write(options, arena);
        nint opened = 0;
        using var call = Call.Begin();
        call.Check(Native.csp_engine_open(to, &opened, call.Error));
        GC.KeepAlive(options);  // the manual clock in it
        return new Engine(opened);
    }

    /// <summary>Asks a command of a record.</summary>
    public Receipt Execute(Request request, Guid record, Command command) => Do(request, record, command);

    /// <summary>Asks a command that makes a new record, whose id is in the receipt.</summary>
    public Receipt Create(Request request, Command command) => Do(request, null, command);

    /// <summary>What the command would do; nothing is stored. No record: one that makes a new one.</summary>
    public unsafe Preview Preview(Request request, Guid? record, Command command)
    {
        Ask ask = (engine, _, cursor, error, arena) => command.Preview(
            engine, request.Write(arena), arena.Id(record), command.WriteTo(arena), cursor, error);
        return Csp.Preview.Of(new Query<Row>(_handle, ask, row => row));
    }

    /// <summary>Begins a batch: many commands, one commit.</summary>
    public unsafe Batch NewBatch()
    {
        using var held = _handle.Hold();
        nint opened = 0;
        using var call = Call.Begin();
        call.Check(Native.csp_batch_open(held.C, &opened, call.Error));
        return new Batch(opened);
    }

    /// <summary>Begins to add a customer for a reseller, page by page.</summary>
    public Wizard NewWizard(Actor by) => new(_handle, by);

    /// <summary>Persists what has fallen due, oldest first, each at its own due time, in one commit. Commands and
    /// queries are right without it, but for invoices: this alone drafts them, and with them debts. Call it from a
    /// timer, at least daily, and again until IsAllDone.</summary>
    /// <param name="limit">At most so many deadlines; 0: a thousand.</param>
    public unsafe DueReport RunDue(ulong limit = 0)
    {
        using var held = _handle.Hold();
        var report = new csp_due_report { size = (uint)sizeof(csp_due_report) };
        using var call = Call.Begin();
        call.Check(Native.csp_run_due(held.C, limit, &report, call.Error));
        return new DueReport(report.is_all_done != 0, report.steps);
    }

    /// <summary>
    /// Tells of every event once it is stored, in order, inside the call that made it. There is nothing to answer: it
    /// has happened. What the listener throws goes to <paramref name="failed"/>, and nowhere else.
    /// </summary>
    public unsafe void Listen(Action<Happening> listener, Action<Exception>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(listener);
        using var held = _handle.Hold();
        var port = ListenerPort.Write(listener, failed);
        using var call = Call.Begin();
        call.Check(Native.csp_engine_listen(held.C, &port, call.Error));
    }

    /// <summary>Closes the store. Walks through queries that have begun may be ended.</summary>
    public void Dispose() => _handle.Dispose();

    private unsafe Receipt Do(Request request, Guid? record, Command command)
    {
        using var held = _handle.Hold();
        using var arena = new Arena();
        var receipt = new csp_receipt { size = (uint)sizeof(csp_receipt) };
        using var call = Call.Begin();
        var status = command.Do(
            held.C, request.Write(arena), arena.Id(record), command.WriteTo(arena), &receipt, call.Error);
        call.Check(status);
        return Receipt.FromC(receipt);
    }
}

/// <summary>What <see cref="Engine.RunDue"/> did.</summary>
/// <param name="IsAllDone">False: the limit was reached and more is due; call again.</param>
/// <param name="Steps">How many deadlines were met.</param>
public sealed record DueReport(bool IsAllDone, ulong Steps);
