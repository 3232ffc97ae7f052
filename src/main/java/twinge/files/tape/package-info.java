/** The tape of a live session: the bytes of a board as they came, with their arrival times, and what was said meanwhile. */
package twinge.files.tape;
