/* A door to libgumbo: HTML as a flat list of nodes, in bounded memory and without recursion. */
#ifndef HILAL_GUMBO_DOOR_H
#define HILAL_GUMBO_DOOR_H

#include <gumbo.h>
#include <stddef.h>

/* An element or a text, in the document's order: what lies within it follows, up to `end`. */
typedef struct {
  /* GUMBO_TAG_LAST for a text. */
  GumboTag tag;
  /* The node behind the last one within. */
  size_t end;
  /* A text's bytes, NUL-terminated; NULL for an element. */
  const char *text;
  /* For hg_attribute; NULL for a text. */
  const GumboElement *element;
} hg_node;

typedef struct hg_page hg_page;

/* Parses UTF-8. NULL when the page takes more than `limit` bytes of memory. The bytes must outlive
   the page. */
hg_page *hg_parse(const char *html, size_t count, size_t limit);
void hg_free(hg_page *page);

size_t hg_count(const hg_page *page);
const hg_node *hg_nodes(const hg_page *page);
/* An element's attribute, NUL-terminated; NULL where it has none of the name. */
const char *hg_attribute(const hg_node *node, const char *name);

#endif
