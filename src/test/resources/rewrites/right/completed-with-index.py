def square(x):
    return x * x

if __name__ == "__main__":
    results = []
    for x in range(12):
        results.append(square(x))
    print(results)
# --- transformed
from concurrent.futures import ThreadPoolExecutor, as_completed

def square(x):
    return x * x

if __name__ == "__main__":
    results = [None] * 12
    with ThreadPoolExecutor(4) as executor:
        futures = {executor.submit(square, x): x for x in range(12)}
        for future in as_completed(futures):
            results[futures[future]] = future.result()
    print(results)
