// The guarded door to Lua 5.4. Every function here that works on a state runs under lua_pcall in C and answers with a
// status; no Lua error ever crosses a caller's frame, and no lua_State is ever seen outside.
// A state belongs to one thread at a time. Sizes are bytes.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lg_state lg_state;

/// A growing list of values with their bytes: arguments on the way into Lua, or a host callback's answer.
typedef struct lg_out lg_out;

/// What ended a call. Steps, memory and time (and a Lua stack that cannot grow) cannot be caught by a script.
typedef enum lg_status {
  LG_OK,
  LG_SYNTAX,
  LG_RUNTIME,
  LG_STEPS,
  LG_MEMORY,
  LG_TIME,
  LG_STACK,
  LG_HOST,
} lg_status;

typedef enum lg_tag {
  LG_NIL,
  LG_BOOLEAN,
  LG_INTEGER,
  LG_NUMBER,
  LG_STRING,
  LG_TABLE,
  LG_OBJECT,
  LG_FUNCTION,
} lg_tag;

/// One node of a flattened value. A table's header is followed by its keys and values, each flattened in turn.
typedef struct lg_value {
  lg_tag tag;
  /// Object: its kind. Table: how many nodes follow that belong to it. Function: 0, or the one generation it is
  /// valid in.
  uint32_t kind;
  /// Boolean 0 or 1; integer; a number's bit pattern; a string's length; a table's pairs; an object's id;
  /// a function's reference.
  int64_t integer;
  /// A string's bytes: valid during the callback, or until the next call of the state.
  const char *bytes;
} lg_value;

/// What a callback is asked to do; `number` and the arguments depend on it.
typedef enum lg_request {
  /// number: the declared field; arguments: the object.
  LG_FIELD,
  /// arguments: the object and a key that was not declared (a string or an integer).
  LG_INDEX,
  /// number: the declared function or method; arguments as given (a method's object first).
  LG_CALL,
  /// number: an lg_operator; arguments: its operands.
  LG_OPERATE,
  /// arguments: one string.
  LG_PRINT,
  /// arguments: a module's name; the answer is its source and the name of its chunk.
  LG_SOURCE,
} lg_request;

typedef enum lg_operator {
  LG_ADD,
  LG_SUB,
  LG_MUL,
  LG_POW,
  LG_UNM,
  LG_LEN,
  LG_TOSTRING,
} lg_operator;

/// The one callback. It answers 0 with values in `out`, or 1 with a message in `out`. It must not call into the state,
/// and it must not let a Lua error pass: the error is raised in C once it has returned.
typedef int32_t (*lg_callback)(
  void *context, lg_request request, int32_t number, const lg_value *arguments, size_t count, lg_out *out);

typedef struct lg_limits {
  /// Bytes the state may hold, and the largest single block.
  size_t memory;
  size_t block;
  /// Processor time of one call, in nanoseconds: a net, not a measure.
  int64_t nanoseconds;
  /// Neither steps nor time are looked at: for measuring what that costs, and nothing else.
  bool unwatched;
} lg_limits;

enum { LG_KINDS = 64 };

/// A new state with its libraries, or NULL when the system gives no memory.
lg_state *lg_open(lg_limits limits, lg_callback callback, void *context);
void lg_close(lg_state *state);

/// Declares a kind of object (0 ..< LG_KINDS). An object that is not permanent is valid only during the call that
/// made it; `stale` is the message for one used later. `operators` has bit 1 << lg_operator for each wanted.
lg_status lg_declare_kind(
  lg_state *state, uint32_t kind, const char *name, const char *stale, bool permanent, uint32_t operators);
/// Declares a field or method of a kind by the number its callbacks get.
lg_status lg_declare_member(lg_state *state, uint32_t kind, const char *name, int32_t number, bool method);
/// Declares a global function by its dotted name ("hilal.verb").
lg_status lg_declare_function(lg_state *state, const char *name, int32_t number);

/// Compiles and runs a text chunk; its first result is left in lg_result. Steps are taken off `steps`.
lg_status lg_load(lg_state *state, const char *source, size_t length, const char *chunk, int64_t *steps);
/// Begins the arguments of the next lg_call.
lg_out *lg_begin(lg_state *state);
/// Calls a function by its reference; its first result is left in lg_result.
lg_status lg_call(lg_state *state, int32_t function, int64_t *steps);
/// The nodes of the last result, valid until the next call.
const lg_value *lg_result(const lg_state *state, size_t *count);
/// Why the last call failed.
const char *lg_failure_message(const lg_state *state, size_t *length);
/// How many script frames were kept, and one of them, innermost first.
int32_t lg_failure_frames(const lg_state *state);
const char *lg_failure_frame(const lg_state *state, int32_t index, int32_t *line, const char **function);

/// Whether calls note where script functions return. Costs time, no steps.
void lg_note_returns(lg_state *state, bool wanted);
/// Where the function of the last call returned nil or false, and behind it, by `index`, where the function that it
/// called last did, and so on inwards. NULL beyond, where a value was given, or where that was not noted.
const char *lg_returned(const lg_state *state, int32_t index, int32_t *line);

/// Keeps the state as it is now, in place of what was kept before; false when there is no memory, or within a call.
bool lg_keep(lg_state *state);
/// Goes back to what was kept: nothing that scripts did since is left. False when nothing was kept, or within a call.
bool lg_go_back(lg_state *state);

/// Seeds math.random.
void lg_seed(lg_state *state, uint64_t seed);
/// Bytes held now, and the most ever held.
size_t lg_used(const lg_state *state);
size_t lg_peak(const lg_state *state);
/// Memory ran out at some time: better start afresh.
bool lg_needs_rebuild(const lg_state *state);
/// Hashes of strings do not change from run to run.
bool lg_has_fixed_seed(const lg_state *state);

// Writing values. None of these touches Lua.
void lg_out_nil(lg_out *out);
void lg_out_boolean(lg_out *out, bool value);
void lg_out_integer(lg_out *out, int64_t value);
void lg_out_number(lg_out *out, double value);
/// Copies the bytes.
void lg_out_string(lg_out *out, const char *bytes, size_t length);
/// A header: `pairs` keys and values must follow, each written in full.
void lg_out_table(lg_out *out, uint32_t pairs);
/// A header: `count` values must follow, which become 1 ... count.
void lg_out_list(lg_out *out, uint32_t count);
void lg_out_object(lg_out *out, uint32_t kind, uint64_t id);
void lg_out_function(lg_out *out, int32_t function, uint32_t generation);
/// Makes the answer an error with this message.
void lg_out_error(lg_out *out, const char *bytes, size_t length);
/// Charges work or memory that the host spent for the script.
void lg_out_charge(lg_out *out, int64_t steps, size_t memory);
