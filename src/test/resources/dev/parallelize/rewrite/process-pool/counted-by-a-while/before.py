def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(years, last):
    losses = {}

    year = 1990
    while year <= last:
        if year in years:
            year += 1
            continue
        losses[year] = work(year)

        year += 1
    return losses


if __name__ == "__main__":
    print(run({1992, 1995}, 2003))
