def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


class Reading:
    def __new__(cls, value, unit):
        made = super().__new__(cls)
        made.text = f"{value} {unit}"
        return made


def measured(number):
    return Reading(costly(number), "steps")


def run(numbers):
    return [measured(number) for number in numbers]


if __name__ == "__main__":
    print([reading.text for reading in run(range(4))])
