#include "CSimdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <vector>

using namespace simdjson;

namespace {

/// A parser that grew beyond this for one record is made anew after it, so that one giant does not
/// hold memory while it is worked on and for the rest of a run.
constexpr size_t kept_capacity = 4u << 20;
constexpr size_t first_capacity = 64u << 10;
constexpr size_t depth_limit = 1024;

struct Name {
  std::string text;
  int field;
};

const char *const field_names[HJ_FIELDS] = {"id",     "title", "content", "date",
                                            "source", "url",   "author",  "lang"};
enum { ID = 0, CONTENT = 2, DATE = 3 };

const char *name_of(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY: return "an array";
    case dom::element_type::OBJECT: return "an object";
    case dom::element_type::BOOL: return "a boolean";
    case dom::element_type::STRING: return "a string";
    case dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
  }
}

/// Whether an escape in the JSON text stands for half of a surrogate pair.
bool has_lone_surrogate(const uint8_t *bytes, size_t count) {
  auto unit = [&](size_t at) -> unsigned {
    if (at + 6 > count || bytes[at] != '\\' || bytes[at + 1] != 'u') return 0;
    unsigned value = 0;
    for (size_t i = at + 2; i < at + 6; i++) {
      unsigned letter = bytes[i] | 32u, digit = 16;
      if (bytes[i] >= '0' && bytes[i] <= '9') digit = bytes[i] - '0';
      if (letter >= 'a' && letter <= 'f') digit = letter - 'a' + 10;
      if (digit > 15) return 0;
      value = value << 4 | digit;
    }
    return value;
  };
  for (size_t at = 0; at + 1 < count; at++) {
    if (bytes[at] != '\\') continue;
    unsigned first = unit(at);
    if (first >= 0xD800 && first < 0xDC00) {
      unsigned second = unit(at + 6);
      if (second < 0xDC00 || second > 0xDFFF) return true;
      at += 11;
    } else if (first >= 0xDC00 && first <= 0xDFFF) {
      return true;
    } else {
      at++;
    }
  }
  return false;
}

/// What is said of an object without content: its first keys, long ones cut between characters, and which say nothing.
std::string missing_content(dom::object object) {
  const size_t most = 8, longest = 40;
  std::string keys;
  size_t count = 0;
  for (auto [key, value] : object) {
    if (count++ == most) {
      keys += ", …";
      break;
    }
    if (!keys.empty()) keys += ", ";
    size_t end = std::min(key.size(), longest);
    while (end > 0 && end < key.size() && (key[end] & 0xC0) == 0x80) end--;
    keys += "\"" + std::string(key.substr(0, end)) + (end < key.size() ? "…\"" : "\"");
    if (value.is_null()) keys += " (null)";
  }
  if (keys.empty()) return "the record has no content: it is empty";
  return "the record has no content, only " + keys + "; name the field that holds it: --field content=NAME";
}

}  // namespace

struct hj_parser {
  dom::parser json;
  std::vector<Name> names;
  std::array<std::string, HJ_FIELDS> numbers;
  std::string message;

  hj_status fail(hj_status status, std::string words) {
    message = std::move(words);
    return status;
  }

  hj_status explain(error_code error, const uint8_t *bytes, size_t count) {
    switch (error) {
      case UTF8_ERROR: return fail(HJ_BAD_UTF8, "the record is not valid UTF-8");
      case DEPTH_ERROR: return fail(HJ_TOO_DEEP, "the record is nested deeper than 1024 levels");
      case MEMALLOC: return fail(HJ_NO_MEMORY, "no memory for the record");
      case STRING_ERROR:
        if (has_lone_surrogate(bytes, count))
          return fail(HJ_LONE_SURROGATE, "an escape stands for half of a surrogate pair");
        break;
      default: break;
    }
    return fail(HJ_NOT_JSON, std::string("not valid JSON: ") + error_message(error));
  }

