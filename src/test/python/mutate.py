"""Makes wrong rewrites out of right ones: each operator is one mistake that people make, with the check it belongs to.

usage: mutate.py PAIRS MUTANTS

PAIRS is a JSON list of {"name", "before", "after"}; MUTANTS becomes a list of {"name", "operator", "checks", "after"}.
An operator looks at the tree of ``after`` and either changes it or says that it has nothing to do there.
"""

import ast
import copy
import json
import sys

OPERATORS = []
ORDER = {"results-in-completion-order", "pool-without-order", "results-reversed", "coroutines-in-completion-order"}
# Sums of whole numbers, sets, truth values of all items, the best of items that all differ.
UNORDERED = ("sum-of-generator", "any-of-generator", "set-comprehension", "key-function-of-the-item", "best-by-key", "prints-a-rounded-time", "values-by-key", "threads-with-a-lock")
POOLS = {"ProcessPoolExecutor", "ThreadPoolExecutor", "Pool"}


def operator(*checks, prelude=""):
    def note(function):
        OPERATORS.append((function.__name__.replace("_", "-"), list(checks), prelude, function))
        return function

    return note


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        pairs = json.load(file)
    mutants = []
    for pair in pairs:
        if not Program(pair["after"], pair["name"]).runs():
            continue
        for name, checks, prelude, change in OPERATORS:
            program = Program(pair["after"], pair["name"])
            if not (name in ORDER and program.is_unordered()) and change(program):
                text = program.text(prelude)
                mutants.append({"name": pair["name"], "operator": name, "checks": checks, "after": text})
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(mutants, file)


class Program:
    def __init__(self, text, name):
        self.tree = ast.parse(text)
        self.source = text
        self.name = name
        self.pools = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.With):
                for item in node.items:
                    kind = called(item.context_expr)
                    if kind in POOLS and isinstance(item.optional_vars, ast.Name):
                        self.pools[item.optional_vars.id] = kind

    def text(self, prelude):
        if prelude:
            at = 0
            for number, statement in enumerate(self.tree.body):
                if isinstance(statement, (ast.Import, ast.ImportFrom)) or is_text(statement):
                    at = number + 1
            self.tree.body[at:at] = ast.parse(prelude).body
        return ast.unparse(ast.fix_missing_locations(self.tree)) + "\n"

    def maps(self, *kinds):
        """Calls like ``executor.map(task, items)`` of the pools of these kinds."""
        wanted = kinds or POOLS
        return [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("map", "starmap", "imap")
            and isinstance(node.func.value, ast.Name)
            and self.pools.get(node.func.value.id) in wanted
            and len(node.args) > 1
        ]

    def runs(self):
        """Whether the program itself comes to the code that was rewritten: a mistake that nothing reaches is none."""
        started = any(
            isinstance(node, ast.Call)
            for statement in self.tree.body
            if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom))
            for node in ast.walk(statement)
        )
        functions = [n for n in ast.walk(self.tree) if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))]
        return started and all(
            function.name.startswith("__") or self.is_mentioned(function)
            for function in functions
            if any(called(node) in POOLS for node in ast.walk(function))
        )

    def is_mentioned(self, function):
        inside = set(ast.walk(function))
        return any(
            function.name in (getattr(node, "id", ""), getattr(node, "attr", "")) and node not in inside
            for node in ast.walk(self.tree)
        )

    def is_asked_whether(self, call):
        """``any(…)`` and ``all(…)`` do not tell how often."""
        return any(
            called(node) in ("any", "all") and call in ast.walk(node) for node in ast.walk(self.tree) if node is not call
        )

    def is_unordered(self):
        return "no matter the order" in self.source or any(each in self.name for each in UNORDERED)

    def processes(self):
        return any(kind != "ThreadPoolExecutor" for kind in self.pools.values())

    def wrap_tasks(self, name):
        tasks = self.maps()
        for call in tasks:
            call.args[0] = ast.Call(ast.Name(name, ast.Load()), [call.args[0]], [])
        return bool(tasks)

    def replace(self, wanted, by):
        class Replace(ast.NodeTransformer):
            def visit(self, node):
                return by(self.generic_visit(node)) if node is wanted else self.generic_visit(node)

        self.tree = Replace().visit(self.tree)

    def blocks(self):
        for node in ast.walk(self.tree):
            for field in ("body", "orelse", "finalbody"):
                block = getattr(node, field, None)
                if isinstance(block, list):
                    yield node, block

    def guard(self):
        for at, statement in enumerate(self.tree.body):
            if isinstance(statement, ast.If) and "__name__" in ast.unparse(statement.test):
                return at
        return None

    def loops_over_results(self):
        calls = self.maps()
        names = {
            target.id
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Assign) and any(each in calls for each in ast.walk(node.value))
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        return [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.For)
            and any(each in calls or (isinstance(each, ast.Name) and each.id in names) for each in ast.walk(node.iter))
        ]


