"""Writes CPython's trees as text, in the format of AstDump.java.

Reads requests from standard input, one a line, and answers each with one line:

    dump PATH      SHA-256 of the tree of a file, or "rejected MESSAGE"
    show PATH      the whole tree, as JSON
    judge JSON     for a text as a JSON string: "valid HASH", or "compile" or "parse" with the error's
                   line, column and message
"""
import ast
import hashlib
import json
import struct
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20_000)
OLD_STRINGS = sys.version_info < (3, 12)
SKIPPED = {"type_comment", "type_ignores"}
NO_POSITION = (ast.arguments, ast.comprehension, ast.withitem, ast.Module)
if sys.version_info >= (3, 10):
    NO_POSITION += (ast.match_case,)
else:
    NO_POSITION += (ast.alias,)


def text(value):
    units = value.encode("utf-16-be", "surrogatepass")
    out = []
    for i in range(0, len(units), 2):
        unit = units[i] << 8 | units[i + 1]
        out.append(chr(unit) if 32 <= unit < 127 and unit != 92 else "\\u%04x" % unit)
    return " '" + "".join(out) + "'"


def bits(value):
    return struct.pack(">d", value).hex()


def constant(value):
    if value is None or value is True or value is False or value is Ellipsis:
        return " " + str(value)
    if isinstance(value, int):
        return " i%x" % value
    if isinstance(value, float):
        return " f" + bits(value)
    if isinstance(value, complex):
        return " j" + bits(value.imag)
    if isinstance(value, str):
        return text(value)
    return " b" + value.hex()


def field(node, name, value, out, strings):
    if isinstance(value, ast.AST):
        if isinstance(value, (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)):
            out.append(" " + type(value).__name__)
        else:
            dump(value, out, strings)
    elif isinstance(value, list):
        if type(node).__name__ == "JoinedStr":
            # Python 3.12 keeps empty pieces of format specifications
            value = [item for item in value if getattr(item, "value", None) != ""]
        out.append(" [")
        for item in value:
            field(node, name, item, out, strings)
        out.append("]")
    elif isinstance(node, (ast.Constant,)) and name == "value":
        out.append(constant(value))
    elif name == "value" and type(node).__name__ == "MatchSingleton":
        out.append(constant(value))
    elif value is None:
        out.append(" -")
    elif isinstance(value, str):
        out.append(text(value))
    else:
        out.append(" " + str(value))


def dump(node, out, strings=0):
    name = type(node).__name__
    out.append("(Module" if name == "Module" else "\n(" + name)
    if not isinstance(node, NO_POSITION):
        out.append("@")
        if not (strings and OLD_STRINGS):
            out.append("%d:%d-%d:%d" % (
                node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
    if name == "JoinedStr":
        strings += 1
    for part in node._fields:
        if part in SKIPPED:
            continue
        value = getattr(node, part, None)
        if part == "type_params" and not value or part == "default_value" and value is None:
            continue
        field(node, part, value, out, strings)
    out.append(")")


def dumped(tree):
    out = []
    dump(tree, out)
    return "".join(out)


def digest(tree):
    return hashlib.sha256(dumped(tree).encode("ascii")).hexdigest()


def described(error):
    message = getattr(error, "msg", str(error))
    line, column = getattr(error, "lineno", 0) or 0, getattr(error, "offset", 0) or 0
    return "%d %d %s" % (line, column, json.dumps(message))


def answer(command, rest):
    if command == "judge":
        source = json.loads(rest)
        try:
            tree = ast.parse(source)
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            return "parse " + described(error)
        hashed = digest(tree)
        try:
            compile(source, "<snippet>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError) as error:
            return "compile " + described(error)
        return "valid " + hashed
    with open(rest, "rb") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        return "rejected " + json.dumps(str(error))
    try:
        compile(source, "<file>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        return "rejected " + json.dumps(str(error))
    return json.dumps(dumped(tree)) if command == "show" else digest(tree)


def main():
    for line in sys.stdin:
        command, _, rest = line.rstrip("\n").partition(" ")
        print(answer(command, rest), flush=True)


if __name__ == "__main__":
    main()
