import os
import tempfile

def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def weigh(folder):
    return costly(len(os.listdir(folder)))


def run(folder, names):
    results = []
    for name in names:
        results.append(weigh(folder))
        with open(os.path.join(folder, name), "w") as file:
            file.write(name)
    return results


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(run(place, ["a", "b", "c", "d"]))
