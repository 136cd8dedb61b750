def parse(text):
    value = int(text)
    for k in range(1, 1500):
        value = (value * k + 7) % 99991
    return value


def run(texts):
    results = []
    for text in texts:
        try:
            results.append(parse(text))
        except ValueError:
            results.append(None)
    return results


if __name__ == "__main__":
    print(run(["12", "x", "7", "", "99"]))
