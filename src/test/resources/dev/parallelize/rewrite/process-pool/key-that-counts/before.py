def work(n):
    total = 0
    for k in range(200_000):
        total = (total * 31 + n * k) % 10007
    return total


calls = []


def rank(word):
    calls.append(word)
    return work(len(word)) + len(calls)


def run(words):
    return sorted(words, key=rank)


if __name__ == "__main__":
    print(run("the quick brown fox".split()), calls)
