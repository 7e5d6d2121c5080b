// The pages on which a provider adds a customer for a reseller.
using Csp.Interop;

namespace Csp;

/// <summary>
/// The pages on which a provider adds a customer for a reseller. Nothing is stored before it is submitted, and one that
/// is disposed of before has left nothing anywhere. What stands against a step is told at that step. It is one
/// thread's at a time.
/// </summary>
public sealed unsafe class Wizard : IDisposable
{
    private delegate Status Step(nint engine, csp_actor* by, nint wizard, csp_error* error, Arena arena);

    private readonly EngineHandle _engine;
    private readonly Actor _by;
    private readonly WizardHandle _handle;

    internal Wizard(EngineHandle engine, Actor by)
    {
        nint opened = 0;
        using var call = Call.Begin();
        call.Check(Native.csp_wizard_open(&opened, call.Error));
        (_engine, _by, _handle) = (engine, by, new WizardHandle(opened));
    }

    /// <summary>"unstarted", "details", "subscriptions", "review", "confirmed", "closed", "aborted".</summary>
    public string Phase
    {
        get
        {
            using var held = _handle.Hold();
            csp_str phase;
            using var call = Call.Begin();
            call.Check(Native.csp_wizard_phase(held.C, &phase, call.Error));
            return Text.FromC(phase);
        }
    }

    /// <summary>The first page: for which reseller.</summary>
    public void Start(StartWizard page) => Take((engine, by, wizard, error, arena) =>
        Native.csp_wizard_start(engine, by, wizard, page.Write(arena), error));

    /// <summary>The second page: who the customer is.</summary>
    public void GiveDetails(GiveDetails page) => Take((engine, by, wizard, error, arena) =>
        Native.csp_wizard_give_details(engine, by, wizard, page.Write(arena), error));

    /// <summary>The third page: what is bought.</summary>
    public void ChooseSubscriptions(ChooseSubscriptions page) => Take((engine, by, wizard, error, arena) =>
        Native.csp_wizard_choose_subscriptions(engine, by, wizard, page.Write(arena), error));

    /// <summary>What submitting would come to: rows for lines and resellers, and for each deadline ahead.</summary>
    public IReadOnlyList<Row> Review()
    {
        using var held = _handle.Hold();
        var wizard = held.C;
        return [.. new Query<Row>(_engine, (engine, _, cursor, error, arena) =>
            Native.csp_wizard_review(engine, _by.Write(arena), wizard, cursor, error), row => row)];
    }

    /// <summary>Everything in one commit; the text of the row is the first administrator's password.</summary>
    public Row Submit(Request request)
    {
        using var held = _handle.Hold();
        var wizard = held.C;
        return new Query<Row>(_engine, (engine, _, cursor, error, arena) =>
            Native.csp_wizard_submit(engine, request.Write(arena), wizard, cursor, error), row => row).First();
    }

    /// <summary>Closes the confirmation, and with it the setup info.</summary>
    public void Finish() => Take((engine, by, wizard, error, _) =>
        Native.csp_wizard_finish(engine, by, wizard, error));

    /// <summary>Gives up. The only way back is to start over.</summary>
    public void Cancel() => Take((engine, by, wizard, error, _) =>
        Native.csp_wizard_cancel(engine, by, wizard, error));

    /// <summary>Forgets what was not submitted.</summary>
    public void Dispose() => _handle.Dispose();

    private void Take(Step step)
    {
        using var engine = _engine.Hold();
        using var wizard = _handle.Hold();
        using var arena = new Arena();
        using var call = Call.Begin();
        call.Check(step(engine.C, _by.Write(arena), wizard.C, call.Error, arena));
    }
}
