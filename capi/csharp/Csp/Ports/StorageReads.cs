// A store written in C#: what is read from it.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal static unsafe partial class StoragePort
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Load(nint context, nint transaction, int kind, csp_id* id,
        delegate* unmanaged[Cdecl]<nint, csp_record*, int> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            var found = In(transaction).Load((Kind)kind, Ids.FromC(*id));
            if (found is not null) { Put(found, [], sink, sinkContext); }
            *answer = found is null ? Answer.Absent : Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Scan(nint context, nint transaction, uint index, csp_str* prefix, csp_str* after, ulong limit,
        delegate* unmanaged[Cdecl]<nint, csp_record*, int> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            foreach (var hit in In(transaction).Scan(index, Text.Bytes(*prefix), Text.Bytes(*after), limit))
            {
                if (!Put(hit.Record, hit.Key, sink, sinkContext)) { break; }
            }
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Due(nint context, nint transaction, long untilUs, ulong limit,
        delegate* unmanaged[Cdecl]<nint, csp_due*, int> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            foreach (var due in In(transaction).Due(untilUs, limit))
            {
                var to = new csp_due
                {
                    size = (uint)sizeof(csp_due), kind = (int)due.Kind, id = Ids.ToC(due.Id), at_us = due.AtUs,
                };
                if (sink(sinkContext, &to) == 0) { break; }
            }
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Events(nint context, nint transaction, ulong after, ulong limit,
        delegate* unmanaged[Cdecl]<nint, csp_stored_event*, int> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            Put(In(transaction).Events(after, limit), sink, sinkContext);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void History(nint context, nint transaction, int kind, csp_id* id, ulong afterVersion, ulong limit,
        delegate* unmanaged[Cdecl]<nint, csp_stored_event*, int> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            Put(In(transaction).History((Kind)kind, Ids.FromC(*id), afterVersion, limit), sink, sinkContext);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Recall(nint context, nint transaction, csp_id* request, ulong* positionOut, Answer* answer)
    {
        try
        {
            *positionOut = In(transaction).Recall(Ids.FromC(*request));
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    /// <summary>False when that was enough.</summary>
    private static bool Put(StoredRecord record, byte[] key,
        delegate* unmanaged[Cdecl]<nint, csp_record*, int> sink, nint sinkContext)
    {
        fixed (byte* body = record.Body, keyBytes = key)
        {
            var to = new csp_record
            {
                size = (uint)sizeof(csp_record),
                kind = (int)record.Kind,
                id = Ids.ToC(record.Id),
                version = record.Version,
                due_us = record.DueUs,
                saved_at_us = record.SavedAtUs,
                body = new csp_str { data = body, size = (nuint)record.Body.Length },
                key = new csp_str { data = keyBytes, size = (nuint)key.Length },
            };
            return sink(sinkContext, &to) != 0;
        }
    }

    private static void Put(IEnumerable<StoredEvent> found,
        delegate* unmanaged[Cdecl]<nint, csp_stored_event*, int> sink, nint sinkContext)
    {
        foreach (var happened in found)
        {
            fixed (byte* body = happened.Body)
            {
                var to = new csp_stored_event
                {
                    size = (uint)sizeof(csp_stored_event),
                    kind = (int)happened.Kind,
                    position = happened.Position,
                    id = Ids.ToC(happened.Id),
                    version = happened.Version,
                    at_us = happened.AtUs,
                    request = Ids.ToC(happened.Request),
                    body = new csp_str { data = body, size = (nuint)happened.Body.Length },
                };
                if (sink(sinkContext, &to) == 0) { return; }
            }
        }
    }
}
