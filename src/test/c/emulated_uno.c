/*
 * An Arduino Uno R3 in simavr for tests: its analogue pins follow a recording, its serial port is a pseudo-terminal.
 *
 *     emulated_uno FIRMWARE.elf LINK RECORDING TRUTH key=value...
 *
 * LINK       a symbolic link to the terminal, made when the board is ready
 * RECORDING  text, one line a moment, six whole numbers each: the millivolts at A0 to A5; begins again at its end
 * TRUTH      written: one line a conversion, "input millivolts"
 *
 *     rate=1000         lines of the recording a second
 *     seconds=10        how long the board runs, in its own time
 *     speed=0           times real time; 0: as fast as the reader takes it
 *     stall=4:500       the computer takes nothing for 500 ms from second 4 on, and then all that its buffer has kept
 *     buffer=4096       bytes that such a buffer holds; what comes when it is full is gone
 *
 * It says "ready" on standard error once the link is there, and at the end what became of the bytes.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <simavr/avr_adc.h>
#include <simavr/avr_ioport.h>
#include <simavr/avr_uart.h>
#include <simavr/sim_avr.h>
#include <simavr/sim_elf.h>

enum { INPUTS = 6, CLOCK_HZ = 16000000, STEP_MICROS = 500, MOST_BUFFER = 1 << 20, MOST_HEARD = 4096 };

static double rate = 1000;
static double seconds = 10;
static double speed;
static double stall_from = -1;
static double stall_until = -1;
static size_t buffer_size = 4096;

static avr_t *avr;
static int terminal;
static int other_end; /* stays open: else a reader's leaving would end us */
static uint16_t (*recording)[INPUTS];
static size_t moments;
static FILE *truth;

static uint8_t buffer[MOST_BUFFER];
static size_t buffered;
static uint64_t sent;
static uint64_t gone;

static uint8_t heard[MOST_HEARD];
static size_t heard_from;
static size_t heard_to;
static int board_listens = 1;

static void fail(const char *what) {
    fprintf(stderr, "emulated_uno: %s: %s\n", what, strerror(errno));
    exit(1);
}

static double board_seconds(void) {
    return (double)avr->cycle / CLOCK_HZ;
}

static void read_recording(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) {
        fail(path);
    }
    size_t room = 0;
    unsigned value[INPUTS];
    while (fscanf(file, "%u %u %u %u %u %u", &value[0], &value[1], &value[2], &value[3], &value[4], &value[5]) == INPUTS) {
        if (moments == room) {
            room = room ? 2 * room : 1024;
            recording = realloc(recording, room * sizeof *recording);
            if (!recording) {
                fail(path);
            }
        }
        for (int i = 0; i < INPUTS; i++) {
            recording[moments][i] = (uint16_t)value[i];
        }
        moments++;
    }
    fclose(file);
    if (moments == 0) {
        errno = EINVAL;
        fail(path);
    }
}

/* A conversion begins: the pin has the voltage of this very moment, on a straight line between those of the recording. */
static void converting(avr_irq_t *irq, uint32_t value, void *unused) {
    (void)irq;
    (void)unused;
    union {
        avr_adc_mux_t mux;
        uint32_t bits;
    } request = {.bits = value};
    unsigned input = request.mux.src;
    if (request.mux.kind != ADC_MUX_SINGLE || input >= INPUTS) {
        return;
    }
    double place = board_seconds() * rate;
    size_t moment = (size_t)place;
    double before = recording[moment % moments][input];
    double after = recording[(moment + 1) % moments][input];
    unsigned millivolts = (unsigned)(before + (after - before) * (place - (double)moment) + 0.5);
    avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, (int)(ADC_IRQ_ADC0 + input)), millivolts);
    fprintf(truth, "%u %u\n", input + 1, millivolts);
}

static int stalled(void) {
    return board_seconds() >= stall_from && board_seconds() < stall_until;
}

static void said(avr_irq_t *irq, uint32_t value, void *unused) {
    (void)irq;
    (void)unused;
    size_t room = stalled() ? buffer_size : MOST_BUFFER;
    if (buffered < room) {
        buffer[buffered++] = (uint8_t)value;
    } else {
        gone++;
    }
}

static void listens(avr_irq_t *irq, uint32_t value, void *yes) {
    (void)irq;
    (void)value;
    board_listens = yes != NULL;
}

/* Hands on what the board said. At full speed the board waits for its reader, else what does not fit is gone. */
static void hand_on(void) {
    size_t from = 0;
    while (from < buffered && !stalled()) {
        ssize_t count = write(terminal, buffer + from, buffered - from);
        if (count > 0) {
            from += (size_t)count;
            sent += (size_t)count;
        } else if (errno != EAGAIN && errno != EINTR) {
            fail("terminal");
        } else if (speed > 0) {
            gone += buffered - from;
            from = buffered;
        } else {
            struct pollfd room = {.fd = terminal, .events = POLLOUT};
            poll(&room, 1, 100);
        }
    }
    memmove(buffer, buffer + from, buffered - from);
    buffered -= from;
}

