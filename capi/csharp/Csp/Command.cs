// What can be asked. Commands.cs has all of them.
using Csp.Interop;

namespace Csp;

/// <summary>Something that can be asked of a record. Each command is a record of its own in Commands.cs.</summary>
public abstract record Command
{
    private protected Command() { }

    internal abstract unsafe void* WriteTo(Arena arena);

    internal abstract unsafe Status Do(nint engine, csp_request* request, csp_id* record,
        void* command, csp_receipt* receipt, csp_error* error);

    internal abstract unsafe Status Preview(nint engine, csp_request* request, csp_id* record,
        void* command, nint* cursor, csp_error* error);

    internal abstract unsafe Status Put(nint batch, csp_request* request, csp_id* record,
        void* command, ulong* place, csp_error* error);
}
