# what: starts a process and tries to trace it and to write to its memory through /proc
# why: what can be done to a sibling could be done to the harness
# expect: ok contained
import ctypes, os, time
libc = ctypes.CDLL(None, use_errno=True)
child = os.fork()
if child == 0:
    time.sleep(60)
    os._exit(0)
traced = libc.ptrace(16, child, 0, 0)
seized = libc.ptrace(0x4206, child, 0, 0)
os.kill(child, 9)
os.waitpid(child, 0)
print("contained" if traced == seized == -1 else (traced, seized))
