// A store whose commits throw what they are told to.
namespace Csp.Tests;

internal sealed class MoodyStore(IStorage inner) : IStorage
{
    /// <summary>What the next commits throw, one after the other.</summary>
    public Queue<Exception> Commits { get; } = [];

    /// <summary>Called whenever a transaction has ended.</summary>
    public Action Ends { get; set; } = () => { };

    public IStorageTransaction Begin(bool isForWriting) => new Transaction(this, inner.Begin(isForWriting));

    private sealed class Transaction(MoodyStore store, IStorageTransaction inner) : FailingStore.Passing(inner)
    {
        public override void Commit()
        {
            if (store.Commits.TryDequeue(out var failure)) { throw failure; }
            base.Commit();
        }

        public override void Dispose()
        {
            base.Dispose();
            store.Ends();
        }
    }
}
