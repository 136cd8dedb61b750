"""Other legal schedules of the same program, drawn from a seed.

Executors, pools and processes: under odd seeds what was submitted first is delayed longest, under even ones all at random,
so that completion comes in another order. Tasks of an event loop: a seeded pause before their first step, and steps that
are due at the same time in a drawn order. Threads: a trace function that yields right before stores to shared names,
because the interpreter itself hardly ever switches between a read and the write that follows it.
"""

import itertools
import random
import sys
import threading
import time

WINDOW = 8
# Apart enough in the first window that a busy machine does not close the gap; later ones cost less.
FIRST_STEP_SECONDS = 0.02
STEP_SECONDS = 0.004
PAUSE_SECONDS = 0.0002
FIRST_PAUSES = (0.004, 0.002, 0.002)
MEETING_SECONDS = 0.15
STORE_PAUSES = 300
CALL_PAUSES = 60
STEPS_OF_A_CODE = 6_000
HITS_OF_THE_MAIN_THREAD = 100_000
LATEST_START_SECONDS = 0.003
MONITOR = 3
MAIN_THREAD = threading.get_ident()
SHARED_STORES = ("STORE_GLOBAL", "STORE_ATTR", "STORE_SUBSCR", "STORE_DEREF", "STORE_NAME", "DELETE_SUBSCR", "STORE_SLICE")


def install(seed, after_import, own):
    after_import_chain(after_import, "concurrent.futures.process", lambda module: delay_submit(module.ProcessPoolExecutor, seed))
    after_import_chain(after_import, "concurrent.futures.thread", lambda module: delay_submit(module.ThreadPoolExecutor, seed))
    after_import_chain(after_import, "multiprocessing.pool", lambda module: delay_pool(module, seed))
    after_import_chain(after_import, "asyncio.base_events", lambda module: delay_tasks(module, seed))
    after_import_chain(after_import, "asyncio.base_events", lambda module: wake_in_another_order(module, seed))
    after_import_chain(after_import, "multiprocessing.process", lambda module: delay_processes(module, seed))
    preempt = Preemption(seed, own)
    preempt.start()
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


def delay(number, draw, seed):
    """The first of each window waits longest, or each a drawn time; past some windows only the little that keeps order open."""
    share = draw.random()
    if number >= 4 * WINDOW:
        return share * 0.002
    steps = WINDOW - number % WINDOW if seed % 2 else share * WINDOW
    return steps * (FIRST_STEP_SECONDS if number < WINDOW else STEP_SECONDS) + share * 0.002


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
        seconds = delay(count[0], draw, seed)
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
            seconds = delay(count[0], draw, seed)
            count[0] += 1
            yield job, number, Delayed(function, seconds), arguments, options

    def apply_later(self, function, args=(), kwds={}, *rest, **others):
        seconds = delay(count[0], draw, seed)
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

        seconds = delay(count[0], draw, seed)
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


def wake_in_another_order(module, seed):
    """Tasks that are ready one behind the other take their steps in a drawn order.

    A callback that is no task stays where it is, and no step passes it: transports prepare with one what a step needs.
    """
    run_once = module.BaseEventLoop._run_once
    draw = random.Random(seed)

    def shuffled(self):
        # Other threads may append meanwhile; what they bring stays behind.
        due = [self._ready.popleft() for _ in range(len(self._ready))]
        handles = []
        for steps, group in itertools.groupby(due, is_step):
            group = list(group)
            if steps:
                draw.shuffle(group)
            handles.extend(group)
        self._ready.extendleft(reversed(handles))
        return run_once(self)

    module.BaseEventLoop._run_once = shuffled


def is_step(handle):
    callback = getattr(handle, "_callback", None)
    owner = getattr(callback, "__self__", None)
    return "Task" in type(callback).__name__ or "Task" in type(owner).__name__


def delay_processes(module, seed):
    start = module.BaseProcess.start
    bootstrap = module.BaseProcess._bootstrap
    draw = random.Random(seed)
    count = [0]

    def numbered(self):
        target = getattr(getattr(self, "_target", None), "__module__", None) or ""
        if not target.startswith(("concurrent.futures", "multiprocessing.")):
            self._parallelize_delay = delay(count[0], draw, seed)
            count[0] += 1
        return start(self)

    def later(self, *arguments, **options):
        time.sleep(self.__dict__.get("_parallelize_delay", 0.0))
        return bootstrap(self, *arguments, **options)

    module.BaseProcess.start = numbered
    module.BaseProcess._bootstrap = later


