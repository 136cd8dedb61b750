from enum import Enum

unknown = []


class Kind(Enum):
    PLAIN = "plain"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value):
        unknown.append(value)
        return cls.OTHER


def costly(text):
    total = 0
    for k in range(9000):
        total += (len(text) * k) % 7
    return total


def classified(text):
    return Kind(text).name, costly(text)


def run(texts):
    return [classified(text) for text in texts], unknown


if __name__ == "__main__":
    print(run(["plain", "odd", "even"]))
