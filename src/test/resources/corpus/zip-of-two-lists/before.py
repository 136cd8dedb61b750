def combine(a, b):
    total = 0
    for k in range(1500):
        total += (a * k) ^ (b + k)
    return total % 1009


def run(left, right):
    results = []
    for a, b in zip(left, right):
        results.append(combine(a, b))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4, 5], [10, 20, 30]))
