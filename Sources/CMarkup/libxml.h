// libxml2, opened when it is first needed. Only functions on opaque pointers are used, so that no header
// of it is needed.

#ifndef LIBXML_H
#define LIBXML_H

#include "arena.h"

/// The public beginning of libxml2's xmlError.
typedef struct {
  int domain, code;
  char *message;
  int level;
} LastError;

typedef struct {
  void (*resetError)(void);
  const LastError *(*lastError)(void);
  void *(*parseHTML)(const char *, int, const char *, const char *, int);
  void *(*parseXML)(const char *, int, const char *, const char *, int);
  void (*freeDocument)(void *);
  void *(*walk)(void *);
  void (*freeReader)(void *);
  int (*read)(void *);
  int (*type)(void *);
  int (*isEmpty)(void *);
  int (*nextAttribute)(void *);
  int (*element)(void *);
  const unsigned char *(*local)(void *);
  const unsigned char *(*space)(void *);
  const unsigned char *(*name)(void *);
  const unsigned char *(*value)(void *);
  void *(*node)(void *);
  long (*line)(void *);
  int isThere;
} LibXML;

/// Types of nodes, as its text reader numbers them.
enum { Element = 1, Text = 3, CData = 4, Reference = 5, Blank = 13, SignificantBlank = 14 };
enum { ElementEnd = 15 };
/// RECOVER, NOERROR, NOWARNING, NONET: the same bits for HTML and XML.
enum { Recovering = 1 | 32 | 64 | 2048 };

/// The library; `isThere` is 0 where it could not be opened.
const LibXML *libxml(void);

/// Ends the node that is open, and opens the one around it; -1 where none is.
void libxml_close(arena *memory, int32_t *open);
/// Makes a string of the arena the text of a node.
void libxml_text(arena *memory, int32_t number, const char *text);

#endif
