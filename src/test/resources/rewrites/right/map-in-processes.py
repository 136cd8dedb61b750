def square(x):
    return x * x

results = []
if __name__ == "__main__":
    for x in range(12):
        results.append(square(x))
    print(results)
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def square(x):
    return x * x

results = []
if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        results.extend(executor.map(square, range(12), chunksize=2))
    print(results)
