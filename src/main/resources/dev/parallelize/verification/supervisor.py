"""Process 1 of the sandbox: starts one program, watches it, and reports what it did.

It is the only trusted code inside. Being process 1 of its own process namespace it cannot be killed or stopped by the
program, and clearing the dumpable flag hides its memory and descriptors. The job comes as JSON on standard input, which
stays open as long as anybody waits for an answer: at its end everything here ends. Answers leave on standard output as
lines that begin with the job's nonce. Nothing here is imported from the program.
"""

import base64
import ctypes
import errno
import hashlib
import json
import os
import resource
import select
import signal
import stat
import sys
import time

WORK = "/sandbox/work"
HARNESS = "/sandbox/harness"
PAGE = os.sysconf("SC_PAGE_SIZE")
PLACES = (WORK, HARNESS, "/tmp", "/sandbox/home", "/dev/shm")
MOST_DEPTH = 60
SAMPLE_SECONDS = 0.025
STRAGGLER_SECONDS = 0.5
JOB_INPUT = 0
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4


def main():
    # Process 1 ignores every signal it has no handler for.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    library = ctypes.CDLL(None)
    library.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    protected = library.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
    source = sys.stdin.buffer
    job = json.loads(source.read(int(source.readline())))
    if not protected:
        say(job, {"event": "broken", "message": "the supervisor could not protect its memory"})
        return
    place(WORK, job["files"])
    place(HARNESS, job["harness"])
    with open(os.path.join(HARNESS, "_parallelize_config.py"), "w", encoding="utf-8") as file:
        file.write("CONFIG = %r\n" % (job["configuration"],))
    Run(job).run()


def say(job, message):
    line = job["nonce"] + " " + json.dumps(message) + "\n"
    sys.stdout.buffer.write(line.encode("ascii"))
    sys.stdout.buffer.flush()


def place(folder, files):
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(content))


