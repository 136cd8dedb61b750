import os
import tempfile


def save(folder, n):
    total = 0
    for k in range((10 - n) * 600):
        total += n * k % 19
    with open(os.path.join(folder, f"{n % 2}.txt"), "w") as file:
        file.write(f"{n}:{total}")


def run(folder, numbers):
    for n in numbers:
        save(folder, n)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        run(name, [1, 2, 3, 4])
        for file in sorted(os.listdir(name)):
            with open(os.path.join(name, file)) as handle:
                print(file, handle.read())
