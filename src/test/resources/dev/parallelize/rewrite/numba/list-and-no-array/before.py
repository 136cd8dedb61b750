def work(count):
    squares = [0] * count
    for i in range(count):
        squares[i] = i * i
    return squares


print(work(9))
