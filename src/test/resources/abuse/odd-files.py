# what: leaves symlinks to host files, a FIFO, a socket, and names with newlines
# why: whoever opens them on the host reads other files, or hangs
# expect: ok
import os, socket
os.symlink("/etc/shadow", "link")
os.symlink("/proc/1/mem", "memory")
os.mkfifo("fifo")
open("two\nlines", "w").close()
open(b"\xff\xfe", "w").close()
socket.socket(socket.AF_UNIX).bind("socket")
