"""Writes the scopes of Python files as CPython's symtable module sees them.

Reads paths from standard input. For each file it writes "F path", then one line for each scope: the kinds, names and
lines of the scopes around it, a tab, and its names with what each is: L local, C local and seen by inner functions,
F of a function around, G global, P before that for a parameter. Type parameters, names that CPython adds, and files
that it does not compile are left out.
"""

import symtable
import sys

SCOPES = {1: "L", 2: "G", 3: "G", 4: "F", 5: "C"}
OWN = {"__class__", "__classdict__", "__conditional_annotations__", "__type_params__"}
SHOWN = {"module", "function", "class"}


def kind_of(table):
    kind = table.get_type()
    return str(getattr(kind, "value", kind))


def main():
    sys.setrecursionlimit(5000)
    out = sys.stdout
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            with open(path, "rb") as file:
                source = file.read()
            compile(source, path, "exec")
            top = symtable.symtable(source, path, "exec")
        except (SyntaxError, ValueError, RecursionError):
            continue
        out.write("F " + path + "\n")
        pending = [(top, "")]
        while pending:
            table, around = pending.pop()
            kind = kind_of(table)
            place = around
            if kind in SHOWN and kind != "module":
                place = f"{around}/{kind} {table.get_name()} {table.get_lineno()}"
            if kind in SHOWN:
                names = []
                for symbol in table.get_symbols():
                    name = symbol.get_name()
                    if name.startswith(".") or name in OWN:
                        continue
                    scope = SCOPES.get(symbol._Symbol__scope, "?")
                    names.append(name + "=" + ("P" if symbol.is_parameter() else "") + scope)
                out.write(place + "\t" + " ".join(sorted(names)) + "\n")
            for child in table.get_children():
                pending.append((child, place))


main()
