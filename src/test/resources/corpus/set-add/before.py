def digital_root(n):
    total = 0
    for k in range(1500):
        total += (n + k) * (n + k) % 10
    return total % 9


def run(numbers):
    roots = set()
    for n in numbers:
        roots.add(digital_root(n))
    return roots


if __name__ == "__main__":
    print(sorted(run(range(20))))
