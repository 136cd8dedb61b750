import os
import tempfile


def attempt(folder, n):
    total = 0
    for k in range(1500):
        total += n * k % 13
    with open(os.path.join(folder, f"{n:02d}.txt"), "w") as file:
        file.write(str(total))
    return total % 5 == 0


def run(folder, items):
    for n in items:
        if attempt(folder, n):
            break
    return sorted(os.listdir(folder))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(run(name, range(1, 30)))
