// What the command line says.
namespace Csp.Examples;

internal sealed class Options
{
    public string Database { get; private set; } = "csp-quickstart.db";
    public string Offers { get; private set; } = Path.Combine(AppContext.BaseDirectory, "data", "offers.json");
    public string Prices { get; } = Path.Combine(AppContext.BaseDirectory, "data", "prices.csv");
    public bool IsFresh { get; private set; }

    /// <summary>Null where it says something else.</summary>
    public static Options? From(string[] words)
    {
        var options = new Options();
        for (var i = 0; i < words.Length; ++i)
        {
            if (words[i] == "--fresh") { options.IsFresh = true; }
            else if (words[i] == "--db" && i + 1 < words.Length) { options.Database = words[++i]; }
            else if (words[i] == "--offers" && i + 1 < words.Length) { options.Offers = words[++i]; }
            else { return null; }
        }
        return options;
    }
}
