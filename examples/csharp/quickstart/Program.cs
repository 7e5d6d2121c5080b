// The main job: a provider sells, suspends and reactivates licences, and nothing is lost.
//
//   quickstart [--db FILE] [--offers FILE] [--fresh]
//
// A second run continues with the same file. Days pass as fast as the clock is turned: it is a ManualClock.
using Csp;
using Csp.Examples;

var options = Options.From(args);
if (options is null)
{
    Console.Error.WriteLine("usage: quickstart [--db FILE] [--offers FILE] [--fresh]");
    return 2;
}
if (options.IsFresh)
{
    foreach (var ending in new[] { "", "-wal", "-shm" }) { File.Delete(options.Database + ending); }
}
try
{
    using var clock = new ManualClock(WireText.ReadTime("2019-09-02T09:00:00Z"));
    List<Happening> feed;
    // Who keeps bills here has to say what was paid.
    var how = new EngineOptions { Url = "sqlite:" + options.Database, Clock = clock, KeepsBills = false };
    using (var engine = Engine.Open(how))
    {
        var story = new Story(engine, clock);
        story.FindOrBegin();
        story.ImportCatalogue(options);
        story.FindOrAddCustomer();
        story.LiveThrough();
        Timeline.Print(engine);
        feed = [.. engine.Events(Actor.Host)];
    }
    return Timeline.NothingWasLost(options.Database, clock, feed) ? 0 : 1;
}
catch (CspException refusal)
{
    Console.Error.WriteLine($"{refusal.Rule} {refusal.Message}");
    return 1;
}
