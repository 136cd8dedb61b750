import types

settings = types.ModuleType("settings")
settings.level = 3


def work(n):
    total = 0
    for k in range(1500):
        total += n * k % settings.level
    settings.level += 1
    return total


def run(items):
    results = []
    for n in items:
        results.append(work(n))
    return results


if __name__ == "__main__":
    print(run([5, 5, 5]))
