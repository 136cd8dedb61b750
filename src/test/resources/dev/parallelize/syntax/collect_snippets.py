"""Runs modules of CPython's own tests and prints every text that they compile, one JSON string a line.

    python collect_snippets.py test_syntax test_grammar ...
"""
import ast
import builtins
import importlib
import io
import json
import sys
import unittest
import warnings

warnings.simplefilter("ignore")
LONGEST = 20_000
texts = {}


def record(source):
    if isinstance(source, str) and len(source) <= LONGEST:
        texts.setdefault(source)


real_compile, real_exec, real_eval = builtins.compile, builtins.exec, builtins.eval


def compile_(source, filename="<x>", mode="exec", *args, **kwargs):
    if mode != "eval" or isinstance(source, str) and source.strip() == source:
        record(source)
    return real_compile(source, filename, mode, *args, **kwargs)


def exec_(source, *args, **kwargs):
    record(source)
    if not args:
        frame = sys._getframe(1)
        args = (frame.f_globals, frame.f_locals)
    return real_exec(source, *args, **kwargs)


def eval_(source, *args, **kwargs):
    if isinstance(source, str):
        record(source.lstrip(" \t"))
    if not args:
        frame = sys._getframe(1)
        args = (frame.f_globals, frame.f_locals)
    return real_eval(source, *args, **kwargs)


def main(names):
    out, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
    builtins.compile, builtins.exec, builtins.eval = compile_, exec_, eval_
    for name in names:
        try:
            module = importlib.import_module("test." + name)
            suite = unittest.defaultTestLoader.loadTestsFromModule(module)
            unittest.TextTestRunner(stream=io.StringIO()).run(suite)
        except BaseException:
            pass
    builtins.compile, builtins.exec, builtins.eval = real_compile, real_exec, real_eval
    sys.stdout = out
    for text in texts:
        print(json.dumps(text))


if __name__ == "__main__":
    main(sys.argv[1:])
