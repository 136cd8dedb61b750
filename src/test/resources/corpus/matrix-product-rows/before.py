def multiply(left, right):
    columns = len(right[0])
    result = []
    for row in left:
        line = []
        for j in range(columns):
            total = 0
            for k in range(len(right)):
                total += row[k] * right[k][j]
            line.append(total)
        result.append(line)
    return result


if __name__ == "__main__":
    a = [[(i * j) % 7 for j in range(20)] for i in range(20)]
    b = [[(i + j) % 5 for j in range(20)] for i in range(20)]
    print(sum(sum(line) for line in multiply(a, b)))
