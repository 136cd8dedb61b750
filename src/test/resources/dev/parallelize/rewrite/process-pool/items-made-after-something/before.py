def work(n):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def say(text):
    print(text)
    return text


def make(count):
    print("making", count)
    return list(range(count))


def run(count):
    return say("start"), [work(n) for n in make(count)]


if __name__ == "__main__":
    print(run(5))
