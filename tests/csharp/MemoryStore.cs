// A store written in C#: everything in memory, and the first of two writers wins.
using System.Collections.Immutable;

namespace Csp.Tests;

internal sealed class MemoryStore : IStorage
{
    private readonly Lock _lock = new();
    private Contents _contents = Contents.Empty;

    public IReadOnlyList<StorageView> Views { get; private set; } = [];

    public IStorageTransaction Begin(bool isForWriting) => new Transaction(this, _contents);

    public void Publish(IReadOnlyList<StorageView> views) => Views = views;

    private void Replace(Contents begun, Contents done)
    {
        lock (_lock)
        {
            if (_contents != begun) { throw new StorageClashException(); }
            _contents = done;
        }
    }

    private sealed class ByBytes : IComparer<(uint Index, byte[] Bytes)>
    {
        public int Compare((uint Index, byte[] Bytes) x, (uint Index, byte[] Bytes) y) =>
            x.Index != y.Index ? x.Index.CompareTo(y.Index) : x.Bytes.AsSpan().SequenceCompareTo(y.Bytes);
    }

    private sealed record Contents(
        ImmutableDictionary<(Kind, Guid), StoredRecord> Records,
        ImmutableDictionary<(Kind, Guid), IReadOnlyList<StoredKey>> KeysOf,
        ImmutableSortedDictionary<(uint Index, byte[] Bytes), (Kind, Guid)> Keys,
        ImmutableList<StoredEvent> Events,
        ImmutableDictionary<Guid, ulong> Requests)
    {
        public static Contents Empty { get; } = new(
            ImmutableDictionary<(Kind, Guid), StoredRecord>.Empty,
            ImmutableDictionary<(Kind, Guid), IReadOnlyList<StoredKey>>.Empty,
            ImmutableSortedDictionary.Create<(uint, byte[]), (Kind, Guid)>(new ByBytes()),
            [],
            ImmutableDictionary<Guid, ulong>.Empty);
    }

    private sealed class Transaction : IStorageTransaction
    {
        private readonly MemoryStore _store;
        private readonly Contents _begun;
        private Contents _now;

        public Transaction(MemoryStore store, Contents begun) => (_store, _begun, _now) = (store, begun, begun);

        public void Dispose() { }

        public StoredRecord? Load(Kind kind, Guid id) => _now.Records.GetValueOrDefault((kind, id));

        public IEnumerable<StoredHit> Scan(uint index, byte[] prefix, byte[] after, ulong limit) =>
            _now.Keys
                .Where(one => one.Key.Index == index && one.Key.Bytes.AsSpan().StartsWith(prefix)
                    && one.Key.Bytes.AsSpan().SequenceCompareTo(after) > 0)
                .Take(Count(limit))
                .Select(one => new StoredHit(one.Key.Bytes, _now.Records[one.Value]));

        public IEnumerable<StoredDue> Due(long untilUs, ulong limit) =>
            _now.Records.Values
                .Where(one => one.DueUs <= untilUs && one.DueUs != StoredRecord.Never)
                .OrderBy(one => one.DueUs).ThenBy(one => one.Kind).ThenBy(one => one.Id)
                .Take(Count(limit))
                .Select(one => new StoredDue(one.Kind, one.Id, one.DueUs));

        public void Save(StorageSave save)
        {
            var id = (save.Record.Kind, save.Record.Id);
            var stored = _now.Records.GetValueOrDefault(id)?.Version ?? 0;
            if (stored != save.ExpectedVersion) { throw new StorageClashException(); }
            _now = _now with { Records = _now.Records.SetItem(id, save.Record) };
            if (save.Keys is not null) { Index(id, save.Keys); }
        }

        public ulong Append(StoredEvent happened)
        {
            var isTaken = happened.Request != Guid.Empty && _now.Requests.ContainsKey(happened.Request);
            var isThere = happened.Version > 0
                && History(happened.Kind, happened.Id, happened.Version - 1, 1).Any();
            if (isTaken || isThere) { throw new StorageClashException(); }
            var position = (ulong)_now.Events.Count + 1;
            _now = _now with { Events = _now.Events.Add(happened with { Position = position }) };
            if (happened.Request != Guid.Empty)
            {
                _now = _now with { Requests = _now.Requests.Add(happened.Request, position) };
            }
            return position;
        }

        public IEnumerable<StoredEvent> Events(ulong after, ulong limit) =>
            _now.Events.Skip(Count(after)).Take(Count(limit));

        public IEnumerable<StoredEvent> History(Kind kind, Guid id, ulong afterVersion, ulong limit) =>
            _now.Events
                .Where(one => one.Kind == kind && one.Id == id && one.Version > afterVersion)
                .Take(Count(limit));

        public ulong Recall(Guid request) => _now.Requests.GetValueOrDefault(request);

        public void Commit() => _store.Replace(_begun, _now);

        /// <summary>More than there can be is as much as there is.</summary>
        private static int Count(ulong limit) => (int)ulong.Min(limit, int.MaxValue);

        private void Index((Kind, Guid Id) id, IReadOnlyList<StoredKey> keys)
        {
            var entries = _now.Keys.RemoveRange(
                _now.KeysOf.GetValueOrDefault(id, []).Select(key => (key.Index, key.Bytes)));
            foreach (var key in keys)
            {
                var entry = (key.Index, key.Bytes);
                if (entries.TryGetValue(entry, out var holder) && holder != id)
                {
                    throw new StorageClashException(holder.Item2);
                }
                entries = entries.SetItem(entry, id); // the same one may be named twice
            }
            _now = _now with { Keys = entries, KeysOf = _now.KeysOf.SetItem(id, keys) };
        }
    }
}
