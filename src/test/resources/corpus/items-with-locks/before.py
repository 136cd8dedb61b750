import threading


class Cell:
    def __init__(self, size):
        self.lock = threading.Lock()
        self.size = size

    def cost(self):
        with self.lock:
            total = 0
            for k in range(self.size * 300):
                total += k % 7
            return total


def run(cells):
    results = []
    for cell in cells:
        results.append(cell.cost())
    return results


if __name__ == "__main__":
    print(run([Cell(1), Cell(2), Cell(3)]))
