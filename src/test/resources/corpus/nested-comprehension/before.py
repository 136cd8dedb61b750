def cell(row, column):
    value = 0
    for k in range(300):
        value = (value + row * k + column) % 251
    return value


def run(rows, columns):
    return [[cell(row, column) for column in range(columns)] for row in range(rows)]


if __name__ == "__main__":
    for line in run(5, 6):
        print(line)
