"""Installed in each Python process of a run as ``_parallelize_observer``: pins, patches, and reports what happened.

The configuration says what to do; with an empty one the program runs untouched. The main process writes one report at
its end; worker processes append single lines to a shared file, since they leave without running exit handlers.
"""

import importlib.abc
import os
import sys

CONFIG = {}
LAST_TASKS_SECONDS = 5.0
REPORTS = "/sandbox/harness/reports"
WORK = "/sandbox/work"


class OwnModules(set):
    """Names of modules that are the program's own: itself, and what lies in its folder."""

    def __contains__(self, name):
        if set.__contains__(self, name):
            return True
        file = getattr(sys.modules.get(name), "__file__", None) if isinstance(name, str) else None
        if isinstance(file, str) and file.startswith(WORK + os.sep):
            self.add(name)
            return True
        return False


OWN = OwnModules(("__main__", "__mp_main__"))


class State:
    """What the main process saw; a worker inherits or builds its own and never reports it."""

    def __init__(self):
        self.main_pid = 0
        self.start_descriptors = set()
        self.main_end = None
        self.open_pools = []
        self.told_to_end = []
        self.declared_threads = 0
        self.declared_processes = 0
        self.semaphores = []
        self.peak_threads = 0
        self.peak_pool_threads = 0
        self.peak_free_threads = 0
        self.started_threads = 0
        self.peak_processes = 0
        self.peak_pool_processes = 0
        self.peak_free_processes = 0
        self.started_processes = 0
        self.started_tasks = 0
        self.in_flight = 0
        self.peak_in_flight = 0
        self.client_limits = False
        self.requests = 0
        self.noted_requests = 0
        self.snapshot_modules = ()


STATE = State()
AFTER_IMPORT = {}


def install():
    import _parallelize_config

    CONFIG.update(_parallelize_config.CONFIG)
    if CONFIG.get("program"):
        OWN.add(CONFIG["program"])
    sys.dont_write_bytecode = True
    is_main = "_PARALLELIZE_MAIN" in os.environ
    if is_main:
        # Only the first process is the program; what it starts inherits the environment without this mark.
        del os.environ["_PARALLELIZE_MAIN"]
        STATE.main_pid = os.getpid()
    if CONFIG.get("reach") or CONFIG.get("inject") or CONFIG.get("vary"):
        # Before any hook is set, since it brings modules along. The instrumented program finds it among the loaded ones.
        import _parallelize_vary  # noqa: F401
    after_import("socket", pin_ports)
    after_import("socketserver", be_quiet_about_lost_clients)
    after_import("tempfile", pin_temporary_names)
    if CONFIG.get("cpus"):
        pin_cpus(CONFIG["cpus"])
    if CONFIG.get("startMethod"):
        AFTER_IMPORT["multiprocessing.context"] = lambda module: pin_start_method(module, CONFIG["startMethod"])
    if CONFIG.get("clock"):
        pin_clock()
    if CONFIG.get("random"):
        pin_random()
    if CONFIG.get("observe"):
        import _parallelize_bounds

        _parallelize_bounds.install(STATE, AFTER_IMPORT, append)
    if CONFIG.get("schedule") is not None:
        import _parallelize_schedule

        _parallelize_schedule.install(CONFIG["schedule"], AFTER_IMPORT, OWN)
    if CONFIG.get("reach") or CONFIG.get("failAddress"):
        import _parallelize_http

        _parallelize_http.install(chain, note_request, CONFIG.get("failAddress"))
    if CONFIG.get("reach") or CONFIG.get("inject") or CONFIG.get("vary"):
        import _parallelize_reach  # noqa: F401 - found there likewise
    if CONFIG.get("replay"):
        import _parallelize_replay  # noqa: F401 - found there likewise
    if CONFIG.get("profile"):
        import _parallelize_profile

        if is_main:
            _parallelize_profile.install()
    if CONFIG.get("capture") and is_main:
        report_at_exit()
    if AFTER_IMPORT:
        sys.meta_path.insert(0, AfterImport())


def after_import(name, hook):
    if name in sys.modules:
        hook(sys.modules[name])
    else:
        AFTER_IMPORT[name] = hook


def chain(name, hook):
    """Adds a hook to those that the module has already."""
    previous = AFTER_IMPORT.get(name)

    def both(module):
        if previous is not None:
            previous(module)
        hook(module)

    after_import(name, both)