  /// The value as text; NULL bytes for null.
  hj_status read(dom::element value, int field, hj_text &text) {
    auto type = value.type();
    bool number = type == dom::element_type::INT64 || type == dom::element_type::UINT64 ||
                  type == dom::element_type::DOUBLE;
    if (type == dom::element_type::STRING) {
      std::string_view view = value.get_string().value_unsafe();
      // The record is valid UTF-8, but simdjson lets an escape for a low surrogate through, which
      // becomes ED B0 80 to ED BF BF.
      if (std::memchr(view.data(), 0xED, view.size()) && !validate_utf8(view.data(), view.size()))
        return fail(HJ_LONE_SURROGATE, "an escape stands for half of a surrogate pair");
      text = {reinterpret_cast<const uint8_t *>(view.data()), view.size()};
    } else if (number && (field == ID || field == DATE)) {
      numbers[field] = simdjson::minify(value);
      text = {reinterpret_cast<const uint8_t *>(numbers[field].data()), numbers[field].size()};
    } else {
      return fail(HJ_WRONG_TYPE, std::string("the field \"") + field_names[field] + "\" is " +
                                     name_of(type) + ", not a string");
    }
    return HJ_OK;
  }

  hj_status parse(const uint8_t *bytes, size_t count, hj_text fields[HJ_FIELDS]) {
    if (json.capacity() < count || json.capacity() == 0) {
      size_t wanted = first_capacity;
      while (wanted < count) wanted *= 2;
      if (auto error = json.allocate(wanted, depth_limit)) return explain(error, bytes, count);
    }
    dom::element root;
    if (auto error = json.parse(bytes, count, false).get(root)) return explain(error, bytes, count);
    dom::object object;
    if (root.get(object))
      return fail(HJ_NOT_AN_OBJECT,
                  std::string("the record is ") + name_of(root.type()) + ", not an object");
    return collect(object, fields);
  }

  hj_status collect(dom::object object, hj_text fields[HJ_FIELDS]) {
    dom::element values[HJ_FIELDS];
    size_t ranks[HJ_FIELDS];
    for (auto &rank : ranks) rank = SIZE_MAX;
    for (auto [key, value] : object) {
      for (size_t rank = 0; rank < names.size(); rank++) {
        const Name &name = names[rank];
        if (name.text != key) continue;
        // Of equal names the last wins, as in most readers.
        if (rank <= ranks[name.field] && !value.is_null()) {
          ranks[name.field] = rank;
          values[name.field] = value;
        }
        break;
      }
    }
    if (ranks[CONTENT] == SIZE_MAX)
      return fail(HJ_MISSING_CONTENT, missing_content(object));
    hj_text found[HJ_FIELDS] = {};
    for (int field = 0; field < HJ_FIELDS; field++) {
      if (ranks[field] == SIZE_MAX) continue;
      if (auto status = read(values[field], field, found[field])) return status;
    }
    std::memcpy(fields, found, sizeof found);
    return HJ_OK;
  }
};

extern "C" {

hj_parser *hj_parser_new(void) { return new (std::nothrow) hj_parser; }

void hj_parser_free(hj_parser *parser) { delete parser; }

int hj_parser_add_name(hj_parser *parser, const uint8_t *name, size_t count, int field) {
  try {
    parser->names.push_back({std::string(reinterpret_cast<const char *>(name), count), field});
    return 1;
  } catch (...) {
    return 0;
  }
}

hj_status hj_parse(hj_parser *parser, const uint8_t *bytes, size_t count,
                   hj_text fields[HJ_FIELDS]) {
  try {
    return parser->parse(bytes, count, fields);
  } catch (...) {
    parser->message.clear();
    return HJ_NO_MEMORY;
  }
}

void hj_parser_let_go(hj_parser *parser) {
  if (parser->json.capacity() > kept_capacity) parser->json = dom::parser();
}

const char *hj_parser_message(const hj_parser *parser) { return parser->message.c_str(); }

int hj_is_utf8(const uint8_t *bytes, size_t count) {
  return validate_utf8(reinterpret_cast<const char *>(bytes), count);
}
}
