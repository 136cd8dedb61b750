MISSING = object()


def work(n):
    if n % 2:
        return MISSING
    return n * n


def run(items):
    out = []
    for n in items:
        value = work(n)
        if value == MISSING:
            out.append("none")
        else:
            out.append(value)
    return out


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
