/* Opens EDF and BDF files with EDFlib (Teunis van Beelen; Debian libedf-dev), reads every sample and annotation, and prints
 * one line a file: name, data records, samples of the first signal, annotations. Ends with 1 if EDFlib refuses one. */
#include <edflib.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    static int samples[65536];
    int failed = 0;
    for (int i = 1; i < argc; i++) {
        struct edf_hdr_struct header;
        if (edfopen_file_readonly(argv[i], &header, EDFLIB_READ_ALL_ANNOTATIONS) != 0) {
            printf("%s refused with %d\n", argv[i], header.filetype);
            failed = 1;
            continue;
        }
        long long read = 0;
        for (int signal = 0; signal < header.edfsignals; signal++) {
            int got;
            long long of = 0;
            while ((got = edfread_digital_samples(header.handle, signal, 65536, samples)) > 0) {
                of += got;
            }
            if (got < 0 || of != header.signalparam[signal].smp_in_file) {
                printf("%s signal %d gives %lld of %lld samples\n", argv[i], signal, of,
                       (long long)header.signalparam[signal].smp_in_file);
                failed = 1;
            }
            read = signal == 0 ? of : read;
        }
        printf("%s %lld %lld %lld\n", argv[i], (long long)header.datarecords_in_file, read,
               (long long)header.annotations_in_file);
        edfclose_file(header.handle);
    }
    return failed;
}
