// What a command would do.
using Csp.Interop;

namespace Csp;

/// <summary>What a command would do. Nothing of it has happened.</summary>
/// <param name="Events">What would happen, reactions included.</param>
/// <param name="Charges">The money lines that it would make.</param>
/// <param name="Coming">The deadlines that would lie ahead.</param>
public sealed record Preview(
    IReadOnlyList<Happening> Events, IReadOnlyList<Row> Charges, IReadOnlyList<Coming> Coming)
{
    internal static Preview Of(IEnumerable<Row> rows)
    {
        var all = rows.ToLookup(row => row.What);
        return new Preview(
            [.. all[RowWhat.Event].Select(row => Happening.FromJson(row.Json))],
            [.. all[RowWhat.Charge]],
            [.. all[RowWhat.Coming].Select(Csp.Coming.Of)]);
    }
}

/// <summary>A deadline that lies ahead.</summary>
/// <param name="Kind">Of the record.</param>
/// <param name="Id">Of the record.</param>
/// <param name="At">When.</param>
/// <param name="Command">What will be asked of it then.</param>
public sealed record Coming(Kind Kind, Guid Id, DateTimeOffset At, string Command)
{
    internal static Coming Of(Row row) =>
        new(row.Kind, row.Id, row.Json.Moment("at") ?? default, row.Json.Text("command"));
}
