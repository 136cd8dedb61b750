class K:
    hits = 0

    def __str__(self):
        K.hits += 1
        return str(K.hits)


def work(n):
    return "%s-%d" % (K(), n)


def run(items):
    return [work(n) for n in items]


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
