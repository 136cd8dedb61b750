# what: traces process 1 and writes into its memory
# why: whoever controls the supervisor controls the result
# expect: ok contained
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
held = libc.ptrace(16, 1, 0, 0) == -1 and libc.process_vm_writev(1, 0, 0, 0, 0, 0) == -1 and libc.ptrace(0x4206, 1, 0, 0) == -1
print("contained" if held else "escaped")
