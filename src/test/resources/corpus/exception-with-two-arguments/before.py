class Rejected(Exception):
    def __init__(self, code, reason):
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason


def check(n):
    total = 0
    for k in range(1500):
        total += n * k % 13
    if n == 3:
        raise Rejected(n, "odd one out")
    return total


def run(items):
    results = []
    for n in items:
        results.append(check(n))
    return results


if __name__ == "__main__":
    try:
        run([1, 2, 3, 4])
    except Rejected as problem:
        print(problem, problem.code, problem.reason)
