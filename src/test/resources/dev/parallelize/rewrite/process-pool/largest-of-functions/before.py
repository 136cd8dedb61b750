def chosen(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return max([lambda x: x + total, lambda x: x * total], key=lambda f: f(n))


def run(numbers):
    return [chosen(n) for n in numbers]


if __name__ == "__main__":
    print([f(3) for f in run([4, 8, 15])])
