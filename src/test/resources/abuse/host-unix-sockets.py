# what: looks for Unix sockets of the host, in the file system and abstract ones
# why: some of them give root to whoever can connect
# expect: ok contained
import os, socket
seen = [path for path in ("/run/docker.sock", "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/tmp/.X11-unix") if os.path.exists(path)]
with open("/proc/net/unix") as file:
    seen += [line for line in file.read().splitlines()[1:] if "@" in line]
print("contained" if not seen else seen)
