// What C says when it says no, as an exception.
using System.Text.Json;

namespace Csp.Interop;

internal static unsafe class Errors
{
    internal static Exception Of(Status status, Call call, Exception? inner)
    {
        if (status == Status.NoMemory) { return new OutOfMemoryException("csp: out of memory", inner); }
        var error = call.Error;
        var (allowed, also) = Rest(call);
        return new CspException(status, Sentence(status, error), inner)
        {
            Rule = Text.OfField(error->rule, 16),
            Reason = Text.OfField(error->reason, 64),
            Field = Text.OfField(error->field, 128),
            Phase = Text.OfField(error->phase, 32),
            Existing = Ids.OrNull(error->existing),
            MicrosoftNumber = error->microsoft == 0 ? null : error->microsoft,
            Allowed = allowed,
            Also = also,
            IsPartial = call.IsPartial,
        };
    }

    private static string Sentence(Status status, csp_error* error)
    {
        var message = Text.OfField(error->message, 248);
        return message.Length > 0 ? message : status.WireName();
    }

    /// <summary>What only the JSON says.</summary>
    private static (IReadOnlyList<string>, IReadOnlyList<Refusal>) Rest(Call call)
    {
        if (call.Json.IsEmpty) { return ([], []); }
        using var json = JsonDocument.Parse(call.Json);
        return (json.RootElement.Strings("allowed"), json.RootElement.Refusals("also"));
    }
}
