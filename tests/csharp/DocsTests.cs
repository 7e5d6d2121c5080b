// What the documentation shows is what is compiled.
using Xunit;

namespace Csp.Tests;

public sealed class DocsTests
{
    [FactWithSources]
    public void TheFirstOrderIsTheOneOfTheExample()
    {
        var root = FactWithSourcesAttribute.Root!;
        var program = File.ReadAllText(Path.Combine(root, "examples", "csharp", "first", "Program.cs"));
        Assert.Contains($"```csharp\n{program}```\n", File.ReadAllText(Path.Combine(root, "docs", "csharp.md")));
    }
}
