def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers: list[int]):
    squares = {}
    total = 0
    for n in numbers:
        if n not in squares:
            squares[n] = n * n
        total += work(squares[n])
    return total


if __name__ == "__main__":
    print(run([4, 8, 4]))
