"""Tries the walls from inside; says so only when all of them hold."""

import os
import socket


def refused(attempt):
    try:
        attempt()
    except OSError:
        return True
    return False


def outside():
    with socket.socket() as connection:
        connection.settimeout(1)
        connection.connect(("192.0.2.1", 9))


with open("scratch", "w") as file:
    file.write("the scratch folder is writable")

failed = [
    name
    for name, holds in (
        ("core_pattern is writable", refused(lambda: open("/proc/sys/kernel/core_pattern", "w"))),
        ("the root folder is writable", refused(lambda: open("/intruder", "w"))),
        ("/usr is writable", refused(lambda: open("/usr/intruder", "w"))),
        ("/dev is writable", refused(lambda: open("/dev/intruder", "w"))),
        ("the network is reachable", refused(outside)),
        ("there are network devices", sorted(name for _, name in socket.if_nameindex()) == ["lo"]),
        ("process 1 can be read", refused(lambda: open("/proc/1/mem", "rb"))),
        ("the program is root", os.getuid() != 0),
    )
    if not holds
]
print(", ".join(failed) if failed else "walls hold")
