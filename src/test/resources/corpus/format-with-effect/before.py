class Amount:
    printed = 0

    def __init__(self, value):
        self.value = value

    def __format__(self, spec):
        Amount.printed += 1
        return f"{self.value}#{Amount.printed}"


def work(amount):
    text = ""
    for _ in range(300):
        text = f"{amount}" + text[:20]
    return text


def run(amounts):
    results = []
    for amount in amounts:
        results.append(work(amount))
    return results


if __name__ == "__main__":
    print(run([Amount(1), Amount(2)]))
