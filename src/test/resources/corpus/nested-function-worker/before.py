def run(numbers, modulus):
    def work(n):
        total = 0
        for k in range(2000):
            total += n * k % modulus
        return total

    results = []
    for n in numbers:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([3, 5, 7], 29))
