def work(n, *, memo={}):
    memo[n] = len(memo)
    return memo[n] * n


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([1, 2, 3]))
