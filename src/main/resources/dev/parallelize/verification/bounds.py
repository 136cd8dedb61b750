"""Counts workers: declared bounds of executors, pools and semaphores, and the peaks that really lived at once."""

import sys

# Threads that serve others: those of pools and queues, and those that a server starts for each request it gets.
HANDLERS = (
    "Pool._handle", "ExecutorManagerThread", "QueueFeeder", "_ExecutorManagerThread",
    "ThreadingMixIn.process_request_thread", "BaseServer.serve_forever",
)


def install(state, after_import):
    after_import["threading"] = lambda module: watch_threads(state, module)
    if "threading" in sys.modules:
        after_import.pop("threading")(sys.modules["threading"])
    after_import["multiprocessing.process"] = lambda module: watch_processes(state, module)
    after_import["concurrent.futures.process"] = lambda module: watch_executor(
        state, module.ProcessPoolExecutor, "ProcessPoolExecutor", "_max_workers"
    )
    after_import["concurrent.futures.thread"] = lambda module: watch_executor(
        state, module.ThreadPoolExecutor, "ThreadPoolExecutor", "_max_workers"
    )
    after_import["multiprocessing.pool"] = lambda module: watch_executor(state, module.Pool, "Pool", "_processes")
    after_import["asyncio.locks"] = lambda module: watch_semaphores(state, module)
    after_import["asyncio.base_events"] = lambda module: watch_tasks(state, module)
    after_import["aiohttp.client"] = lambda module: watch_requests(state, module.ClientSession, "_request")
    after_import["httpx._client"] = lambda module: watch_requests(state, module.AsyncClient, "send")


def watch_threads(state, module):
    start = module.Thread.start

    def counted(thread):
        start(thread)
        if not is_handler(thread):
            state.started_threads += 1
            alive = [each for each in module.enumerate() if each is not module.main_thread() and not is_handler(each)]
            state.peak_threads = max(state.peak_threads, len(alive))

    module.Thread.start = counted


def is_handler(thread):
    target = getattr(thread, "_target", None)
    names = (type(thread).__name__, getattr(target, "__qualname__", ""), thread.name)
    return any(each.startswith(HANDLERS) for each in names)


def watch_processes(state, module):
    start = module.BaseProcess.start

    def counted(process):
        start(process)
        if not process.name.startswith("SyncManager"):
            state.started_processes += 1
            alive = [each for each in module.active_children() if not each.name.startswith("SyncManager")]
            state.peak_processes = max(state.peak_processes, len(alive))

    module.BaseProcess.start = counted


def watch_executor(state, kind, name, attribute):
    create = kind.__init__

    def noted(self, *arguments, **options):
        create(self, *arguments, **options)
        entry = {"kind": name, "workers": getattr(self, attribute, None)}
        if entry not in state.executors:
            state.executors.append(entry)

    noted.__wrapped__ = create
    kind.__init__ = noted


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
