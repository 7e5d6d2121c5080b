// The options of an engine, as C takes them.
namespace Csp.Interop;

internal static unsafe class OpenOptions
{
    /// <summary>What C does not drop comes first: a text that is none throws before anything is brought along.</summary>
    internal static csp_engine_options* Write(EngineOptions options, Arena arena)
    {
        var to = arena.New<csp_engine_options>();
        to->size = (uint)sizeof(csp_engine_options);
        WriteValues(options, to, arena);
        WritePorts(options, to, arena);
        return to;
    }

    private static void WriteValues(EngineOptions options, csp_engine_options* to, Arena arena)
    {
        to->url = arena.Text(options.Url ?? (options.Storage is null ? "memory:" : ""));
        to->sealing_key = arena.Bytes(options.SealingKey.Span);
        to->profile = arena.Text(options.Profile);
        to->country_rules = arena.Texts(options.CountryRules);
        to->country_rules_count = (nuint)options.CountryRules.Count;
        to->first_counted_id = options.FirstCountedId;
        to->attempts = options.Attempts;
        to->keeps_bills = options.KeepsBills ? Native.CSP_YES : Native.CSP_NO;
        to->sqlite_normal = options.IsSqliteNormal ? 1u : 0u;
        to->busy_timeout_ms = checked((uint)options.BusyTimeout.TotalMilliseconds);
        to->manual_clock = options.Clock is ManualClock clock ? HandleOf(clock) : 0;
    }

    private static nint HandleOf(ManualClock clock)
    {
        ObjectDisposedException.ThrowIf(clock.Handle.IsClosed, clock);
        return clock.Handle.DangerousGetHandle();
    }

    private static void WritePorts(EngineOptions options, csp_engine_options* to, Arena arena)
    {
        if (options.Storage is not null)
        {
            *(to->storage = arena.New<csp_storage>()) = StoragePort.Write(options.Storage);
        }
        if (options.Clock is not null and not ManualClock)
        {
            *(to->clock = arena.New<csp_clock>()) = ClockPort.Write(options.Clock);
        }
        if (options.Fulfilment is not null)
        {
            *(to->fulfilment = arena.New<csp_fulfilment>()) = FulfilmentPort.Write(options.Fulfilment);
        }
        if (options.Sealer is not null) { *(to->sealer = arena.New<csp_sealer>()) = SealerPort.Write(options.Sealer); }
        if (options.Secrets is not null)
        {
            *(to->secrets = arena.New<csp_secrets>()) = SecretsPort.Write(options.Secrets);
        }
        if (options.Listener is not null)
        {
            *(to->listener = arena.New<csp_listener>()) = ListenerPort.Write(options.Listener, options.ListenerFailed);
        }
    }
}
