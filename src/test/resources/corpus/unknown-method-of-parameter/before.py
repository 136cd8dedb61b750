def run(model, items):
    results = []
    for item in items:
        results.append(model.predict(item))
    return results


class Linear:
    def __init__(self, slope):
        self.slope = slope

    def predict(self, x):
        total = 0.0
        for k in range(1, 1500):
            total += self.slope * x / k
        return round(total, 6)


if __name__ == "__main__":
    print(run(Linear(2.5), [1, 2, 3]))
