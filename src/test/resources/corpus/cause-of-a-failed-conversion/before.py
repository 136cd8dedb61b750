def costly(text):
    total = 0
    for k in range(9000):
        total += len(text) * k % 7
    return total + int(text)


def run(texts):
    try:
        for text in texts:
            print(costly(text))
    except ValueError as error:
        print(error, error.__cause__)


if __name__ == "__main__":
    run(["1", "x", "3"])
