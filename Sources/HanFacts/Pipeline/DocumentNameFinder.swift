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
    let limit = limit
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        for index in sentence.tokens {
          let wordClass = tokens[index].wordClass
          guard wordClass == .person || wordClass == .organization || wordClass == .place else { continue }
          if names.count >= limit { return }
          let token = tokens[index]
          let surface = Surface(input.folded + token.start, token.end - token.start)
          switch wordClass {
          case .person: addPerson(token, surface, into: names)
          case .organization: addOrganization(token, surface, document, input, into: names)
          default: addAbbreviation(of: token, surface, into: names)
          }
          addDeclaredShortForm(behind: token, surface, sentence.range.upperBound, input, into: names)
        }
      }
    }
  }

  /// Characters of the text.
  private struct Surface: BitwiseCopyable {
    var base: UnsafePointer<UInt32>
    var count: Int

    init(_ base: UnsafePointer<UInt32>, _ count: Int) {
      self.base = base
      self.count = count
    }
  }

  private func addPerson(_ token: DecodedToken, _ surface: Surface, into names: DocumentNames) {
    switch token.source {
    case .chineseName, .japaneseName:
      // A name of three characters proves itself; one of two is proven by a second sight.
      if surface.count >= 3 || names.sights.add(SurfaceKey.key(surface.base, surface.count)) >= 2 {
        names.add(surface.base, surface.count, wordClass: .person, cost: 6_500, kind: 0)
      }
    case .dotted, .listed: addParts(of: surface, into: names)
    case .transliteration:
      if surface.count >= 3 { names.add(surface.base, surface.count, wordClass: .person, cost: 7_500, kind: 0) }
    default: break
    }
  }

  private static let dot: UInt32 = 0xB7

  /// 路易吉·甘巴尔代拉 → 甘巴尔代拉, 路易吉
  private func addParts(of surface: Surface, into names: DocumentNames) {
    let base = surface.base
    var (start, end) = (0, surface.count)
    while start < end, base[start] == Self.dot { start += 1 }
    while end > start, base[end - 1] == Self.dot { end -= 1 }
    var first = start
    while first < end, base[first] != Self.dot { first += 1 }
    guard first < end else { return }
    var last = end
    while base[last - 1] != Self.dot { last -= 1 }
    let full = names.add(base, surface.count, wordClass: .person, cost: 5_000, kind: 0)
    if end - last >= 2 { names.add(base + last, end - last, wordClass: .person, cost: 7_000, kind: 0, full: full) }
    if first - start >= 2 {
      names.add(base + start, first - start, wordClass: .person, cost: 8_500, kind: 0, full: full)
    }
  }

  /// 俄罗斯 → 俄: a text that names a country in full may go on with its first character.
  private func addAbbreviation(of token: DecodedToken, _ surface: Surface, into names: DocumentNames) {
    guard token.source == .listed, surface.count >= 2, Int(token.image) < knowledge.images.count,
      knowledge.isCountry(token), !Self.commonCharacters.contains(surface.base[0])
    else { return }
    // The full name keeps its row: the document's own edge is too dear to be taken.
    let full = names.add(surface.base, surface.count, wordClass: .place, cost: 60_000, kind: token.kind)
    names.add(
      surface.base, 1, wordClass: .place, cost: knowledge.documentAbbreviation, kind: token.kind, full: full)
  }

  // MARK: Bodies

  /// The parts of the name of a body: the place before it, up to eight words, the head.
  private struct BodyParts {
    static let limit = 8
    var place: Surface?
    var head: Surface?
    var modifiers: (Int, Int) = (0, 0)
    var modifierCount = 0
    /// The first characters of the words.
    var initials: InlineInitials = .init()
  }

  /// Up to eight characters in place.
  private struct InlineInitials {
    private var values: SIMD8<UInt32> = .zero

    subscript(index: Int) -> UInt32 {
      get { values[index] }
      set { values[index] = newValue }
    }
  }

  private func addOrganization(
    _ token: DecodedToken, _ surface: Surface, _ document: DecodedDocument, _ input: DecoderInput,
    into names: DocumentNames
  ) {
    guard token.source == .composed, token.innerCount >= 2 else { return }
    let full = names.add(surface.base, surface.count, wordClass: .organization, cost: 5_000, kind: token.kind)
    var parts = BodyParts()
    for index in Int(token.innerStart)..<Int(token.innerStart + token.innerCount) {
      let part = document.inner[index]
      let surface = Surface(input.folded + part.start, part.end - part.start)
      switch part.wordClass {
      case .place where parts.modifierCount == 0: if parts.place == nil { parts.place = surface }
      case .head: parts.head = surface
      case .conjunction, .open, .close, .quote: break
      default:
        if parts.modifierCount == 0 { parts.modifiers = (part.start, part.end) }
        if parts.modifierCount < BodyParts.limit { parts.initials[parts.modifierCount] = surface.base[0] }
        parts.modifierCount += 1
      }
    }
    guard parts.modifierCount > 0, parts.modifierCount <= BodyParts.limit, let head = parts.head, head.count > 0 else {
      return
    }
    let forms = ShortForms(
      names: names, place: parts.place, kind: token.kind, full: full,
      first: Surface(input.folded + parts.modifiers.0, parts.modifiers.1 - parts.modifiers.0))
    // 研究院, 研院, 院
    addForms(forms, parts, end: head, isCut: false)
    let last = Surface(head.base + (head.count - 1), 1)
    if head.count > 2 {
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2) { cut in
        (cut[0], cut[1]) = (head.base[0], last.base[0])
        if let base = cut.baseAddress { addForms(forms, parts, end: Surface(UnsafePointer(base), 2), isCut: true) }
      }
    }
    if head.count > 1 { addForms(forms, parts, end: last, isCut: true) }
  }

  /// The ways an institution's name is cut before one end: first characters of the words, or the first word.
  private func addForms(_ forms: ShortForms, _ parts: BodyParts, end: Surface, isCut: Bool) {
    let count = parts.modifierCount
    forms.add(initials: parts.initials, count, end)
    if count > 1 { forms.add(initials: parts.initials, 1, end) }
    if count > 2 { forms.add(initials: parts.initials, 2, end) }
    if count > 1 || isCut { forms.addFirstWord(end) }
  }

  /// Adds short forms with and without the place before them.
  private struct ShortForms {
    let names: DocumentNames
    let place: Surface?
    let kind: UInt16
    let full: Int32
    /// The first word.
    let first: Surface

    func add(initials: InlineInitials, _ count: Int, _ end: Surface) {
      let target = begin(count + end.count)
      for index in 0..<count { target[index] = initials[index] }
      (target + count).update(from: end.base, count: end.count)
      finish(count + end.count)
    }

    func addFirstWord(_ end: Surface) {
      let target = begin(first.count + end.count)
      target.update(from: first.base, count: first.count)
      (target + first.count).update(from: end.base, count: end.count)
      finish(first.count + end.count)
    }

    /// Writes the place; the room behind it is for the form.
    private func begin(_ count: Int) -> UnsafeMutablePointer<UInt32> {
      let length = place?.count ?? 0
      names.form.resize(length + count)
      if let place { names.form.base.update(from: place.base, count: length) }
      return names.form.base + length
    }

    private func finish(_ count: Int) {
      let (base, length) = (names.form.base, place?.count ?? 0)
      if count >= 3 {
        names.add(base + length, count, wordClass: .organization, cost: 7_500, kind: kind, full: full)
      }
      if length > 0, length + count >= 3 {
        names.add(base, length + count, wordClass: .organization, cost: 7_000, kind: kind, full: full)
      }
      // 江苏省产研院, 江苏产研院
      if length > 1, length - 1 + count >= 3 {
        (base + (length - 1)).update(from: base + length, count: count)
        names.add(base, length - 1 + count, wordClass: .organization, cost: 7_000, kind: kind, full: full)
      }
    }
  }

  /// `…研究院(以下简称“产研院”)`.
  private func addDeclaredShortForm(
    behind token: DecodedToken, _ surface: Surface, _ limit: Int, _ input: DecoderInput, into names: DocumentNames
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
    let full = names.add(surface.base, surface.count, wordClass: token.wordClass, cost: 5_000, kind: token.kind)
    names.add(
      input.folded + start, index - start, wordClass: token.wordClass, cost: 2_000, kind: token.kind, full: full)
  }
}
