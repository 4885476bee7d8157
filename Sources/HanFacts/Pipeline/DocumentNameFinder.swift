import HanGazetteer

/// Collects the names that a first decoding proves, with the short forms that later text may use.
///
/// `王宏升` found once is found everywhere; `甘巴尔代拉` follows from `路易吉·甘巴尔代拉`, `产研院` and `江苏产研院` from
/// `江苏省产业技术研究院`, and `(以下简称…)` says it outright.
struct DocumentNameFinder {
  let knowledge: KnowledgeBase
  /// 中 日 以 新 加 马: characters of countries that are words far more often.
  private static let commonCharacters: Set<UInt32> = [0x4E2D, 0x65E5, 0x4EE5, 0x65B0, 0x52A0, 0x9A6C]
  /// A text proves at most so many names: memory stays bounded. 0 turns the second decoding off.
  private var limit: Int { Int(knowledge.model.parameter("document.names", 4_000_000)) / 1_000 }

  /// Adds the names of `document` to `names`.
  func find(in document: DecodedDocument, _ input: DecoderInput, into names: DocumentNames) {
    var counts: [[UInt32]: Int] = [:]
    for sentence in document.sentences {
      for index in sentence.tokens {
        let token = document.tokens[index]
        guard token.wordClass == .person || token.wordClass == .organization || token.wordClass == .place else {
          continue
        }
        if names.names.count >= limit { return }
        let scalars = Array(UnsafeBufferPointer(start: input.folded + token.start, count: token.end - token.start))
        if token.wordClass == .person {
          addPerson(token, scalars, &counts, into: names)
        } else if token.wordClass == .organization {
          addOrganization(token, scalars, document, input, into: names)
        } else {
          addAbbreviation(of: token, scalars, into: names)
        }
        addDeclaredShortForm(behind: token, scalars, sentence.range.upperBound, input, into: names)
      }
    }
  }

  private func addPerson(
    _ token: DecodedToken, _ scalars: [UInt32], _ counts: inout [[UInt32]: Int], into names: DocumentNames
  ) {
    switch token.source {
    case .chineseName, .japaneseName:
      // A name of three characters proves itself; one of two is proven by a second sight.
      counts[scalars, default: 0] += 1
      if scalars.count >= 3 || counts[scalars, default: 0] >= 2 {
        let full = names.add(scalars, wordClass: .person, cost: 6_500, kind: 0)
        if token.source == .chineseName, scalars.count == 3 { addGivenName(of: scalars, full, into: names) }
      }
    case .dotted, .listed:
      let parts = scalars.split(separator: 0xB7).map(Array.init)
      guard parts.count > 1 else { return }
      let full = names.add(scalars, wordClass: .person, cost: 5_000, kind: 0)
      if let last = parts.last, last.count >= 2 {
        names.add(last, wordClass: .person, cost: 7_000, kind: 0, full: full)
      }
      if let first = parts.first, first.count >= 2 {
        names.add(first, wordClass: .person, cost: 8_500, kind: 0, full: full)
      }
    case .transliteration:
      if scalars.count >= 3 { names.add(scalars, wordClass: .person, cost: 7_500, kind: 0) }
    default: break
    }
  }

  /// 王俊平 → 俊平: a text may go on with the given name, unless that is a word.
  private func addGivenName(of scalars: [UInt32], _ full: Int32, into names: DocumentNames) {
    var isListed = false
    for image in knowledge.images { image.withEntries(of: scalars[1...]) { _, _ in isListed = true } }
    if isListed { return }
    names.add(
      Array(scalars[1...]), wordClass: .person, cost: knowledge.model.parameter("document.given-name", 9_500), kind: 0,
      full: full)
  }

