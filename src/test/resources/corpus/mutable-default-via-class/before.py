class W:
    def work(self, n, memo=[]):
        memo.append(n)
        return len(memo) * n


def run(items):
    w = W()
    return [w.work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
