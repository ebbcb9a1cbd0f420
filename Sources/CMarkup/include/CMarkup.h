// The parts of gumbo, libxml2 and cmark in use, behind plain C types: a page as one flat array of
// nodes.
//
// The libraries are opened on first use. Neither header is seen from Swift: libxml2's pull in ICU
// and clash with Foundation.

#ifndef CMARKUP_H
#define CMARKUP_H

#include <stdint.h>

/// An element or a text, in document order. Numbers refer to places in the arrays of the page.
typedef struct {
  /// What element: a number below `cmarkup_tag_count`; -1 for a text.
  int32_t tag;
  /// The element it is in; -1 for the root.
  int32_t parent;
  /// The first node behind this one that is not within it.
  int32_t end;
  int32_t first_attribute;
  int32_t attribute_count;
  /// Bytes of the page before it; -1 where the parser does not know.
  int32_t offset;
  /// UTF-8 of a text, entities replaced.
  const uint8_t *text;
  int64_t length;
} cmarkup_node;

/// Name and value of an attribute, each ended by 0.
typedef struct {
  const char *name;
  const char *value;
} cmarkup_attribute;

/// A page that was read. It owns all its strings.
typedef struct {
  const cmarkup_node *nodes;
  int32_t node_count;
  const cmarkup_attribute *attributes;
  int32_t attribute_count;
  /// Whether XML was broken, so that parts of it may be missing.
  int32_t is_broken;
  void *memory;
} cmarkup_page;

/// Reads a page in UTF-8 as browsers do (gumbo), or, with `deep`, by a parser that takes any depth
/// of nesting (libxml2). `bytes` must live as long as the page. Gives 0 where a library is missing
/// or memory is out.
int32_t cmarkup_read(const uint8_t *bytes, int64_t length, int32_t deep, cmarkup_page *page);

/// Reads XML in UTF-8 (libxml2, forgiving; no network, no entities but the five of XML). Elements have
/// the tag 0 and as text their name, with its namespace in braces before it where it has one;
/// `offset` is the line, from 1. What stands behind an error that cannot be mended is left out. Gives
/// 0 where the library is missing or memory is out.
int32_t cmarkup_read_xml(const uint8_t *bytes, int64_t length, cmarkup_page *page);

/// Markdown in UTF-8 as HTML, ended by 0, to be given back with `free` (cmark); NULL where the library
/// is missing.
char *cmarkup_markdown(const uint8_t *bytes, int64_t length);

/// The pieces of Markdown in UTF-8 as cmark's XML (CommonMark.dtd), ended by 0, to be given back with
/// `free`; raw HTML is text in it. NULL where the library is missing.
char *cmarkup_markdown_xml(const uint8_t *bytes, int64_t length);

/// Gives back what a page holds.
void cmarkup_release(cmarkup_page *page);

/// How many elements have numbers, or 0 where gumbo is missing.
int32_t cmarkup_tag_count(void);

/// The name of an element; the last number is that of every unknown one.
const char *cmarkup_tag_name(int32_t tag);

#endif
