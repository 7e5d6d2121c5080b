// A store written in C#: beginning and ending, and the table of its functions.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal static unsafe partial class StoragePort
{
    internal static csp_storage Write(IStorage storage) => new()
    {
        size = (uint)sizeof(csp_storage),
        context = Callback.Keep(storage),
        begin = &Begin,
        load = &Load,
        scan = &Scan,
        due = &Due,
        save = &Save,
        append = &Append,
        events = &Events,
        history = &History,
        recall = &Recall,
        commit = &Commit,
        end = &End,
        publish = &Publish,
        drop = &Callback.Drop,
    };

    private static IStorageTransaction In(nint transaction) => Callback.Of<IStorageTransaction>(transaction);

    /// <summary>A clash is an answer like others: csp decides again, or says itself what it came to.</summary>
    private static void Failed(Exception failure, Answer* answer)
    {
        if (failure is StorageClashException) { *answer = Answer.Clash; }
        else { Callback.Failed(failure); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Begin(nint context, int isForWriting, nint* transactionOut, Answer* answer)
    {
        try
        {
            *transactionOut = Callback.Keep(Callback.Of<IStorage>(context).Begin(isForWriting == Native.CSP_YES));
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Commit(nint context, nint transaction, Answer* answer)
    {
        try
        {
            In(transaction).Commit();
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void End(nint context, nint transaction)
    {
        try { In(transaction).Dispose(); }
        catch (Exception failure) { Callback.Failed(failure); } // it has ended all the same
        Callback.Free(transaction);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Publish(nint context, csp_view* views, nuint count, Answer* answer)
    {
        try
        {
            Callback.Of<IStorage>(context).Publish(ViewsOf(views, count));
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    private static List<StorageView> ViewsOf(csp_view* views, nuint count)
    {
        var found = new List<StorageView>();
        var step = count == 0 ? 0 : views->size; // a newer csp has longer views
        for (nuint i = 0; i < count; ++i)
        {
            var view = (csp_view*)((byte*)views + i * step);
            var fields = new List<string>();
            for (nuint j = 0; j < view->fields_count; ++j) { fields.Add(Text.FromC(view->fields[j])); }
            found.Add(new StorageView((Kind)view->kind, Text.FromC(view->name), fields));
        }
        return found;
    }
}
