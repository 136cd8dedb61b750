"""Multiplies two matrices of rows, adding up in place."""


def product(left, right):
    rows, columns, inner = len(left), len(right[0]), len(right)
    result = [[0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            for k in range(inner):
                result[i][j] += left[i][k] * right[k][j]
    return result


def run():
    left = [[(i * j) % 7 - 0.1 for j in range(12)] for i in range(9)]
    right = [[(i + j) % 5 + 0.3 for j in range(8)] for i in range(12)]
    for row in product(left, right):
        print(row)


if __name__ == "__main__":
    run()
