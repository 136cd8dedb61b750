def work(n):
    if n == 7:
        raise ValueError(n)
    return sum(k * k % (n + 2) for k in range(2000))


def run(items):
    out = []
    try:
        for n in items:
            out.append(work(n))
    except ValueError:
        pass
    return out


if __name__ == "__main__":
    print(run(list(range(40))))
