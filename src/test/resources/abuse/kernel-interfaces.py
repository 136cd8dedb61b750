# what: asks for kernel keys, rings, tracing programs, performance counters and user fault handling
# why: most escapes of the last years began with one of these
# expect: ok contained
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
numbers = {"x86_64": (250, 248, 425, 321, 298, 323), "aarch64": (219, 217, 425, 280, 241, 282)}[os.uname().machine]
answers = []
for number in numbers:
    ctypes.set_errno(0)
    libc.syscall(number, 0, 0, 0, 0, 0)
    answers.append(ctypes.get_errno())
print("contained" if all(each in (1, 38) for each in answers) else answers)
