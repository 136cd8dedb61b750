"""Runs a driver against the program as a script that imports it: ``from program import *``, then the driver's text.

Definitions and imports of the driver run in every process that loads this file; all else runs in the main process
alone, so that worker processes can import it. The value of each bare expression is kept for comparison.
"""

import ast
import importlib
import sys

_parallelize_driver = {"values": [], "borrowed": {}}


def _parallelize_prepare(text):
    tree = ast.parse(text, "driver.py")
    body = []
    for statement in tree.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)):
            body.append(statement)
            continue
        if isinstance(statement, ast.Expr) and not _parallelize_is_text(statement.value):
            keep = ast.parse("_parallelize_driver['values'].append(None)").body[0]
            keep.value.args = [statement.value]
            statement = ast.copy_location(keep, statement)
        guard = ast.parse("if __name__ == '__main__': pass").body[0]
        guard.body = [statement]
        body.append(ast.copy_location(guard, statement))
    tree.body = body
    return compile(ast.fix_missing_locations(tree), "driver.py", "exec")


def _parallelize_is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, (str, type(...)))


def _parallelize_run():
    program = importlib.import_module(_parallelize_program)
    borrowed = {name: value for name, value in vars(program).items() if not name.startswith("__")}
    _parallelize_driver["borrowed"] = borrowed
    namespace = globals()
    code = _parallelize_prepare(_parallelize_text)
    namespace.update(borrowed)
    exec(code, namespace)


sys.path[0] = "/sandbox/work"
_parallelize_run()
