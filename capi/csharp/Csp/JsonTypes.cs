// Which types are read from JSON; the compiler writes how.
using System.Text.Json.Serialization;

namespace Csp.Interop;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(IdConverter), typeof(MoneyConverter), typeof(KindConverter), typeof(PartnerKindConverter),
        typeof(CloudConverter), typeof(CycleConverter), typeof(QualificationConverter), typeof(MeteringConverter),
        typeof(LimitUnitConverter), typeof(SuspensionReasonConverter), typeof(SuspendedByConverter),
        typeof(DeletionCauseConverter), typeof(InvoiceTypeConverter), typeof(DocumentTypeConverter),
        typeof(ChargeTypeConverter),
    ])]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(IReadOnlyList<Refusal>))]
[JsonSerializable(typeof(Partner))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(Offer))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(Availability))]
[JsonSerializable(typeof(AllowedCommand))]
internal sealed partial class JsonTypes : JsonSerializerContext;
