// JSON of csp into values of C#.
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Csp.Interop;

/// <summary>Fields that an older csp did not write are empty, not an error.</summary>
internal static class JsonFields
{
    internal static string Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";

    internal static Guid? Id(this JsonElement json, string name) =>
        Guid.TryParse(json.Text(name), out var id) ? id : null;

    internal static DateTimeOffset? Moment(this JsonElement json, string name) =>
        DateTimeOffset.TryParse(
            json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    internal static IReadOnlyList<string> Strings(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Select(one => one.GetString() ?? "")]
            : [];

    internal static Refusal Refusal(this Row row) => row.Json.Deserialize(JsonTypes.Default.Refusal)!;

    internal static IReadOnlyList<Refusal> Refusals(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var found) ? found.Deserialize(JsonTypes.Default.IReadOnlyListRefusal) ?? [] : [];
}

/// <summary>Null is the empty id, as in C.</summary>
internal sealed class IdConverter : JsonConverter<Guid>
{
    public override bool HandleNull => true;

    public override Guid Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null || !reader.TryGetGuid(out var id) ? Guid.Empty : id;

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}

/// <summary>{"amount":"12.50","currency":"USD"}</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return new Money(decimal.Parse(json.Text("amount"), CultureInfo.InvariantCulture), json.Text("currency"));
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.Amount.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }
}

/// <summary>A constant by its name. One of a newer csp is 0 here; the JSON of the row still has its name.</summary>
internal class NameConverter<T>(Func<T, string> nameOf) : JsonConverter<T> where T : struct, Enum
{
    private readonly Dictionary<string, T> _named = Enum.GetValues<T>().ToDictionary(nameOf);

    internal T Named(string? name) => name is not null && _named.TryGetValue(name, out var found) ? found : default;

    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Named(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(nameOf(value));
}

internal sealed class KindConverter() : NameConverter<Kind>(WireNames.WireName)
{
    internal static KindConverter Only { get; } = new();
}
internal sealed class PartnerKindConverter() : NameConverter<PartnerKind>(WireNames.WireName);
internal sealed class CloudConverter() : NameConverter<Cloud>(WireNames.WireName);
internal sealed class CycleConverter() : NameConverter<Cycle>(WireNames.WireName);
internal sealed class QualificationConverter() : NameConverter<Qualification>(WireNames.WireName);
internal sealed class MeteringConverter() : NameConverter<Metering>(WireNames.WireName);
internal sealed class LimitUnitConverter() : NameConverter<LimitUnit>(WireNames.WireName);
internal sealed class SuspensionReasonConverter() : NameConverter<SuspensionReason>(WireNames.WireName);
internal sealed class SuspendedByConverter() : NameConverter<SuspendedBy>(WireNames.WireName);
internal sealed class DeletionCauseConverter() : NameConverter<DeletionCause>(WireNames.WireName);
internal sealed class InvoiceTypeConverter() : NameConverter<InvoiceType>(WireNames.WireName);
internal sealed class DocumentTypeConverter() : NameConverter<DocumentType>(WireNames.WireName);
internal sealed class ChargeTypeConverter() : NameConverter<ChargeType>(WireNames.WireName);
