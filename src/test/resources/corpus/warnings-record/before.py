import warnings


def work(n):
    warnings.warn("odd %d" % n)
    return n * n


def run(items):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        out = [work(n) for n in items]
    return out, len(caught)


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
