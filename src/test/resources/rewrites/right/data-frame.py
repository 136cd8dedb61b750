# needs: pandas
import pandas as pd

def grade(row):
    return row["score"] * 2 + row["bonus"]

if __name__ == "__main__":
    frame = pd.DataFrame({"score": range(50), "bonus": [x * 0.5 for x in range(50)]})
    frame["grade"] = [grade(row) for _, row in frame.iterrows()]
    print(frame["grade"].sum())
# --- transformed
import pandas as pd

if __name__ == "__main__":
    frame = pd.DataFrame({"score": range(50), "bonus": [x * 0.5 for x in range(50)]})
    frame["grade"] = frame["score"] * 2 + frame["bonus"]
    print(frame["grade"].sum())
