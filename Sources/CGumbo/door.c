#include "door.h"

#include <setjmp.h>
#include <stdlib.h>

/* Every block that gumbo has, in a list: whatever is left is freed at once, without walking the
   tree, which may be as deep as the page says. */
typedef struct block {
  struct block *next, *previous;
  size_t size;
  size_t padding; /* keeps what follows aligned to 16 bytes */
} block;

struct hg_page {
  block blocks;
  size_t used, limit;
  jmp_buf overflow;
  hg_node *nodes;
  size_t count, capacity;
  struct open_node *open;
  size_t depth, depth_capacity;
};

static void *allocate(void *context, size_t size) {
  hg_page *page = context;
  block *made = NULL;
  if (size <= page->limit - page->used) made = malloc(sizeof(block) + size);
  /* gumbo does not expect to be refused memory; only its own frames are left behind. */
  if (made == NULL) longjmp(page->overflow, 1);
  made->size = size;
  made->previous = &page->blocks;
  made->next = page->blocks.next;
  if (made->next != NULL) made->next->previous = made;
  page->blocks.next = made;
  page->used += size;
  return made + 1;
}

static void release(void *context, void *memory) {
  if (memory == NULL) return;
  hg_page *page = context;
  block *old = (block *)memory - 1;
  old->previous->next = old->next;
  if (old->next != NULL) old->next->previous = old->previous;
  page->used -= old->size;
  free(old);
}

static const GumboVector *children(const GumboNode *node) {
  static const GumboVector none = {NULL, 0, 0};
  int has = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  return has ? &node->v.element.children : &none;
}

/* Appends a node and gives its number. */
static size_t append(hg_page *page, const GumboNode *node) {
  if (page->count == page->capacity) {
    size_t capacity = page->capacity == 0 ? 256 : page->capacity * 2;
    hg_node *nodes = NULL;
    if (capacity * sizeof(hg_node) <= page->limit) {
      nodes = realloc(page->nodes, capacity * sizeof(hg_node));
    }
    if (nodes == NULL) longjmp(page->overflow, 1);
    page->nodes = nodes;
    page->capacity = capacity;
  }
  hg_node *made = &page->nodes[page->count];
  int is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
  made->tag = is_element ? node->v.element.tag : GUMBO_TAG_LAST;
  made->element = is_element ? &node->v.element : NULL;
  made->text = is_element ? NULL : node->v.text.text;
  made->end = page->count + 1;
  return page->count++;
}

/* An element whose end has not been reached. */
struct open_node {
  const GumboNode *node;
  unsigned int next;
  size_t number;
};

static void push(hg_page *page, const GumboNode *node) {
  if (page->depth == page->depth_capacity) {
    size_t capacity = page->depth_capacity == 0 ? 64 : page->depth_capacity * 2;
    struct open_node *open = NULL;
    if (capacity * sizeof(struct open_node) <= page->limit) {
      open = realloc(page->open, capacity * sizeof(struct open_node));
    }
    if (open == NULL) longjmp(page->overflow, 1);
    page->open = open;
    page->depth_capacity = capacity;
  }
  struct open_node *made = &page->open[page->depth++];
  made->node = node;
  made->next = 0;
  made->number = append(page, node);
}

/* Lists the tree in its order, without its comments. */
static void flatten(hg_page *page, const GumboNode *root) {
  push(page, root);
  while (page->depth > 0) {
    struct open_node *top = &page->open[page->depth - 1];
    const GumboVector *within = children(top->node);
    if (top->next < within->length) {
      const GumboNode *child = within->data[top->next++];
      if (child->type != GUMBO_NODE_COMMENT) push(page, child);
    } else {
      page->nodes[top->number].end = page->count;
      page->depth--;
    }
  }
}

hg_page *hg_parse(const char *html, size_t count, size_t limit) {
  hg_page *page = calloc(1, sizeof(hg_page));
  if (page == NULL) return NULL;
  page->limit = limit;
  if (setjmp(page->overflow) != 0) {
    hg_free(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = page;
  options.max_errors = 0;
  GumboOutput *output = gumbo_parse_with_options(&options, html, count);
  flatten(page, output->root);
  return page;
}

void hg_free(hg_page *page) {
  if (page == NULL) return;
  for (block *at = page->blocks.next; at != NULL;) {
    block *next = at->next;
    free(at);
    at = next;
  }
  free(page->nodes);
  free(page->open);
  free(page);
}

size_t hg_count(const hg_page *page) { return page->count; }

const hg_node *hg_nodes(const hg_page *page) { return page->nodes; }

const char *hg_attribute(const hg_node *node, const char *name) {
  if (node->element == NULL) return NULL;
  const GumboAttribute *found = gumbo_get_attribute(&node->element->attributes, name);
  return found == NULL ? NULL : found->value;
}
