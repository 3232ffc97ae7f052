#!/usr/bin/env python3
"""Writes the recording of the throughput figures: BDF, 8 channels at 1 kHz, quiet noise with a 300 ms burst every 3 s on
each channel in turn, 50 and 100 Hz hum and drift. Usage: make_recording.py FILE SECONDS"""

import sys

import numpy as np

CHANNELS, RATE, LIMIT = 8, 1000, 187500


def fields(width, values):
    return b"".join(str(value).ljust(width).encode("ascii") for value in values)


def main():
    path, seconds = sys.argv[1], int(sys.argv[2])
    random = np.random.default_rng(1)
    per_count = 2 * LIMIT / 16777215
    with open(path, "wb") as file:
        file.write(b"\xffBIOSEMI" + fields(80, ["X X X X"]) + fields(80, ["Startdate X X X X"]) + b"01.01.26" + b"00.00.00")
        file.write(fields(8, [256 * (CHANNELS + 1)]) + fields(44, ["24BIT"]) + fields(8, [seconds]) + fields(8, [1]))
        file.write(fields(4, [CHANNELS]) + fields(16, [f"EMG {i + 1}" for i in range(CHANNELS)]))
        file.write(fields(80, [""] * CHANNELS) + fields(8, ["uV"] * CHANNELS))
        file.write(fields(8, [-LIMIT] * CHANNELS) + fields(8, [LIMIT] * CHANNELS))
        file.write(fields(8, [-8388608] * CHANNELS) + fields(8, [8388607] * CHANNELS))
        file.write(fields(80, [""] * CHANNELS) + fields(8, [RATE] * CHANNELS) + fields(32, [""] * CHANNELS))
        for second in range(seconds):
            at = second + np.arange(RATE) / RATE
            for channel in range(CHANNELS):
                deviation = np.where((at + 0.37 * channel) % 3 < 0.3, 80, 8)
                hum = 4 * np.sin(2 * np.pi * 50 * at) + 2 * np.sin(2 * np.pi * 100 * at)
                signal = deviation * random.standard_normal(RATE) + hum + 30 * np.sin(2 * np.pi * 0.05 * at)
                counts = np.round(signal / per_count).astype("<i4")
                file.write(counts.view(np.uint8).reshape(-1, 4)[:, :3].tobytes())


if __name__ == "__main__":
    main()
