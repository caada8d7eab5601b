internal import Patterns

/// What a script asks of the objects that it is given, held against the script API.
extension PackLinter {
  /// Calls that fail whenever they are reached.
  func calls() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      outline.tokens.indices.dropFirst(2).flatMap { place in
        dotCall(at: place, script, outline) + refusedArguments(at: place, script, outline)
          + wrongObject(at: place, script, outline)
      }
    }
  }

  /// A method that is called with a dot.
  private func dotCall(
    at place: Int, _ script: PackSource.Script, _ outline: ScriptOutline
  ) -> [Diagnostic] {
    let (base, name) = (outline.tokens[place - 2], outline.tokens[place])
    guard outline.tokens[place - 1].isMark("."), name.kind == .name,
      let arguments = outline.arguments(ofCallAt: place), !ownMembers.contains(name.text),
      outline.isMember(at: place - 2) || !outline.isLibrary(base.text)
    else { return [] }
    let owner = outline.chain(endingAt: place - 2)
    // `s.has(s, p)` is what `s:has(p)` stands for.
    let isGiven = arguments.first.map { outline.texts($0) == outline.texts(owner) } ?? false
    // Given all that it takes a function of strings works, whatever text it is looked up in.
    let isText =
      base.isName(SpanField.text.rawValue) && !ownNames.contains(base.text)
      && ScriptNames.stringMethods.contains(name.text)
    if isText, arguments.count >= ScriptNames.leastArguments[name.text] ?? 1 { return [] }
    let kind =
      isText
      ? "text"
      : ScriptAPI.objects.first { $0.methods.contains { $0.name == name.text } }?.name.lowercased()
    guard let kind, !isGiven else { return [] }
    return [
      warning(
        .wrongCall, script, at: name,
        "`\(name.text)` is a method of \(kind): a call with a dot fails",
        hint: "write a colon: `\(outline.texts(owner).joined()):\(name.text)(…)`")
    ]
  }

  /// Strings that a method refuses.
  private func refusedArguments(
    at place: Int, _ script: PackSource.Script, _ outline: ScriptOutline
  ) -> [Diagnostic] {
    let name = outline.tokens[place]
    guard outline.tokens[place - 1].isMark(":"), name.kind == .name,
      let method = ScriptAPI.objects.flatMap(\.methods).first(where: { $0.name == name.text }),
      method.parameters.contains(where: { !$0.choices.isEmpty }), !ownMembers.contains(name.text),
      let arguments = outline.arguments(ofCallAt: place)
    else { return [] }
    return zip(method.parameters, arguments).flatMap { parameter, places -> [Diagnostic] in
      let tokens = outline.tokens[places]
      let isList = tokens.first?.isMark("{") == true
      guard !parameter.choices.isEmpty, isList || places.count == 1 else { return [] }
      let wrong = tokens.filter { $0.kind == .string && !parameter.choices.contains($0.text) }
      return wrong.map {
        warning(
          .wrongCall, script, at: $0,
          "`\(name.text)` knows no \(parameter.name) `\($0.text)`: the call fails",
          hint: Suggestion.hint(for: $0.text, in: parameter.choices))
      }
    }
  }

  /// A method of sentences that is called without the span or pattern that it takes, or with a text for it.
  private func wrongObject(
    at place: Int, _ script: PackSource.Script, _ outline: ScriptOutline
  ) -> [Diagnostic] {
    let name = outline.tokens[place]
    guard outline.tokens[place - 1].isMark(":"), name.kind == .name,
      let wanted = SentenceMethod(rawValue: name.text)?.declaration.parameters.first,
      // What a string has as well may be called on one.
      !ScriptNames.stringMethods.contains(name.text) || wanted.type == "hilal.Span",
      !ownMembers.contains(name.text), let arguments = outline.arguments(ofCallAt: place)
    else { return [] }
    let isSpan = wanted.type == "hilal.Span"
    let kind = isSpan ? "a span" : "a pattern"
    guard let first = arguments.first.map({ outline.tokens[$0] }) else {
      return [
        warning(
          .wrongCall, script, at: name, "`\(name.text)` takes \(kind): without one the call fails",
          hint: isSpan ? "give it an event's word: \(name.text)(m.cue)" : "give it a pattern")
      ]
    }
    let text = SpanField.text.rawValue
    let isText =
      first.count > 2 && first[first.endIndex - 1].isName(text) && !ownNames.contains(text)
      && first[first.endIndex - 2].isMark(".")
      && first.allSatisfy { $0.kind == .name || $0.isMark(".") }
    guard isText || first.count == 1 && first.first?.kind == .string else { return [] }
    return [
      warning(
        .wrongCall, script, at: isText ? first[first.endIndex - 1] : first.first,
        "`\(name.text)` takes \(kind), and this is a string: the call fails",
        hint: isSpan
          ? "give the span itself" + (isText ? ", without `.text`" : ", such as m.cue")
          : "make the pattern before the rule: local words = hilal.word \"…\"")
    ]
  }

  /// Methods and fields of sentences that a rule on articles asks of what it is given: the article, which has none.
  func articleMembers() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      checks(of: script, outline).flatMap { function, rules -> [Diagnostic] in
        guard let name = function.parameters.first, rules.allSatisfy({ $0.unit == .article }),
          // Where it stands for something else as well, nothing is said.
          outline.fieldsRead(of: name, within: function.body) != nil
        else { return [] }
        return function.body.dropFirst(2).compactMap { place -> Diagnostic? in
          let member = outline.tokens[place]
          guard outline.tokens[place - 1].isMark(":") || outline.tokens[place - 1].isMark("."),
            outline.tokens[place - 2].isName(name), !outline.isMember(at: place - 2),
            ObjectKind.sentence.members.contains(member.text),
            ArticleField(rawValue: member.text) == nil
          else { return nil }
          return warning(
            .wrongCall, script, at: member,
            "a rule on articles is called with the article, which has no `\(member.text)`",
            hint: "go through its sentences: for _, sentence in ipairs(\(name).sentences) do … end")
        }
      }
    }
  }

  /// Fields that are compared with a string which they never hold.
  func comparisons() -> [Diagnostic] {
    let choices = fieldChoices
    return scripts.flatMap { script, outline in
      outline.tokens.indices.compactMap { place in
        guard let (field, text) = outline.comparison(at: place), let known = choices[field.text],
          !known.contains(text.text)
        else { return nil }
        return warning(
          .wrongValue, script, at: text, "`\(field.text)` is never `\(text.text)`",
          hint: Suggestion.hint(for: text.text, in: known))
      }
    }
  }

  /// The strings that fields of objects hold, by the names that stand for nothing else in the pack.
  private var fieldChoices: [String: [String]] {
    var choices: [String: [String]] = [:]
    for field in ScriptAPI.objects.flatMap(\.fields) where !field.choices.isEmpty {
      choices[field.name] = field.choices
    }
    let others = ScriptAPI.objects.flatMap(\.fields).filter(\.choices.isEmpty).map(\.name)
    let own = book.rules.flatMap { $0.fields + ($0.match?.captureNames ?? []) }
    for name in others + own + ownMembers { choices[name] = nil }
    return choices
  }

  /// Fields of spans that are read from a list of them: they are nil.
  func listMembers() -> [Diagnostic] {
    let lists = listNames
    let fields = Set(SpanField.allCases.map(\.rawValue))
    return scripts.flatMap { script, outline in
      outline.tokens.indices.dropFirst(2).compactMap { place in
        let (list, name) = (outline.tokens[place - 2], outline.tokens[place])
        guard outline.tokens[place - 1].isMark("."), list.kind == .name, fields.contains(name.text),
          outline.isMember(at: place - 2)
            ? lists.contains(list.text)
            : outline.source(ofLocal: list.text).map(lists.contains) ?? false
        else { return nil }
        return warning(
          .unknownMember, script, at: name, "`\(list.text)` is a list: it has no `\(name.text)`",
          hint: "take one of its items first, as in `\(list.text)[1].\(name.text)`, "
            + "or go through all with ipairs")
      }
    }
  }

  /// Fields that are read from the text of a span, which is a string: they are nil.
  func textMembers() -> [Diagnostic] {
    let text = SpanField.text.rawValue
    if ownNames.contains(text) { return [] }
    return scripts.flatMap { script, outline in
      outline.tokens.indices.dropFirst(2).compactMap { place in
        let name = outline.tokens[place]
        guard outline.tokens[place - 1].isMark("."), name.kind == .name,
          outline.tokens[place - 2].isName(text), outline.isMember(at: place - 2),
          outline.arguments(ofCallAt: place) == nil
        else { return nil }
        return warning(
          .unknownMember, script, at: name, "`\(text)` is a string: it has no `\(name.text)`",
          hint: "read it from what has the text, without `.\(text)`")
      }
    }
  }

  /// Fields that hold lists of spans, by the names that stand for nothing else in the pack.
  private var listNames: Set<String> {
    let declared = ScriptAPI.objects.flatMap(\.fields).filter { $0.type.hasSuffix("[]") }.map(
      \.name)
    let own = book.rules.flatMap { $0.fields + ($0.match?.captureNames ?? []) }
    return Set(declared + book.rules.compactMap(\.provides)).subtracting(own)
      .subtracting(ownMembers)
  }

  /// Captures that `check` reads and the rule's pattern does not have: they are nil whenever they are read.
  func missingCaptures() -> [Diagnostic] {
    let own = ScriptAPI.objects.first { $0.name == "Match" }?.fields.map(\.name) ?? []
    return scripts.flatMap { script, outline in
      checks(of: script, outline).flatMap { function, rules -> [Diagnostic] in
        let matching = rules.filter { $0.match != nil }
        let captures = matching.flatMap { $0.match?.captureNames ?? [] }
        guard let rule = matching.first, function.parameters.count > 1,
          let read = outline.fieldsRead(of: function.parameters[1], within: function.body)
        else { return [] }
        return read.filter { !captures.contains($0.text) && !own.contains($0.text) }.map { token in
          let near = Suggestion.nearest(to: token.text, in: captures)
          return warning(
            .missingCapture, script, at: token,
            "the pattern of `\(rule.id)` captures no `\(token.text)`: it is nil here",
            hint: near.map { "did you mean `\($0)`?" }
              ?? "name a part of the pattern: (…):as \"\(token.text)\"")
        }
      }
    }
  }

  /// Names that the packs give to captures, fields and members: what an object has under one need not be the API's.
  private var ownNames: Set<String> {
    ownMembers.union(book.rules.flatMap { $0.fields + ($0.match?.captureNames ?? []) })
  }

  /// Members and keys that the pack's scripts make themselves.
  private var ownMembers: Set<String> {
    scripts.reduce(into: []) { names, script in
      names.formUnion(script.outline.keys)
      names.formUnion(script.outline.madeMembers)
    }
  }
}

extension ScriptOutline {
  /// A comparison of a field with a string, whichever of the two stands first, whose mark is at a place.
  fileprivate func comparison(at place: Int) -> (field: LuaToken, text: LuaToken)? {
    guard tokens[place].isMark("==") || tokens[place].isMark("~="), place > 1,
      place + 1 < tokens.count
    else { return nil }
    let isJoined = { (at: Int) in tokens.indices.contains(at) && tokens[at].isMark("..") }
    let (before, behind) = (tokens[place - 1], tokens[place + 1])
    if behind.kind == .string, before.kind == .name, tokens[place - 2].isMark(".") {
      return isJoined(place + 2) ? nil : (before, behind)
    }
    guard before.kind == .string, behind.kind == .name, !isJoined(place - 2) else { return nil }
    var last = place + 1
    while last + 2 < tokens.count, tokens[last + 1].isMark("."), tokens[last + 2].kind == .name {
      last += 2
    }
    let goesOn = tokens.indices.contains(last + 1) && "([{:".contains(tokens[last + 1].text)
    return last == place + 1 || goesOn || isJoined(last + 1) ? nil : (tokens[last], before)
  }
}
