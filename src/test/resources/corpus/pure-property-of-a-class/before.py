from dataclasses import dataclass


@dataclass(frozen=True)
class Ring:
    inner: int
    outer: int

    @property
    def width(self):
        return self.outer - self.inner


def cost(ring):
    total = 0
    for k in range(1500):
        total += ring.width * k % 13
    return total


def run(rings):
    results = []
    for ring in rings:
        results.append(cost(ring))
    return results


if __name__ == "__main__":
    print(run([Ring(1, 5), Ring(2, 3)]))
