# what: one process allocates without end
# why: the machine's own processes would be ended for want of memory
# expect: limit memory | failed
blocks = []
while True:
    blocks.append(bytearray(16 << 20))
