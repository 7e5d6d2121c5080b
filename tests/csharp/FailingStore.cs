// A store that fails at one of its calls.
namespace Csp.Tests;

internal sealed class FailingStore(IStorage inner) : IStorage
{
    private int _left;

    public bool HasFailed { get; private set; }

    /// <summary>Of the key that every save wants; null: it is free.</summary>
    public Guid? Holder { get; set; }

    /// <summary>1: at the next call; 0: never.</summary>
    public void FailAt(int call) => (_left, HasFailed) = (call, false);

    public IStorageTransaction Begin(bool isForWriting)
    {
        Count();
        return new Transaction(this, inner.Begin(isForWriting));
    }

    public void Publish(IReadOnlyList<StorageView> views)
    {
        Count();
        inner.Publish(views);
    }

    private void Count()
    {
        if (_left == 0 || --_left > 0) { return; }
        HasFailed = true;
        throw new IOException("the disk is gone");
    }

    private sealed class Transaction(FailingStore store, IStorageTransaction inner) : Passing(inner)
    {
        public override void Save(StorageSave save)
        {
            if (store.Holder is not null) { throw new StorageClashException(store.Holder); }
            base.Save(save);
        }

        protected override void Asked() => store.Count();
    }

    /// <summary>Hands everything on.</summary>
    internal class Passing(IStorageTransaction inner) : IStorageTransaction
    {
        protected virtual void Asked() { }

        public virtual void Dispose() => inner.Dispose();

        public StoredRecord? Load(Kind kind, Guid id) => Inner().Load(kind, id);

        public IEnumerable<StoredHit> Scan(uint index, byte[] prefix, byte[] after, ulong limit) =>
            Inner().Scan(index, prefix, after, limit);

        public IEnumerable<StoredDue> Due(long untilUs, ulong limit) => Inner().Due(untilUs, limit);

        public virtual void Save(StorageSave save) => Inner().Save(save);

        public ulong Append(StoredEvent happened) => Inner().Append(happened);

        public IEnumerable<StoredEvent> Events(ulong after, ulong limit) => Inner().Events(after, limit);

        public IEnumerable<StoredEvent> History(Kind kind, Guid id, ulong afterVersion, ulong limit) =>
            Inner().History(kind, id, afterVersion, limit);

        public ulong Recall(Guid request) => Inner().Recall(request);

        public virtual void Commit() => Inner().Commit();

        private IStorageTransaction Inner()
        {
            Asked();
            return inner;
        }
    }
}
