def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


def rank(word):
    return work(len(word))


def run(words):
    return sorted(words, key=rank, reverse=True)


if __name__ == "__main__":
    print(run("the quick brown fox jumps over the lazy dog".split()), run([]))