class Run:
    def __init__(self, job):
        self.job = job
        self.limits = job["limits"]
        self.output = {}
        self.outputs = {"stdout": bytearray(), "stderr": bytearray()}
        self.dropped = {"stdout": 0, "stderr": 0}
        self.limit = None
        self.status = None
        self.usage = None
        self.child = None
        self.peaks = {"processes": 0, "threads": 0, "memoryBytes": 0}
        self.workers_peak = 0
        self.temporary = set(os.listdir("/tmp"))
        self.before = self.listing() if job.get("reportFiles") else {}

    def run(self):
        wake_read, wake_write = os.pipe()
        os.set_blocking(wake_read, False)
        os.set_blocking(wake_write, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
        self.start()
        say(self.job, {"event": "started"})
        began = time.monotonic()
        deadline = began + self.limits["wallSeconds"]
        next_sample = began
        while self.status is None and self.limit is None:
            now = time.monotonic()
            if now >= deadline:
                self.limit = "wall"
                break
            if now >= next_sample:
                self.sample()
                next_sample = time.monotonic() + SAMPLE_SECONDS
            timeout = max(0.0, min(next_sample, deadline) - time.monotonic())
            self.pump(timeout, wake_read)
            self.reap()
        ended = time.monotonic()
        say(self.job, {"event": "ended", "seconds": ended - began})
        self.settle(wake_read)
        say(self.job, self.result(ended - began))

    def start(self):
        out_read, out_write = os.pipe()
        err_read, err_write = os.pipe()
        self.child = os.fork()
        if self.child == 0:
            self.become_program(out_write, err_write)
        os.close(out_write)
        os.close(err_write)
        os.set_blocking(out_read, False)
        os.set_blocking(err_read, False)
        self.output = {out_read: "stdout", err_read: "stderr"}

    def become_program(self, out_write, err_write):
        try:
            os.setsid()
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGCHLD, signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT):
                signal.signal(number, signal.SIG_DFL)
            nothing = os.open("/dev/null", os.O_RDONLY)
            os.dup2(nothing, 0)
            os.dup2(out_write, 1)
            os.dup2(err_write, 2)
            os.closerange(3, 256)
            os.chdir(WORK)
            self.limit_resources()
            os.execve(self.job["command"][0], self.job["command"], self.job["environment"])
        except BaseException as problem:  # the child must never return into the supervisor's loop
            os.write(2, ("cannot start: %r\n" % (problem,)).encode())
            os._exit(127)

    def limit_resources(self):
        for name, value in (
            (resource.RLIMIT_AS, self.limits["addressBytes"]),
            (resource.RLIMIT_NPROC, self.limits["tasks"]),
            (resource.RLIMIT_CPU, self.limits["cpuSeconds"]),
            (resource.RLIMIT_FSIZE, self.limits["fileBytes"]),
            (resource.RLIMIT_NOFILE, self.limits["openFiles"]),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_MEMLOCK, 0),
        ):
            hard = resource.getrlimit(name)[1]
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(name, (value, value))

    def pump(self, timeout, wake_read):
        ready, _, _ = select.select(list(self.output) + [wake_read, JOB_INPUT], [], [], timeout)
        for descriptor in ready:
            if descriptor == JOB_INPUT:
                os._exit(1)
            elif descriptor == wake_read:
                try:
                    os.read(wake_read, 4096)
                except BlockingIOError:
                    pass
            else:
                self.take(descriptor)

    def take(self, descriptor):
        name = self.output[descriptor]
        try:
            data = os.read(descriptor, 1 << 16)
        except BlockingIOError:
            return False
        if not data:
            os.close(descriptor)
            del self.output[descriptor]
            return False
        kept = self.outputs[name]
        room = self.limits["outputBytes"] - len(kept)
        kept += data[:room]
        self.dropped[name] += max(0, len(data) - room)
        if self.dropped[name]:
            self.limit = self.limit or "output"
        return True

    def reap(self):
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid == self.child:
                self.status = status
                self.usage = usage

    def sample(self):
        processes = threads = memory = resident = 0
        for pid in self.others():
            try:
                with open("/proc/%d/statm" % pid, "rb") as file:
                    fields = file.read().split()
                with open("/proc/%d/stat" % pid, "rb") as file:
                    after = file.read().rpartition(b")")[2].split()
            except (OSError, ValueError):
                continue
            if after[0] in (b"Z", b"X"):
                continue
            processes += 1
            threads += int(after[17])
            resident += int(fields[1]) * PAGE
            memory += (int(fields[1]) - int(fields[2])) * PAGE
        shared = os.statvfs("/dev/shm")
        blocks = (shared.f_blocks - shared.f_bfree) * shared.f_frsize
        # What processes share counts for them all in this sum: memory mapped for children, but libraries too.
        if resident + blocks > self.limits["memoryBytes"]:
            memory = self.proportional_memory(blocks)
        else:
            memory += blocks
        self.peaks["processes"] = max(self.peaks["processes"], processes)
        self.peaks["threads"] = max(self.peaks["threads"], threads)
        self.peaks["memoryBytes"] = max(self.peaks["memoryBytes"], memory)
        if memory > self.limits["memoryBytes"]:
            self.limit = "memory"
        elif threads > self.limits["tasks"]:
            self.limit = "processes"
        elif any(self.entries(folder) > self.limits["files"] for folder in PLACES):
            self.limit = "files"

    @staticmethod
    def entries(folder):
        place = os.statvfs(folder)
        return place.f_files - place.f_ffree

    def proportional_memory(self, blocks):
        """The sum over processes where a page that several share counts once, and one of a file not at all."""
        own = shared = 0
        for pid in self.others():
            try:
                found = self.rollup(pid)
                own += found[b"Pss_Anon:"]
                shared += found[b"Pss_Shmem:"]
            except (OSError, ValueError, KeyError):
                own += self.resident(pid)
        return own + max(shared, blocks)

    @staticmethod
    def rollup(pid):
        with open("/proc/%d/smaps_rollup" % pid, "rb") as file:
            fields = [line.split() for line in file.readlines()[1:]]
        return {each[0]: int(each[1]) * 1024 for each in fields}

    @staticmethod
    def resident(pid):
        """All of it, for a process that lets nobody look closer."""
        try:
            with open("/proc/%d/statm" % pid, "rb") as file:
                return int(file.read().split()[1]) * PAGE
        except (OSError, ValueError):
            return 0

    def others(self):
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and name != "1"]

    def settle(self, wake_read):
        """Give helpers that end by themselves a moment, note what stays, end it, and drain the pipes."""
        self.leftovers = []
        if self.limit is None:
            self.wait_for_stragglers(wake_read)
        self.kill_all()
        stop = time.monotonic() + 1.0
        while self.output and time.monotonic() < stop:
            for descriptor in list(self.output):
                while self.take(descriptor) and self.limit is None:
                    pass
            if self.limit is not None:
                break
            self.reap()
            self.kill_all()

    def wait_for_stragglers(self, wake_read):
        stop = time.monotonic() + STRAGGLER_SECONDS
        while True:
            self.reap()
            alive = self.living()
            if not alive or time.monotonic() >= stop:
                self.leftovers = [self.describe(pid) for pid in alive[:20]]
                return
            self.pump(0.01, wake_read)

    def living(self):
        alive = []
        for pid in self.others():
            try:
                with open("/proc/%d/stat" % pid, "rb") as file:
                    state = file.read().rpartition(b")")[2].split()[0]
            except OSError:
                continue
            if state not in (b"Z", b"X"):
                alive.append(pid)
        return alive

    def describe(self, pid):
        try:
            with open("/proc/%d/cmdline" % pid, "rb") as file:
                return file.read(200).replace(b"\0", b" ").decode("utf-8", "replace").strip()
        except OSError:
            return "process %d" % pid

    def kill_all(self):
        for _ in range(200):
            try:
                os.kill(-1, signal.SIGKILL)
            except OSError as problem:
                if problem.errno == errno.ESRCH:
                    self.reap()
                    return
            self.reap()
            if not self.living():
                return
            time.sleep(0.002)

    def result(self, seconds):
        status = self.status
        usage = self.usage
        answer = {
            "event": "result",
            "limit": self.limit,
            "exitStatus": os.WEXITSTATUS(status) if status is not None and os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if status is not None and os.WIFSIGNALED(status) else None,
            "seconds": seconds,
            "cpuSeconds": usage.ru_utime + usage.ru_stime if usage else None,
            "stdout": bytes(self.outputs["stdout"]).decode("utf-8", "surrogateescape"),
            "stderr": bytes(self.outputs["stderr"]).decode("utf-8", "surrogateescape"),
            "peaks": self.peaks,
            "leftoverProcesses": self.leftovers,
            "sharedMemory": sorted(os.listdir("/dev/shm"))[:100],
            "temporaryFiles": sorted(set(os.listdir("/tmp")) - self.temporary)[:100],
        }
        if self.job.get("reportFiles"):
            answer["files"] = self.changed_files()
        answer["reports"] = self.reports()
        return answer

    def reports(self):
        """What the harness inside the program's processes left for us; untrusted, so only text and only so much."""
        found = {}
        folder = os.path.join(HARNESS, "reports")
        room = self.limits["reportBytes"]
        try:
            names = sorted(os.listdir(folder))[:256]
        except OSError:
            return found
        for name in names:
            data = self.regular_file(os.path.join(folder, name), room)
            if data is not None:
                room -= len(data)
                found[name] = data.decode("utf-8", "replace")
        return found

    @staticmethod
    def regular_file(path, room):
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode) or status.st_size > room:
                return None
            return file.read(room)

    def changed_files(self):
        after = self.listing()
        return {name: entry for name, entry in after.items() if self.before.get(name) != entry}

    def listing(self):
        """What lies in the scratch folder; neither depth nor names nor what vanishes meanwhile can stop it."""
        entries = {}
        room = 256 << 20
        folders = [WORK]
        while folders:
            folder = folders.pop()
            for name in self.names(folder):
                if len(entries) >= 5000:
                    return entries
                path = os.path.join(folder, name)
                key = os.fsencode(os.path.relpath(path, WORK)).decode("utf-8", "surrogateescape")
                try:
                    status = os.lstat(path)
                    if stat.S_ISDIR(status.st_mode):
                        entries[key] = {"kind": "folder"}
                        if path.count("/") < MOST_DEPTH:
                            folders.append(path)
                    elif stat.S_ISLNK(status.st_mode):
                        entries[key] = {"kind": "link", "to": os.fsencode(os.readlink(path)).decode("utf-8", "surrogateescape")}
                    elif not stat.S_ISREG(status.st_mode):
                        entries[key] = {"kind": "special"}
                    elif status.st_size > room:
                        entries[key] = {"kind": "file", "size": status.st_size}
                    else:
                        room -= status.st_size
                        entries[key] = {"kind": "file", "size": status.st_size, "sha256": self.digest(path)}
                except OSError:
                    continue
        return entries

    @staticmethod
    def names(folder):
        try:
            return sorted(name for name in os.listdir(folder) if name != "__pycache__")
        except OSError:
            return []

    @staticmethod
    def digest(path):
        try:
            with open(path, "rb") as file:
                found = hashlib.sha256()
                for block in iter(lambda: file.read(1 << 20), b""):
                    found.update(block)
                return found.hexdigest()
        except OSError as problem:
            return "unreadable: %s" % problem.strerror


main()
