"""Looks at both versions without running them: syntax, imports, undefined names, and functions that both share.

For shared functions it also writes a copy of each version in which those functions first call ``reach``, so that a run
can note their calls or make one of them fail. Runs in the sandbox like a program, since the texts are not trusted.
"""

import ast
import builtins
import importlib.util
import json
import symtable
import sys

CALL = '__import__("_parallelize_reach").reach(%r, (%s))'
ENTER = '__import__("_parallelize_reach").enter(%r)'
WRAP = '%s = __import__("_parallelize_vary").wrap(%s)'
STREAMING = {"imap", "imap_unordered", "apply_async", "map_async", "starmap_async"}
MODULE_NAMES = {
    "__name__", "__file__", "__doc__", "__builtins__", "__spec__", "__loader__", "__package__", "__cached__",
    "__annotations__", "__dict__", "__path__", "__module__", "__qualname__", "__class__", "__debug__", "__all__",
    "__conditional_annotations__", "__classdict__",
}


def main():
    with open("/sandbox/harness/static-job.json", encoding="utf-8") as file:
        job = json.load(file)
    sys.path.insert(0, "/sandbox/harness/main")
    import _parallelize_loops as loops

    sys.path[0] = "/sandbox/work"
    texts = {name: job[name] for name in ("original", "transformed")}
    answer = {name: examine(text) for name, text in texts.items()}
    trees = {name: parse(text) for name, text in texts.items()}
    shared = []
    if all(trees.values()):
        shared = shared_functions(trees["original"], trees["transformed"])
        changed = changed_functions(trees["original"], trees["transformed"])
        added = loops.added_functions(trees["original"], trees["transformed"])
        entries = {"original": [], "transformed": [(node, ENTER % name) for name, node in added]}
        for name, text in texts.items():
            answer[name]["instrumented"] = instrument(text, trees[name], reports(trees[name], shared) + entries[name], changed)
        answer["changedInside"] = changed_inside(trees["original"], trees["transformed"], shared)
        answer["replay"] = replay(loops, texts["original"], trees, shared)
        answer["replay"]["calls"] = {name: [each for each in loops.called_for_each_item(node) if each in shared] for name, node in added}
    answer["shared"] = shared
    with open("/sandbox/harness/reports/static.json", "w", encoding="ascii") as file:
        json.dump(answer, file)


def reports(tree, shared):
    """What each of the shared functions first calls."""
    reached = [(name, node) for name, node in named_functions(tree) if name in shared]
    return [(node, CALL % (name, "".join(each.arg + ", " for each in known_by(name, node)))) for name, node in reached]


def replay(loops, text, trees, shared):
    """The original with the loops that the rewrite spreads made to be replayed."""
    plain = [node for name, node in named_functions(trees["original"]) if name in shared and isinstance(node, ast.FunctionDef)]
    found = loops.replayed(text, trees["original"], trees["transformed"], plain)
    return found if found and parse(found["text"]) else {}


def parse(text):
    try:
        return ast.parse(text, "program.py")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def examine(text):
    try:
        tree = ast.parse(text, "program.py")
        table = symtable.symtable(text, "program.py", "exec")
    except SyntaxError as problem:
        return {"syntaxError": {"message": str(problem.msg), "line": problem.lineno}}
    except (ValueError, RecursionError, MemoryError) as problem:
        return {"syntaxError": {"message": "%s: %s" % (type(problem).__name__, problem), "line": None}}
    return {
        "imports": imports(tree),
        "undefined": undefined(table, tree),
        "lasting": lasting(tree.body),
        "abandonedPools": abandoned_pools(tree),
    }


def lasting(statements):
    """Names that the module's own code binds outside loops: what a rewrite of a loop has no reason to drop."""
    names = set()
    for statement in statements:
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            names.update(each.id for each in ast.walk(statement) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store))
        elif isinstance(statement, (ast.If, ast.With, ast.Try)):
            for block in ("body", "orelse", "finalbody"):
                names.update(lasting(getattr(statement, block, [])))
    return sorted(names)


def imports(tree):
    found = {}
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [node.module]
        for name in names:
            top = name.split(".")[0]
            if top not in found:
                found[top] = {"module": top, "line": node.lineno, "found": findable(top), "optional": guarded(tree, node)}
    return list(found.values())


