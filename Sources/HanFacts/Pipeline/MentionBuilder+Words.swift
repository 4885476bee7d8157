import HanGazetteer
import HanText

/// Names inside words and titles.
extension MentionBuilder {
  /// 抗日, 华侨, 毛泽东思想: the names in a word.
  func addParts(of token: DecodedToken, to mentions: inout [Mention]) {
    if token.end - token.start < 2 { return }
    for part in knowledge.wordParts.parts(of: folded + token.start, count: token.end - token.start) {
      let start = token.start + Int(part.offset)
      let type: MentionType
      switch part.wordClass {
      case .person: type = .person
      case .organization: type = .organization
      default: type = .place
      }
      mentions.append(
        Mention(range: start..<min(start + Int(part.length), token.end), type: type, rule: "in-word", source: .listed))
    }
  }

  /// 部 局 厅 署 处 科 司 院 所 校 厂 社 台 站 队 系: what a body is called whose chief is …长.
  private static let bodyEnds: Set<UInt32> = [
    0x90E8, 0x5C40, 0x5385, 0x7F72, 0x5904, 0x79D1, 0x53F8, 0x9662, 0x6240, 0x6821, 0x5382, 0x793E, 0x53F0, 0x7AD9,
    0x961F, 0x7CFB,
  ]
  /// 会: a meeting of ministers is no ministry's.
  private static let meeting: Set<UInt32> = [0x4F1A, 0x7EA7]

  /// 外交部长, 几内亚合作部长, 县委宣传部长: the body in the title of its chief.
  ///
  /// With a place or a body directly before it, what ends in 部 or 局 is the body's name; a listed body is one by itself.
  ///
  /// - Parameter firstToken: the first token of the sentence
  func addBody(
    inTitle index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>, from firstToken: Int, to mentions: inout [Mention]
  ) {
    let token = tokens[index]
    let end = token.end - 1
    // …长
    guard token.end - token.start >= 2, folded[end] == 0x957F, Self.bodyEnds.contains(folded[end - 1]),
      !isMeeting(behind: index, tokens)
    else { return }
    let body = token.start..<end
    let row = body.count >= 3 ? listedBody(body) : nil
    // The words between a country and 部长: 计划合作.
    var first = index
    if body.count == 1 {
      while first > firstToken, index - first < 3, isModifier(tokens[first - 1]) { first -= 1 }
      if first == index { return }
    }
    var range = tokens[first].start..<end
    let before = first > firstToken ? owner(before: range.lowerBound, mentions, row != nil, body.count) : nil
    if before == nil, row == nil || row?.isHead == true && folded[end - 1] != 0x90E8 { return }
    let firstRow = Int32(notes.rows.count)
    let firstPart = Int32(notes.parts.count)
    if let before {
      mentions.removeLast()
      range = before.range.lowerBound..<end
      for index in before.rows.indices { notes.rows.append(notes.rows.base[index]) }
      notes.parts.append(MentionPart(range: before.range, type: before.type, kind: before.kind))
      for index in before.parts.indices { notes.parts.append(notes.parts.base[index]) }
    }
    if let row { notes.rows.append(row.reference) }
    var mention = Mention(
      range: range, type: .organization, kind: row?.kind ?? KindCodes.government, rule: "in-title",
      source: .listed)
    mention.rows = NoteRange(start: firstRow, count: Int32(notes.rows.count) - firstRow)
    mention.parts = NoteRange(start: firstPart, count: Int32(notes.parts.count) - firstPart)
    mentions.append(mention)
  }

  /// Whether what follows a title makes a meeting or a rank of it: 部长会议, 部长级, but not 部长会见.
  private func isMeeting(behind index: Int, _ tokens: UnsafeBufferPointer<DecodedToken>) -> Bool {
    guard tokens[index].end < count, Self.meeting.contains(folded[tokens[index].end]) else { return false }
    guard index + 1 < tokens.count else { return true }
    switch tokens[index + 1].wordClass {
    case .verb, .speechVerb, .roleVerb, .modal: return false
    default: return true
    }
  }

  /// The place or body directly before a title that owns what the title heads.
  private func owner(before start: Int, _ mentions: [Mention], _ isListed: Bool, _ size: Int) -> Mention? {
    guard let last = mentions.last, last.range.upperBound == start, last.range.count >= 2,
      last.type == .organization || last.type == .place, size == 1 || isListed,
      size > 1 || last.kind == KindCodes.country, last.kind != KindCodes.international
    else { return nil }
    return last
  }

  private func isModifier(_ token: DecodedToken) -> Bool {
    token.end - token.start >= 2 && token.source == .word
      && (token.wordClass == .noun || token.wordClass == .verb || token.wordClass == .adjective)
  }

  /// The row of a listed body or of a noun that closes names.
  private func listedBody(_ range: Range<Int>) -> (reference: EntryReference, kind: KindCode, isHead: Bool)? {
    var found: (reference: EntryReference, kind: KindCode, isHead: Bool)?
    for (number, image) in knowledge.images.enumerated() {
      image.forEachEntry(of: folded + range.lowerBound, count: range.count) { index in
        let entry = image.common(index)
        let role = knowledge.roles[number][Int(entry.category)]
        guard role.wordClass == .organization || role.isHead && found == nil else { return }
        if let found, !found.isHead { return }
        found = (
          EntryReference(image: UInt8(number), entry: Int32(index), range: range),
          knowledge.vocabulary.kind(image: UInt8(number), entry.kind), role.isHead
        )
      }
    }
    return found
  }
}
