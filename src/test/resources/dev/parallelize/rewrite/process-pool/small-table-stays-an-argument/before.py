def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def nearest(query, table):
    return min((abs(value - query), work(n), n) for n, value in table.items())


def run(queries):
    table = {1: 5, 2: 9}
    for query in queries:
        print("query", query)
        print(nearest(query, table))


if __name__ == "__main__":
    run([4, 800, 1500])
