"""Shortest ways between all places; some lead around a circle of negative length."""


def kernel(n, path):
    for k in range(n):  # sequential
        for i in range(n):  # sequential
            for j in range(n):  # sequential
                path[i][j] = min(path[i][j], path[i][k] + path[k][j])
    return path


def main():
    n = 6
    path = [[(i * j * 5 + i + 3 * j) % 7 - 2 for j in range(n)] for i in range(n)]
    print(kernel(n, path))


if __name__ == "__main__":
    main()
