"""Turns Python values into JSON that keeps type, order and every bit, without running code of the program's classes.

Plain values stand for themselves (null, booleans, small integers, text, lists); all else is an object whose ``$`` names
the type. The number of nodes and of bytes is bounded: what lies beyond is one ``truncated`` node.
"""

import base64
import hashlib

MAX_DEPTH = 60
MAX_NODES = 150_000
MAX_TEXT = 100_000
MAX_ARRAY_BYTES = 1_500_000
SAFE_INTEGER = 1 << 53

REPRESENTED = {
    "datetime": ("datetime", "date", "time", "timedelta", "timezone"),
    "decimal": ("Decimal",),
    "fractions": ("Fraction",),
    "uuid": ("UUID",),
    "pathlib": ("PosixPath", "PurePosixPath", "PureWindowsPath"),
    "pathlib._local": ("PosixPath", "PurePosixPath", "PureWindowsPath"),
    "ipaddress": ("IPv4Address", "IPv6Address"),
}


class Snapshot:
    def __init__(self, own_modules=("__main__",)):
        self.nodes = 0
        self.array_bytes = MAX_ARRAY_BYTES * 4
        self.path = {}
        self.own_modules = own_modules

    def of(self, value, depth=0):
        self.nodes += 1
        if self.nodes > MAX_NODES or depth > MAX_DEPTH:
            return {"$": "truncated"}
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            return value if -SAFE_INTEGER < value < SAFE_INTEGER else {"$": "int", "v": hex(value)[: MAX_TEXT]}
        if kind is str:
            return self.text(value)
        if kind is float:
            return {"$": "float", "v": float.__repr__(value)}
        if kind is complex:
            return {"$": "complex", "re": float.__repr__(value.real), "im": float.__repr__(value.imag)}
        if kind in (bytes, bytearray):
            return self.octets(kind.__name__, bytes(value))
        if id(value) in self.path:
            return {"$": "cycle", "up": len(self.path) - self.path[id(value)]}
        self.path[id(value)] = len(self.path)
        try:
            return self.compound(value, kind, depth + 1)
        finally:
            del self.path[id(value)]

    def text(self, value):
        if len(value) <= MAX_TEXT:
            return value
        return {"$": "str", "length": len(value), "sha256": hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()}

    def octets(self, name, value):
        if len(value) <= MAX_TEXT:
            return {"$": name, "v": value.hex()}
        return {"$": name, "length": len(value), "sha256": hashlib.sha256(value).hexdigest()}

    def compound(self, value, kind, depth):
        name = self.type_name(kind)
        module = kind.__module__ if isinstance(kind.__module__, str) else ""
        if kind is list:
            return [self.of(each, depth) for each in self.some(list.__iter__(value))]
        if kind is tuple:
            return {"$": "tuple", "v": [self.of(each, depth) for each in self.some(tuple.__iter__(value))]}
        if kind in (set, frozenset):
            return {"$": kind.__name__, "set": [self.of(each, depth) for each in self.some(kind.__iter__(value))]}
        if kind is range:
            return {"$": "range", "v": [value.start, value.stop, value.step]}
        if kind.__name__ in REPRESENTED.get(module, ()):
            return {"$": name, "v": repr(value)}
        if module.split(".")[0] == "numpy":
            return self.numpy(value, kind, name, depth)
        if module.split(".")[0] == "pandas":
            return self.pandas(value, kind, name, depth)
        return self.instance(value, kind, name, depth)

    def instance(self, value, kind, name, depth):
        bases = kind.__mro__
        node = {"$": name}
        if dict in bases:
            node["items"] = [
                [self.of(key, depth), self.of(each, depth)] for key, each in self.some(iter(list(dict.items(value))))
            ]
            if kind is dict:
                node["$"] = "dict"
                return node
        elif list in bases:
            node["v"] = [self.of(each, depth) for each in self.some(list.__iter__(value))]
        elif tuple in bases:
            node["v"] = [self.of(each, depth) for each in self.some(tuple.__iter__(value))]
        elif set in bases or frozenset in bases:
            base = set if set in bases else frozenset
            node["set"] = [self.of(each, depth) for each in self.some(base.__iter__(value))]
        elif str in bases:
            node["v"] = str.__str__(value)
        elif int in bases:
            node["v"] = hex(int.__int__(value))
        elif float in bases:
            node["v"] = float.__repr__(value)
        elif name == "collections.deque":
            node["v"] = [self.of(each, depth) for each in self.some(iter(list(value)))]
        elif name == "array.array":
            node.update(typecode=value.typecode, v=[self.of(each, depth) for each in self.some(iter(value))])
        elif BaseException in bases:
            node["v"] = [self.of(each, depth) for each in BaseException.args.__get__(value)]
        attributes = self.attributes(value, kind)
        if attributes:
            node["attributes"] = [[key, self.of(each, depth)] for key, each in attributes]
        elif len(node) == 1:
            node["opaque"] = True
        return node

    def attributes(self, value, kind):
        found = {}
        for base in kind.__mro__:
            slots = base.__dict__.get("__slots__", ())
            for slot in (slots,) if isinstance(slots, str) else slots:
                member = base.__dict__.get(slot)
                if type(member).__name__ == "member_descriptor":
                    try:
                        found[slot] = member.__get__(value)
                    except AttributeError:
                        pass
        try:
            found.update(object.__getattribute__(value, "__dict__"))
        except (AttributeError, TypeError):
            pass
        return [(key, each) for key, each in found.items() if isinstance(key, str)] if self.plain(kind) else []

    def plain(self, kind):
        """Classes of the program and of pure data; the inside of library objects is none of our business."""
        return kind.__module__ in self.own_modules or kind.__module__ in ("types", "collections", "argparse")

    def type_name(self, kind):
        module = kind.__module__
        if not isinstance(module, str) or module == "builtins":
            return str(kind.__qualname__)
        # A program is __main__ when run and has its own name when a driver imports it.
        return str(kind.__qualname__) if module in self.own_modules else module + "." + str(kind.__qualname__)

    def numpy(self, value, kind, name, depth):
        import numpy

        if kind is numpy.ndarray:
            return self.array(value, depth)
        if isinstance(value, numpy.generic) and kind.__module__ == "numpy":
            return {"$": name, "dtype": value.dtype.str, "raw": base64.b64encode(value.tobytes()).decode()}
        return {"$": name, "opaque": True}

    def array(self, value, depth):
        node = {"$": "numpy.ndarray", "dtype": value.dtype.str, "shape": list(value.shape)}
        if value.dtype.hasobject:
            node["v"] = [self.of(each, depth) for each in self.some(iter(value.ravel().tolist()))]
            return node
        raw = value.tobytes()
        if len(raw) <= min(MAX_ARRAY_BYTES, self.array_bytes):
            self.array_bytes -= len(raw)
            node["raw"] = base64.b64encode(raw).decode()
        else:
            node["sha256"] = hashlib.sha256(raw).hexdigest()
        return node

    def pandas(self, value, kind, name, depth):
        import pandas

        if kind is pandas.DataFrame:
            columns = [self.column(value.iloc[:, at], depth) for at in range(value.shape[1])]
            labels = self.of(value.columns.tolist(), depth)
            return {"$": name, "columns": labels, "index": self.of(value.index.tolist(), depth), "v": columns}
        if kind is pandas.Series:
            return {"$": name, "name": self.of(value.name, depth), "index": self.of(value.index.tolist(), depth), "v": self.column(value, depth)}
        if isinstance(value, pandas.Index):
            return {"$": name, "dtype": str(value.dtype), "v": self.of(value.tolist(), depth)}
        return {"$": name, "v": repr(value)} if kind in (pandas.Timestamp, pandas.Timedelta) else {"$": name, "opaque": True}

    def column(self, series, depth):
        values = series.to_numpy()
        body = self.array(values, depth) if type(values).__module__ == "numpy" else self.of(series.tolist(), depth)
        return {"$": "column", "dtype": str(series.dtype), "v": body}

    def some(self, iterator):
        for each in iterator:
            if self.nodes > MAX_NODES:
                yield None
                return
            yield each
