def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(queries, points):
    nearest = []
    for query in queries:
        low = work(query)
        nearest.append(min(points, key=lambda point: (abs(low - work(point)), query)))
    return nearest


if __name__ == "__main__":
    print(run([4, 8], [15, 16, 23]))
