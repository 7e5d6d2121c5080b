// How C calls C#: through static functions, with a handle of the C# object as their context.
using System.Runtime.InteropServices;

namespace Csp.Interop;

internal static unsafe class Callback
{
    /// <summary>Keeps the object alive until csp drops it.</summary>
    internal static nint Keep(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    internal static T Of<T>(nint context) where T : class => (T)GCHandle.FromIntPtr(context).Target!;

    internal static void Free(nint context) => GCHandle.FromIntPtr(context).Free();

    /// <summary>The last act of a callback that throws: the answer stays "failed", and nothing leaves C#.</summary>
    internal static void Failed(Exception failure) => Call.Failed(failure);

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    internal static void Drop(nint context) => Free(context);
}
