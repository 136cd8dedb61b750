import contextlib
import io


def work(n):
    print("n", n)
    return n * n


def run(items):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        out = [work(n) for n in items]
    return out, text.getvalue()


if __name__ == "__main__":
    print(run([9, 1, 10, 2]))