def guarded(tree, wanted):
    """An import inside a try statement: the program is ready for its absence."""
    return any(isinstance(node, ast.Try) and any(each is wanted for each in ast.walk(node)) for node in ast.walk(tree))


def findable(top):
    try:
        return importlib.util.find_spec(top) is not None
    except (ImportError, ValueError, AttributeError):
        return False


def undefined(table, tree):
    """Global names that are read somewhere but bound nowhere, neither in the module nor among the builtins."""
    if any(isinstance(node, ast.ImportFrom) and any(each.name == "*" for each in node.names) for node in ast.walk(tree)):
        return []
    if any(isinstance(node, ast.Name) and node.id in ("globals", "exec", "vars", "setattr") for node in ast.walk(tree)):
        return []
    bound = {each.get_name() for each in table.get_symbols() if each.is_assigned() or each.is_imported() or each.is_namespace()}
    tables = [table]
    read = set()
    while tables:
        current = tables.pop()
        tables.extend(current.get_children())
        for symbol in current.get_symbols():
            name = symbol.get_name()
            if symbol.is_global() and (symbol.is_assigned() or symbol.is_imported()):
                bound.add(name)
            if symbol.is_referenced() and (symbol.is_global() or current is table):
                read.add(name)
    missing = read - bound - set(dir(builtins)) - MODULE_NAMES
    # Annotations may name what only a type checker imports; symtable counts them, so ask where the name stands.
    used = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            used.setdefault(node.id, node.lineno)
    return [{"name": name, "line": used[name]} for name in sorted(missing) if name in used]


def abandoned_pools(tree):
    """Lines of ``with Pool(…) as pool`` that a failure leaves while results are still on their way.

    Leaving it terminates the workers. One that holds the lock of the result queue at that moment takes it along, and a
    thread of the pool then waits for it for ever. ``map`` and its like raise only once all results are in.
    """
    found = []
    for node in ast.walk(tree):
        for item in node.items if isinstance(node, ast.With) else ():
            if isinstance(item.optional_vars, ast.Name) and is_process_pool(item.context_expr, tree):
                pool = item.optional_vars.id
                body = [each for statement in node.body for each in ast.walk(statement)]
                ends = [each for tried in body if isinstance(tried, ast.Try) for last in tried.finalbody for each in ast.walk(last)]
                if calls(body, pool) & STREAMING and not {"close", "join"} <= calls(ends, pool):
                    found.append(node.lineno)
    return sorted(found)


def calls(nodes, owner):
    """Names of the methods that are called on the variable."""
    functions = [each.func for each in nodes if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute)]
    return {each.attr for each in functions if isinstance(each.value, ast.Name) and each.value.id == owner}


def is_process_pool(expression, tree):
    """Whether it calls ``Pool`` of ``multiprocessing`` or of one of its contexts, by a name that only the import binds."""
    if not isinstance(expression, ast.Call):
        return False
    function = expression.func
    if isinstance(function, ast.Name):
        return imported_as(function.id, tree) == "multiprocessing.Pool"
    if not isinstance(function, ast.Attribute) or function.attr != "Pool":
        return False
    owner = function.value
    if isinstance(owner, ast.Name):
        return imported_as(owner.id, tree) == "multiprocessing"
    if not isinstance(owner, ast.Call):
        return False
    maker = owner.func
    if isinstance(maker, ast.Name):
        return imported_as(maker.id, tree) == "multiprocessing.get_context"
    return (
        isinstance(maker, ast.Attribute)
        and maker.attr == "get_context"
        and isinstance(maker.value, ast.Name)
        and imported_as(maker.value.id, tree) == "multiprocessing"
    )


