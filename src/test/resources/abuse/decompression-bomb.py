# what: decompresses a small text of zeros into gigabytes
# why: the size is known only once it is too late
# expect: limit memory | failed
import zlib
small = zlib.compress(b"\0" * (64 << 20))
blocks = [zlib.decompress(small) for _ in range(100)]
