/**
 * EDF, EDF+C, EDF+D and their 24-bit sisters BDF, BDF+C, BDF+D: read leniently or strictly, written with annotations.
 *
 * <p>Kemp et al. 1992 (EDF), Kemp and Olivan 2003 (EDF+), BioSemi's 24-bit variant. Bytes come from a
 * {@link twinge.files.ByteSource}, blocks go to whoever opened the recording; the writer takes blocks and markers.
 */
package twinge.files.edf;
