"""Writes the commands, and the parts they are made of, as C# records that know how to become a C struct."""

import re
from dataclasses import dataclass

from csharp_names import ENUM_NAMES, HEADER, pascal, sentence_of, summary
from model import Callback, Field, Function, Model, Struct, Type

# No command or query reaches them from a record of C#, but the pages of the wizard.
WIZARD_PAGES = ("csp_start_wizard", "csp_give_details", "csp_choose_subscriptions")

# What makes no sense when it is forgotten. (Enums without a default are required as well.)
REQUIRED = {
    "csp_enrolment": "company_name country billing_currency",
    "csp_address": "country",
    "csp_billing_profile": "company_name address",
    "csp_first_line": "offer quantity",
    "csp_first_order": "lines",
    "csp_admin_user": "user_name",
    "csp_listing": "country catalog_id name",
    "csp_price": "market unit_price valid_from",
    "csp_order_line": "offer quantity",
    "csp_cancellation_policy": "from",
    "csp_product_sheet": "catalog_id name",
    "csp_software_wish": "product quantity",
    "csp_support_contact": "name",
    "csp_attachment": "file_name reference",
    "csp_enrol_partner": "enrolment",
    "csp_change_billing_day": "billing_day",
    "csp_restrict_partner": "reason",
    "csp_record_agreement": "signed_on",
    "csp_create_customer": "domain profile",
    "csp_update_billing_profile": "profile",
    "csp_set_qualification": "qualification",
    "csp_resolve_qualification": "is_approved",
    "csp_record_qualification": "qualification",
    "csp_associate_reseller": "reseller",
    "csp_grant_access": "reseller",
    "csp_revoke_access": "reseller",
    "csp_list_offer": "listing",
    "csp_withdraw_listing": "country",
    "csp_set_price": "price",
    "csp_draft_order": "customer lines",
    "csp_change_draft": "lines",
    "csp_place_order": "customer lines",
    "csp_change_cycle": "cycle",
    "csp_rename_subscription": "friendly_name",
    "csp_change_quantity": "quantity",
    "csp_convert_trial": "offer quantity",
    "csp_set_reseller": "mpn_id",
    "csp_list_product": "sheet",
    "csp_set_product_price": "price",
    "csp_buy_software": "customer lines",
    "csp_exchange_software": "product",
    "csp_draft_support_request": "form",
    "csp_change_support_request": "form",
    "csp_add_support_note": "text",
    "csp_attach_file": "attachment",
    "csp_ask_for_attention": "text",
    "csp_accept_refund": "amount",
    "csp_request_partnership": "reseller_email",
    "csp_record_payment": "amount",
    "csp_credit_and_rebill": "reason",
    "csp_give_details": "domain profile",
    "csp_choose_subscriptions": "first_order",
}


@dataclass(frozen=True)
class Property:
    """A field of C as C# shows it: its type, what it is when nobody sets it, and the line that writes it."""

    type: str
    default: str
    write: str


def commands_text(model: Model) -> str:
    functions = {function.parameters[3].type.name: function for function in model.functions if is_command(function)}
    names = list(functions) + [name for name in WIZARD_PAGES if model.struct(name) is not None]
    parts = [HEADER, "using Csp.Interop;\n\nnamespace Csp;\n\n"]
    records = [record_text(model, struct, functions.get(struct.name)) for struct in reachable(model, names)]
    return "".join(parts) + "\n".join(records)


def is_command(function: Function) -> bool:
    """csp_X, beside its csp_preview_X and csp_batch_X."""
    is_other = re.match(r"csp_(preview|batch)_", function.name) is not None
    takes = [parameter.name for parameter in function.parameters]
    return takes[:4] == ["engine", "request", "record", "command"] and not is_other


