def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def parsed(texts):
    for text in texts:
        yield int(text)


def run(texts):
    done = []
    try:
        for number in parsed(texts):
            done.append(costly(number))
    except ValueError as error:
        print("stopped:", error)
    return done


if __name__ == "__main__":
    print(run(["1", "2", "x", "3"]))
