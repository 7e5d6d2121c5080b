// The store written in C# keeps every promise of a store (csp/testing_storage.hpp).
//
// CSP_CONFORMANCE names the shared library that tests/python/conformance.cpp is built as.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Csp.Interop;
using Xunit;

namespace Csp.Tests;

public sealed unsafe class ConformanceTests
{
    private static readonly List<string> Broken = [];
    private static Func<IStorage> s_open = () => new MemoryStore();

    [FactWithConformance]
    public void AStoreOfCSharpKeepsThePromisesOfAStore() =>
        Assert.Equal("", string.Join("\n", BrokenBy(() => new MemoryStore())));

    [FactWithConformance]
    public void AStoreThatBreaksAPromiseIsFoundOut() => Assert.NotEmpty(BrokenBy(() => new Forgetful()));

    private static List<string> BrokenBy(Func<IStorage> open)
    {
        var library = NativeLibrary.Load(FactWithConformanceAttribute.Path!);
        var ask = (delegate* unmanaged[Cdecl]<
            delegate* unmanaged[Cdecl]<csp_storage*, void>, delegate* unmanaged[Cdecl]<byte*, void>, int>)
            NativeLibrary.GetExport(library, "csp_broken_promises");
        s_open = open;
        Broken.Clear();
        ask(&Open, &Tell);
        return [.. Broken];
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Open(csp_storage* to) => *to = StoragePort.Write(s_open());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Tell(byte* sentence) => Broken.Add(Text.OfConstant(sentence));

    /// <summary>Says that it has kept what it has not.</summary>
    private sealed class Forgetful : IStorage
    {
        private readonly MemoryStore _inner = new();

        public IStorageTransaction Begin(bool isForWriting) => new Forgetting(_inner.Begin(isForWriting));

        private sealed class Forgetting(IStorageTransaction inner) : FailingStore.Passing(inner)
        {
            public override void Commit() { }
        }
    }
}
