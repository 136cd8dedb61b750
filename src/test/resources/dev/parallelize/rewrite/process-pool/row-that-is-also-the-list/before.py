"""Appends to a row that the loop may be running over."""


def weigh(number):
    total = 0
    for k in range(500):
        total += (number * k) % 13
    return total


def spread(rows):
    found = []
    for row in rows:
        for number in row:
            weight = weigh(number)
            if weight % 2 and len(rows[0]) < 9:
                rows[0].append(1)
            found.append(weight)
    return found


if __name__ == "__main__":
    print(spread([[1, 2, 3], [4, 5], [6]]))
