import csv
import io


def work(row):
    return sum(int(c) for c in row)


def run(text):
    reader = csv.reader(io.StringIO(text))
    out = []
    for row in reader:
        out.append((reader.line_num, work(row)))
    return out


if __name__ == "__main__":
    print(run("1,2\n3,4\n5,6\n"))
