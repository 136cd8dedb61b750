class Solver:
    def __init__(self):
        self.effort = 1

    def note(self, total):
        self.effort = total % 7 + 1

    def solve(self, n):
        total = 0
        for k in range(1000):
            total += n * k % (self.effort + 10)
        self.note(total)
        return total

    def run(self, items):
        results = []
        for n in items:
            results.append(self.solve(n))
        return results


if __name__ == "__main__":
    print(Solver().run([5, 5, 5, 5]))
