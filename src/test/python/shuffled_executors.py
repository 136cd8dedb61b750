"""Stand-ins for the executors of concurrent.futures that make the most of what they may do.

All items are taken at once and run in an order of their own: for processes in one forked child, with functions, items
and results pickled and whole chunks lost to a failure; for threads in one thread. They cost a fork where a real pool
costs its start, so that a package's tests, which call a loop thousands of times, come to an end. After FORKS forks of
one candidate its items run in this process, still in another order and pickled.

The bound on workers is the number of the candidate: it is written, once, to the file that MASS_RUN_LOG names.
"""

import os
import pickle
import random
import threading

FORKS = int(os.environ.get("MASS_RUN_FORKS", "12"))
seen = {}


def note(number):

    seen[number] = seen.get(number, 0) + 1
    log = os.environ.get("MASS_RUN_LOG")
    if seen[number] == 1 and log:
        with open(log, "a") as file:
            file.write(f"{number}\n")
    return seen[number]


class Done:
    """A future that is done."""

    def __init__(self, outcome):
        self.outcome = outcome

    def result(self, timeout=None):
        good, value = self.outcome
        if good:
            return value
        raise value

    def cancel(self):
        return False


class Executor:
    def __init__(self, max_workers=None, initializer=None, initargs=(), **_):
        self.number = max_workers
        self.setup = initializer, initargs

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def submit(self, function, /, *arguments, **keywords):
        return Done(self.outcomes(call, [(function, arguments, keywords)])[0])

    def map(self, function, *iterables, timeout=None, chunksize=1, buffersize=None):
        pending = self.outcomes(function, list(zip(*iterables)))
        pending.reverse()
        size = self.chunk(chunksize)

        def results():
            while pending:
                chunk = [pending.pop() for _ in range(min(size, len(pending)))]
                for good, value in chunk:
                    if not good:
                        raise value
                chunk.reverse()
                while chunk:
                    yield chunk.pop()[1]

        return results()


def call(function, arguments, keywords):
    return function(*arguments, **keywords)


def run(function, tasks, setup):
    """The outcome of each task: whether it went well, and its result or exception."""
    initializer, arguments = setup
    if initializer:
        initializer(*arguments)
    order = list(range(len(tasks)))
    random.Random(len(tasks)).shuffle(order)
    if len(order) > 1 and order == sorted(order):
        order.reverse()
    outcomes = [None] * len(tasks)
    for index in order:
        try:
            outcomes[index] = True, function(*tasks[index])
        except BaseException as failure:
            outcomes[index] = False, failure
    return outcomes


class ThreadPoolExecutor(Executor):
    def chunk(self, chunksize):
        return 1

    def outcomes(self, function, tasks):
        note(self.number)
        found = []
        thread = threading.Thread(target=lambda: found.extend(run(function, tasks, self.setup)))
        thread.start()
        thread.join()
        return found


class ProcessPoolExecutor(Executor):
    def chunk(self, chunksize):
        return chunksize

    def outcomes(self, function, tasks):
        times = note(self.number)
        sent = []
        for task in tasks:
            try:
                sent.append(pickle.dumps((function, task)))
            except Exception as failure:
                return [(False, failure)] * len(tasks)
        received = forked(sent, self.setup) if times <= FORKS else answers(sent, self.setup)
        return [pickle.loads(answer) for answer in received]


def answers(sent, setup):
    outcomes = run(lambda data: called(pickle.loads(data)), [(data,) for data in sent], setup)
    return [answer(outcome) for outcome in outcomes]


def called(unpickled):
    function, task = unpickled
    return function(*task)


def answer(outcome):
    try:
        data = pickle.dumps(outcome)
        pickle.loads(data)
        return data
    except Exception as failure:
        return pickle.dumps((False, TypeError(f"a result does not come back: {failure!r}")))


def forked(sent, setup):
    import sys

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            with os.fdopen(writer, "wb") as stream:
                pickle.dump(answers(sent, setup), stream)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        data = stream.read()
    os.waitpid(child, 0)
    return pickle.loads(data)