def note_request(address):
    if os.getpid() == STATE.main_pid and STATE.noted_requests < 400:
        STATE.noted_requests += 1
        append("addresses", address)


class AfterImport(importlib.abc.MetaPathFinder):
    """Runs a hook right after the module it is for has been executed."""

    def find_spec(self, name, path, target=None):
        hook = AFTER_IMPORT.get(name)
        if hook is None:
            return None
        for finder in sys.meta_path:
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None and spec.loader is not None:
                execute = spec.loader.exec_module

                def exec_module(module):
                    execute(module)
                    if AFTER_IMPORT.pop(name, None) is not None:
                        hook(module)

                try:
                    spec.loader.exec_module = exec_module
                except AttributeError:
                    pass
                return spec
        return None


def append(name, line):
    descriptor = os.open(os.path.join(REPORTS, name), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, line.encode("utf-8", "backslashreplace") + b"\n")
    finally:
        os.close(descriptor)


def pin_cpus(count):
    os.cpu_count = lambda: count
    if hasattr(os, "process_cpu_count"):
        os.process_cpu_count = lambda: count
    affinity = getattr(os, "sched_getaffinity", None)
    if affinity is not None:
        os.sched_getaffinity = lambda pid: set(range(count))


def pin_start_method(module, method):
    """Changes the default without counting as the program's own choice, which still wins."""
    try:
        module._default_context._default_context = module._concrete_contexts[method]
    except (AttributeError, KeyError) as problem:
        append("events", "start-method-not-set %s %r" % (method, problem))


def pin_ports(module):
    """Port 0 becomes the first free one of a fixed range, so that addresses are the same from run to run."""
    bind = module.socket.bind

    def pinned(self, address):
        if self.family not in (module.AF_INET, module.AF_INET6) or not isinstance(address, tuple) or address[1] != 0:
            return bind(self, address)
        for port in range(42000, 43000):
            try:
                return bind(self, (address[0], port) + tuple(address[2:]))
            except OSError:
                continue
        return bind(self, address)

    module.socket.bind = pinned


def be_quiet_about_lost_clients(module):
    """A client may go away early, as one does whose work is cancelled; what a server says then is no output of the program.

    Its threads say it in several pieces that may mix, or be cut off by the program's end, so that it cannot be told from
    other text afterwards.
    """
    handle = module.BaseServer.handle_error

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            handle(self, request, client_address)

    module.BaseServer.handle_error = handle_error


def pin_temporary_names(module):
    """The program's own temporary files have the same names in every run; others, of a pool say, are counted apart."""
    counts = {}

    def names():
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_globals.get("__name__") == "tempfile":
            frame = frame.f_back
        kind = "" if os.getpid() == STATE.main_pid else f"{os.getpid():x}_"
        kind += "" if frame.f_globals.get("__name__") in OWN else "other_"
        while True:
            counts[kind] = counts.get(kind, 0) + 1
            yield f"{kind}{counts[kind]:08x}"

    module._get_candidate_names = names


def pin_clock():
    """A clock that ticks once a call, for the program's own code; the library keeps the real one."""
    import time

    ticks = [0]

    def pinned(real, unit):
        def clock():
            if sys._getframe(1).f_globals.get("__name__") not in OWN:
                return real()
            return type(real())(tick() * unit)

        return clock

    def tick():
        ticks[0] += 1
        return 1_000_000_000 + ticks[0] / 1000

    for name in ("time", "perf_counter", "monotonic", "process_time", "thread_time"):
        setattr(time, name, pinned(getattr(time, name), 1))
        setattr(time, name + "_ns", pinned(getattr(time, name + "_ns"), 1_000_000_000))
    after_import("datetime", lambda module: pin_calendar(module, tick))


def pin_calendar(module, tick):
    """``now`` and ``today`` by the same clock, in classes that stand for the real ones."""

    def own():
        return sys._getframe(2).f_globals.get("__name__") in OWN

    def standing_for(real):
        class Standing(type):
            def __instancecheck__(cls, value):
                return isinstance(value, real)

            def __subclasscheck__(cls, kind):
                return issubclass(kind, real)

        return Standing

    # Instances take the room that compiled modules expect of the real ones: they say so when it is more.
    class datetime(module.datetime, metaclass=standing_for(module.datetime)):
        __slots__ = ()

        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(tick(), tz) if own() else super().now(tz)

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(tick(), module.timezone.utc).replace(tzinfo=None) if own() else super().utcnow()

        @classmethod
        def today(cls):
            return cls.fromtimestamp(tick()) if own() else super().today()

    class date(module.date, metaclass=standing_for(module.date)):
        __slots__ = ()

        @classmethod
        def today(cls):
            return cls.fromtimestamp(tick()) if own() else super().today()

    for kind in (datetime, date):
        kind.__module__ = "datetime"
        kind.__qualname__ = kind.__name__
        setattr(module, kind.__name__, kind)


