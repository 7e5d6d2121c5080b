// A store written in C#: what is written to it.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal static unsafe partial class StoragePort
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Save(nint context, nint transaction, csp_save* save, csp_id* holderOut, Answer* answer)
    {
        try
        {
            In(transaction).Save(SaveOf(save));
            *answer = Answer.Done;
        }
        catch (Exception failure)
        {
            if (failure is StorageClashException { Holder: { } holder }) { *holderOut = Ids.ToC(holder); }
            Failed(failure, answer);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Append(nint context, nint transaction, csp_stored_event* happened, ulong* positionOut,
        Answer* answer)
    {
        try
        {
            *positionOut = In(transaction).Append(EventOf(*happened));
            *answer = Answer.Done;
        }
        catch (Exception failure) { Failed(failure, answer); }
    }

    private static StorageSave SaveOf(csp_save* save)
    {
        List<StoredKey>? keys = save->has_keys == Native.CSP_YES ? [] : null;
        var step = save->keys_count == 0 ? 0 : save->keys->size; // a newer csp has longer keys
        for (nuint i = 0; keys is not null && i < save->keys_count; ++i)
        {
            var key = (csp_key*)((byte*)save->keys + i * step);
            keys.Add(new StoredKey(key->index, Text.Bytes(key->bytes)));
        }
        return new StorageSave(RecordOf(*save->record), save->expected_version, keys);
    }

    private static StoredRecord RecordOf(in csp_record record) => new()
    {
        Kind = (Kind)record.kind,
        Id = Ids.FromC(record.id),
        Version = record.version,
        DueUs = record.due_us,
        SavedAtUs = record.saved_at_us,
        Body = Text.Bytes(record.body),
    };

    private static StoredEvent EventOf(in csp_stored_event happened) => new()
    {
        Position = happened.position,
        Kind = (Kind)happened.kind,
        Id = Ids.FromC(happened.id),
        Version = happened.version,
        AtUs = happened.at_us,
        Request = Ids.FromC(happened.request),
        Body = Text.Bytes(happened.body),
    };
}
