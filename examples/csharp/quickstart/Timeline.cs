// The timeline, and the proof.
namespace Csp.Examples;

internal static class Timeline
{
    public static void Print(Engine engine)
    {
        var listings = 0;
        Console.WriteLine($"\n{"when (UTC)",-29}{"record",-15}{"what happened",-27}by");
        foreach (var happening in engine.Events(Actor.Host))
        {
            if (happening.Kind == Kind.Offer)
            {
                ++listings;
                continue;
            }
            var by = happening.User.Length == 0 ? "time" : happening.User;
            Console.WriteLine(
                $"{WireText.Of(happening.At),-29}{happening.Kind.WireName(),-15}{happening.Name,-27}{by}");
        }
        Console.WriteLine($"and {listings} events of the catalogue\n");
    }

    /// <summary>Opens the file again, as another program would, and compares everything.</summary>
    public static bool NothingWasLost(string database, ManualClock clock, List<Happening> before)
    {
        var how = new EngineOptions { Url = "sqlite:" + database, Clock = clock, KeepsBills = false };
        using var engine = Engine.Open(how);
        var after = engine.Events(Actor.Host).ToList();
        var isSame = before.Select(What).SequenceEqual(after.Select(What));
        Console.WriteLine($"reopened {database}: {after.Count} events, "
            + (isSame ? "nothing was lost" : "SOMETHING WAS LOST"));
        return isSame;
    }

    private static (Guid, ulong, DateTimeOffset, string) What(Happening happening) =>
        (happening.Id, happening.Version, happening.At, happening.Name);
}
