class M:
    n = 0

    def __iter__(self):
        M.n += 1
        return iter([M.n])


def work(m):
    return max(*m, 0)


def run(items):
    return [work(m) for m in items]


if __name__ == "__main__":
    print(run([M(), M(), M()]))