def called(node):
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def parsed(text):
    return ast.parse(text, mode="eval").body


def with_operand(template, operand):
    """The expression with its name ``X`` replaced."""
    tree = parsed(template)

    class Fill(ast.NodeTransformer):
        def visit_Name(self, node):
            return copy.deepcopy(operand) if node.id == "X" else node

    return Fill().visit(tree)


def prints(node):
    return any(isinstance(each, ast.Call) and called(each) in ("print", "write", "append_line") for each in ast.walk(node))


# --- order and items


@operator(
    "no-race-conditions",
    "output-matches",
    prelude="""
def _as_they_complete(executor, task, *columns):
    from concurrent.futures import as_completed
    for each in as_completed([executor.submit(task, *row) for row in zip(*columns)]):
        yield each.result()
""",
)
def results_in_completion_order(program):
    calls = program.maps("ProcessPoolExecutor", "ThreadPoolExecutor")
    for call in calls:
        call.args.insert(0, call.func.value)
        call.func = ast.Name("_as_they_complete", ast.Load())
        call.keywords = []
    return bool(calls)


@operator("no-race-conditions", "output-matches")
def pool_without_order(program):
    calls = [each for each in program.maps("Pool") if each.func.attr in ("map", "imap")]
    for call in calls:
        call.func.attr = "imap_unordered"
        call.keywords = []
    return bool(calls)


@operator("no-race-conditions", "output-matches")
def coroutines_in_completion_order(program):
    changed = False
    for node in ast.walk(program.tree):
        if isinstance(node, ast.For) and called(node.iter) == "zip" and ast.unparse(node.iter.args[-1]) == "tasks":
            node.iter.args[-1] = parsed("asyncio.as_completed(tasks)")
            changed = True
    return changed


@operator("output-matches")
def last_item_lost(program):
    calls = program.maps()
    for call in calls:
        call.args[1] = with_operand("list(X)[:-1]", call.args[1])
    return bool(calls)


@operator("output-matches")
def rest_of_the_chunks_lost(program):
    calls = program.maps()
    for call in calls:
        call.args[1] = with_operand("list(X)[:(len(list(X)) - 1) // 2 * 2]", call.args[1])
    return bool(calls)


@operator("output-matches")
def first_item_twice(program):
    if "shared-memory" in program.name:
        return False
    calls = [call for call in program.maps() if not program.is_asked_whether(call)]
    for call in calls:
        call.args[1] = with_operand("list(X)[:1] + list(X)", call.args[1])
    return bool(calls)


@operator("output-matches")
def results_reversed(program):
    calls = program.maps()
    for call in calls:
        program.replace(call, lambda node: ast.Call(ast.Name("reversed", ast.Load()), [with_operand("list(X)", node)], []))
    return bool(calls)


# --- failures


@operator(
    "exceptions-handled",
    prelude="""
class _Quiet:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        try:
            return self.task(*arguments)
        except Exception:
            return None
""",
)
def exception_swallowed(program):
    return program.wrap_tasks("_Quiet")


@operator(
    "exceptions-handled",
    prelude="""
class _Renaming:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        try:
            return self.task(*arguments)
        except Exception as problem:
            raise RuntimeError("a worker failed") from problem
""",
)
def exception_of_another_kind(program):
    return program.wrap_tasks("_Renaming")


@operator(
    "exceptions-handled",
    prelude="""
def _those_that_work(executor, task, *columns):
    from concurrent.futures import wait
    futures = [executor.submit(task, *row) for row in zip(*columns)]
    wait(futures)
    return [each.result() for each in futures if each.exception() is None]
""",
)
def error_dropped(program):
    calls = program.maps("ProcessPoolExecutor", "ThreadPoolExecutor")
    for call in calls:
        call.args.insert(0, call.func.value)
        call.func = ast.Name("_those_that_work", ast.Load())
        call.keywords = []
    return bool(calls)


@operator("exceptions-handled")
def nothing_shown_before_the_failure(program):
    loops = [each for each in program.loops_over_results() if prints(each)]
    for loop in loops:
        loop.iter = with_operand("list(X)", loop.iter)
    return bool(loops)


@operator("exceptions-handled")
def failures_returned_by_gather(program):
    changed = False
    for node in ast.walk(program.tree):
        if called(node) == "gather" and not node.keywords:
            node.keywords.append(ast.keyword("return_exceptions", ast.Constant(True)))
            changed = True
    return changed


# --- what is left behind


