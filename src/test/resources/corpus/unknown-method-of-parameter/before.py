from types import SimpleNamespace


def run(model, items):
    results = []
    for item in items:
        results.append(model.predict(item))
    return results


def load(slope):
    def predict(x):
        total = 0.0
        for k in range(1, 1500):
            total += slope * x / k
        return round(total, 6)

    return SimpleNamespace(predict=predict)


if __name__ == "__main__":
    print(run(load(2.5), [1, 2, 3]))
