def weight(word):
    total = 0
    for repeat in range(400):
        for position, letter in enumerate(word):
            total += (ord(letter) * (position + repeat)) % 29
    return total


def run(words):
    return sorted((weight(word), word) for word in words)


if __name__ == "__main__":
    print(run(["pear", "fig", "plum", "apple"]))