@operator("resources-cleaned-up", prelude="_kept = []")
def pool_left_open(program):
    for _, block in program.blocks():
        for at, statement in enumerate(block):
            if isinstance(statement, ast.With) and called(statement.items[0].context_expr) in POOLS:
                item = statement.items[0]
                if not isinstance(item.optional_vars, ast.Name):
                    continue
                made = ast.Assign([item.optional_vars], item.context_expr, lineno=0)
                keep = ast.parse("_kept.append(%s)" % item.optional_vars.id).body
                block[at : at + 1] = [made] + keep + statement.body
                return True
    return False


@operator("resources-cleaned-up")
def session_left_open(program):
    for _, block in program.blocks():
        for at, statement in enumerate(block):
            if isinstance(statement, ast.AsyncWith) and called(statement.items[0].context_expr) in ("ClientSession", "AsyncClient"):
                item = statement.items[0]
                block[at : at + 1] = [ast.Assign([item.optional_vars], item.context_expr, lineno=0)] + statement.body
                return True
    return False


@operator("resources-cleaned-up")
def shared_memory_left(program):
    if "SharedMemory" not in program.source:
        return False
    for _, block in program.blocks():
        for at, statement in enumerate(block):
            if isinstance(statement, ast.Expr) and called(statement.value) == "unlink":
                block[at] = ast.Pass()
                return True
    return False


@operator(
    "resources-cleaned-up",
    prelude="""
class _Scratch:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        import tempfile
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(b"x")
        return self.task(*arguments)
""",
)
def temporary_files_left(program):
    return program.wrap_tasks("_Scratch")


@operator(
    "resources-cleaned-up",
    prelude="""
def _heart():
    import threading
    threading.Thread(target=threading.Event().wait, name="heart", daemon=True).start()
""",
)
def thread_left(program):
    return call_in_guard(program, "_heart()")


@operator(
    "resources-cleaned-up",
    prelude="""
_channel = []
def _connect():
    import socket
    _channel.extend(socket.socketpair())
""",
)
def sockets_left(program):
    return call_in_guard(program, "_connect()")


@operator(
    "resources-cleaned-up",
    prelude="""
def _companion():
    import subprocess
    subprocess.Popen(["sleep", "25"])
""",
)
def process_left(program):
    return call_in_guard(program, "_companion()")


def call_in_guard(program, text):
    at = program.guard()
    if at is None or not program.maps():
        return False
    program.tree.body[at].body[:0] = ast.parse(text).body
    return True


@operator("resources-cleaned-up", "output-matches", "exceptions-handled")
def await_forgotten(program):
    own = {node.name for node in ast.walk(program.tree) if isinstance(node, ast.AsyncFunctionDef)}
    for node in ast.walk(program.tree):
        if isinstance(node, (ast.Assign, ast.Expr)) and isinstance(node.value, ast.Await) and called(node.value.value) in own | {"read"}:
            node.value = node.value.value
            return True
    return False


# --- numbers of workers


@operator("worker-count-bounded")
def too_many_workers(program):
    changed = False
    for node in ast.walk(program.tree):
        if called(node) in ("ProcessPoolExecutor", "ThreadPoolExecutor"):
            node.args = []
            node.keywords = [each for each in node.keywords if each.arg != "max_workers"]
            node.keywords.append(ast.keyword("max_workers", ast.Constant(500)))
            changed = True
    return changed


@operator(
    "worker-count-bounded",
    prelude="""
def _a_thread_each(executor, task, *columns):
    import threading
    import time
    rows = list(zip(*columns)) * 12
    found = [None] * len(rows)
    def one(number, row):
        time.sleep(0.05)
        found[number] = task(*row)
    threads = [threading.Thread(target=one, args=each) for each in enumerate(rows)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return found[: len(rows) // 12]
""",
)
def thread_for_each_item(program):
    calls = program.maps("ThreadPoolExecutor")
    for call in calls:
        call.args.insert(0, call.func.value)
        call.func = ast.Name("_a_thread_each", ast.Load())
        call.keywords = []
    return bool(calls)


@operator("worker-count-bounded")
def requests_without_bound(program):
    if "many requests" not in program.source:
        return False
    for _, block in program.blocks():
        for at, statement in enumerate(block):
            if isinstance(statement, ast.AsyncWith) and "emaphore" in ast.unparse(statement.items[0].context_expr):
                block[at : at + 1] = statement.body
                return True
    return False


# --- imports and start methods


@operator("imports-added")
def import_missing(program):
    for at, statement in enumerate(program.tree.body):
        if isinstance(statement, ast.ImportFrom) and statement.module == "concurrent.futures":
            del program.tree.body[at]
            return True
        if isinstance(statement, ast.Import) and statement.names[0].name in ("asyncio", "multiprocessing"):
            del program.tree.body[at]
            return True
    return False


