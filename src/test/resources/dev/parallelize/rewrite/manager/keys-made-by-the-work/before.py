def work(n: int):
    total = 0
    for k in range(60_000):
        total = (total * 31 + n * k) % 10007
    return total


def signature(word: str):
    return sum(ord(letter) for letter in word * 2000) % 7


def run(words: list[str]):
    known = {}
    lines = []
    for word in words:
        number = signature(word)
        if number not in known:
            known[number] = work(number)
        lines.append((word, known[number]))
        print(word, number, known[number] + 1)
    return lines


if __name__ == "__main__":
    print(run(["spam", "eggs", "maps", "ham", "amps"]))
    print(run([]))
