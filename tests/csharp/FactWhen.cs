// Facts that need something which is not always there; the report names what was skipped.
using Xunit;

namespace Csp.Tests;

/// <summary>Needs the library of promises that tests/python/conformance.cpp is built as.</summary>
internal sealed class FactWithConformanceAttribute : FactAttribute
{
    public static string? Path => Environment.GetEnvironmentVariable("CSP_CONFORMANCE");

    public FactWithConformanceAttribute() => Skip = string.IsNullOrEmpty(Path) ? "CSP_CONFORMANCE is not set" : null;
}

/// <summary>Needs the sources of csp around it, and a C compiler.</summary>
internal sealed class FactWithSourcesAttribute : FactAttribute
{
    public FactWithSourcesAttribute() => Skip = Root is null || !HasCompiler() ? "needs the sources and cc" : null;

    /// <summary>Where the sources of csp are.</summary>
    public static string? Root { get; } = FindRoot();

    private static bool HasCompiler() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "cc")));

    private static string? FindRoot()
    {
        var named = Environment.GetEnvironmentVariable("CSP_SOURCES");
        var folder = new DirectoryInfo(string.IsNullOrEmpty(named) ? AppContext.BaseDirectory : named);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "capi", "csp.h")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName;
    }
}
