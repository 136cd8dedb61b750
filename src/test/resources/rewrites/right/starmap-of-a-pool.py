def area(width, height):
    return width * height

if __name__ == "__main__":
    pairs = [(x, x + 1) for x in range(10)]
    print([area(*pair) for pair in pairs])
# --- transformed
import multiprocessing

def area(width, height):
    return width * height

if __name__ == "__main__":
    pairs = [(x, x + 1) for x in range(10)]
    with multiprocessing.Pool() as pool:
        print(pool.starmap(area, pairs))
