def run(items):
    class Result:
        def __init__(self, value):
            self.value = value

    def work(n):
        total = 0
        for k in range(1500):
            total += n * k % 7
        return Result(total)

    results = []
    for n in items:
        results.append(work(n))
    return [result.value for result in results]


if __name__ == "__main__":
    print(run([1, 2, 3]))
