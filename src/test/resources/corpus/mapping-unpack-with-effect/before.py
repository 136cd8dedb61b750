class M:
    n = 0

    def keys(self):
        M.n += 1
        return ["a"]

    def __getitem__(self, key):
        return M.n


def work(m):
    return dict(**m)


def run(items):
    return [work(m) for m in items]


if __name__ == "__main__":
    print(run([M(), M(), M()]))
