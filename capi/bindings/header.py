"""Reads the headers of csp into a model. Their shapes are few, and whatever is none of them raises Misread.

    model = read_headers(Path("capi"))
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from model import Alias, Callback, Constant, Enum, Field, Function, Handle, Model, Parameter, Struct, Type

MACROS_OF_C = {"CSP_API", "CSP_INIT"}  # they mean something to a compiler only
NUMBERS_OF_C = {"INT64_MAX": 2**63 - 1}
PLAIN = {"void", "char", "int32_t", "uint32_t", "int64_t", "uint64_t", "uint8_t", "size_t"}
TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<number>-?\s*(?:0x[0-9A-Fa-f]+|\d+))
      | (?P<text>"[^"\n]*")
      | (?P<sign>[{}()\[\];,=*])
      | (?P<space>\s+)""",
    re.DOTALL | re.VERBOSE,
)


class Misread(Exception):
    """The header holds something this reader does not know; nothing is skipped."""


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    first_line: int
    last_line: int


def read_headers(folder: Path) -> Model:
    model = Model()
    for name in included_by("csp.h", folder, []):
        Reader(name, (folder / name).read_text(encoding="utf-8"), model).read()
    return model


def included_by(name: str, folder: Path, before: list[str]) -> list[str]:
    """This header and all that it includes, in the order in which a compiler reads what they declare."""
    order = list(before)
    for other in re.findall(r'^#include "(\w+\.h)"', (folder / name).read_text(encoding="utf-8"), re.MULTILINE):
        if other not in order:
            order = included_by(other, folder, order)
    return order + [name]


def without_directives(name: str, text: str, model: Model) -> str:
    """What a C compiler for Linux sees. Every line keeps its number; #define of a number goes to the model."""
    lines: list[str] = []
    shown = [True]
    continues = False
    for number, line in enumerate(text.split("\n"), 1):
        directive = re.match(r"\s*#\s*(\w+)\s*(.*)", line)
        if not continues and directive is None:
            lines.append(line if all(shown) else "")
            continue
        lines.append("")
        if not continues and directive is not None:
            obey(directive[1], directive[2], shown, model, f"{name}:{number}")
        continues = line.endswith("\\")
    if shown != [True]:
        raise Misread(f"{name}: an #if without its #endif")
    return "\n".join(lines)


def obey(word: str, rest: str, shown: list[bool], model: Model, place: str) -> None:
    if word in ("ifdef", "ifndef", "if"):
        is_guard = word == "ifndef" and re.fullmatch(r"CSP_\w*H", rest) is not None
        if not is_guard and not (word, rest) in (("ifdef", "__cplusplus"), ("if", "defined(_WIN32)")):
            raise Misread(f"{place}: #{word} {rest}")
        shown.append(is_guard)
    elif word == "else":
        shown[-1] = not shown[-1]
    elif word == "endif":
        shown.pop()
    elif word == "define":
        define(rest, all(shown), model, place)
    elif word != "include":
        raise Misread(f"{place}: #{word}")


def define(rest: str, is_shown: bool, model: Model, place: str) -> None:
    said = re.fullmatch(r"(\w+)(\([^)]*\))?\s*(.*?)\s*(?:/\*\s*(.*?)\s*\*/)?", rest)
    if said is None:
        raise Misread(f"{place}: #define {rest}")
    name, value = said[1], said[3]
    if not is_shown or name in MACROS_OF_C or (value == "" and name.endswith("_H")):
        return
    value = re.sub(r"^U?INT64_C\((.*)\)$", r"\1", value)
    number = NUMBERS_OF_C.get(value)
    if number is None:
        if re.fullmatch(r"-?(0x[0-9A-Fa-f]+|\d+)", value) is None:
            raise Misread(f"{place}: #define {rest}")
        number = int(value, 0)
    model.numbers.append(Constant(name, number, said[4] or ""))


