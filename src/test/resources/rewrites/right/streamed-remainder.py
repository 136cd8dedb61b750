def simulate(x):
    return (x * 7919) % 31

if __name__ == "__main__":
    best, total = -1, 0.0
    for x in range(20):
        score = simulate(x)
        total += score / 3
        if score > best:
            best = score
        print(x, score)
        if score == 30:
            break
    else:
        print("no break")
    print(best, total, x)
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def simulate(x):
    return (x * 7919) % 31

if __name__ == "__main__":
    best, total = -1, 0.0
    with ProcessPoolExecutor() as executor:
        for x, score in zip(range(20), executor.map(simulate, range(20))):
            total += score / 3
            if score > best:
                best = score
            print(x, score)
            if score == 30:
                executor.shutdown(cancel_futures=True)
                break
        else:
            print("no break")
    print(best, total, x)
