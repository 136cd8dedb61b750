# what: a package that is not installed
# check: imports-added
def square(x):
    return x * x

if __name__ == "__main__":
    print([square(x) for x in range(12)])
# --- transformed
import mpi4py_not_installed

def square(x):
    return x * x

if __name__ == "__main__":
    print(mpi4py_not_installed.map(square, range(12)))
