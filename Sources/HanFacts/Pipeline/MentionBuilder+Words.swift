import HanGazetteer
import HanText

/// Names inside words and titles.
extension MentionBuilder {
  /// 抗日, 华侨, 毛泽东思想: the names in a word.
  func addParts(of token: DecodedToken, to mentions: inout [Mention]) {
    guard token.end - token.start >= 2, knowledge.wordParts.mayHold(text.folded[token.start]) else { return }
    for part in knowledge.wordParts.parts(of: text.folded[token.start..<token.end]) {
      let start = token.start + Int(part.offset)
      let range = start..<min(start + Int(part.length), token.end)
      switch part.wordClass {
      case .person: mentions.append(Mention(range: range, type: .person, rule: "person.in-word", source: .listed))
      case .organization:
        mentions.append(Mention(range: range, type: .organization, rule: "organization.in-word", source: .listed))
      default: mentions.append(Mention(range: range, type: .place, rule: "place.in-word", source: .listed))
      }
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
  func addBody(
    inTitle index: Int, _ sentence: DecodedDocument.Sentence, _ document: DecodedDocument, to mentions: inout [Mention]
  ) {
    let token = document.tokens[index]
    let end = token.end - 1
    // …长
    guard token.end - token.start >= 2, text.folded[end] == 0x957F, Self.bodyEnds.contains(text.folded[end - 1]),
      token.end >= text.folded.count || !Self.meeting.contains(text.folded[token.end])
    else { return }
    let body = token.start..<end
    let row = body.count >= 3 ? listedBody(body) : nil
    // The words between a country and 部长: 计划合作.
    var first = index
    if body.count == 1 {
      while first > sentence.tokens.lowerBound, index - first < 3, isModifier(document.tokens[first - 1]) { first -= 1 }
      if first == index { return }
    }
    var mention = Mention(
      range: document.tokens[first].start..<end, type: .organization, kind: row?.kind ?? "government",
      rule: "organization.in-title", source: .listed)
    if let row { mention.rows = [row.reference] }
    if first > sentence.tokens.lowerBound, let last = mentions.last, last.range.upperBound == mention.range.lowerBound,
      last.range.count >= 2, last.type == .organization || last.type == .place, body.count == 1 || row != nil,
      body.count > 1 || last.kind == "country", last.kind != "international"
    {
      mention.range = last.range.lowerBound..<end
      mention.rows = last.rows + mention.rows
      mention.parts = [MentionPart(range: last.range, type: last.type, kind: last.kind, rows: last.rows)] + last.parts
      mentions.removeLast()
    } else if row == nil || row?.isHead == true && text.folded[end - 1] != 0x90E8 {
      return
    }
    mentions.append(mention)
  }

  private func isModifier(_ token: DecodedToken) -> Bool {
    token.end - token.start >= 2 && token.source == .word
      && (token.wordClass == .noun || token.wordClass == .verb || token.wordClass == .adjective)
  }

  /// The row of a listed body or of a noun that closes names.
  private func listedBody(_ range: Range<Int>) -> (reference: EntryReference, kind: String, isHead: Bool)? {
    var found: (reference: EntryReference, kind: String, isHead: Bool)?
    for (number, image) in knowledge.images.enumerated() {
      image.withEntries(of: text.folded[range]) { index, entry in
        let role = knowledge.roles[number][Int(entry.category)]
        guard role.wordClass == .organization || role.isHead && found == nil else { return }
        if let found, !found.isHead { return }
        found = (
          EntryReference(image: UInt8(number), entry: Int32(index), range: range), image.kinds[Int(entry.kind)],
          role.isHead
        )
      }
    }
    return found
  }
}
