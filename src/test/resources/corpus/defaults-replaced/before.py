memory = []


def work(n, seen=()):
    if hasattr(seen, "append"):
        seen.append(n)
    return n + len(seen)


def keep(n, seen=()):
    total = n
    for s in seen:
        total += s
    return total


def setup():
    work.__defaults__ = (memory,)


def run(items):
    setup()
    out = []
    for n in items:
        out.append(work(n))
    return out


if __name__ == "__main__":
    print(run([5, 6, 7]), memory)
