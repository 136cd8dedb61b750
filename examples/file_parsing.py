"""Parse a folder of sensor files and compute daily statistics.

The program writes its input files into a temporary folder first: one file a day, with a header of settings, one
reading a line, comments and a few broken lines. Then it reads them all, checks every reading's checksum and prints
one line for each day.
"""

import random
import tempfile
from pathlib import Path

DAYS = 28
READINGS_PER_DAY = 3600


def checksum(text):
    """Return the CRC-16 (CCITT) of a line's text."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
    return crc


def write_day(folder, day):
    """Write the file of one day and return its path."""
    generator = random.Random(day)
    lines = [f"# sensor log, day {day}", f"gain = {1 + day % 3}", "offset = -0.5", "---"]
    for number in range(READINGS_PER_DAY):
        if generator.random() < 0.01:
            lines.append(f"{number};??")
            continue
        value = generator.gauss(20.0, 4.0)
        channel = generator.choice("ABCD")
        lines.append(f"{number};{channel};{value:.3f};{generator.randrange(65536):04x}")
    path = folder / f"day-{day:03d}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
    return path


def parse_header(lines):
    """Read the settings up to the separator and return them with the remaining lines."""
    settings = {}
    for position, line in enumerate(lines):
        if line == "---":
            return settings, lines[position + 1 :]
        if line.startswith("#"):
            continue
        name, _, value = line.partition("=")
        settings[name.strip()] = float(value)
    raise ValueError("the header has no end")


def parse_file(path):
    """Return the readings of one file by channel, the number of broken lines and a checksum over all lines."""
    lines = path.read_text(encoding="ascii").splitlines()
    settings, body = parse_header(lines)
    channels = {}
    broken = 0
    total = 0
    for line in body:
        total = (total + checksum(line)) & 0xFFFFFFFF
        fields = line.split(";")
        try:
            _, channel, text, _ = fields
            value = float(text) * settings["gain"] + settings["offset"]
        except ValueError:
            broken += 1
            continue
        channels.setdefault(channel, []).append(value)
    return channels, broken, total


def parse_folder(folder):
    """Parse every file of the folder and return one summary for each, in the order of the names."""
    summaries = []
    for path in sorted(folder.glob("*.txt")):
        channels, broken, total = parse_file(path)
        means = {channel: sum(values) / len(values) for channel, values in sorted(channels.items())}
        summaries.append((path.stem, means, broken, total))
    return summaries


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for day in range(DAYS):
            write_day(folder, day)
        for stem, means, broken, total in parse_folder(folder):
            values = " ".join(f"{channel}={mean:.3f}" for channel, mean in means.items())
            print(f"{stem}: {values} broken={broken} crc={total:08x}")


if __name__ == "__main__":
    main()
