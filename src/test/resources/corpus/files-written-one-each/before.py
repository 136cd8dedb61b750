import os
import tempfile


def save(folder, n):
    total = 0
    for k in range(1500):
        total += n * k % 19
    path = os.path.join(folder, f"{n}.txt")
    with open(path, "w") as file:
        file.write(str(total))
    return path


def run(folder, numbers):
    names = []
    for n in numbers:
        names.append(os.path.basename(save(folder, n)))
    return names


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(run(name, [1, 2, 3]))
        print(sorted(os.listdir(name)))