def imported_as(name, tree):
    """What the name stands for when one import binds it and nothing else does."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [(each.asname, each.name) if each.asname else (each.name.split(".")[0],) * 2 for each in node.names]
            found += [stands_for for bound, stands_for in names if bound == name]
        elif isinstance(node, ast.ImportFrom):
            found += ["%s.%s" % (node.module, each.name) for each in node.names if (each.asname or each.name) == name]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == name:
            return None
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and node.name == name:
            return None
        elif isinstance(node, ast.arg) and node.arg == name:
            return None
    return found[0] if len(set(found)) == 1 else None


def shared_functions(original, transformed):
    """Qualified names of functions and methods that both have under the same header; one may have become a coroutine."""
    theirs = dict(named_functions(transformed))
    return [
        name
        for name, node in named_functions(original)
        if name in theirs
        and ast.dump(node.args) == ast.dump(theirs[name].args)
        and suitable(name, node)
        and suitable(name, theirs[name])
    ]


def functions(tree):
    return [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def suitable(name, node):
    """Has an argument to be known by, is not compiled by a decorator, and is no generator."""
    if not known_by(name, node) or node.decorator_list:
        return False
    inner = [each for statement in node.body for each in walk_own(statement)]
    return not any(isinstance(each, (ast.Yield, ast.YieldFrom)) for each in inner)


def known_by(name, node):
    """The arguments without the instance of a method, whose state changes as it works."""
    arguments = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
    return arguments[1:] if "." in name else arguments


def walk_own(node):
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield from walk_own(child)


def changed_functions(original, transformed):
    """Qualified names of functions and methods that both have under the same header with another body."""
    theirs = dict(named_functions(transformed))
    return [
        name
        for name, node in named_functions(original)
        if name in theirs
        and type(node) is type(theirs[name])
        and not node.decorator_list
        and not theirs[name].decorator_list
        and ast.dump(node.args) == ast.dump(theirs[name].args)
        and ast.dump(node) != ast.dump(theirs[name])
    ]


def changed_inside(original, transformed, shared):
    """The functions with another body, where they are all that changed and a run tells of their calls; else none."""
    theirs = dict(named_functions(transformed))
    changed = [name for name, node in named_functions(original) if name in theirs and ast.dump(node) != ast.dump(theirs[name])]
    apart = set(changed) <= set(shared) and outside(original) == outside(transformed)
    return changed if apart else []


def outside(tree):
    """What a module does outside functions, imports apart."""
    code = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            code.append((node.name, [ast.dump(each) for each in node.bases + node.keywords + node.decorator_list], outside(node)))
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Import, ast.ImportFrom)):
            code.append(ast.dump(node))
    return code


def named_functions(tree):
    found = [(node.name, node) for node in functions(tree)]
    for kind in tree.body:
        if isinstance(kind, ast.ClassDef):
            found.extend((kind.name + "." + node.name, node) for node in functions(kind))
    return found


def instrument(text, tree, reports, changed):
    lines = text.splitlines(keepends=True)
    wrapped = [node for name, node in named_functions(tree) if name in changed]
    for node in sorted(wrapped, key=lambda each: -each.lineno):
        indent = lines[node.lineno - 1].encode("utf-8")[: node.col_offset].decode("utf-8")
        at = node.end_lineno
        if not lines[at - 1].endswith(("\n", "\r")):
            lines[at - 1] += "\n"
        lines[at - 1] += indent + WRAP % (node.name, node.name) + "\n"
    for node, call in sorted(reports, key=lambda each: -each[0].lineno):
        first = node.body[0]
        if first.lineno == node.lineno or first.lineno <= last_header_line(node):
            line = lines[first.lineno - 1].encode("utf-8")
            lines[first.lineno - 1] = (line[: first.col_offset] + call.encode() + b"; " + line[first.col_offset:]).decode("utf-8")
        elif is_docstring(first):
            at = first.end_lineno
            indent = lines[first.lineno - 1].encode("utf-8")[: first.col_offset].decode("utf-8")
            lines.insert(at, indent + call + "\n")
            if not lines[at - 1].endswith(("\n", "\r")):
                lines[at - 1] += "\n"
        else:
            at = min([first.lineno] + [each.lineno for each in getattr(first, "decorator_list", [])])
            indent = lines[first.lineno - 1].encode("utf-8")[: first.col_offset].decode("utf-8")
            lines.insert(at - 1, indent + call + "\n")
    changed = "".join(lines)
    return changed if parse(changed) else text


def last_header_line(node):
    ends = [each.end_lineno for each in ast.walk(node.args) if hasattr(each, "end_lineno")]
    if node.returns is not None:
        ends.append(node.returns.end_lineno)
    return max(ends + [node.lineno]) if node.body[0].lineno in ends else node.lineno


def is_docstring(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)


main()