def reachable(model: Model, names: list[str]) -> list[Struct]:
    """These structs and everything they point to, in the order of the header."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        struct = model.struct(waiting.pop())
        if struct is None or struct.name in found:
            continue
        found.add(struct.name)
        waiting += [one.type.name for one in struct.fields if isinstance(one.type, Type) and one.type.pointers]
    return [struct for struct in model.structs if struct.name in found and struct.is_sized]


# ---- one record -----------------------------------------------------------------------------------------------


def record_text(model: Model, struct: Struct, function: Function | None) -> str:
    fields = [one for one in struct.fields if is_shown(one)]
    properties = [(one, property_of(model, struct, one)) for one in fields]
    base = " : Command" if function is not None else ""
    lines = record_doc(struct, function)
    lines += [f"public sealed record {pascal(struct.name)}{base}", "{"]
    for one, shown in properties:
        lines += property_lines(struct, one, shown)
    lines += fill_lines(struct, [shown for _, shown in properties])
    if function is not None:
        lines += command_lines(struct, function)
    return "\n".join(lines) + "\n}\n"


def is_shown(one: Field) -> bool:
    return one.name != "size" and not one.name.startswith("reserved") and not one.name.endswith("_count")


def record_doc(struct: Struct, function: Function | None) -> list[str]:
    words = struct.doc.split("\n")
    if function is None:
        return summary(struct.doc or f"{pascal(struct.name)}, a part of commands.", "")
    asked = [line for line in words if line.startswith("Asked by:")]
    moves = " ".join(line for line in words[1:] if line not in asked)
    return summary(f"{words[0]}: {moves}", "") + summary(" ".join(asked) or "Asked by nobody.", "", "remarks")


def property_lines(struct: Struct, one: Field, shown: Property) -> list[str]:
    is_required = is_required_field(struct, one, shown)
    words = one.doc if one.doc and not re.match(r"0: \S+$", one.doc) else sentence_of(one.name)
    start = "required " if is_required else ""
    end = f" = {shown.default};" if shown.default and not is_required else ""
    return summary(words, "    ") + [f"    public {start}{shown.type} {pascal(one.name)} {{ get; init; }}{end}", ""]


def is_required_field(struct: Struct, one: Field, shown: Property) -> bool:
    return one.name in REQUIRED.get(struct.name, "").split() or shown.default == "required"


def fill_lines(struct: Struct, properties: list[Property]) -> list[str]:
    name = struct.name
    lines = [
        f"    internal unsafe {name}* Write(Arena arena)",
        "    {",
        f"        var to = arena.New<{name}>();",
        "        Fill(to, arena);",
        "        return to;",
        "    }",
        "",
        f"    internal unsafe void Fill({name}* to, Arena arena)",
        "    {",
        f"        to->size = (uint)sizeof({name});",
    ]
    return lines + [f"        {line}" for shown in properties for line in shown.write.split("\n")] + ["    }"]


def command_lines(struct: Struct, function: Function) -> list[str]:
    own = function.name[len("csp_") :]
    ways = [
        ("Do", "engine", f"csp_{own}", "csp_receipt* receipt", "receipt"),
        ("Preview", "engine", f"csp_preview_{own}", "nint* cursor", "cursor"),
        ("Put", "batch", f"csp_batch_{own}", "ulong* place", "place"),
    ]
    lines = ["", "    internal override unsafe void* WriteTo(Arena arena) => Write(arena);"]
    for name, handle, called, out, out_name in ways:
        lines += [
            "",
            f"    internal override unsafe Status {name}(nint {handle}, csp_request* request, csp_id* record,",
            f"        void* command, {out}, csp_error* error) =>",
            f"        Native.{called}({handle}, request, record, ({struct.name}*)command, {out_name}, error);",
        ]
    return lines


# ---- one property ---------------------------------------------------------------------------------------------


def property_of(model: Model, struct: Struct, one: Field) -> Property:
    assert not isinstance(one.type, Callback), one.name
    name = pascal(one.name)
    required = one.name in REQUIRED.get(struct.name, "").split()
    if not one.type.pointers:
        return plain_property(model, one, name, required)
    if any(other.name == one.name + "_count" for other in struct.fields):
        return list_property(model, one, name)
    return pointer_property(model, one, name, required)


PLAINLY = {  # type of C -> type of C#, what it is by default, how it is written
    "csp_str": ("string", '""', "arena.Text({0})"),
    "csp_id": ("Guid", "", "Ids.ToC({0})"),
    "csp_country": ("string", '""', "Codes.Country({0})"),
    "csp_currency": ("string", '""', "Codes.Currency({0})"),
    "csp_day": ("DateOnly", "", "Times.ToDay({0})"),
    "csp_bool": ("bool", "", "({0} ? Native.CSP_YES : Native.CSP_NO)"),
    "int32_t": ("int", "", "{0}"),
}


def plain_property(model: Model, one: Field, name: str, required: bool) -> Property:
    said = re.match(r"0: (\S+)$", one.doc)
    if one.type.name == "csp_money":
        return Property("Money" if required else "Money?", "", f"to->{one.name} = Money.ToC({name});")
    if one.type.name == "csp_day" and not required:
        raise ValueError(f"{one.name}: the default of a DateOnly is no day of csp; say that it is required")
    if one.type.name in PLAINLY:
        type_name, default, write = PLAINLY[one.type.name]
        if said:
            default = {"CSP_YES": "true", "CSP_NO": "false"}.get(said[1], said[1])
        return Property(type_name, default, f"to->{one.name} = {write.format(name)};")
    enum = enum_name(model, one.type.name)
    if not said:
        return Property(enum, "required", f"to->{one.name} = {name};")
    own = said[1][len(one.type.name) + 1 :].lower()
    return Property(enum, f"{enum}.{pascal(own)}", f"to->{one.name} = {name};")


def enum_name(model: Model, name: str) -> str:
    if model.enum(name) is None:
        raise ValueError(f"csharp_commands.py does not know the type {name}")
    return ENUM_NAMES.get(name, pascal(name))


LISTS = {
    "csp_str": ("string", "arena.Texts({0})"),
    "csp_id": ("Guid", "arena.Ids({0})"),
    "int32_t": ("int", "arena.Values({0})"),
}


def list_property(model: Model, one: Field, name: str) -> Property:
    kind = one.type.name
    count = f"to->{one.name}_count = (nuint){name}.Count;"
    if model.struct(kind) is not None and kind not in LISTS:
        fill = f"for (var i = 0; i < {name}.Count; ++i) {{ {name}[i].Fill(to->{one.name} + i, arena); }}"
        make = f"to->{one.name} = arena.Array<{kind}>({name}.Count);"
        return Property(f"IReadOnlyList<{pascal(kind)}>", "[]", "\n".join([make, fill, count]))
    type_name, write = LISTS.get(kind) or (enum_name(model, kind), "arena.Values({0})")
    return Property(f"IReadOnlyList<{type_name}>", "[]", f"to->{one.name} = {write.format(name)};\n{count}")


def pointer_property(model: Model, one: Field, name: str, required: bool) -> Property:
    kind = one.type.name
    if kind == "int32_t":
        return Property("int?", "", f"to->{one.name} = arena.Optional({name});")
    if kind == "csp_day":
        return Property("DateOnly?", "", f"to->{one.name} = arena.Day({name});")
    if model.struct(kind) is None:
        raise ValueError(f"csharp_commands.py does not know the type {kind}*")
    type_name = pascal(kind) + ("" if required else "?")
    write = f"{name}.Write(arena)" if required else f"{name} is null ? null : {name}.Write(arena)"
    return Property(type_name, "", f"to->{one.name} = {write};")
