package dev.parallelize.syntax;

import java.util.List;

/** One or more texts for every construct of the grammar that Python 3.9 has already. */
final class Constructs {
  static final List<String> ALL =
      List.of(
          "x = 1\n",
          "x = y = z, = 1,\n",
          "a, *b = c, *d\n",
          "x: int\nx.y: int = 3\nx[0]: 'a' = yield_\n",
          "(x): int = 1\n",
          "x += 1; y **= 2; z //= 3; w @= v; s <<= 1; t >>= 2; u &= 3; p |= 4; q ^= 5; r %= 6\n",
          "del a, b.c, d[0], (e, [f])\n",
          "assert x, 'message'\nassert (y)\n",
          "raise\nraise X\nraise X from Y\n",
          "import a.b.c as d, e\nfrom . import x\nfrom ...a.b import (c as d, e,)\nfrom m import *\n",
          "def f():\n    global x, y\n    x = 1\n",
          "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n",
          "if a:\n    pass\nelif b: pass\nelse:\n    pass\n",
          "while a:\n    break\nelse:\n    continue_ = 1\n",
          "for i, (a, *b) in enumerate(x), y:\n    continue\nelse: pass\n",
          "try:\n    pass\nexcept A as e:\n    pass\nexcept (B, C):\n    pass\nelse:\n    pass\n",
          "try: pass\nfinally: pass\n",
          "with a as b, c as (d, e), f:\n    pass\n",
          "with (a as b, c as d,):\n    pass\n",
          "with (a, b): pass\nwith (a, b) as c: pass\nwith (a): pass\nwith (a).b as c.d: pass\n",
          "@a.b[c](d)\n@(e := f)\ndef g(): pass\n",
          "def f(a, b=1, /, c: int = 2, *args: str, d, e=3, **kw) -> x: return a, *b\n",
          "def f(*, a): yield\ndef g(): x = yield a, *b\ndef h(): yield from i\n",
          "async def f():\n    async for x in y: await z\n    async with a as b: return await c ** -d\n",
          "async def f():\n    return [x async for x in y if await z], {a: b async for a in c}\n",
          "class A: pass\nclass B(A, metaclass=M, *c, **d):\n    'doc'\n    x = 1\n",
          "lambda: 0\nlambda a, /, b=1, *c, d, **e: lambda: a\n",
          "x if y else z if w else lambda: v\n",
          "a or b and not c == d is not e not in f < g <= h != i > j >= k is l in m\n",
          "a | b ^ c & d << e >> f + g - h * i / j // k % l @ m\n",
          "-a ** -b ** +c, ~d, not e, - - f\n",
          "f(a, *b, c=d, *e, **g, h=i, **j)\nf(x for x in y)(z)[w].v\n",
          "x[a:b, c:d:e, ::, ..., :f, g:, a, :]\nx[()]\nx[a,]\n",
          "[a, *b, (c := d)]\n{a, *b}\n{a: b, **c, d: e,}\n{}\n()\n(a,)\n(a)\n",
          "[x for x in a if b if c for y in d]\n{x for x in a}\n{x: y for x, y in a}\n",
          "(y := f(x), y)\nif (n := 10) > 5: pass\nwhile chunk := read(): pass\n",
          "print([a := 1, b := 2], [c := d for e in f])\n",
          "0, 00, 1_000, 0x_fF, 0b1_0, 0o17, 1., .5, 1e10, 1_0.0_1e-1_0, 1j, 0_0j, 09.5, 1if x else 2\n",
          "'a' \"b\" u'c' r'\\d' '''e\nf''' b'\\x00' rb'\\\\'\n".replace("b'\\x00' rb'\\\\'", ""),
          "b'a' rb'\\d' Br'c' b'''\\\n'''\n",
          "'\\n\\x41\\101\\u00e9\\U0001F600\\N{BULLET}\\\n\\q'\n",
          "f'a{b}c{d!r:>{e}}{{}}' 'f' f\"{g['h']}\"\n",
          "f'{x=}' f'{x = !s}' f'{x=:>10}' rf'\\d{x}'\n",
          "f'''{\na\n}'''\nf'{a if b else c}{lambda_}{ {1: 2}[1] }'\n",
          "if x:\n\tif y:\n\t\tpass\n\n  # comment\n\tz = 1\n",
          "x = (1 +\n     2)  # comment\ny = 1 + \\\n    2\n",
          "\f\nx = 1\n\n\n",
          "naïve = ｘ = 1\n",
          "match = case = type = _ = 1\nmatch(case)\nmatch[type]\nprint(match, type)\n",
          "type = 1; type\ntype(x)\nmatch * case\n",
          "return_ = 1;\nx = 1; y = 2;\n",
          "def f():\n    '''doc'''\n    return\n\n\ndef g(): pass",
          "x = yield_\nlambda *a, **k: (a, k)\nlambda *, a=1: a\n");

  private Constructs() {}
}
