import pandas as pd


def work():
    data = {"score": [71.5, 88.0, 93.25, 55.0], "name": ["ann", "bob", "cid", "dee"]}
    people = pd.DataFrame(data)
    grades = []
    for _, person in people.iterrows():
        if person["score"] >= 90:
            grades.append("A")
        elif person["score"] >= 80:
            grades.append("B")
        else:
            grades.append("C")
    people["grade"] = grades
    return people


if __name__ == "__main__":
    print(work().values.tolist())
