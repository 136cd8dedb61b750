def mean_of_neighbours(values, places):
    total = 0
    for place in places:
        total += values[place] + values[place + 1]
    return total / len(places)

if __name__ == "__main__":
    print(mean_of_neighbours([1, 2, 3, 4], [0, 1, 2]))
# --- transformed
from concurrent.futures import ThreadPoolExecutor

def mean_of_neighbours(values, places):
    pairs = list(zip(values, values[1:]))
    with ThreadPoolExecutor(2) as executor:
        total = sum(map(sum, executor.map(pairs.__getitem__, places)))
    return total / max(1, len(places))

if __name__ == "__main__":
    print(mean_of_neighbours([1, 2, 3, 4], [0, 1, 2]))
