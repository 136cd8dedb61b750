import json

import numpy as np


def render(scene, height, width):
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            row.append(scene.trace(x, y))
        rows.append(row)
    return np.array(rows)


if __name__ == "__main__":
    rays = []
    made = json.loads(
        "{}",
        object_hook=lambda pairs: type(
            "Scene", (), {"trace": lambda self, x, y: rays.append(x * y) or len(rays)}
        )(),
    )
    print(render(made, 3, 4))
