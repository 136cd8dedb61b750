import pandas as pd

def costly(number):
    total = 0
    for k in range(9000):
        total += (number * k) % 7
    return total


def run(frame):
    for number in range(4):
        frame.loc[len(frame)] = [number, float(costly(len(frame)))]
    return frame.to_dict("list")


if __name__ == "__main__":
    print(run(pd.DataFrame({"number": [7, 8], "cost": [0.5, 1.5]})))
