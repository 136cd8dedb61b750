def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


if __name__ == "__main__":
    for n in [4, 8, 15]:
        print(work(n))
