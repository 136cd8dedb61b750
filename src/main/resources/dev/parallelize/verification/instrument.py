"""Writes a copy of a program with counters around the candidates; runs in the sandbox, since the text is not trusted."""

import ast
import json

PROFILE = '__import__("_parallelize_profile")'
LAZY_CALLS = {"map", "filter", "apply", "applymap", "transform", "agg"}


def main():
    with open("/sandbox/harness/job.json", encoding="utf-8") as file:
        job = json.load(file)
    answer = {}
    try:
        tree = ast.parse(job["text"])
        lines = job["text"].encode("utf-8").splitlines()
        wanted = {(tuple(each["start"]), tuple(each["end"])): at for at, each in enumerate(job["candidates"])}
        tree = Instrument(lines, wanted).visit(tree)
        answer["text"] = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        answer["problem"] = "%s: %s" % (type(problem).__name__, problem)
    with open("/sandbox/harness/reports/instrumented.json", "w", encoding="ascii") as file:
        json.dump(answer, file)


def expression(text):
    return ast.parse(text, mode="eval").body


def call(name, at, *arguments):
    made = expression("%s.%s(%d)" % (PROFILE, name, at))
    made.args.extend(arguments)
    return made


def statement(name, at):
    return ast.Expr(call(name, at))


class Instrument(ast.NodeTransformer):
    def __init__(self, lines, wanted):
        self.lines = lines
        self.wanted = wanted

    def at(self, first, last=None):
        if not hasattr(first, "lineno"):
            return None
        last = last or first
        start = (first.lineno, self.column(first.lineno, first.col_offset))
        end = (last.end_lineno, self.column(last.end_lineno, last.end_col_offset))
        return self.wanted.pop((start, end), None)

    def column(self, line, offset):
        return len(self.lines[line - 1][:offset].decode("utf-8", "replace")) + 1

    def generic_visit(self, node):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                setattr(node, field, self.block(block))
        return super().generic_visit(node)

    def block(self, statements):
        """Loops, and runs of adjacent statements."""
        result = []
        position = 0
        while position < len(statements):
            first = statements[position]
            if isinstance(first, (ast.For, ast.AsyncFor, ast.While)):
                at = self.at(first)
                result.extend([first] if at is None else self.loop(first, at))
                position += 1
                continue
            span = self.span(statements, position)
            if span is None:
                result.append(first)
                position += 1
            else:
                at, count = span
                result.append(statement("enter", at))
                for each in statements[position : position + count]:
                    result.extend([statement("tick", at), each])
                result.append(statement("leave", at))
                position += count
        return result

    def span(self, statements, position):
        for count in range(2, len(statements) - position + 1):
            at = self.at(statements[position], statements[position + count - 1])
            if at is not None:
                return at, count
        return None

    def loop(self, node, at):
        if isinstance(node, ast.While):
            node.body.insert(0, statement("tick", at))
        elif isinstance(node, ast.AsyncFor):
            node.iter = call("counted_async", at, node.iter)
        else:
            node.body.insert(0, statement("tick", at))
        guarded = ast.Try(body=[node], handlers=[], orelse=[], finalbody=[statement("leave", at)])
        return [statement("enter", at), guarded]

    def visit(self, node):
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Call)):
            at = self.at(node)
            super().visit(node)
            return node if at is None else self.measured(node, at)
        return super().visit(node)

    def measured(self, node, at):
        if isinstance(node, ast.GeneratorExp):
            node.elt = self.around(node.elt, at)
            node.generators[0].iter = call("counted", at, node.generators[0].iter)
            return node
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in LAZY_CALLS and node.args:
                node.args[0] = call("timed", at, node.args[0])
                return node
            return self.around(node, at)
        first = node.generators[0]
        first.iter = call("counted_async" if first.is_async else "counted", at, first.iter)
        return self.around(node, at)

    @staticmethod
    def around(node, at):
        made = ast.Tuple(elts=[call("enter", at), node, call("leave", at)], ctx=ast.Load())
        return ast.Subscript(value=made, slice=ast.Constant(1), ctx=ast.Load())


main()