  /// 俄罗斯 → 俄: a text that names a country in full may go on with its first character.
  private func addAbbreviation(of token: DecodedToken, _ scalars: [UInt32], into names: DocumentNames) {
    guard token.source == .listed, scalars.count >= 2, Int(token.image) < knowledge.images.count,
      knowledge.isCountry(token), !Self.commonCharacters.contains(scalars[0])
    else { return }
    // The full name keeps its row: the document's own edge is too dear to be taken.
    let full = names.add(scalars, wordClass: .place, cost: 60_000, kind: token.kind)
    names.add([scalars[0]], wordClass: .place, cost: knowledge.documentAbbreviation, kind: token.kind, full: full)
  }

  private func addOrganization(
    _ token: DecodedToken, _ scalars: [UInt32], _ document: DecodedDocument, _ input: DecoderInput,
    into names: DocumentNames
  ) {
    guard token.source == .composed, token.innerCount >= 2 else { return }
    let full = names.add(scalars, wordClass: .organization, cost: 5_000, kind: token.kind)
    let inner = document.inner[Int(token.innerStart)..<Int(token.innerStart + token.innerCount)]
    var places: [[UInt32]] = []
    var modifiers: [[UInt32]] = []
    var head: [UInt32] = []
    for part in inner {
      let surface = (part.start..<part.end).map { input.folded[$0] }
      switch part.wordClass {
      case .place: if modifiers.isEmpty { places.append(surface) } else { modifiers.append(surface) }
      case .head: head = surface
      case .conjunction, .open, .close, .quote: break
      default: modifiers.append(surface)
      }
    }
    guard !modifiers.isEmpty, let last = head.last, modifiers.count <= 8 else { return }
    for short in Self.shortForms(modifiers: modifiers, head: head, last: last) {
      if short.count >= 3 {
        names.add(short, wordClass: .organization, cost: 7_500, kind: token.kind, full: full)
      }
      guard let place = places.first else { continue }
      for prefix in [place, Array(place.dropLast())] where !prefix.isEmpty && prefix.count + short.count >= 3 {
        names.add(prefix + short, wordClass: .organization, cost: 7_000, kind: token.kind, full: full)
      }
    }
  }

  /// The ways an institution's name is cut: first characters of the parts, the head kept or cut itself.
  private static func shortForms(modifiers: [[UInt32]], head: [UInt32], last: UInt32) -> [[UInt32]] {
    let initials = modifiers.compactMap(\.first)
    var heads = [head]
    if head.count > 2, let first = head.first { heads.append([first, last]) }
    if head.count > 1 { heads.append([last]) }
    var forms: [[UInt32]] = []
    for end in heads {
      forms.append(initials + end)
      if let first = initials.first, initials.count > 1 { forms.append([first] + end) }
      if initials.count > 2 { forms.append(Array(initials.prefix(2)) + end) }
      if modifiers.count > 1 || end.count < head.count { forms.append(modifiers[0] + end) }
    }
    return forms
  }

  /// `…研究院(以下简称“产研院”)`.
  private func addDeclaredShortForm(
    behind token: DecodedToken, _ scalars: [UInt32], _ limit: Int, _ input: DecoderInput, into names: DocumentNames
  ) {
    var index = token.end
    func next(_ scalar: UInt32) -> Bool {
      guard index < limit, input.folded[index] == scalar else { return false }
      index += 1
      return true
    }
    guard next(0x28) || next(0xFF08) else { return }
    // 以下简称, 下称, 简称
    if next(0x4EE5) { guard next(0x4E0B) else { return } } else { _ = next(0x4E0B) }
    _ = next(0x7B80)
    guard next(0x79F0) else { return }
    _ = next(0x4E3A)
    _ = next(0x201C) || next(0x22)
    let start = index
    while index < limit, index - start < 16, input.folded[index] != 0x201D, input.folded[index] != 0x29,
      input.folded[index] != 0x22, input.folded[index] != 0xFF09, input.folded[index] != 0x2C
    {
      index += 1
    }
    guard index - start >= 2, index < limit else { return }
    let full = names.add(scalars, wordClass: token.wordClass, cost: 5_000, kind: token.kind)
    names.add(
      (start..<index).map { input.folded[$0] }, wordClass: token.wordClass, cost: 2_000, kind: token.kind, full: full)
  }
}
