// Fulfilment, sealer and dice written in C#.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Csp.Interop;

internal static unsafe class FulfilmentPort
{
    internal static csp_fulfilment Write(IFulfilment fulfilment) => new()
    {
        size = (uint)sizeof(csp_fulfilment),
        context = Callback.Keep(fulfilment),
        key_for = &KeyFor,
        url_for = &UrlFor,
        drop = &Callback.Drop,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void KeyFor(nint context, csp_delivery* delivery,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, void> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            TextSink.Put(Callback.Of<IFulfilment>(context).KeyFor(FromC(*delivery)), sink, sinkContext);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Callback.Failed(failure); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void UrlFor(nint context, csp_delivery* delivery,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, void> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            TextSink.Put(Callback.Of<IFulfilment>(context).UrlFor(FromC(*delivery)), sink, sinkContext);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Callback.Failed(failure); }
    }

    private static Delivery FromC(in csp_delivery delivery) => new()
    {
        Entitlement = Ids.FromC(delivery.entitlement),
        Product = Ids.FromC(delivery.product),
        Link = Ids.OrNull(delivery.link),
        Quantity = delivery.quantity,
        Renewal = delivery.renewal,
        CatalogId = Text.FromC(delivery.catalog_id),
        Version = Text.FromC(delivery.version),
        Language = Text.FromC(delivery.language),
        FileType = Text.FromC(delivery.file_type),
    };
}

internal static unsafe class SealerPort
{
    internal static csp_sealer Write(ISealer sealer) => new()
    {
        size = (uint)sizeof(csp_sealer),
        context = Callback.Keep(sealer),
        seal = &Seal,
        open = &Open,
        drop = &Callback.Drop,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Seal(nint context, csp_str* secret, csp_str* belongsTo,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, void> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            var sealer = Callback.Of<ISealer>(context);
            TextSink.Put(sealer.Seal(Text.FromC(*secret), Text.FromC(*belongsTo)), sink, sinkContext);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Callback.Failed(failure); }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Open(nint context, csp_str* closed, csp_str* belongsTo,
        delegate* unmanaged[Cdecl]<nint, byte*, nuint, void> sink, nint sinkContext, Answer* answer)
    {
        try
        {
            var sealer = Callback.Of<ISealer>(context);
            TextSink.Put(sealer.Open(Text.FromC(*closed), Text.FromC(*belongsTo)), sink, sinkContext);
            *answer = Answer.Done;
        }
        catch (Exception failure) { Callback.Failed(failure); }
    }
}

internal static unsafe class SecretsPort
{
    internal static csp_secrets Write(ISecrets secrets) => new()
    {
        size = (uint)sizeof(csp_secrets),
        context = Callback.Keep(secrets),
        fill = &Fill,
        drop = &Callback.Drop,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint context, byte* bytes, nuint size, Answer* answer)
    {
        try
        {
            Callback.Of<ISecrets>(context).Fill(new Span<byte>(bytes, checked((int)size)));
            *answer = Answer.Done;
        }
        catch (Exception failure) { Callback.Failed(failure); }
    }
}

internal static unsafe class TextSink
{
    /// <summary>csp copies it; ours is wiped, though the string that it came from cannot be.</summary>
    internal static void Put(string text, delegate* unmanaged[Cdecl]<nint, byte*, nuint, void> sink, nint sinkContext)
    {
        var bytes = Text.Strict.GetBytes(text);
        fixed (byte* data = bytes) { sink(sinkContext, data, (nuint)bytes.Length); }
        CryptographicOperations.ZeroMemory(bytes);
    }
}