static void listen_to_host(void) {
    if (heard_from == heard_to) {
        ssize_t count = read(terminal, heard, sizeof heard);
        heard_from = 0;
        heard_to = count > 0 ? (size_t)count : 0;
    }
    if (heard_from < heard_to && board_listens) { /* one byte in half a millisecond: 20000 baud */
        avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT), heard[heard_from++]);
    }
}

static void pace(const struct timespec *began) {
    if (speed <= 0) {
        return;
    }
    double due = board_seconds() / speed;
    struct timespec until = *began;
    until.tv_sec += (time_t)due;
    until.tv_nsec += (long)((due - (double)(time_t)due) * 1e9);
    if (until.tv_nsec >= 1000000000L) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000L;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
}

static void option(const char *text) {
    double one;
    double two;
    if (sscanf(text, "rate=%lf", &one) == 1) {
        rate = one;
    } else if (sscanf(text, "seconds=%lf", &one) == 1) {
        seconds = one;
    } else if (sscanf(text, "speed=%lf", &one) == 1) {
        speed = one;
    } else if (sscanf(text, "stall=%lf:%lf", &one, &two) == 2) {
        stall_from = one;
        stall_until = one + two / 1000;
    } else if (sscanf(text, "buffer=%lf", &one) == 1 && one >= 1 && one <= MOST_BUFFER) {
        buffer_size = (size_t)one;
    } else {
        errno = EINVAL;
        fail(text);
    }
}

static void open_terminal(const char *link) {
    char name[128];
    struct termios raw;
    memset(&raw, 0, sizeof raw);
    cfmakeraw(&raw);
    cfsetspeed(&raw, B115200);
    if (openpty(&terminal, &other_end, name, &raw, NULL) != 0) {
        fail("pseudo-terminal");
    }
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    unlink(link);
    if (symlink(name, link) != 0) {
        fail(link);
    }
}

static void build_board(const char *firmware_path) {
    elf_firmware_t firmware;
    memset(&firmware, 0, sizeof firmware);
    if (elf_read_firmware(firmware_path, &firmware) != 0) {
        errno = ENOENT;
        fail(firmware_path);
    }
    avr = avr_make_mcu_by_name("atmega328p");
    if (!avr) {
        errno = ENOTSUP;
        fail("atmega328p");
    }
    avr_init(avr);
    avr->frequency = CLOCK_HZ;
    /* The emulated converter has count 1023 at its reference, a real one 1024 (ATmega328P datasheet, 24.7): 5000 mV stand as
       4995, so that a count is 5000 / 1024 mV as on a real board. */
    avr->vcc = avr->avcc = avr->aref = 4995;
    avr_load_firmware(avr, &firmware);
    uint32_t flags = 0;
    avr_ioctl(avr, AVR_IOCTL_UART_GET_FLAGS('0'), &flags);
    flags &= ~(uint32_t)(AVR_UART_FLAG_STDIO | AVR_UART_FLAG_POLL_SLEEP);
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &flags);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_ADC_GETIRQ, ADC_IRQ_OUT_TRIGGER), converting, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), said, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XON), listens, avr);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XOFF), listens, NULL);
    avr_raise_irq(avr_io_getirq(avr, AVR_IOCTL_IOPORT_GETIRQ('D'), 2), 1); /* nobody presses the button */
}

/* What the terminal still holds would be gone with it. */
static void await_reader(void) {
    int unread = 1;
    for (int i = 0; i < 1000 && unread > 0; i++) {
        usleep(5000);
        if (ioctl(other_end, FIONREAD, &unread) != 0) {
            return;
        }
    }
}

int main(int count, char **arguments) {
    if (count < 5) {
        fprintf(stderr, "usage: emulated_uno FIRMWARE.elf LINK RECORDING TRUTH key=value...\n");
        return 2;
    }
    for (int i = 5; i < count; i++) {
        option(arguments[i]);
    }
    signal(SIGPIPE, SIG_IGN);
    read_recording(arguments[3]);
    truth = fopen(arguments[4], "w");
    if (!truth) {
        fail(arguments[4]);
    }
    build_board(arguments[1]);
    open_terminal(arguments[2]);
    fprintf(stderr, "ready\n");
    struct timespec began;
    clock_gettime(CLOCK_MONOTONIC, &began);
    while (board_seconds() < seconds) {
        avr_cycle_count_t until = avr->cycle + (avr_cycle_count_t)CLOCK_HZ / 1000000 * STEP_MICROS;
        while (avr->cycle < until) {
            int state = avr_run(avr);
            if (state == cpu_Done || state == cpu_Crashed) {
                errno = EFAULT;
                fail("the firmware has crashed");
            }
        }
        hand_on();
        listen_to_host();
        pace(&began);
    }
    hand_on();
    fclose(truth);
    fprintf(stderr, "emulated_uno: %" PRIu64 " bytes sent, %" PRIu64 " gone\n", sent, gone);
    await_reader();
    unlink(arguments[2]);
    return 0;
}
