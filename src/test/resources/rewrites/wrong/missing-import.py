# what: the executor is used and not imported
# check: imports-added
def square(x):
    return x * x

if __name__ == "__main__":
    print([square(x) for x in range(12)])
# --- transformed
def square(x):
    return x * x

if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        print(list(executor.map(square, range(12))))
