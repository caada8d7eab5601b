#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Cutting: where does a JSON value end? ---- */

/// Where a scan stands between two calls. All zero before a value's first byte.
typedef struct {
  int64_t depth;      ///< Open brackets.
  uint64_t newlines;  ///< Line feeds passed so far.
  uint8_t in_string;  ///< 1 inside a string.
  uint8_t escaped;    ///< 1 when the next byte is escaped by a backslash.
} hj_scan;

/// Why a scan stopped.
typedef enum {
  HJ_OPEN = 0,    ///< The bytes ran out.
  HJ_CLOSED = 1,  ///< Behind the bracket that closes the value.
  HJ_BROKEN = 2,  ///< Behind a line feed within a string: JSON allows none there.
} hj_stop;

/// Scans one array or object, whose first byte must be its bracket. Brackets in strings do not
/// count. After HJ_OPEN and HJ_BROKEN the scan can go on with the bytes that follow; a broken
/// string is taken to end with its line, so that what stands behind it can be saved.
/// Returns the bytes passed.
size_t hj_scan_value(hj_scan *scan, const uint8_t *bytes, size_t count, hj_stop *stop);

/* ---- Parsing: one record to its fields ---- */

/// Bytes of text; `bytes` is NULL where there are none.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} hj_text;

enum { HJ_FIELDS = 8 };  ///< id title content date source url author lang, in this order.

/// What became of a record.
typedef enum {
  HJ_OK = 0,
  HJ_NOT_JSON,
  HJ_NOT_AN_OBJECT,
  HJ_MISSING_CONTENT,
  HJ_WRONG_TYPE,
  HJ_BAD_UTF8,
  HJ_LONE_SURROGATE,
  HJ_TOO_DEEP,
  HJ_NO_MEMORY,
} hj_status;

typedef struct hj_parser hj_parser;

/// Bytes that must be readable (not necessarily defined) behind every record given to `hj_parse`.
enum { HJ_PADDING = 64 };

/// Makes a parser for one thread; NULL when there is no memory.
hj_parser *hj_parser_new(void);
void hj_parser_free(hj_parser *parser);

/// Reads `name` as field number `field`. Of several names present in a record the one that was
/// added first wins; a name whose value is null counts as absent. Returns 0 without memory.
int hj_parser_add_name(hj_parser *parser, const uint8_t *name, size_t count, int field);

/// Parses one JSON object. The texts in `fields` are valid UTF-8 and live until the next call with
/// this parser; absent and null fields have NULL bytes. Numbers are texts in plain notation.
/// On failure `fields` is untouched and `hj_parser_message` says what is wrong.
hj_status hj_parse(hj_parser *parser, const uint8_t *bytes, size_t count,
                   hj_text fields[HJ_FIELDS]);

/// Gives back the memory of a giant record, and with it the texts of the last call.
void hj_parser_let_go(hj_parser *parser);

/// The last failure in words, valid until the next call with this parser.
const char *hj_parser_message(const hj_parser *parser);

/// Whether the bytes are valid UTF-8.
int hj_is_utf8(const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif
