// What may be bought, and the first reason why the rest may not.
using System.Text;

namespace Csp.Examples;

internal static class Shelf
{
    private const int Shown = 6;

    /// <summary>Answers the first offer that may be bought.</summary>
    public static Guid? Show(
        Engine engine, Actor ann, Guid customer, Cycle cycle, CatalogView view, string title)
    {
        var (available, refused) = (0, 0);
        Guid? first = null;
        var lines = new StringBuilder();
        foreach (var answer in engine.AvailabilityFor(ann, customer, cycle, view).Where(IsOnThisPage))
        {
            var isAvailable = answer.Reasons.Count == 0;
            if (isAvailable) { first ??= answer.Offer; }
            var number = isAvailable ? ++available : ++refused;
            if (number <= Shown) { lines.Append(LineOf(answer)).Append('\n'); }
        }
        Console.WriteLine($"{title}: {available} available, {refused} not; the first of each:");
        Console.Write(lines);
        return first;
    }

    /// <summary>Trials and regular offers stand on pages of their own (OFF-07).</summary>
    private static bool IsOnThisPage(Availability answer) =>
        !answer.Reasons.Any(refusal => refusal.Reason.EndsWith("_view_only", StringComparison.Ordinal));

    private static string LineOf(Availability answer)
    {
        var price = answer.UnitPrice is { } unitPrice ? $", {unitPrice} a month" : "";
        var why = answer.Reasons.Count == 0 ? "" : $" ({answer.Reasons[0].Rule}: {answer.Reasons[0].Sentence})";
        return $"  {(answer.Reasons.Count == 0 ? "yes" : "no "),-3} {answer.Name}{price}{why}";
    }
}
