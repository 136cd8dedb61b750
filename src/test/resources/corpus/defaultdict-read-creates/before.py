import collections
table = collections.defaultdict(list)


def work(n):
    return len(table[n]) + len(table)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([7, 8, 9, 7]))
