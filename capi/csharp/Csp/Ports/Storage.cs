// The store that a host may bring: the port. docs/storage.md has the promises that every store keeps.
namespace Csp;

/// <summary>
/// An ordered, versioned, transactional keeper of records and events. It knows nothing of customers: it sees kinds,
/// ids, versions, keys and bodies. What it throws ends the call with <see cref="Status.Storage"/>; the exception is
/// the inner one there.
/// </summary>
public interface IStorage
{
    /// <summary>Begins a transaction, which is disposed of when it has ended, with or without a commit.</summary>
    IStorageTransaction Begin(bool isForWriting);

    /// <summary>Told when an engine opens: tables for reports. A store without plain SQL has nothing to do.</summary>
    void Publish(IReadOnlyList<StorageView> views) { }
}

/// <summary>What happens in a store, all or nothing. Disposed of without a commit, nothing has happened.</summary>
public interface IStorageTransaction : IDisposable
{
    /// <summary>The record, or null.</summary>
    StoredRecord? Load(Kind kind, Guid id);

    /// <summary>
    /// At most so many records whose entry in the index begins with the prefix and comes after another, in the order
    /// of the bytes. An empty <paramref name="after"/> begins at the start.
    /// </summary>
    IEnumerable<StoredHit> Scan(uint index, byte[] prefix, byte[] after, ulong limit);

    /// <summary>At most so many records whose deadline is not later, by deadline, then kind, then id.</summary>
    IEnumerable<StoredDue> Due(long untilUs, ulong limit);

    /// <summary>Keeps it. <see cref="StorageClashException"/>: its version is another, or a key is taken.</summary>
    void Save(StorageSave save);

    /// <summary>
    /// Adds to the feed, and answers the position it will have. <see cref="StorageClashException"/>: that request, or
    /// that version of the record, has an event.
    /// </summary>
    ulong Append(StoredEvent happened);

    /// <summary>At most so many events behind a position, in order.</summary>
    IEnumerable<StoredEvent> Events(ulong after, ulong limit);

    /// <summary>At most so many events of one record behind a version, in order.</summary>
    IEnumerable<StoredEvent> History(Kind kind, Guid id, ulong afterVersion, ulong limit);

    /// <summary>The position of the first event of that request; 0: there is none.</summary>
    ulong Recall(Guid request);

    /// <summary>Makes it true for everybody. <see cref="StorageClashException"/>: another writer was first.</summary>
    void Commit();
}

/// <summary>Thrown by a store: another writer was first, or something is taken.</summary>
/// <param name="holder">Which record holds the key; null where it is not about a key.</param>
public sealed class StorageClashException(Guid? holder = null) : Exception("another writer was first, or it is taken")
{
    /// <summary>Which record holds the key; null where it is not about a key.</summary>
    public Guid? Holder { get; } = holder;
}

/// <summary>A record as it is stored. Times are microseconds since 1970: a store only compares them.</summary>
public sealed record StoredRecord
{
    /// <summary>The deadline of what is never due.</summary>
    public const long Never = long.MaxValue;

    /// <summary>What it is.</summary>
    public required Kind Kind { get; init; }

    /// <summary>Which one it is.</summary>
    public required Guid Id { get; init; }

    /// <summary>How many events it has had.</summary>
    public required ulong Version { get; init; }

    /// <summary>Its next deadline, or <see cref="Never"/>.</summary>
    public required long DueUs { get; init; }

    /// <summary>When it was saved.</summary>
    public required long SavedAtUs { get; init; }

    /// <summary>JSON; keep it as it is.</summary>
    public required byte[] Body { get; init; }
}

/// <summary>A record that a scan found, and the bytes of the index entry under which it was found.</summary>
/// <param name="Key">Where to go on from.</param>
/// <param name="Record">What was found.</param>
public sealed record StoredHit(byte[] Key, StoredRecord Record);

/// <summary>A record with a deadline.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Which one it is.</param>
/// <param name="AtUs">Its deadline.</param>
public sealed record StoredDue(Kind Kind, Guid Id, long AtUs);

/// <summary>An entry of an index. No two records hold the same bytes in one index.</summary>
/// <param name="Index">The number of the index.</param>
/// <param name="Bytes">Compared as unsigned bytes; they may hold zeros.</param>
public sealed record StoredKey(uint Index, byte[] Bytes);

/// <summary>A record to keep.</summary>
/// <param name="Record">With its new version.</param>
/// <param name="ExpectedVersion">The stored one; 0: there must be none yet.</param>
/// <param name="Keys">All keys of the record from now on; null: they stay as they are.</param>
public sealed record StorageSave(StoredRecord Record, ulong ExpectedVersion, IReadOnlyList<StoredKey>? Keys);

/// <summary>An entry of the feed.</summary>
public sealed record StoredEvent
{
    /// <summary>Given by the store: 1, 2, 3, ... in the order of the commits.</summary>
    public required ulong Position { get; init; }

    /// <summary>Of the record.</summary>
    public required Kind Kind { get; init; }

    /// <summary>Of the record.</summary>
    public required Guid Id { get; init; }

    /// <summary>The record's, once it had happened; 0: it changed no record.</summary>
    public required ulong Version { get; init; }

    /// <summary>When it happened, in microseconds since 1970.</summary>
    public required long AtUs { get; init; }

    /// <summary>The request that this is the first event of; empty: none.</summary>
    public required Guid Request { get; init; }

    /// <summary>JSON; keep it as it is.</summary>
    public required byte[] Body { get; init; }
}

/// <summary>A plain table for reports: one row a record, one column a field of its body.</summary>
/// <param name="Kind">Of which records.</param>
/// <param name="Name">What the table is called.</param>
/// <param name="Fields">Names in the JSON of the body.</param>
public sealed record StorageView(Kind Kind, string Name, IReadOnlyList<string> Fields);
