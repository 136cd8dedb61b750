"""Loaded by every interpreter that starts in the sandbox, workers included; installs what the run's configuration asks for."""

import sys

sys.path[:] = [each for each in sys.path if each != "/sandbox/harness"]
sys.path.append("/sandbox/harness")
try:
    import _parallelize_observer

    _parallelize_observer.install()
finally:
    sys.path.remove("/sandbox/harness")