@operator("imports-added")
def package_missing(program):
    at = 1 if is_text(program.tree.body[0]) else 0
    if not program.maps():
        return False
    program.tree.body.insert(at, ast.parse("import joblib_of_tomorrow").body[0])
    return True


@operator("output-matches")
def guard_missing(program):
    at = program.guard()
    if at is None or not program.processes():
        return False
    program.tree.body[at : at + 1] = program.tree.body[at].body
    return True


@operator(
    "output-matches",
    prelude="""
_setting = None
class _Set:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        return self.task(*arguments) if _setting else None
""",
)
def global_stale_under_spawn(program):
    at = program.guard()
    if at is None or not program.processes():
        return False
    program.tree.body[at].body.insert(0, ast.parse("_setting = 1").body[0])
    return program.wrap_tasks("_Set")


@operator("output-matches", "exceptions-handled")
def task_that_cannot_be_sent(program):
    calls = program.maps("ProcessPoolExecutor", "Pool")
    for call in calls:
        call.args[0] = with_operand("lambda *arguments: X(*arguments)", call.args[0])
    return bool(calls)


# --- shared state


@operator("no-race-conditions")
def lock_forgotten(program):
    locks = {
        ast.unparse(target)
        for node in ast.walk(program.tree)
        if isinstance(node, ast.Assign) and called(node.value) in ("Lock", "RLock")
        for target in node.targets
    }
    changed = False
    for _, block in program.blocks():
        for at, statement in enumerate(block):
            if isinstance(statement, ast.With) and ast.unparse(statement.items[0].context_expr) in locks:
                block[at : at + 1] = statement.body
                changed = True
    return changed


@operator("output-matches")
def change_not_copied_back(program):
    for _, block in program.blocks():
        for at, statement in enumerate(block):
            if "copied back" in program.source and isinstance(statement, ast.Expr) and called(statement.value) in ("update", "extend"):
                block[at] = ast.Pass()
                return True
    return False


# --- results and effects


@operator("output-matches")
def list_became_tuple(program):
    for node in ast.walk(program.tree):
        if isinstance(node, ast.Return) and called(node.value) == "list" and any(each in program.maps() for each in ast.walk(node.value)):
            node.value.func = ast.Name("tuple", ast.Load())
            return True
    return False


@operator(
    "output-matches",
    prelude="""
class _Floating:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        found = self.task(*arguments)
        return float(found) if type(found) is int else found
""",
)
def whole_numbers_became_floats(program):
    return "returns whole numbers" in program.source and program.wrap_tasks("_Floating")


@operator("output-matches")
def prints_lost(program):
    for loop in program.loops_over_results():
        for at, statement in enumerate(loop.body):
            if isinstance(statement, ast.Expr) and called(statement.value) == "print":
                loop.body[at] = ast.Pass()
                return True
    return False


@operator(
    "output-matches",
    prelude="""
class _Announcing:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        print("working", flush=True)
        return self.task(*arguments)
""",
)
def prints_of_workers(program):
    return program.wrap_tasks("_Announcing")


@operator("output-matches")
def later_of_equals(program):
    if "equal scores" not in program.source:
        return False
    other = {ast.Gt: ast.GtE, ast.Lt: ast.LtE}
    for loop in program.loops_over_results():
        for node in ast.walk(loop):
            if isinstance(node, ast.Compare) and type(node.ops[0]) in other:
                node.ops[0] = other[type(node.ops[0])]()
                return True
    return False


@operator(
    "output-matches",
    "no-race-conditions",
    prelude="""
class _Hanging:
    def __init__(self, task):
        self.task = task
    def __call__(self, *arguments):
        import time
        time.sleep(1000)
""",
)
def worker_hangs(program):
    return "hangs when asked" in program.source and program.wrap_tasks("_Hanging")


# --- arrays


@operator("output-matches")
def single_precision(program):
    if program.pools or "numpy" not in program.source:
        return False
    for node in ast.walk(program.tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript) and isinstance(node.value, (ast.BinOp, ast.Call)):
            node.value = with_operand("np.float32(1) * np.asarray(X).astype(np.float32)", node.value)
            return "float" in program.source or "random" in program.source
    return False


@operator("output-matches")
def branches_swapped(program):
    for node in ast.walk(program.tree):
        if called(node) == "where" and len(node.args) == 3 and not program.pools:
            node.args[1], node.args[2] = node.args[2], node.args[1]
            return True
    return False


@operator("output-matches", "exceptions-handled")
def slice_off_by_one(program):
    if program.pools:
        return False
    for node in ast.walk(program.tree):
        if isinstance(node, ast.Slice) and isinstance(node.lower, ast.Constant) and node.upper is None and node.lower.value == 1:
            node.lower = ast.Constant(0)
            return True
    return False


main()
