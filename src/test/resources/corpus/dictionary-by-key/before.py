def work(name):
    value = 7
    for _ in range(500):
        for letter in name:
            value = (value * 33 + ord(letter)) % 65521
    return value


def run(names):
    table = {}
    for name in names:
        table[name.lower()] = work(name)
    return table


if __name__ == "__main__":
    print(run(["Ada", "Grace", "ADA", "Edsger", "grace"]))
