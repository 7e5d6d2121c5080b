"""Writes the native layer of C# from the model: structs and functions as C has them, the rest as C# likes it.

    files = emit(read_headers(Path("capi")))    # path below the root of the repository -> text
"""

from csharp_commands import commands_text
from csharp_names import (
    ENUM_NAMES,
    HEADER,
    PLAIN,
    escaped,
    pascal,
    sentence_of,
    summary,
)
from model import Callback, Constant, Enum, Function, Model, Struct, Type

FOLDER = "capi/csharp/Csp"


def emit(model: Model) -> dict[str, str]:
    return {
        f"{FOLDER}/Native.cs": native_text(model),
        f"{FOLDER}/Enums.cs": enums_text(model),
        f"{FOLDER}/Commands.cs": commands_text(model),
    }


# ---- types ----------------------------------------------------------------------------------------------------


def csharp_type(model: Model, type_read: Type) -> str:
    """A handle and a `void*` are numbers to C#: nobody looks behind them."""
    name, pointers = type_read.name, type_read.pointers
    if model.is_handle(name) or (name == "void" and pointers > 0):
        return "nint" + "*" * (pointers - 1)
    return base_type(model, name) + "*" * pointers


def base_type(model: Model, name: str) -> str:
    if name in PLAIN:
        return PLAIN[name]
    callback = next((callback for callback in model.callbacks if callback.name == name), None)
    if callback is not None:
        return callback_type(model, callback)
    if model.enum(name) is not None:
        return ENUM_NAMES.get(name, pascal(name))
    alias = next((alias for alias in model.aliases if alias.name == name), None)
    return base_type(model, alias.type.name) if alias is not None else name


def callback_type(model: Model, callback: Callback) -> str:
    types = [csharp_type(model, parameter.type) for parameter in callback.parameters]
    types.append(csharp_type(model, callback.returns))
    return f"delegate* unmanaged[Cdecl]<{', '.join(types)}>"


# ---- Native.cs ------------------------------------------------------------------------------------------------


def native_text(model: Model) -> str:
    parts = [
        HEADER,
        "#pragma warning disable CS8981 // the names are those of C\n",
        "using System.Runtime.InteropServices;\n\nnamespace Csp.Interop;\n\n",
        "\n".join(struct_text(model, struct) for struct in model.structs),
        "\ninternal static unsafe partial class Native\n{\n",
        "".join(number_text(number) for number in model.numbers + yes_and_no(model)),
        "".join("\n" + function_text(model, function) for function in model.functions),
        "}\n",
    ]
    return "".join(parts)


def yes_and_no(model: Model) -> list[Constant]:
    return [one for enum in model.enums for one in enum.constants if one.name in ("CSP_YES", "CSP_NO")]


def number_text(number: Constant) -> str:
    kind = "int" if abs(number.value) < 2**31 else "long"
    return f"    internal const {kind} {number.name} = {number.value};\n"


def struct_text(model: Model, struct: Struct) -> str:
    lines = ["[StructLayout(LayoutKind.Sequential)]", f"internal unsafe struct {struct.name}", "{"]
    for field in struct.fields:
        name = escaped(field.name)
        if isinstance(field.type, Callback):
            lines.append(f"    internal {callback_type(model, field.type)} {name};")
        elif field.type.array:
            lines.append(f"    internal fixed {csharp_type(model, field.type)} {name}[{field.type.array}];")
        else:
            lines.append(f"    internal {csharp_type(model, field.type)} {name};")
    return "\n".join(lines) + "\n}\n"


def function_text(model: Model, function: Function) -> str:
    parameters = ", ".join(
        f"{csharp_type(model, parameter.type)} {escaped(parameter.name)}" for parameter in function.parameters
    )
    returns = csharp_type(model, function.returns)
    return (
        "    [DllImport(Library.Name, ExactSpelling = true), DefaultDllImportSearchPaths(Library.Search)]\n"
        f"    internal static extern {returns} {function.name}({parameters});\n"
    )


# ---- Enums.cs -------------------------------------------------------------------------------------------------


def enums_text(model: Model) -> str:
    shown = [enum for enum in model.enums if name_of_enum(enum)]
    names = [function for function in model.functions if is_name_function(model, function)]
    return "".join(
        [
            HEADER,
            "using Csp.Interop;\n\nnamespace Csp;\n\n",
            "\n".join(enum_text(enum) for enum in shown),
            "\n/// <summary>What each constant is called in JSON, in the feed and in the documents.</summary>\n",
            "public static unsafe class WireNames\n{\n",
            "\n".join(wire_name_text(model, function) for function in names),
            "}\n",
        ]
    )


def name_of_enum(enum: Enum) -> str:
    """Yes and no have none: they are `bool` here."""
    if enum.name:
        return ENUM_NAMES.get(enum.name, pascal(enum.name))
    return ENUM_NAMES.get(enum.prefix, "")


def prefix_of(enum: Enum) -> str:
    long = enum.name.upper() + "_"
    return long if enum.name and all(one.name.startswith(long) for one in enum.constants) else enum.prefix


def enum_text(enum: Enum) -> str:
    name, prefix = name_of_enum(enum), prefix_of(enum)
    is_inner = name == "Answer"
    lines = summary(enum.doc or f"The constants {prefix}... of C; a number that is none of them stays as it is.", "")
    if name == "Role":
        lines.append("[Flags]")
    lines += [f"{'internal' if is_inner else 'public'} enum {name}", "{"]
    for constant in enum.constants:
        own = constant.name[len(prefix) :]
        words = constant.doc if constant.doc and not constant.doc.startswith("stored as") else sentence_of(own)
        lines += summary(words, "    ")
        lines.append(f"    {pascal(own.lower())} = {constant.value},")
    return "\n".join(lines) + "\n}\n"


def is_name_function(model: Model, function: Function) -> bool:
    return function.name.endswith("_name") and len(function.parameters) == 1


def wire_name_text(model: Model, function: Function) -> str:
    type_name = csharp_type(model, function.parameters[0].type)
    argument = "value"
    if type_name == "int":
        type_name, argument = "Role", "(int)value"
    return "\n".join(
        summary('"unknown" for a number that this csp does not know.', "    ")
        + [
            f"    public static string WireName(this {type_name} value) =>",
            f"        Text.OfConstant(Native.{function.name}({argument}));",
            "",
        ]
    )
