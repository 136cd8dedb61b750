TRIED = []


def test(n):
    TRIED.append(n)
    total = 0
    for k in range(1500):
        total += n * k % 13
    return total % 4 == 0


def run(numbers):
    return any(test(n) for n in numbers), TRIED


if __name__ == "__main__":
    print(run(range(1, 40)))
