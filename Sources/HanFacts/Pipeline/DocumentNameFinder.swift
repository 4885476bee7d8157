import HanGazetteer

/// Collects the names that a first decoding proves, with the short forms that later text may use.
///
/// `王宏升` found once is found everywhere; `甘巴尔代拉` follows from `路易吉·甘巴尔代拉`, `产研院` and `江苏产研院` from
/// `江苏省产业技术研究院`, and `(以下简称…)` says it outright.
final class DocumentNameFinder {
  /// Characters of the stream.
  private struct Part: BitwiseCopyable {
    var start: Int
    var count: Int
  }

  private let knowledge: KnowledgeBase
  /// 中 日 以 新 加 马: characters of countries that are words far more often.
  private static let commonCharacters: [UInt32] = [0x4E2D, 0x65E5, 0x4EE5, 0x65B0, 0x52A0, 0x9A6C]
  /// The cost of a full name that keeps its row: the document's own edge is never taken.
  private static let dear: Int32 = 60_000
  /// A text proves at most so many names: memory stays bounded. 0 turns the second decoding off.
  private let limit: Int
  /// What a given name alone costs once the whole name is proven.
  private let givenNameCost: Int32
  /// The parts of an organization's name between its place and its head.
  private let modifiers = ScratchBuffer<Part>(capacity: 64)
  /// A short form, with room for a place before it.
  private let form = ScratchBuffer<UInt32>(capacity: 128)
  /// The names of two characters that were met once.
  private let met = NumberTable()
  /// How often a generated name was read, and how often before which character.
  private let readings = NumberTable()
  private let followed = NumberTable()

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    limit = Int(knowledge.model.parameter("document.names", 4_000_000)) / 1_000
    givenNameCost = knowledge.model.parameter("document.given-name", 9_500)
  }

  /// Adds the names of `document` to `names`.
  func find(in document: DecodedDocument, _ input: DecoderInput, into names: DocumentNames) {
    met.removeAll()
    countReadings(in: document, input)
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        for index in sentence.tokens where tokens[index].wordClass.isName {
          let token = tokens[index]
          if token.wordClass == .other { continue }
          if names.count >= limit { return }
          switch token.wordClass {
          case .person: addPerson(token, input, into: names)
          case .organization: addOrganization(token, document, input, into: names)
          default: addAbbreviation(of: token, input, into: names)
          }
          if token.end < sentence.range.upperBound {
            addDeclaredShortForm(behind: token, sentence.range.upperBound, input, into: names)
          }
        }
      }
    }
  }

  /// Counts the generated Chinese names that another may begin with.
  private func countReadings(in document: DecodedDocument, _ input: DecoderInput) {
    readings.removeAll()
    followed.removeAll()
    document.tokens.withUnsafeBufferPointer { tokens in
      for token in tokens where token.wordClass == .person && token.source == .chineseName {
        let surface = input.folded + token.start
        let count = token.end - token.start
        readings.add(SurfaceKey.key(surface, count))
        if token.end < input.count { followed.add(SurfaceKey.key(surface, count + 1)) }
      }
    }
  }

  /// 佟乐|后点抢射: a name that was read once, where the text knows the name without its last character better, is
  /// that name and the beginning of what follows.
  private func addCut(
    _ token: DecodedToken, _ surface: UnsafePointer<UInt32>, _ count: Int, into names: DocumentNames
  ) -> Bool {
    guard token.source == .chineseName, count == 3 || count == 4 else { return false }
    let whole = SurfaceKey.key(surface, count)
    let known = readings[SurfaceKey.key(surface, count - 1)] - followed[whole]
    if known < 1 || readings[whole] > 1 || known == 1 && !beginsWhatFollows(surface + count - 1) { return false }
    names.add(surface, count - 1, wordClass: .person, cost: known > 1 ? 6_500 : 9_000, kind: 0, isCut: true)
    return true
  }

  /// 后 in 佟乐|后点, but not 平 in 吴赞平: whether a character is a verb or a word of grammar or place.
  private func beginsWhatFollows(_ surface: UnsafePointer<UInt32>) -> Bool {
    guard let image = knowledge.images.first else { return false }
    var isSuch = false
    image.forEachEntry(of: surface, count: 1) { entry in
      switch knowledge.roles[0][Int(image.common(entry).category)].wordClass {
      case .verb, .locality, .adverb, .preposition, .modal, .speechVerb, .roleVerb, .conjunction: isSuch = true
      default: break
      }
    }
    return isSuch
  }

  private func addPerson(_ token: DecodedToken, _ input: DecoderInput, into names: DocumentNames) {
    let surface = input.folded + token.start
    let count = token.end - token.start
    if addCut(token, surface, count, into: names) { return }
    switch token.source {
    case .joined, .titled:
      let full = names.add(surface, count, wordClass: .person, cost: 6_500, kind: 0)
      // 曲比木呷 → 木呷, 乌兰其其格 → 其其格
      if token.source == .joined, count >= 4 {
        addGivenName(surface + (count == 4 ? 2 : count - 3), count == 4 ? 2 : 3, full, into: names)
      }
    case .chineseName, .japaneseName:
      // A name of three characters proves itself; one of two is proven by a second sight.
      let isProven = count >= 3 || count == 2 && met.add(UInt64(surface[0]) << 32 | UInt64(surface[1])) > 1
      if !isProven { return }
      let full = names.add(surface, count, wordClass: .person, cost: 6_500, kind: 0)
      if token.source == .chineseName, count == 3 { addGivenName(surface + 1, 2, full, into: names) }
    case .dotted, .listed:
      guard hasTwoParts(surface, count) else {
        // 赵俪生, whom a table lists, is 俪生 later on.
        if token.source == .listed, count == 3,
          knowledge.model.characters[Int(input.codes[0][token.start])].surname != 0
        {
          let full = names.add(surface, count, wordClass: .person, cost: Self.dear, kind: 0)
          addGivenName(surface + 1, 2, full, into: names)
        }
        return
      }
      let full = names.add(surface, count, wordClass: .person, cost: 5_000, kind: 0)
      addEnds(of: surface, count, full, into: names)
    case .transliteration:
      if count >= 3 { names.add(surface, count, wordClass: .person, cost: 7_500, kind: 0) }
    default: break
    }
  }

  /// 王俊平 → 俊平: a text may go on with the given name, unless that is a word.
  private func addGivenName(
    _ surface: UnsafePointer<UInt32>, _ count: Int, _ full: Int32, into names: DocumentNames
  ) {
    for image in knowledge.images {
      var isWord = false
      image.forEachEntry(of: surface, count: count) { entry in
        let category = image.categories[Int(image.common(entry).category)]
        if category != "given", category != "surname" { isWord = true }
      }
      if isWord { return }
    }
    names.add(surface, count, wordClass: .person, cost: givenNameCost, kind: 0, full: full)
  }

  /// Whether dots part a name in two or more.
  private func hasTwoParts(_ surface: UnsafePointer<UInt32>, _ count: Int) -> Bool {
    var parts = 0
    for offset in 0..<count where surface[offset] != 0xB7 && (offset == 0 || surface[offset - 1] == 0xB7) { parts += 1 }
    return parts > 1
  }

  /// Adds the last and the first part of a name with dots.
  private func addEnds(of surface: UnsafePointer<UInt32>, _ count: Int, _ full: Int32, into names: DocumentNames) {
    var end = count
    while end > 0, surface[end - 1] == 0xB7 { end -= 1 }
    var start = end
    while start > 0, surface[start - 1] != 0xB7 { start -= 1 }
    if end - start >= 2 {
      names.add(surface + start, end - start, wordClass: .person, cost: 7_000, kind: 0, full: full)
    }
    start = 0
    while start < count, surface[start] == 0xB7 { start += 1 }
    end = start
    while end < count, surface[end] != 0xB7 { end += 1 }
    if end - start >= 2 {
      names.add(surface + start, end - start, wordClass: .person, cost: 8_500, kind: 0, full: full)
    }
  }

  /// 俄罗斯 → 俄: a text that names a country in full may go on with its first character.
  private func addAbbreviation(of token: DecodedToken, _ input: DecoderInput, into names: DocumentNames) {
    let surface = input.folded + token.start
    let count = token.end - token.start
    guard token.source == .listed, count >= 2, Int(token.image) < knowledge.images.count,
      knowledge.isCountry(token), !Self.commonCharacters.contains(surface[0])
    else { return }
    let full = names.add(surface, count, wordClass: .place, cost: Self.dear, kind: token.kind)
    names.add(surface, 1, wordClass: .place, cost: knowledge.documentAbbreviation, kind: token.kind, full: full)
  }

  private func addOrganization(
    _ token: DecodedToken, _ document: DecodedDocument, _ input: DecoderInput, into names: DocumentNames
  ) {
    guard token.source == .composed, token.innerCount >= 2, isBalanced(token, document) else { return }
    let surface = input.folded + token.start
    let full = names.add(
      surface, token.end - token.start, wordClass: .organization, cost: 5_000, kind: token.kind)
    var place = Part(start: 0, count: 0)
    var head = Part(start: 0, count: 0)
    modifiers.count = 0
    for index in Int(token.innerStart)..<Int(token.innerStart + token.innerCount) {
      let inner = document.inner[index]
      let part = Part(start: inner.start, count: inner.end - inner.start)
      switch inner.wordClass {
      case .place:
        if modifiers.count > 0 {
          modifiers.append(part)
        } else if place.count == 0 {
          place = part
        }
      case .head: head = part
      case .conjunction, .open, .close, .quote: break
      default: modifiers.append(part)
      }
    }
    addMark(of: token, document, full, input.folded, into: names)
    addStem(of: token, document, full, input, into: names)
    // 瑞丽市法律援助中心 → 法律援助中心
    let stem = modifiers.count > 0 ? modifiers.base[0].start : head.start
    if place.count > 0, stem == place.start + place.count, token.end - stem >= 6, modifiers.count < 2 {
      names.add(
        input.folded + stem, token.end - stem, wordClass: .organization, cost: 7_500, kind: token.kind, full: full)
    }
    guard modifiers.count > 0, modifiers.count <= 8, head.count > 0 else { return }
    let folded = input.folded
    // The head whole, by its ends, by its last character.
    addForms(head, size: head.count, place, token.kind, full, folded, into: names)
    if head.count > 2 { addForms(head, size: 2, place, token.kind, full, folded, into: names) }
    if head.count > 1 { addForms(head, size: 1, place, token.kind, full, folded, into: names) }
  }

  /// Not 海南电缆厂（海南通信电缆厂: whether each bracket inside is closed.
  private func isBalanced(_ token: DecodedToken, _ document: DecodedDocument) -> Bool {
    var depth = 0
    for index in Int(token.innerStart)..<Int(token.innerStart + token.innerCount) {
      if document.inner[index].wordClass == .open { depth += 1 }
      if document.inner[index].wordClass == .close { depth -= 1 }
    }
    return depth == 0
  }

  /// 莱茵贝格集团 → 莱茵贝格, 大连海岚队 → 海岚: a text may go on with the mark of a company or a team, unless that is a word.
  private func addMark(
    of token: DecodedToken, _ document: DecodedDocument, _ full: Int32, _ folded: UnsafePointer<UInt32>,
    into names: DocumentNames
  ) {
    // 野店供销社: its mark is a place.
    let isTeam = knowledge.isKind(token, "sports")
    guard isTeam || knowledge.isCompany(token), folded[token.end - 1] != 0x793E else { return }
    var index = Int(token.innerStart)
    let end = index + Int(token.innerCount)
    var hasPlace = false
    if document.inner[index].wordClass == .place, document.inner[index].source != .transliteration {
      index += 1
      hasPlace = true
    }
    guard index < end else { return }
    var mark = document.inner[index]
    index += 1
    // 莱茵贝|格
    while mark.wordClass == .brand, index < end, document.inner[index].end - document.inner[index].start == 1,
      document.inner[index].wordClass != .head, document.inner[index].wordClass != .open
    {
      mark.end = document.inner[index].end
      index += 1
    }
    let size = mark.end - mark.start
    guard size >= 2, size <= 6, index < end, document.inner[index].wordClass != .brand,
      mark.wordClass == .brand && mark.entry < 0
        || mark.wordClass == .latin && hasPlace && mark.end == document.inner[index].start
        || mark.wordClass != .brand && mark.source == .transliteration && size > 2
    else { return }
    // 青岛海岚队 → 青岛海岚
    if hasPlace, isTeam, mark.end - token.start < 10 {
      names.add(
        folded + token.start, mark.end - token.start, wordClass: .organization, cost: 6_500, kind: token.kind,
        full: full)
    }
    for image in knowledge.images where image.list(of: folded + mark.start, count: size) >= 0 { return }
    names.add(
      folded + mark.start, size, wordClass: .organization, cost: isTeam ? 5_500 : size > 2 ? 6_500 : 8_500,
      kind: token.kind,
      full: full)
  }

  /// 瑞丽恒茂木业有限公司 → 恒茂木业: the mark and the trade of a company, without the place before and what it is in law.
  private func addStem(
    of token: DecodedToken, _ document: DecodedDocument, _ full: Int32, _ input: DecoderInput,
    into names: DocumentNames
  ) {
    let first = document.inner[Int(token.innerStart)]
    let head = document.inner[Int(token.innerStart + token.innerCount) - 1]
    guard knowledge.isCompany(token), head.wordClass == .head, head.start - token.start >= 4 else { return }
    let folded = UnsafeBufferPointer(start: input.folded, count: input.count)
    var start = token.start
    if first.wordClass == .place {
      start = first.end
    } else if knowledge.listedWord(start..<start + 2, .place, folded) != nil {
      start += 2
    }
    guard (4...6).contains(head.start - start),
      knowledge.scanners.bodyWords[.trade].contains(head.start - 2..<head.start, folded)
    else { return }
    names.add(
      input.folded + start, head.start - start, wordClass: .organization, cost: 5_000, kind: token.kind, full: full)
  }

  /// The ways an institution's name is cut before one form of its head: first characters of the parts, or the first.
  ///
  /// - Parameter size: how many characters of the head stay; of two the first and the last
  private func addForms(
    _ head: Part, size: Int, _ place: Part, _ kind: UInt16, _ full: Int32, _ folded: UnsafePointer<UInt32>,
    into names: DocumentNames
  ) {
    let parts = modifiers.count
    form.reserve(place.count + head.count + parts + modifiers.base[0].count)
    for way in 0..<4 {
      let initials: Int
      switch way {
      case 0: initials = parts
      case 1: initials = parts > 1 ? 1 : 0
      case 2: initials = parts > 2 ? 2 : 0
      default: initials = parts > 1 || size < head.count ? -1 : 0
      }
      if initials == 0 { continue }
      var count = place.count
      if initials > 0 {
        for index in 0..<initials { form.base[count + index] = folded[modifiers.base[index].start] }
        count += initials
      } else {
        let first = modifiers.base[0]
        for offset in 0..<first.count { form.base[count + offset] = folded[first.start + offset] }
        count += first.count
      }
      let end = count + size
      for offset in 0..<size {
        // The last characters, but for the first of a head that is cut to its ends.
        let isFirst = size == 2 && offset == 0
        form.base[count + offset] = folded[head.start + (isFirst ? 0 : head.count - size + offset)]
      }
      add(formFrom: place.count, to: end, cost: 7_500, kind, full, into: names)
      if place.count == 0 { continue }
      for offset in 0..<place.count { form.base[offset] = folded[place.start + offset] }
      add(formFrom: 0, to: end, cost: 7_000, kind, full, into: names)
      if place.count < 2 { continue }
      // 江苏省 → 江苏: the place without its last character.
      for offset in stride(from: place.count - 1, to: 0, by: -1) {
        form.base[offset] = folded[place.start + offset - 1]
      }
      add(formFrom: 1, to: end, cost: 7_000, kind, full, into: names)
    }
  }

  /// Adds what stands in `form`, where it has three characters or more.
  private func add(
    formFrom start: Int, to end: Int, cost: Int32, _ kind: UInt16, _ full: Int32, into names: DocumentNames
  ) {
    if end - start < 3 { return }
    names.add(form.base + start, end - start, wordClass: .organization, cost: cost, kind: kind, full: full)
  }

  /// Adds two to eight capitals that fill brackets behind a body, in one word or two, or its number: 世界卫生组织（WHO）,
  /// …标准学会（IEEE SA）, …西安分院（504所）, …研究院（八院）.
  private func addLetters(
    from start: Int, _ limit: Int, _ token: DecodedToken, _ input: DecoderInput, into names: DocumentNames
  ) -> Bool {
    var end = start
    func isCapital(_ place: Int) -> Bool {
      place < limit && input.folded[place] >= 0x41 && input.folded[place] <= 0x5A
    }
    while end - start < 9, isCapital(end) || end > start && input.folded[end] == 0x20 && isCapital(end + 1) { end += 1 }
    if end == start { end = endOfNumber(from: start, limit, input) }
    guard end - start >= 2, end - start <= 8, end < limit, input.folded[end] == 0x29 || input.folded[end] == 0xFF09
    else { return false }
    addShortForm(start..<end, of: token, input, into: names)
    return true
  }

  /// Where a numeral and the word for a body end; its start where there is none.
  private func endOfNumber(from start: Int, _ limit: Int, _ input: DecoderInput) -> Int {
    var end = start
    while end < limit, end - start < 5, LatticeWriter.isNumeral(input.folded[end]) { end += 1 }
    guard end > start, end < limit else { return start }
    switch input.folded[end] {
    // 所 院 厂 局 部
    case 0x6240, 0x9662, 0x5382, 0x5C40, 0x90E8: return end + 1
    // 基地
    case 0x57FA: return end + 1 < limit && input.folded[end + 1] == 0x5730 ? end + 2 : start
    default: return start
    }
  }

  /// `…研究院(以下简称“产研院”)`, `…分配机构（ICANN）`.
  private func addDeclaredShortForm(
    behind token: DecodedToken, _ limit: Int, _ input: DecoderInput, into names: DocumentNames
  ) {
    var index = token.end
    func next(_ scalar: UInt32) -> Bool {
      guard index < limit, input.folded[index] == scalar else { return false }
      index += 1
      return true
    }
    guard next(0x28) || next(0xFF08) else { return }
    if token.wordClass == .organization, addLetters(from: index, limit, token, input, into: names) { return }
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
    addShortForm(start..<index, of: token, input, into: names)
  }

  /// Adds a name with the short form that its brackets declare.
  private func addShortForm(
    _ short: Range<Int>, of token: DecodedToken, _ input: DecoderInput, into names: DocumentNames
  ) {
    // A listed name keeps its row.
    let full = names.add(
      input.folded + token.start, token.end - token.start, wordClass: token.wordClass,
      cost: token.source == .listed ? Self.dear : 5_000, kind: token.kind)
    names.add(
      input.folded + short.lowerBound, short.count, wordClass: token.wordClass, cost: DocumentNames.declared,
      kind: token.kind, full: full)
  }
}
