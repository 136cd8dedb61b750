import string


class Numbered(string.Formatter):
    used = []

    def get_value(self, key, args, kwargs):
        self.used.append(key)
        return len(self.used)


def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def label(text):
    return Numbered().format(text), costly(len(text))


def run(texts):
    for text in texts:
        print(label(text))


if __name__ == "__main__":
    run(["{a}", "{b} {c}", "{a}"])