class Preemption:
    """Yields right before stores that other threads may see, and now and then before calls.

    Up to 3.11 by a trace function; from 3.12 on by monitoring, since a trace function there misses the first call.
    """

    def __init__(self, seed, own):
        import dis

        self.seed = seed
        self.own = own
        self.stores = {number for name, number in dis.opmap.items() if name in SHARED_STORES}
        self.calls = {number for name, number in dis.opmap.items() if name.startswith("CALL")}
        self.count = 0
        self.arrived = 0
        self.local = threading.local()
        self.codes = {}
        self.main_hits = {}
        self.draw = random.Random(seed)

    def start(self):
        monitoring = getattr(sys, "monitoring", None)
        if monitoring is None:
            threading.settrace(self.trace)
            return
        monitoring.use_tool_id(MONITOR, "parallelize")
        monitoring.register_callback(MONITOR, monitoring.events.INSTRUCTION, self.before)
        monitoring.set_events(MONITOR, monitoring.events.INSTRUCTION)

    def look(self, code):
        """The instructions of a code object, and whether it stores anything that others may see."""
        found = self.codes.get(code)
        if found is None:
            text = code.co_code
            found = self.codes[code] = (text, any(each in self.stores for each in text[::2]))
        return found

    def thread(self):
        thread = getattr(self.local, "thread", None)
        if thread is None:
            thread = self.local.thread = PreemptedThread(self, random.Random(self.seed * 1000 + self.count))
            time.sleep(self.draw.random() * LATEST_START_SECONDS)
            self.count += 1
        return thread

    def meet(self):
        """The first thread at a store waits for a second one: both have read by then what one of them will overwrite."""
        self.arrived += 1
        end = time.monotonic() + MEETING_SECONDS
        while self.arrived < 2 and time.monotonic() < end:
            time.sleep(0.0005)

    def trace(self, frame, event, argument):
        if frame.f_globals.get("__name__") not in self.own:
            return None
        return self.thread().enter(frame)

    def before(self, code, offset):
        """Places that can never matter are not reported again."""
        if sys._getframe(1).f_globals.get("__name__") not in self.own:
            return sys.monitoring.DISABLE
        text, stores = self.look(code)
        if text[offset] not in self.stores and text[offset] not in self.calls:
            return sys.monitoring.DISABLE
        if threading.get_ident() == MAIN_THREAD:
            place = (code, offset)
            hits = self.main_hits[place] = self.main_hits.get(place, 0) + 1
            return sys.monitoring.DISABLE if hits > HITS_OF_THE_MAIN_THREAD else None
        return None if self.thread().pause(code, text[offset], stores) else sys.monitoring.DISABLE


class PreemptedThread:
    """One thread's share of pauses: as many as matter for finding a race, few enough to end."""

    def __init__(self, preemption, draw):
        self.preemption = preemption
        self.draw = draw
        self.stores = 0
        self.calls = 0
        self.steps = {}

    def enter(self, frame):
        if self.steps.get(frame.f_code, 0) > STEPS_OF_A_CODE:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self.step

    def step(self, frame, event, argument):
        if event != "opcode":
            return self.step
        text, stores = self.preemption.look(frame.f_code)
        if self.pause(frame.f_code, text[frame.f_lasti], stores):
            return self.step
        frame.f_trace_opcodes = False
        return None

    def pause(self, code, instruction, stores):
        """False once this code has had its share."""
        steps = self.steps[code] = self.steps.get(code, 0) + 1
        if steps > STEPS_OF_A_CODE:
            return False
        if instruction in self.preemption.stores:
            if self.stores < STORE_PAUSES and (self.stores == 0 or self.draw.random() < 0.5):
                if self.stores == 0:
                    self.preemption.meet()
                time.sleep(FIRST_PAUSES[self.stores] if self.stores < len(FIRST_PAUSES) else PAUSE_SECONDS)
                self.stores += 1
        elif instruction in self.preemption.calls and self.calls < CALL_PAUSES:
            # Where nothing is stored, what changes shared things is a call, as that of append.
            if self.draw.random() < (0.2 if stores else 0.5):
                if self.calls == 0 and not stores:
                    self.preemption.meet()
                self.calls += 1
                time.sleep(PAUSE_SECONDS)
        return True
