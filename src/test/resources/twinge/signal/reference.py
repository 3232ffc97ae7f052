"""Prints the SciPy values that the tests of twinge.signal compare with: python3 reference.py (SciPy 1.17, NumPy 2.4).

Writes butterworth.csv, notch.csv, filtered.csv, samples.csv, spectrum.csv, measures.csv and quantile.csv beside itself.
"""
import pathlib

import numpy as np
import scipy.signal as sig

HERE = pathlib.Path(__file__).parent


def write(name, header, rows):
    text = "".join(",".join(map(str, row)) + "\n" for row in rows).replace("nan", "NaN")
    (HERE / name).write_text("# " + header + "\n" + text)


def noise(count, seed=1):
    """The tests make the same: a linear congruential generator (Numerical Recipes), scaled to -1..1."""
    out = np.empty(count)
    state = seed
    for i in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        out[i] = state / 2**31 - 1
    return out


def bands(rate):
    half = rate / 2
    yield "lowpass", 0.9 * half, 0.0
    yield "lowpass", 0.02 * half, 0.0
    yield "highpass", 20.0, 0.0
    yield "highpass", 0.7 * half, 0.0
    yield "bandpass", 20.0, 0.9 * half
    yield "bandpass", 0.3 * half, 0.36 * half
    yield "bandstop", 48.0, 52.0
    yield "bandstop", 0.2 * half, 0.7 * half


def butterworth():
    for rate in (153.846, 1000.0, 2148.14819):
        for order in range(1, 9):
            for kind, low, high in bands(rate):
                edges = low if high == 0.0 else [low, high]
                sos = sig.butter(order, edges, kind, fs=rate, output="sos")
                tones = [0.013 * rate, 0.11 * rate, 0.27 * rate, 0.41 * rate]
                _, response = sig.freqz_sos(sos, worN=tones, fs=rate)
                yield ([kind, order, low, high, rate]
                       + [part for value in response for part in (float(value.real), float(value.imag))]
                       + [float(v) for row in sos for v in row[4:]])


def notch():
    for rate in (153.846, 1000.0, 2148.14819):
        for tone, quality in ((50.0, 30.0), (60.0, 5.0), (0.4 * rate, 30.0)):
            b, a = sig.iirnotch(tone, quality, fs=rate)
            yield [tone, quality, rate] + [float(v) for v in (*b, *a[1:])]


def filtered():
    """x; then its answer to sosfilt of three filters; then the impulse response of the first."""
    x = 500 + 100 * noise(400)
    impulse = np.zeros(400)
    impulse[0] = 1
    band = sig.butter(4, [20, 450], "bandpass", fs=1000, output="sos")
    notches = [np.concatenate(sig.iirnotch(f, 30, fs=1000)) for f in (50, 100)]
    chain = np.vstack([band, *notches])
    low = sig.butter(1, 5, fs=1000, output="sos")
    high = sig.butter(8, 70, "highpass", fs=2148.14819, output="sos")
    settled, _ = sig.sosfilt(chain, x, zi=sig.sosfilt_zi(chain) * x[0])
    columns = [x, sig.sosfilt(chain, x), settled, sig.sosfilt(low, x), sig.sosfilt(high, x), sig.sosfilt(chain, impulse)]
    for row in zip(*columns):
        yield [float(v) for v in row]


RATE = 1000.0
SAMPLES = 500 + 100 * np.convolve(noise(1030, 3), [1, 2, 3, 2, 1, -1, -2], "valid")


def spectrum():
    first = SAMPLES[:512]
    bins = np.fft.rfft(first)
    plain = sig.periodogram(first, RATE, "hann", detrend=False)[1]
    flat = sig.periodogram(first, RATE, "hann", detrend="constant")[1]
    welch = sig.welch(SAMPLES, RATE, "hann", nperseg=512, noverlap=384, detrend="constant")[1]
    for k in range(257):
        yield [float(v) for v in (bins[k].real, bins[k].imag, plain[k], flat[k], welch[k])]


def measures():
    frequency, power = sig.periodogram(SAMPLES[:512], RATE, "hann", detrend="constant")
    step = float(frequency[1])
    for low, high in ((20.0, 450.0), (0.0, 500.0), (31.25, 62.5), (100.0, 101.7)):
        inside = (frequency >= low) & (frequency <= high)
        f, p = frequency[inside], power[inside]
        edges = np.concatenate([[f[0] - step / 2], f + step / 2])
        median = np.interp(0.5, np.concatenate([[0], np.cumsum(p)]) / np.sum(p), edges)
        mean = np.sum(f * p) / np.sum(p)
        index = np.sum(p / f) / np.sum(p * f**5) if low > 0 else float("nan")
        yield [low, high, float(np.sum(p) * step), float(median), float(mean), float(index)]


def quantile():
    x = noise(600, 5) ** 3
    x[100:180] = 0.25
    x[300:340] = np.round(x[300:340], 1)
    columns = [x]
    for length, share in ((50, 0.5), (50, 0.1), (101, 0.75), (7, 1.0), (7, 0.0), (1, 0.3)):
        columns.append([np.quantile(x[max(0, i - length + 1):i + 1], share) for i in range(len(x))])
    for row in zip(*columns):
        yield [float(v) for v in row]


if __name__ == "__main__":
    write("butterworth.csv", "butter(order, edges, kind, fs=rate, output='sos'): kind, order, low, high, rate, "
          "freqz_sos at 0.013, 0.11, 0.27, 0.41 rate (re, im), then a1, a2 of each row", butterworth())
    write("notch.csv", "iirnotch(tone, quality, fs=rate): tone, quality, rate, b0, b1, b2, a1, a2", notch())
    write("filtered.csv", "x, sosfilt(chain, x), sosfilt(chain, x, zi=sosfilt_zi(chain) * x[0]), sosfilt(low, x), "
          "sosfilt(high, x), sosfilt(chain, impulse); chain, low, high as in filtered() of reference.py", filtered())
    write("samples.csv", "SAMPLES of reference.py", ([float(v)] for v in SAMPLES))
    write("spectrum.csv", "of samples.csv at 1000 Hz: rfft(x[:512]) re, im; periodogram(x[:512], 1000, 'hann', "
          "detrend=False); the same, detrend='constant'; welch(x, 1000, 'hann', 512, 384, detrend='constant')", spectrum())
    write("measures.csv", "of periodogram(x[:512], 1000, 'hann', detrend='constant'): low, high, band power, "
          "median and mean frequency, FInsm5; as measures() of reference.py takes them with numpy", measures())
    write("quantile.csv", "x, then np.quantile of the last n values of x at a share: n 50 at 0.5, 50 at 0.1, 101 at 0.75, "
          "7 at 1, 7 at 0, 1 at 0.3", quantile())
