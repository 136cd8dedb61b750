"""Counts workers: declared bounds of executors, pools and semaphores, and the peaks that really lived at once.

Workers of pools are counted apart from threads and processes that the program starts itself, since only the former have
a declared bound: the largest sum over pools that were open at the same time.
"""

import sys
import weakref

LARGE_POOL = 256
PROCESS_POOLS = ("ProcessPoolExecutor", "Pool")

# Threads that serve others: those of pools and queues, and those that a server starts for each request it gets.
HANDLERS = (
    "Pool._handle", "ExecutorManagerThread", "QueueFeeder", "_ExecutorManagerThread",
    "ThreadingMixIn.process_request_thread", "BaseServer.serve_forever",
)


def install(state, after_import, note):
    after_import["threading"] = lambda module: watch_threads(state, module)
    if "threading" in sys.modules:
        after_import.pop("threading")(sys.modules["threading"])
    after_import["multiprocessing.process"] = lambda module: watch_processes(state, module)
    after_import["concurrent.futures.process"] = lambda module: watch_executor(
        state, note, module.ProcessPoolExecutor, "ProcessPoolExecutor", "_max_workers"
    )
    after_import["concurrent.futures.thread"] = lambda module: watch_executor(
        state, note, module.ThreadPoolExecutor, "ThreadPoolExecutor", "_max_workers"
    )
    after_import["multiprocessing.pool"] = lambda module: watch_executor(state, note, module.Pool, "Pool", "_processes")
    after_import["asyncio.locks"] = lambda module: watch_semaphores(state, module)
    after_import["asyncio.base_events"] = lambda module: watch_tasks(state, module)
    after_import["aiohttp.client"] = lambda module: watch_requests(state, module.ClientSession, "_request")
    after_import["aiohttp.connector"] = lambda module: watch_limits(state, module.TCPConnector, "limit")
    after_import["httpx._client"] = lambda module: watch_httpx(state, module)


def watch_threads(state, module):
    start = module.Thread.start

    def counted(thread):
        note_pooled(thread)
        start(thread)
        if not is_handler(thread):
            state.started_threads += 1
            alive = [each for each in module.enumerate() if each is not module.main_thread() and not is_handler(each)]
            pooled = sum(getattr(each, "_parallelize_pooled", False) for each in alive)
            state.peak_threads = max(state.peak_threads, len(alive))
            state.peak_pool_threads = max(state.peak_pool_threads, pooled)
            state.peak_free_threads = max(state.peak_free_threads, len(alive) - pooled)

    module.Thread.start = counted


def note_pooled(worker):
    """Marks a thread or process that an executor or a pool starts; once started it has forgotten its target."""
    target = getattr(worker, "_target", None)
    module = getattr(target, "__module__", None) or ""
    worker._parallelize_pooled = module.startswith(("concurrent.futures", "multiprocessing.pool"))


def is_handler(thread):
    target = getattr(thread, "_target", None)
    names = (type(thread).__name__, getattr(target, "__qualname__", ""), thread.name)
    return any(each.startswith(HANDLERS) for each in names)


def watch_processes(state, module):
    start = module.BaseProcess.start

    def counted(process):
        note_pooled(process)
        start(process)
        if not process.name.startswith("SyncManager"):
            state.started_processes += 1
            alive = [each for each in module.active_children() if not each.name.startswith("SyncManager")]
            pooled = sum(getattr(each, "_parallelize_pooled", False) for each in alive)
            state.peak_processes = max(state.peak_processes, len(alive))
            state.peak_pool_processes = max(state.peak_pool_processes, pooled)
            state.peak_free_processes = max(state.peak_free_processes, len(alive) - pooled)

    module.BaseProcess.start = counted


def watch_executor(state, note, kind, name, attribute):
    create = kind.__init__

    def noted(self, *arguments, **options):
        create(self, *arguments, **options)
        # A pool of threads is a kind of Pool too.
        kinds = "ThreadPoolExecutor" if type(self).__name__ == "ThreadPool" else name
        if (getattr(self, attribute, None) or 0) > LARGE_POOL:
            # At once, since a program that starts so many may never come to its end.
            note("bounds", "%s of %d workers" % (name, getattr(self, attribute)))
        state.open_pools.append((weakref.ref(self), kinds in PROCESS_POOLS, getattr(self, attribute, None) or 0))
        for of_processes, field in ((True, "declared_processes"), (False, "declared_threads")):
            total = sum(size for pool, processes, size in state.open_pools if processes == of_processes and is_open(pool()))
            # One that was told to end without waiting still has its workers.
            total += sum(
                size
                for threads, processes, size in state.told_to_end
                if processes == of_processes and any(each.is_alive() for each in threads)
            )
            setattr(state, field, max(getattr(state, field), total))

    noted.__wrapped__ = create
    kind.__init__ = noted


def is_open(pool):
    if pool is None:
        return False
    if getattr(pool, "_shutdown", False) or getattr(pool, "_shutdown_thread", False):
        return False
    return getattr(pool, "_state", "RUN") in ("RUN", 0)


def watch_semaphores(state, module):
    create = module.Semaphore.__init__

    def noted(self, value=1, *arguments, **options):
        create(self, value, *arguments, **options)
        state.semaphores.append(value)

    noted.__wrapped__ = create
    module.Semaphore.__init__ = noted


def watch_tasks(state, module):
    create = module.BaseEventLoop.create_task

    def counted(self, work, *arguments, **options):
        state.started_tasks += 1
        return create(self, work, *arguments, **options)

    module.BaseEventLoop.create_task = counted


def watch_httpx(state, module):
    watch_requests(state, module.AsyncClient, "send")
    watch_limits(state, module.AsyncClient, "limits")


def watch_limits(state, kind, name):
    """Whether the program itself limits the connections of a client."""
    create = kind.__init__

    def noted(self, *arguments, **options):
        if options.get(name):
            state.client_limits = True
        create(self, *arguments, **options)

    noted.__wrapped__ = create
    kind.__init__ = noted


def watch_requests(state, kind, name):
    request = getattr(kind, name)

    async def counted(*arguments, **options):
        state.in_flight += 1
        state.requests += 1
        state.peak_in_flight = max(state.peak_in_flight, state.in_flight)
        try:
            return await request(*arguments, **options)
        finally:
            state.in_flight -= 1

    setattr(kind, name, counted)
