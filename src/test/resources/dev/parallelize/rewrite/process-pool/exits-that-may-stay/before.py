def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def run(numbers):
    found = []
    for n in numbers:
        try:
            if n > 3:
                found.append(work(n))
            if n % 2:
                raise ValueError(n)
            if n == 30:
                break
        except ValueError as problem:
            found.append(str(problem))
        if len(found) > 40:
            return found
    return found


if __name__ == "__main__":
    print(run(list(range(40))), run([4, 5, 6]), run([]))
