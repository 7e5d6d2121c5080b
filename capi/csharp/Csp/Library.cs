// Finds the library of C, loads it once, and makes sure that it fits.
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Csp.Interop;

internal static class Library
{
    internal const string Name = "csp";
    internal const DllImportSearchPath Search =
        DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;

    /// <summary>An environment variable: the path of the library, instead of the one in the package.</summary>
    internal const string PathVariable = "CSP_LIBRARY";

    /// <summary>What a system-wide installation calls it; libcsp.so comes with its headers only.</summary>
    private const string SystemName = "libcsp.so.0";

    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != Name) { return 0; }
        var handle = Load(assembly, search);
        Check(handle);
        return handle;
    }

    private static nint Load(Assembly assembly, DllImportSearchPath? search)
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        if (!string.IsNullOrEmpty(path)) { return NativeLibrary.Load(path); }
        if (NativeLibrary.TryLoad(Name, assembly, search, out var packaged)) { return packaged; }
        if (NativeLibrary.TryLoad(SystemName, assembly, search, out var installed)) { return installed; }
        throw new DllNotFoundException(
            $"csp: neither libcsp.so of the package nor {SystemName} was found; {PathVariable} may name its path");
    }

    private static unsafe void Check(nint handle)
    {
        var version = (delegate* unmanaged[Cdecl]<uint>)NativeLibrary.GetExport(handle, "csp_version");
        var loaded = version();
        if (Fits(loaded, Native.CSP_VERSION)) { return; }
        throw new NotSupportedException(
            $"csp: the library is {InWords(loaded)}, this package was made for {InWords(Native.CSP_VERSION)}");
    }

    /// <summary>While the first number, that of libcsp.so.0, stays there is only more in a newer one.</summary>
    internal static bool Fits(uint loaded, uint made) => loaded >= made && loaded >> 16 == made >> 16;

    private static string InWords(uint version) => $"{version >> 16}.{version >> 8 & 255}.{version & 255}";
}

internal static unsafe partial class Native
{
    // Before the first call of any of the functions.
    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Library.Resolve);
}
