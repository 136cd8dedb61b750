"""Finds the loops of a program that a rewrite spreads over workers, and writes a copy whose iterations can be replayed.

Such a loop is the innermost one that the rewritten text has no more. What of its body workers compute is known from the
functions that the rewrite adds: expressions and blocks of the body that stand in one of them as they are, outside loops,
so that the worker computes them once for each item; and from imported functions that it hands to workers. Values that an
iteration hands on to the next are left out.
"""

import ast
import re

MODULE = '__import__("_parallelize_replay")'
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
BLOCKS = (ast.For, ast.While, ast.If, ast.With, ast.Try)
MOST_LOOPS = 20
HANDS_ON = {
    "map", "submit", "imap", "imap_unordered", "starmap", "apply_async", "map_async", "starmap_async", "to_thread",
    "run_in_executor", "partial", "delayed", "Thread", "Process",
}


def replayed(text, original, transformed, wrapped):
    """The text with calls of ``_parallelize_replay`` in it, the number of its loops, and what is handed on; None without loops."""
    pieces = [(name, Pieces(node)) for name, node in added_functions(original, transformed)]
    handed = handed_on(transformed) - handed_on(original)
    pieces += [(name, Calls(name)) for name in sorted(handed)]
    kept = {ast.dump(node) for node in ast.walk(transformed) if is_loop(node)}
    loops = [node for node in outside_texts(original) if is_loop(node) and is_changed(node, kept, pieces)]
    loops = [node for node in loops if not any(other is not node and contains(node, other) for other in loops)][:MOST_LOOPS]
    if not loops:
        return None
    edits = Edits(text)
    for node in loops:
        over = iterable(node)
        edits.around(over, "%s.items(%r, (" % (MODULE, "%d:%d" % (node.lineno, node.col_offset)), "))")
        for owner, piece in moved(node, pieces):
            if isinstance(piece, ast.stmt):
                names = sorted(stored(piece))
                edits.below(piece, "%s.note(%r, %r, locals(), %r)" % (MODULE, owner, place(piece), names))
            elif is_map(node) and piece is node.args[0]:
                edits.around(piece, "%s.noting(%r, %r, (" % (MODULE, owner, place(piece)), "))")
            else:
                edits.around(piece, "%s.value(%r, %r, (" % (MODULE, owner, place(piece)), "))")
    for node in wrapped:
        edits.below(node, "%s = %s.wrap(%s)" % (node.name, MODULE, node.name))
    return {"text": edits.text(), "loops": len(loops), "handed": sorted(handed)}