def pin_random():
    after_import("random", lambda module: module.seed(1))

    def seed_numpy(module):
        module.seed(1)
        fresh = module.default_rng
        module.default_rng = lambda seed=None: fresh(1 if seed is None else seed)

    AFTER_IMPORT["numpy.random"] = seed_numpy
    state = [0]

    def urandom(size):
        import hashlib

        found = b""
        while len(found) < size:
            state[0] += 1
            found += hashlib.sha256(b"%d" % state[0]).digest()
        return found[:size]

    os.urandom = urandom


def descriptors():
    found = {}
    for name in os.listdir("/proc/self/fd"):
        try:
            found[int(name)] = os.readlink("/proc/self/fd/" + name)
        except OSError:
            pass
    return found


def report_at_exit():
    import atexit

    STATE.start_descriptors = set(descriptors())
    atexit.register(report)
    chain("concurrent.futures.process", lambda module: note_shutdowns(module.ProcessPoolExecutor))
    chain("concurrent.futures.thread", lambda module: note_shutdowns(module.ThreadPoolExecutor))

    def wrap_shutdown(module):
        original = module._shutdown

        def shutdown():
            note_main_end()
            original()

        module._shutdown = shutdown

    if "threading" in sys.modules:
        wrap_shutdown(sys.modules["threading"])
    else:
        previous = AFTER_IMPORT.get("threading")

        def hook(module):
            if previous is not None:
                previous(module)
            wrap_shutdown(module)

        AFTER_IMPORT["threading"] = hook


def note_shutdowns(kind):
    """An executor that is told to end without waiting, as a search does that has found, ends with its current tasks."""
    shutdown = kind.shutdown
    of_processes = kind.__name__ == "ProcessPoolExecutor"

    def noted(self, *arguments, **options):
        threads = list(getattr(self, "_threads", ()))
        if of_processes and self._executor_manager_thread is not None:
            threads = [self._executor_manager_thread]
        shutdown(self, *arguments, **options)
        if any(each.is_alive() for each in threads):
            STATE.told_to_end.append((threads, of_processes, self._max_workers))

    noted.__wrapped__ = shutdown
    kind.shutdown = noted


def wait_for_last_tasks():
    import time

    stop = time.monotonic() + LAST_TASKS_SECONDS
    for threads, _, _ in STATE.told_to_end:
        for thread in threads:
            thread.join(max(0.0, stop - time.monotonic()))


def note_main_end():
    """What is still open when the program's own code has ended, before the interpreter tidies up behind it."""
    if STATE.main_end is not None or os.getpid() != STATE.main_pid:
        return
    wait_for_last_tasks()
    children = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/%s/stat" % name, "rb") as file:
                    after = file.read().rpartition(b")")[2].split()
                if int(after[1]) == STATE.main_pid and after[0] not in (b"Z", b"X"):
                    with open("/proc/%s/cmdline" % name, "rb") as file:
                        children.append(file.read(300).replace(b"\0", b" ").decode("utf-8", "replace").strip())
            except (OSError, ValueError):
                pass
    threads = []
    threading = sys.modules.get("threading")
    if threading is not None:
        main = threading.main_thread()
        threads = [
            "%s%s" % (each.name, " (daemon)" if each.daemon else "") for each in threading.enumerate() if each is not main
        ]
    opened = {str(number): to for number, to in descriptors().items() if number not in STATE.start_descriptors}
    STATE.main_end = {"children": children, "threads": threads, "descriptors": opened}


