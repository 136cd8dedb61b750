class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

def move(point):
    return Point(point.x + 1, point.y * 2)

if __name__ == "__main__":
    points = [Point(x, x) for x in range(6)]
    moved = []
    for point in points:
        moved.append(move(point))
    print(sum(each.y for each in moved))
# --- transformed
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

def move(point):
    return Point(point.x + 1, point.y * 2)

if __name__ == "__main__":
    points = [Point(x, x) for x in range(6)]
    with ProcessPoolExecutor(max_workers=2, mp_context=multiprocessing.get_context("spawn")) as executor:
        moved = list(executor.map(move, points))
    print(sum(each.y for each in moved))
