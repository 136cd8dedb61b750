# what: prints terminal control sequences, bidirectional controls and lone surrogates
# why: they change what the reader of a report sees
# expect: ok
import os
os.write(1, b"\x1b[2J\x1b]0;title\x07\xe2\x80\xae\xed\xa0\x80\xff\n")