def added_functions(original, transformed):
    """Functions of any depth that the rewrite adds, by their bare names, without those that may be compiled."""
    known = {node.name for node in ast.walk(original) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
    found = [node for node in ast.walk(transformed) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    known |= {each.id for node in ast.walk(transformed) if is_compilation(node) for each in node.args if isinstance(each, ast.Name)}
    return [(node.name, node) for node in found if node.name not in known and not node.decorator_list]


def is_compilation(node):
    called = getattr(getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", ""))
    return isinstance(node, ast.Call) and any(each in called for each in ("jit", "vectorize", "compile"))


def handed_on(tree):
    """Imported functions that stand where executors and the like take a function, or that a lambda there calls."""
    defined = {node.name for node in ast.walk(tree) if isinstance(node, FUNCTIONS) and not isinstance(node, ast.Lambda)}
    bound = {alias.asname or alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not is_map(node) and last_name(node.func) in HANDS_ON:
            for given in node.args[:2] + [each.value for each in node.keywords if each.arg in ("target", "func")]:
                inside = [each.func for each in ast.walk(given) if isinstance(each, ast.Call)] if isinstance(given, ast.Lambda) else [given]
                found.update(filter(None, map(dotted, inside)))
    return {name for name in found if name.split(".")[0] in bound - defined and last_part(name) not in HANDS_ON}


def last_name(function):
    return getattr(function, "attr", getattr(function, "id", ""))


def last_part(name):
    return name.rpartition(".")[2]


def dotted(node):
    """``module.function`` of names and attributes alone."""
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value)
        return owner and owner + "." + node.attr
    return node.id if isinstance(node, ast.Name) else None


def called_for_each_item(node):
    """Names of the functions that an added one calls once for the item or for each item of the chunk that it is given."""
    called = set()
    parameters = {each.arg for each in node.args.posonlyargs + node.args.args}
    for statement in node.body:
        collect_calls(statement, parameters, called)
    return sorted(called)


def collect_calls(node, parameters, called):
    if isinstance(node, FUNCTIONS + (ast.While,)):
        return
    if isinstance(node, (ast.For, ast.AsyncFor) + COMPREHENSIONS):
        over = iterable(node)
        if not (isinstance(over, ast.Name) and over.id in parameters):
            return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        called.add(node.func.id)
    for child in ast.iter_child_nodes(node):
        collect_calls(child, parameters, called)


def is_loop(node):
    if isinstance(node, COMPREHENSIONS):
        return not any(each.is_async for each in node.generators)
    return isinstance(node, ast.For) or is_map(node)


def is_map(node):
    """A call of ``map`` with one iterable."""
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "map" and len(node.args) == 2 and not node.keywords


def iterable(node):
    if isinstance(node, COMPREHENSIONS):
        return node.generators[0].iter
    return node.args[1] if isinstance(node, ast.Call) else node.iter


def is_changed(node, kept, pieces):
    return ast.dump(node) not in kept or bool(moved(node, pieces))


def contains(outer, inner):
    return any(each is inner for each in ast.walk(outer))


def outside_texts(node):
    """All nodes but those inside formatted strings, whose places older versions do not tell."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.JoinedStr):
            yield from outside_texts(child)


class Pieces:
    """What a worker computes outside loops: dumps of its expressions and of its blocks."""

    def __init__(self, function):
        self.dumps = set()
        self.collect(function.body)

    def collect(self, statements):
        for each in statements:
            if isinstance(each, BLOCKS):
                self.dumps.add(ast.dump(each))
            if isinstance(each, (ast.If, ast.With, ast.Try)):
                for block in ("body", "orelse", "finalbody"):
                    self.collect(getattr(each, block, []))
            value = getattr(each, "value", None) if isinstance(each, (ast.Return, ast.Assign, ast.AnnAssign, ast.AugAssign)) else None
            for part in [value] + (value.elts if isinstance(value, ast.Tuple) else []):
                if part is not None and computes(part):
                    self.dumps.add(ast.dump(part))


    def stands_for(self, node, text):
        return text in self.dumps


class Calls:
    """Calls of one function that workers call themselves."""

    def __init__(self, name):
        self.name = name

    def stands_for(self, node, text):
        return isinstance(node, ast.Call) and dotted(node.func) == self.name


def computes(expression):
    if isinstance(expression, (ast.Name, ast.Constant, ast.GeneratorExp, ast.Starred)):
        return False
    return any(isinstance(each, ast.Name) for each in ast.walk(expression))


def moved(loop, pieces):
    """The outermost parts of the loop's body that a worker computes, with the worker's name."""
    if not pieces:
        return []
    if is_map(loop) and isinstance(loop.args[0], (ast.Name, ast.Attribute)):
        return [(owner, loop.args[0]) for owner, known in pieces if isinstance(known, Calls) and known.name == dotted(loop.args[0])]
    if not isinstance(loop, ast.For):
        parts = loop.args[:1] if isinstance(loop, ast.Call) else [getattr(loop, each) for each in ("elt", "key", "value") if hasattr(loop, each)]
        return [found for part in parts for found in outermost(part, pieces, set())]
    handed_on = carried(loop.body)
    return [found for statement in loop.body for found in outermost(statement, pieces, handed_on)]


def outermost(node, pieces, handed_on):
    if isinstance(node, (ast.expr, ast.stmt)):
        text = ast.dump(node)
        for owner, known in pieces:
            if known.stands_for(node, text) and not names(node) & handed_on:
                return [(owner, node)]
    if isinstance(node, FUNCTIONS + COMPREHENSIONS + (ast.For, ast.AsyncFor, ast.While, ast.JoinedStr)):
        return []
    return [found for child in ast.iter_child_nodes(node) for found in outermost(child, pieces, handed_on)]


def names(node):
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def stored(node):
    """Variables that a block binds, those of its comprehensions aside."""
    found = set()
    inner = {id(each) for part in ast.walk(node) if isinstance(part, ast.comprehension) for each in ast.walk(part.target)}
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store) and id(each) not in inner:
            found.add(each.id)
    return found


def carried(body):
    """Variables that an iteration may hand on to the next: bound in the body, and read there before."""
    order = []
    for statement in body:
        occurrences(statement, order)
    first = {}
    for name, binds in order:
        first.setdefault(name, binds)
    return {name for name, binds in order if binds and not first[name]}


def occurrences(node, order):
    """Names as they are met: values before the targets that they are bound to."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        order.append((node.target.id, False))
    if isinstance(node, ast.Name):
        order.append((node.id, isinstance(node.ctx, ast.Store)))
    first = [each for each in (getattr(node, "value", None), getattr(node, "iter", None)) if isinstance(each, ast.AST)]
    if isinstance(node, COMPREHENSIONS):
        first = list(node.generators)
    for child in first + [each for each in ast.iter_child_nodes(node) if not any(each is other for other in first)]:
        occurrences(child, order)


def place(node):
    return "%d:%d" % (node.lineno, node.col_offset)


class Edits:
    """Insertions into a text, by the places of its nodes: lines end where Python ends them, columns count bytes."""

    def __init__(self, text):
        self.lines = [each.encode("utf-8", "surrogatepass") for each in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)]
        self.insertions = []

    def around(self, node, before, after):
        self.insert(node.lineno, node.col_offset, before)
        self.insert(node.end_lineno, node.end_col_offset, after)

    def below(self, node, line):
        indent = self.lines[node.lineno - 1][: node.col_offset].decode("utf-8", "replace")
        last = self.lines[node.end_lineno - 1]
        end = len(last.rstrip(b"\r\n"))
        self.insert(node.end_lineno, end, "\n" + indent + line)

    def insert(self, line, column, text):
        self.insertions.append((line, column, len(self.insertions), text))

    def text(self):
        for line, column, _, text in sorted(self.insertions, reverse=True):
            bytes_ = self.lines[line - 1]
            self.lines[line - 1] = bytes_[:column] + text.encode("utf-8") + bytes_[column:]
        return b"".join(self.lines).decode("utf-8", "surrogatepass")
