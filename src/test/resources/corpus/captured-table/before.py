def run(queries):
    squares = {n: n * n for n in range(500)}

    def nearest(query):
        best = None
        for n, square in squares.items():
            if best is None or abs(square - query) < abs(squares[best] - query):
                best = n
        return best

    results = []
    for query in queries:
        results.append(nearest(query))
    return results


if __name__ == "__main__":
    print(run([10, 5000, 123456, 77]))
