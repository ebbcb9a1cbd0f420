// The parts of libarchive, brotli and zlib in use, behind plain C types: what is in an archive, or in
// a body as a server sent it, unpacked to memory. Nothing is ever written to disk. The libraries are
// opened on first use.

#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stdint.h>

/// A file in an archive. Its path is as the archive has it and is never used as one.
typedef struct {
  const char *path;
  const uint8_t *bytes;
  int64_t length;
} carchive_entry;

/// What was unpacked. It owns all its bytes.
typedef struct {
  carchive_entry *entries;
  int32_t count;
  int32_t capacity;
} carchive_content;

/// How unpacking ended.
enum {
  carchive_done = 1,
  carchive_missing = 0,
  carchive_broken = -1,
  carchive_too_large = -2,
  carchive_encrypted = -3,
  /// Packed more than once.
  carchive_nested = -4,
};

/// Unpacks a zip file. Of the files in it only those are kept whose path ends in one of `endings`
/// (ended by NULL). Stops where more than `most` bytes or `most_entries` files come out. What was
/// unpacked before an error is there. `content` is to be released in any case.
int32_t carchive_unzip(const uint8_t *bytes, int64_t length, const char *const *endings,
                       int64_t most, int32_t most_entries, carchive_content *content);

/// Decompresses gzip (of any number of members), bzip2, xz or zstd: one entry. The same limits.
int32_t carchive_decompress(const uint8_t *bytes, int64_t length, int64_t most,
                            carchive_content *content);

/// Decodes a body as HTTP names its coding: `br` (RFC 7932) or `deflate` (RFC 1950, and RFC 1951, which
/// some servers mean): one entry. The same limits.
int32_t carchive_decode(const char *coding, const uint8_t *bytes, int64_t length, int64_t most,
                        carchive_content *content);

/// Gives back what a content holds.
void carchive_release(carchive_content *content);

#endif
