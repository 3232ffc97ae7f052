#!/usr/bin/env python3
"""The yardstick for throughput: what SciPy needs for the plain reference work on the same BDF file.

Per channel, the whole recording at once: counts to microvolts, Butterworth band-pass 20-450 Hz (order 4) with notches at
50 and 100 Hz (Q 30), moving RMS over 100 ms, onset and offset by median and MAD with hysteresis, and a Hann 512-point
spectrum with its median frequency every 128 samples. Prints the process's own CPU nanoseconds a channel-sample, reading and
imports left out and said apart.
"""

import sys
import time

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import signal


def read_bdf(path):
    """All signals of one rate as microvolts [channel][frame]; annotations are left out."""
    with open(path, "rb") as file:
        fixed = file.read(256)
        count = int(fixed[252:256])
        header = file.read(256 * count)
        duration = float(fixed[244:252])

        def field(offset, width, convert):
            start = offset * count
            return [convert(header[start + i * width : start + (i + 1) * width].decode("latin-1")) for i in range(count)]

        labels = field(0, 16, str.strip)
        low, high = field(104, 8, float), field(112, 8, float)
        least, most = field(120, 8, float), field(128, 8, float)
        samples = field(216, 8, int)
        raw = np.frombuffer(file.read(), dtype=np.uint8)
    size = 3 * sum(samples)
    records = raw[: raw.size // size * size].reshape(-1, size)
    channels, start = [], 0
    for i in range(count):
        part = records[:, start : start + 3 * samples[i]]
        start += 3 * samples[i]
        if labels[i] == "BDF Annotations":
            continue
        counts = part.reshape(-1, 3).astype(np.int32)
        counts = counts[:, 0] | counts[:, 1] << 8 | (counts[:, 2].astype(np.int8).astype(np.int32) << 16)
        gain = (high[i] - low[i]) / (most[i] - least[i])
        channels.append((counts - least[i]) * gain + low[i])
    return np.array(channels), samples[0] / duration


def work(x, rate):
    """The reference work on one channel; returns how many onsets there are and the mean median bin."""
    band = signal.butter(4, [20, min(450, 0.45 * rate)], "bandpass", fs=rate, output="sos")
    notches = np.vstack([signal.tf2sos(*signal.iirnotch(hertz, 30, fs=rate)) for hertz in (50, 100)])
    y = signal.sosfilt(np.vstack([band, notches]), x)
    window = int(0.1 * rate)
    power = np.concatenate([[0], np.cumsum(y * y)])
    envelope = np.sqrt(np.maximum(power[window:] - power[:-window], 0) / window)
    middle = np.median(envelope)
    spread = np.median(np.abs(envelope - middle))
    above, below = envelope > middle + 6 * spread, envelope < middle + 3 * spread
    state = np.zeros(envelope.size, np.int8)
    state[above], state[below] = 1, -1
    held = np.where(state != 0, np.arange(state.size), 0)
    np.maximum.accumulate(held, out=held)
    on = state[held] == 1
    onsets = np.count_nonzero(on[1:] & ~on[:-1])
    frames = sliding_window_view(y, 512)[::128]
    bins = 0.0
    hann = signal.windows.hann(512, sym=False)
    for block in range(0, frames.shape[0], 512):
        spectrum = np.abs(np.fft.rfft(frames[block : block + 512] * hann)) ** 2
        total = np.cumsum(spectrum, axis=1)
        bins += np.sum(np.argmax(total >= total[:, -1:] / 2, axis=1))
    return onsets, bins / frames.shape[0]


def main():
    start = time.process_time()
    channels, rate = read_bdf(sys.argv[1])
    read = time.process_time() - start
    start = time.process_time()
    onsets = [work(channel, rate)[0] for channel in channels]
    spent = time.process_time() - start
    samples = channels.size
    print(f"scipy: {1e9 * spent / samples:.1f} ns a channel-sample for the work, {1e9 * read / samples:.1f} for reading; "
          f"{sum(onsets)} onsets")


if __name__ == "__main__":
    main()
