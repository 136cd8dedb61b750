def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(queries):
    table = {n: work(n) for n in range(40)}
    nearest = []
    for query in queries:
        nearest.append(
            min((abs(value - query), work(n), n) for n, value in table.items())
        )
    return nearest


if __name__ == "__main__":
    print(run([4, 800, 1500]))
