# what: workers change copies of the rows, so that the caller's rows stay as they were; the result itself is right
# check: output-matches
def normalize(row):
    row.sort()
    return row[0]

def smallest(rows):
    return [normalize(row) for row in rows]

if __name__ == "__main__":
    print(smallest([[3, 1], [5, 4]]))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def normalize(row):
    row.sort()
    return row[0]

def smallest(rows):
    with ProcessPoolExecutor(2) as executor:
        return list(executor.map(normalize, rows))

if __name__ == "__main__":
    print(smallest([[3, 1], [5, 4]]))
