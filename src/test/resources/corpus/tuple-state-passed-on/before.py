def step(position, speed, force):
    for _ in range(500):
        speed += (force - 0.1 * position) * 0.001
        position += speed * 0.001
    return position, speed


def run(forces):
    position, speed = 0.0, 1.0
    track = []
    for force in forces:
        position, speed = step(position, speed, force)
        track.append(round(position, 9))
    return track


if __name__ == "__main__":
    print(run([1.0, 0.5, -1.0]))
