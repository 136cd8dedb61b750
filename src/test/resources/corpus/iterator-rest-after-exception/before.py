def work(n):
    if n == 3:
        raise ValueError
    return n * n


def run(items):
    it = iter(items)
    out = []
    try:
        for n in it:
            out.append(work(n))
    except ValueError:
        pass
    return out, list(it)


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5, 6]))
