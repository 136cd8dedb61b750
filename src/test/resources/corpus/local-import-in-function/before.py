def run(numbers):
    import math

    def work(n):
        total = 0.0
        for k in range(1, 1500):
            total += math.sqrt(n * k)
        return round(total, 6)

    results = []
    for n in numbers:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([1, 2, 3]))
