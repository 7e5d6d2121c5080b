// Keys and download addresses, how they lie at rest, and dice: the ports.
namespace Csp;

/// <summary>
/// Where keys and download addresses come from. The same delivery gives the same answer: it may be asked for again
/// when another writer was first.
/// </summary>
public interface IFulfilment
{
    /// <summary>The key of an entitlement.</summary>
    string KeyFor(Delivery delivery);

    /// <summary>The address from which it is downloaded.</summary>
    string UrlFor(Delivery delivery);
}

/// <summary>What is to be delivered.</summary>
public sealed record Delivery
{
    /// <summary>Of which entitlement.</summary>
    public required Guid Entitlement { get; init; }

    /// <summary>Of which product.</summary>
    public required Guid Product { get; init; }

    /// <summary>Of an address: its link. Null for a key.</summary>
    public Guid? Link { get; init; }

    /// <summary>How many licences.</summary>
    public required int Quantity { get; init; }

    /// <summary>Of an address: how often the link has begun before.</summary>
    public required ulong Renewal { get; init; }

    /// <summary>Microsoft's name of the product.</summary>
    public required string CatalogId { get; init; }

    /// <summary>Which version of it.</summary>
    public required string Version { get; init; }

    /// <summary>In which language.</summary>
    public required string Language { get; init; }

    /// <summary>As which type of file.</summary>
    public required string FileType { get; init; }
}

/// <summary>
/// How keys and addresses lie at rest. What they belong to is not in the sealed text, and only the same one opens it.
/// </summary>
public interface ISealer
{
    /// <summary>Printable ASCII that only <see cref="Open"/> can read.</summary>
    string Seal(string secret, string belongsTo);

    /// <summary>What was sealed. Throws where it belongs to something else, or was changed.</summary>
    string Open(string sealedText, string belongsTo);
}

/// <summary>Dice.</summary>
public interface ISecrets
{
    /// <summary>Fills all of it with bytes that nobody can guess.</summary>
    void Fill(Span<byte> bytes);
}
