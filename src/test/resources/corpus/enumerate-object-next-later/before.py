def work(n):
    return n * n


def run(items):
    numbered = enumerate(items)
    out = []
    for i, n in numbered:
        out.append(work(n))
        if n == 2:
            break
    return out, next(numbered)


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5]))
