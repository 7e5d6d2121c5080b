// How many calls a second go from C# to csp and back, on a store in memory.
using System.Diagnostics;
using Csp;
using Csp.Tests;

using var shop = new Shop();
var seats = shop.Buy(1);
var quantity = 1;

Measure("an id written as text", 1_000_000, () => WireText.Of(seats));
Measure("a refused command", 50_000, () =>
{
    try { shop.Engine.Execute(shop.Ann, seats, new ChangeQuantity { Quantity = 0 }); }
    catch (CspException) { }
});
Measure("a command", 50_000, () =>
    shop.Engine.Execute(shop.Ann, seats, new ChangeQuantity { Quantity = quantity = quantity % 300 + 1 }));
Measure("a record read", 100_000, () => shop.Engine.Subscription(shop.Ann, seats));

static void Measure(string what, int count, Action ask)
{
    for (var i = 0; i < count / 10; ++i) { ask(); }
    var watch = Stopwatch.StartNew();
    for (var i = 0; i < count; ++i) { ask(); }
    Console.WriteLine($"{what,-24}{count / watch.Elapsed.TotalSeconds,14:N0} a second");
}
