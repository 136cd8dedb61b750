import json
import os
import tempfile


def work(text):
    total = 0
    for k in range(60_000):
        total = (total * 31 + len(text) * k) % 10007
    return total


def load():
    with open("state.json") as file:
        return json.load(file)


def save(data):
    with open("state.json", "w") as file:
        json.dump(data, file)


def run(names):
    for name in names:
        data = load()
        value = work(name + str(data))
        save({"value": value})


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        save({})
        run(["a", "bb", "ccc"])
        print(load())
        os.chdir("/")
