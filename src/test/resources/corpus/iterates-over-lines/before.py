import io


def score(line):
    total = 0
    for _ in range(150):
        for letter in line.strip():
            total = (total * 31 + ord(letter)) % 65521
    return total


def run(text):
    scores = []
    with io.StringIO(text) as lines:
        for number, line in enumerate(lines, 1):
            scores.append((number, score(line)))
    return scores


if __name__ == "__main__":
    print(run("first line\nsecond line\nthird\n"))
