def work(n, excited):
    total = 0
    for k in range(1500):
        total += n * k % (11 if excited else 7)
    return total


def run(items):
    excited = False
    results = []
    for n in items:
        value = work(n, excited)
        excited = value % 2 == 1
        results.append(value)
    return results


if __name__ == "__main__":
    print(run([1, 2, 3, 4]))
