"""Other legal schedules of the same program, drawn from a seed.

Executors: the tasks first submitted are delayed longest, so that completion comes in another order. Tasks of an event
loop: a seeded pause before their first step. Threads: a trace function that yields right before stores to shared names,
because the interpreter itself hardly ever switches between a read and the write that follows it.
"""

import random
import sys
import time

WINDOW = 8
STEP_SECONDS = 0.004
PAUSES_A_THREAD = 300
STEPS_A_THREAD = 30_000
SHARED_STORES = ("STORE_GLOBAL", "STORE_ATTR", "STORE_SUBSCR", "STORE_DEREF", "STORE_NAME", "DELETE_SUBSCR", "STORE_SLICE")


def install(seed, after_import, own):
    after_import_chain(after_import, "concurrent.futures.process", lambda module: delay_submit(module.ProcessPoolExecutor, seed))
    after_import_chain(after_import, "concurrent.futures.thread", lambda module: delay_submit(module.ThreadPoolExecutor, seed))
    after_import_chain(after_import, "multiprocessing.pool", lambda module: delay_pool(module, seed))
    after_import_chain(after_import, "asyncio.base_events", lambda module: delay_tasks(module, seed))
    preempt = Preemption(seed, own)
    after_import_chain(after_import, "threading", lambda module: module.settrace(preempt.trace))
    sys.setswitchinterval(1e-5)


def after_import_chain(after_import, name, hook):
    previous = after_import.get(name)

    def both(module):
        if previous is not None:
            previous(module)
        hook(module)

    if name in sys.modules:
        hook(sys.modules[name])
    else:
        after_import[name] = both


def delay(number, draw):
    """The first of each window waits longest; a random part keeps windows from marching in step."""
    return ((WINDOW - number % WINDOW) * STEP_SECONDS if number < 4 * WINDOW else 0.0) + draw.random() * 0.002


class Delayed:
    """A task that sleeps first; picklable whenever the task itself is."""

    def __init__(self, task, seconds):
        self.task = task
        self.seconds = seconds

    def __call__(self, *arguments, **options):
        time.sleep(self.seconds)
        return self.task(*arguments, **options)


def delay_submit(kind, seed):
    submit = kind.submit
    draw = random.Random(seed)
    count = [0]

    def delayed(self, task, /, *arguments, **options):
        seconds = delay(count[0], draw)
        count[0] += 1
        return submit(self, Delayed(task, seconds), *arguments, **options)

    kind.submit = delayed


def delay_pool(module, seed):
    draw = random.Random(seed)
    count = [0]
    tasks = module.Pool._guarded_task_generation
    apply_async = module.Pool.apply_async

    def generation(self, job, function, iterable):
        for job, number, _, arguments, options in tasks(self, job, function, iterable):
            seconds = delay(count[0], draw)
            count[0] += 1
            yield job, number, Delayed(function, seconds), arguments, options

    def apply_later(self, function, args=(), kwds={}, *rest, **others):
        seconds = delay(count[0], draw)
        count[0] += 1
        return apply_async(self, Delayed(function, seconds), args, kwds, *rest, **others)

    module.Pool._guarded_task_generation = generation
    module.Pool.apply_async = apply_later


def delay_tasks(module, seed):
    create = module.BaseEventLoop.create_task
    draw = random.Random(seed)
    count = [0]

    def delayed(self, work, *arguments, **options):
        import asyncio

        seconds = delay(count[0], draw)
        count[0] += 1

        async def later():
            begun = False
            try:
                await asyncio.sleep(seconds)
                begun = True
            finally:
                if not begun and hasattr(work, "close"):
                    work.close()
            return await work

        return create(self, later(), *arguments, **options)

    module.BaseEventLoop.create_task = delayed


class Preemption:
    def __init__(self, seed, own):
        import opcode

        self.seed = seed
        self.own = own
        self.stores = {opcode.opmap[name] for name in SHARED_STORES if name in opcode.opmap}
        self.threads = 0
        self.codes = {}

    def instruction(self, frame):
        code = frame.f_code
        text = self.codes.get(code)
        if text is None:
            text = self.codes[code] = code.co_code
        return text[frame.f_lasti]

    def trace(self, frame, event, argument):
        if frame.f_globals.get("__name__") not in self.own:
            return None
        self.threads += 1
        return PreemptedThread(self, random.Random(self.seed * 1000 + self.threads)).enter(frame)


class PreemptedThread:
    """One thread's share of pauses: as many as matter for finding a race, few enough to end."""

    def __init__(self, preemption, draw):
        self.preemption = preemption
        self.draw = draw
        self.pauses = 0
        self.steps = 0

    def enter(self, frame):
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self.step

    def step(self, frame, event, argument):
        if event == "opcode":
            self.steps += 1
            if self.steps > STEPS_A_THREAD:
                sys.settrace(None)
                return None
            if self.preemption.instruction(frame) in self.preemption.stores and self.draw.random() < 0.5:
                self.pauses += 1
                if self.pauses > PAUSES_A_THREAD:
                    sys.settrace(None)
                    return None
                time.sleep(0.0002)
        return self.step
