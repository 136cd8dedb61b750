def work(n):
    return n * n


def run(items):
    it = iter(items)
    out = []
    for n in it:
        r = work(n)
        out.append(r)
        if r > 5:
            break
    return out, list(it)


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5, 6]))
