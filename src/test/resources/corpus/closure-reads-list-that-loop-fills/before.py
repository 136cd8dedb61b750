def run(numbers):
    results = []

    def scaled(n):
        total = 0
        for k in range(1500):
            total += n * k % (len(results) + 9)
        return total

    for n in numbers:
        results.append(scaled(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
