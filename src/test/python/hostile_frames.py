"""Compare `work(frame)` of two programs on frames with columns of all types, labels and gaps.

    python hostile_frames.py BEFORE AFTER COLUMN [COLUMN...]

Values, types, labels, printed text, errors and what became of the frame have to be the same. Exits with 1 if they differ.
"""

import contextlib
import datetime
import decimal
import io
import itertools
import runpy
import sys
import warnings

import numpy as np
import pandas as pd

PARTNERS = ("int", "str", "gaps", "mixed", "real")
random = np.random.default_rng(7)


def drawn(values, count):
    return random.choice(np.array(values, dtype=object), count) if count else np.array([], object)


def columns(count):
    def draw(values):
        return pd.Series(drawn(values, count), dtype=object)

    dates = ["2024-01-01 10:00:00", "2024-02-03 00:00:00", "2023-12-31 23:59:59"]
    return {
        "int": pd.Series(random.integers(-9, 9, count)),
        "large": pd.Series(random.integers(-(2**62), 2**62, count)),
        "small": pd.Series(random.integers(0, 250, count).astype("uint8")),
        "int32": pd.Series(random.integers(0, 2**31 - 1, count).astype("int32")),
        "real": pd.Series(np.round(random.uniform(-5, 5, count), 1)),
        "special": draw([0.0, -0.0, 1.5, np.nan, np.inf, -np.inf, 1e308]).astype(float),
        "gaps": draw([1.5, 2.5, np.nan, 90.0]).astype(float),
        "float32": pd.Series(random.uniform(0, 100, count).astype("float32")),
        "bool": draw([True, False]).astype(bool),
        "str": draw(["a", "Bob", " c ", "", "R2 refund", "ß", "İ", "x\x00y", "a b"]),
        "str with nan": draw(["a", "Bob", np.nan]),
        "str with none": draw(["a", "Bob", None]),
        "numpy str": draw([np.str_("Ab")]),
        "bytes": draw([b"ab", b"Cd"]),
        "objects": draw([1, 2, 90]),
        "mixed": draw(["a", 1, 2.5, True, None]),
        "huge": draw([2**70, 3, -(2**80)]),
        "decimal": draw([decimal.Decimal("1.5"), decimal.Decimal("3")]),
        "dates": pd.Series(pd.to_datetime(drawn(dates, count))),
        "dates with gaps": pd.Series(pd.to_datetime(drawn(["2024-01-01", None], count))),
        "zoned": pd.Series(pd.to_datetime(drawn(dates, count))).dt.tz_localize("UTC"),
        "python dates": draw([datetime.date(2024, 1, 1), datetime.date(2023, 5, 6)]),
        "Int64": draw([1, 2, None]).astype("Int64"),
        "Float64": draw([1.5, 2.0, None]).astype("Float64"),
        "string": draw(["a", "Bob", None]).astype("string"),
        "category": draw(["a", "b"]).astype("category").cat.add_categories(["unused"]),
    }


def frames(names):
    for count in (17, 2, 1, 0):
        series = columns(count)
        for kinds in itertools.product(series, repeat=min(2, len(names))):
            if len(kinds) < 2 or set(kinds) & set(PARTNERS):
                rest = [PARTNERS[i % len(PARTNERS)] for i in range(len(names) - len(kinds))]
                kinds = [*kinds, *rest]
                yield (count, *kinds), pd.DataFrame({n: series[k] for n, k in zip(names, kinds)})
    yield from shapes(names)


def shapes(names):
    series = columns(6)
    for kinds in (("str", "int", "real"), ("int", "real", "str")):
        base = pd.DataFrame({n: series[kinds[i % 3]] for i, n in enumerate(names)})
        for name in names:
            yield ("without", name), base.drop(columns=[name])
            yield ("twice", name), pd.concat([base, base[[name]]], axis=1)
        yield "repeated labels", base.set_axis([1, 1, 2, 2, 3, 3])
        yield "labels of text", base.set_axis(list("abcdef"))
        yield "labels of two levels", base.set_axis(pd.MultiIndex.from_product([[1, 2], [1, 2, 3]]))
        yield "labels in another order", base.iloc[::-1]
        yield "a label that is no number", base.set_axis([0.5, 1.5, np.nan, 2.5, 3.5, 4.5])
        levels = pd.MultiIndex.from_tuples([(n, "x") for n in base.columns])
        yield "columns of two levels", base.set_axis(levels, axis=1)
        yield "no columns", pd.DataFrame(index=range(3))


def shown(value):
    if isinstance(value, pd.DataFrame):
        parts = [shown(value.iloc[:, i]) for i in range(value.shape[1])]
        return "frame", repr(value.columns), shown(value.index), parts
    if isinstance(value, (pd.Series, pd.Index)):
        kind = "levels" if isinstance(value, pd.MultiIndex) else str(value.dtype)
        return type(value).__name__, kind, repr(value.name), [shown(v) for v in value.to_numpy()]
    if isinstance(value, dict):
        return type(value).__name__, [(shown(k), shown(v)) for k, v in value.items()]
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [shown(v) for v in value]
    return type(value).__name__, repr(value)


def outcome(work, frame):
    own = frame.copy(deep=True)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        try:
            result = shown(work(own))
        except Exception as error:
            result = type(error).__name__, str(error)
    return result, printed.getvalue(), shown(own)


def main(before, after, names):
    warnings.simplefilter("ignore")
    original = runpy.run_path(before)["work"]
    rewritten = runpy.run_path(after)["work"]
    different = compared = 0
    for label, frame in frames(names):
        compared += 1
        if outcome(original, frame) != outcome(rewritten, frame):
            different += 1
            print("different:", label)
    print(compared, "frames,", different, "different")
    return different > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
