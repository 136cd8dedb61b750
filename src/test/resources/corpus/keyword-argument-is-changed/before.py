import bisect


def work(n, ranks):
    return sum(k * n for k in range(20000)) + len(ranks)


def run(items):
    ranks = []
    scores = []
    for item in items:
        scores.append(work(item, ranks))
        bisect.insort(a=ranks, x=item)
    return scores


if __name__ == "__main__":
    print(run([3, 1, 2]))
