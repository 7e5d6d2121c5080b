// How an engine is opened.
namespace Csp;

/// <summary>What an engine works with, and its defaults: a store in memory and the clock of the system.</summary>
public sealed record EngineOptions
{
    /// <summary>"memory:", or "sqlite:shop.db"; null: in memory, unless there is a <see cref="Storage"/>.</summary>
    public string? Url { get; init; }

    /// <summary>Your own store, instead of <see cref="Url"/>: both are refused.</summary>
    public IStorage? Storage { get; init; }

    /// <summary>A <see cref="ManualClock"/>, or your own; null: the system's.</summary>
    public IClock? Clock { get; init; }

    /// <summary>Where keys and download addresses come from; null: there are none to be had.</summary>
    public IFulfilment? Fulfilment { get; init; }

    /// <summary>How they are stored; needed, or a <see cref="SealingKey"/>, where there is a fulfilment.</summary>
    public ISealer? Sealer { get; init; }

    /// <summary>32 bytes, for csp's own sealer.</summary>
    public ReadOnlyMemory<byte> SealingKey { get; init; }

    /// <summary>Where unguessable bytes come from; null: libsodium.</summary>
    public ISecrets? Secrets { get; init; }

    /// <summary>Told of every event once it is stored; see <see cref="Engine.Listen"/>.</summary>
    public Action<Happening>? Listener { get; init; }

    /// <summary>Told of what the listener throws.</summary>
    public Action<Exception>? ListenerFailed { get; init; }

    /// <summary>The rules of a day: "2018-03", "2018-10", "2019-03", "2020-01", "2021-06"; empty: "2020-01".</summary>
    public string Profile { get; init; } = "";

    /// <summary>Microsoft's address rules, one JSON text a country; see docs/imports.md.</summary>
    public IReadOnlyList<string> CountryRules { get; init; } = [];

    /// <summary>0: random ids; otherwise counted from there, so that two runs print the same.</summary>
    public ulong FirstCountedId { get; init; }

    /// <summary>How often a command is tried in all when another writer was first; 0: 8.</summary>
    public int Attempts { get; init; }

    /// <summary>False: you bill elsewhere. Chosen once for a store.</summary>
    public bool KeepsBills { get; init; } = true;

    /// <summary>SQLite only: the last commits may be lost with the power, never torn.</summary>
    public bool IsSqliteNormal { get; init; }

    /// <summary>SQLite only: how long to wait for another program; zero: 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; }
}