def report():
    if os.getpid() != STATE.main_pid:
        return
    note_main_end()
    sys.path.append("/sandbox/harness")
    import json

    import _parallelize_snapshot

    sys.path.remove("/sandbox/harness")
    answer = {
        "mainEnd": STATE.main_end,
        "exception": exception(),
        "declaredThreads": STATE.declared_threads,
        "declaredProcesses": STATE.declared_processes,
        "peakPoolThreads": STATE.peak_pool_threads,
        "peakFreeThreads": STATE.peak_free_threads,
        "peakPoolProcesses": STATE.peak_pool_processes,
        "peakFreeProcesses": STATE.peak_free_processes,
        "semaphores": STATE.semaphores[:50],
        "peakThreads": STATE.peak_threads,
        "startedThreads": STATE.started_threads,
        "peakProcesses": STATE.peak_processes,
        "startedProcesses": STATE.started_processes,
        "startedTasks": STATE.started_tasks,
        "peakInFlight": STATE.peak_in_flight,
        "requests": STATE.requests,
        "clientLimits": STATE.client_limits,
    }
    watched = sys.modules.get("_parallelize_vary")
    if watched is not None:
        answer["calls"] = watched.STATE.calls
        answer["variants"] = watched.STATE.variants
        answer["candidateSeconds"] = watched.STATE.seconds
    main = sys.modules["__main__"]
    hidden = getattr(main, "_parallelize_driver", None)
    snapshot = _parallelize_snapshot.Snapshot(OWN)
    program = sys.modules.get(CONFIG.get("program", ""), main) if hidden else main
    own = variables(vars(program))
    # The classes the program defines or imports are looked at only through their instances.
    answer["globals"] = [[name, snapshot.of(value)] for name, value in own + neighbours(main, program)]
    if hidden:
        borrowed = hidden["borrowed"]
        names = [(name, value) for name, value in variables(vars(main)) if borrowed.get(name, hidden) is not value]
        answer["driver"] = [[name, snapshot.of(value)] for name, value in names]
        answer["values"] = [snapshot.of(value) for value in hidden["values"]]
    with open(os.path.join(REPORTS, "main.json"), "w", encoding="ascii") as file:
        json.dump(answer, file)


def neighbours(*known):
    """The variables of the program's other modules, as ``package/module:name``."""
    return [
        (module.replace(".", "/") + ":" + name, value)
        for module, loaded in sorted(sys.modules.items())
        if module in OWN and not any(loaded is each for each in known) and not module.startswith("__")
        for name, value in variables(vars(loaded))
    ]


def variables(namespace):
    found = []
    for name, value in list(namespace.items()):
        if isinstance(name, str) and not name.startswith(("__", "_parallelize_")):
            found.extend(attributes(name, value) if is_code(value) else [(name, value)])
    return found


def is_code(value):
    import types

    kinds = (types.ModuleType, type, types.FunctionType, types.BuiltinFunctionType, types.GeneratorType, types.MethodType)
    return isinstance(value, kinds)


def attributes(name, value):
    """What the program's own classes and functions keep, as ``Class::attribute``."""
    import types

    if not isinstance(value, (type, types.FunctionType)) or value.__module__ not in OWN:
        return []
    return [
        (name + "::" + key, each)
        for key, each in list(vars(value).items())
        if not key.startswith("__") and not is_code(each) and not hasattr(type(each), "__get__")
    ]


def exception():
    problem = getattr(sys, "last_value", None)
    if problem is None:
        return None
    kind = type(problem)
    module = "" if kind.__module__ in OWN or kind.__module__ == "builtins" else kind.__module__ + "."
    try:
        message = str(problem)[:2000]
    except BaseException:
        message = "<the message cannot be shown>"
    return {"type": module + kind.__qualname__, "message": message, "place": place(problem)}


def place(problem):
    """File and line of the program's innermost statement: that in the worker, where the failure came from one."""
    told = remote_text(problem)
    if told is not None:
        return last_place(told)
    found = None
    frame = problem.__traceback__
    while frame is not None:
        found = own_place(frame.tb_frame.f_code.co_filename, frame.tb_lineno) or found
        frame = frame.tb_next
    return found


def remote_text(problem):
    """The traceback that a worker process sends along as the cause; multiprocessing and joblib do like concurrent.futures."""
    cause = problem.__cause__
    return str(cause) if cause is not None and type(cause).__name__ in ("_RemoteTraceback", "RemoteTraceback") else None


def last_place(text):
    """Of the last traceback in the text: those before it are of causes."""
    import re

    last = text.rpartition("Traceback (most recent call last)")[2]
    found = None
    for file, line in re.findall(r'(?m)^ *File "([^"\n]+)", line (\d+), in ', last):
        found = own_place(file, int(line)) or found
    return found


def own_place(file, line):
    path = os.path.normpath(os.path.join(WORK, file))
    return [path[len(WORK) + 1 :], line] if path.startswith(WORK + os.sep) else None
