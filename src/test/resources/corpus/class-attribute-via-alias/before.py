class Registry:
    known = []


def work(n):
    k = Registry
    k.known.append(n)
    return len(k.known)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
