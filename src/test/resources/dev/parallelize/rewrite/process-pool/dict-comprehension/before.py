def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(names):
    return {name: work(len(name)) for name in names}


if __name__ == "__main__":
    print(run(["ann", "bo", "christopher"]))
