def work(n):
    if n == 3:
        raise ValueError
    return n * n


def run(it):
    out = []
    for n in it:
        out.append(work(n))
    return out


if __name__ == "__main__":
    it = iter([1, 2, 3, 4, 5])
    try:
        run(it)
    except ValueError:
        pass
    print(list(it))
