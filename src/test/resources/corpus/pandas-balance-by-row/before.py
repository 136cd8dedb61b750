import pandas as pd


def run(frame):
    balance = 0.0
    balances = []
    for _, row in frame.iterrows():
        balance = min(balance * 1.1 + row["units"] * row["price"], 100.0)
        balances.append(balance)
    return balances


if __name__ == "__main__":
    frame = pd.DataFrame({"units": [3, 12, 150], "price": [2.0, 3.5, 1.25], "shop": ["a", "b", "a"]})
    print(run(frame))
