"""Squares a matrix into itself: later sums read what earlier ones left."""


def square(matrix):
    size = len(matrix)
    for i in range(size):
        for j in range(size):
            for k in range(size):
                matrix[i][j] += matrix[i][k] * matrix[k][j]
    return matrix


if __name__ == "__main__":
    print(square([[1, 2, 0], [0, 1, 3], [2, 0, 1]]))
