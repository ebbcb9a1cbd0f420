// The parts of ICU, uchardet and iconv in use, behind plain C types.
//
// ICU and uchardet are opened on first use, so that a start that breaks no sentence and guesses no
// encoding does not pay for them. Where a library is missing the functions say so by their result.

#ifndef CTEXT_H
#define CTEXT_H

#include <stdint.h>

/// Finds where sentences begin in UTF-8: writes the byte offset of the end of each sentence, in order,
/// at most `capacity` of them. Gives how many there are, or -1 where ICU is missing or refuses.
int32_t ctext_sentence_ends(const uint8_t *text, int32_t length, const char *locale,
                            int32_t *ends, int32_t capacity);

/// Guesses the encoding of some bytes: writes its name, ended by 0, into 64 bytes. Gives 0 where it
/// cannot tell, or uchardet is missing.
int32_t ctext_guess_encoding(const uint8_t *bytes, int64_t length, char *name);

/// Converts bytes of an encoding to UTF-8; what has no meaning becomes U+FFFD. Gives the number of
/// bytes, or -1 for an encoding that is not known or too small a `capacity`.
int64_t ctext_to_utf8(const char *encoding, const uint8_t *bytes, int64_t length, uint8_t *out,
                      int64_t capacity);

#endif
