def work(rate, n):
    total = 0
    for k in range(8000):
        total = (total * 31 + n * k) % 10007
    return round(total * rate)


def run(rows, columns):
    results = {}
    for i in range(rows):
        rate = 0.5 * i + 1
        for j in range(columns):
            value = work(rate, j)
            print(i, j, value)
            results[i, j] = value
            rate = rate + value % 2
    return results


if __name__ == "__main__":
    print(run(3, 4), run(2, 0), run(0, 2))
