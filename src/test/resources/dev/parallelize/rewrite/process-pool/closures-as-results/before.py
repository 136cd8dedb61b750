"""Makes functions that remember a costly sum: no other process can send them back."""


def remember(number):
    total = 0
    for k in range(500):
        total += (number * k) % 13

    def recall(offset):
        return total + offset

    return recall


def run(numbers):
    recalls = [remember(number) for number in numbers]
    return [recall(1) for recall in recalls]


if __name__ == "__main__":
    print(run([3, 5, 8]))
