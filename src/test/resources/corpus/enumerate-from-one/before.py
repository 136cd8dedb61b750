def work(text):
    total = 0
    for _ in range(300):
        for letter in text:
            total = (total + ord(letter) * 17) % 8191
    return total


def run(names):
    lines = []
    for rank, name in enumerate(names, start=1):
        lines.append(f"{rank}. {name} {work(name)}")
    return lines


if __name__ == "__main__":
    print("\n".join(run(["ann", "bob", "cleo"])))