def tokens_of(name: str, text: str) -> list[Token]:
    tokens: list[Token] = []
    offset, line = 0, 1
    while offset < len(text):
        found = TOKEN.match(text, offset)
        if found is None:
            raise Misread(f"{name}:{line}: {text[offset:offset + 20]!r}")
        lines = found[0].count("\n")
        if found.lastgroup != "space":
            tokens.append(Token(str(found.lastgroup), found[0], line, line + lines))
        offset, line = found.end(), line + lines
    return tokens


def prose_of(comment: str) -> str:
    """The words of a comment, a line each, without its stars."""
    inner = comment[2:-2] if comment.startswith("/*") else comment[2:]
    first, *others = inner.split("\n")
    return "\n".join([first.strip()] + [re.sub(r"^\s*\*?\s?", "", line).rstrip() for line in others]).strip()


def is_heading(prose: str) -> bool:
    return prose.startswith("----") or prose.startswith("clang-format")


class Reader:
    def __init__(self, name: str, text: str, model: Model) -> None:
        self.name = name
        self.model = model
        self.tokens = tokens_of(name, without_directives(name, text, model))
        self.at = 0
        self.last = Token("sign", ";", 0, 0)  # the one taken last

    # ---- tokens -----------------------------------------------------------------------------------------

    def wrong(self, wanted: str) -> Misread:
        seen = self.tokens[self.at] if self.at < len(self.tokens) else Token("end", "the end", 0, 0)
        return Misread(f"{self.name}:{seen.first_line}: {wanted} expected, found {seen.text!r}")

    def peek(self, ahead: int = 0) -> str:
        """The text of the next token that is no comment."""
        found = [token.text for token in self.tokens[self.at : self.at + 16] if token.kind != "comment"]
        return found[ahead] if ahead < len(found) else ""

    def skip_comments(self) -> None:
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "comment":
            self.at += 1

    def take(self, text: str = "", kind: str = "") -> str:
        self.skip_comments()
        if self.at >= len(self.tokens):
            raise self.wrong(text or kind)
        token = self.tokens[self.at]
        if (text and token.text != text) or (kind and token.kind != kind):
            raise self.wrong(text or kind)
        self.at += 1
        self.last = token
        return token.text

    def took(self, text: str) -> bool:
        if self.peek() != text:
            return False
        self.take(text)
        return True

    def doc_before(self) -> str:
        """The comment that ends on the line above the next declaration."""
        doc = ""
        while self.at < len(self.tokens) and self.tokens[self.at].kind == "comment":
            token = self.tokens[self.at]
            self.at += 1
            follows = self.at < len(self.tokens) and self.tokens[self.at].first_line == token.last_line + 1
            prose = prose_of(token.text)
            doc = prose if follows and not is_heading(prose) else ""
        return doc

    def doc_behind(self) -> str:
        """The comment that begins on the line on which the last token ended."""
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "comment" and token.first_line == self.last.last_line:
                self.at += 1
                return prose_of(token.text)
        return ""

    # ---- declarations -----------------------------------------------------------------------------------

    def read(self) -> None:
        while True:
            doc = self.doc_before()
            if self.at >= len(self.tokens):
                return
            first = self.peek()
            if first == "typedef":
                self.typedef(doc)
            elif first == "enum":
                self.enum(doc)
            elif first == "CSP_API":
                self.function(doc)
            else:
                raise self.wrong("a typedef, an enum or a function")

    def typedef(self, doc: str) -> None:
        self.take("typedef")
        if self.peek() == "struct":
            self.struct(doc)
            return
        type_read = self.type()
        if self.peek() == "(":
            callback = self.callback(type_read)
            self.model.callbacks.append(Callback(callback.name, callback.returns, callback.parameters, doc))
            return
        name = self.take(kind="word")
        self.take(";")
        self.model.aliases.append(Alias(name, type_read, both(doc, self.doc_behind())))

    def enum(self, doc: str) -> None:
        """It belongs to the typedef right above it, if there is one."""
        lines_up = [token for token in self.tokens[: self.at] if token.kind != "comment"][-4:]
        words = [token.text for token in lines_up]
        name = words[2] if words[:2] == ["typedef", "int32_t"] and words[3:] == [";"] else ""
        self.take("enum")
        self.take("{")
        doc = both(doc, self.doc_behind())
        constants = []
        while not self.took("}"):
            constant = self.take(kind="word")
            self.take("=")
            value = int(self.take(kind="number").replace(" ", ""), 0)
            if self.peek() != "}":
                self.take(",")
            constants.append(Constant(constant, value, self.doc_behind()))
        self.take(";")
        self.model.enums.append(Enum(name, tuple(constants), doc))

    def struct(self, doc: str) -> None:
        self.take("struct")
        tag = self.take(kind="word")
        fields: list[Field] = []
        is_handle = not self.took("{")
        if not is_handle:
            doc = both(doc, self.doc_behind())
            while not self.took("}"):
                fields += self.field()
        name = self.take(kind="word")
        if name != tag:
            raise Misread(f"{self.name}: struct {tag} is called {name}")
        self.take(";")
        doc = both(doc, self.doc_behind())
        if is_handle:
            self.model.handles.append(Handle(name, doc))
        else:
            self.model.structs.append(Struct(name, tuple(fields), doc, self.name))

    def field(self) -> list[Field]:
        above = self.doc_before()
        base = self.type()
        if self.peek() == "(":
            callback = self.callback(base)
            return [Field(callback.name, callback, both(above, self.doc_behind()))]
        names = [(self.take(kind="word"), self.array())]
        while self.took(","):
            names.append((self.take(kind="word"), self.array()))
        if base.pointers and len(names) > 1:
            raise self.wrong("one pointer a line")
        self.take(";")
        doc = both(above, self.doc_behind())
        return [Field(name, Type(base.name, base.pointers, base.is_const, array), doc) for name, array in names]

    def array(self) -> int:
        if not self.took("["):
            return 0
        length = int(self.take(kind="number"), 0)
        self.take("]")
        return length

    def function(self, doc: str) -> None:
        self.take("CSP_API")
        returns = self.type()
        name = self.take(kind="word")
        parameters = self.parameters()
        self.take(";")
        doc = both(doc, self.doc_behind())
        self.model.functions.append(Function(name, returns, parameters, doc, self.name))

    def callback(self, returns: Type) -> Callback:
        self.take("(")
        self.take("*")
        name = self.take(kind="word")
        self.take(")")
        parameters = self.parameters()
        self.take(";")
        return Callback(name, returns, parameters)

    def parameters(self) -> tuple[Parameter, ...]:
        self.take("(")
        if self.peek() == "void" and self.peek(1) == ")":
            self.take("void")
        found: list[Parameter] = []
        while not self.took(")"):
            type_read = self.type()
            name = "" if self.peek() in (",", ")") else self.take(kind="word")
            found.append(Parameter(name or f"unnamed{len(found)}", type_read))
            if self.peek() != ")":
                self.take(",")
        return tuple(found)

    def type(self) -> Type:
        is_const = self.took("const")
        name = self.take(kind="word")
        if name not in PLAIN and not self.is_known(name):
            raise Misread(f"{self.name}:{self.last.first_line}: the type {name} was not declared before")
        pointers = 0
        while self.took("*"):
            pointers += 1
            if self.peek() == "const":
                raise self.wrong("no const pointer")
        return Type(name, pointers, is_const)

    def is_known(self, name: str) -> bool:
        lists: list[Any] = [self.model.aliases, self.model.structs, self.model.handles, self.model.callbacks]
        return any(entry.name == name for entries in lists for entry in entries)


def both(above: str, behind: Optional[str]) -> str:
    return "\n".join(doc for doc in (above, behind) if doc)
