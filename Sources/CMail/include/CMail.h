// The part of GMime 3 in use, behind plain C types: the head of a mail and its text parts, decoded.
// The library is opened on first use.

#ifndef CMAIL_H
#define CMAIL_H

#include <stdint.h>

/// A text part, its transfer encoding undone. Strings may be NULL.
typedef struct {
  /// `text/html`, `text/plain`
  const char *type;
  /// The encoding of its bytes, as stated.
  const char *charset;
  /// Where it was saved from: Content-Location, Content-ID.
  const char *location;
  const char *identifier;
  int32_t is_attachment;
  const uint8_t *bytes;
  int64_t length;
} cmail_part;

/// A mail, or a saved page. Strings are UTF-8 and may be NULL.
typedef struct {
  const char *subject;
  const char *from;
  /// RFC 3339, in the zone of the sender.
  const char *date;
  /// Snapshot-Content-Location: the address of a saved page.
  const char *snapshot;
  /// The `start` of a multipart/related.
  const char *start;
  cmail_part *parts;
  int32_t part_count;
} cmail_message;

/// The mails of a file. It owns all strings.
typedef struct {
  cmail_message *messages;
  int32_t count;
  void *memory;
} cmail_content;

/// Reads one mail, or with `mbox` all of a mailbox (each behind a line that begins with `From `).
/// Gives 0 where the library is missing or memory is out.
int32_t cmail_read(const uint8_t *bytes, int64_t length, int32_t mbox, cmail_content *content);

/// Gives back what a content holds.
void cmail_release(cmail_content *content);

#endif
