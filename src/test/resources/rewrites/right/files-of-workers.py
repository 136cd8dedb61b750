def render(x):
    return "page %d\n" % x

def write(x):
    page = render(x)
    with open("page%d.txt" % x, "w") as file:
        file.write(page * 3)
    return x

if __name__ == "__main__":
    for x in range(5):
        print("wrote", write(x))
# --- transformed
from concurrent.futures import ProcessPoolExecutor

def render(x):
    return "page %d\n" % x

def write(x, page):
    with open("page%d.txt" % x, "w") as file:
        file.write(page * 3)
    return x

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        for x, page in zip(range(5), executor.map(render, range(5))):
            print("wrote", write(x, page))
