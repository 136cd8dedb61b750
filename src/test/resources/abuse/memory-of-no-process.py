# what: asks for memory files, System V segments and message queues, which outlive every process that used them
# why: no process has these pages, so no sum over processes finds them
# expect: ok contained
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
answers = []
for make in (lambda: libc.memfd_create(b"x", 0), lambda: libc.shmget(0, 1 << 20, 0o1600), lambda: libc.msgget(0, 0o1600)):
    ctypes.set_errno(0)
    answers.append((make(), ctypes.get_errno()))
print("contained" if all(each == (-1, 38) for each in answers) else answers)
