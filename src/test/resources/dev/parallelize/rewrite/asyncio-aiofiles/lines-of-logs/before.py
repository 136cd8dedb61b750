import pathlib


def count_lines(paths, word):
    counts = []
    for path in paths:
        count = 0
        with open(path, encoding="utf-8") as file:
            for line in file:
                if word in line:
                    count += 1
        counts.append(count)
    return counts


def main():
    folder = pathlib.Path("data")
    folder.mkdir()
    for number in range(5):
        text = f"n{number}\r\ncaf\u00e9 {number}\n" * (number + 1)
        (folder / f"{number}.txt").write_bytes(text.encode())
    print(count_lines(sorted(folder.iterdir()), "caf"))


main()
