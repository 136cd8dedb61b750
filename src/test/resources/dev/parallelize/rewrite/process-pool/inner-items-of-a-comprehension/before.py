"""The failure of an item comes before that of a later row."""


def work(number):
    value = number
    for k in range(60_000):
        value = (value * 31 + k * number) % 10_007
    return number + value * 0 // (number - 26)


def show(rows):
    results = [work(cell) for row in rows for cell in row.get("cells")]
    print(results)


if __name__ == "__main__":
    for rows in (
        [{"cells": [1, 2]}, {"cells": [3, 26]}, {"cell": [4]}],
        [{"cells": [1, 2]}, {"cell": [4]}, {"cells": [26]}],
        [{"cells": [1, 2]}, {"cells": [4]}],
    ):
        try:
            show(rows)
        except (KeyError, TypeError, ZeroDivisionError) as error:
            print(repr(error))
