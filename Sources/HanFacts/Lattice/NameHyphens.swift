import HanGazetteer
import HanText

/// Finds the hyphens and dashes that join the parts of a foreign name, as `·` does: 德隆-威廉姆斯, 里斯—帕塞尔.
///
/// In the folded stream they become `·`, so that the tables, the generators and the later mentions of a document see
/// one way to write such a name. A hyphen between two places, two clubs or behind a word (图文-德罗巴) stays one.
struct NameHyphens {
  let knowledge: KnowledgeBase

  /// So many characters on either side are looked at.
  private static let reach = 8

  /// Folds the hyphens of a text; linear, and nothing but a look at each character where there are none.
  func fold(_ text: inout SourceText) {
    var found: [Int] = []
    text.folded.withUnsafeBufferPointer { folded in
      guard folded.count > 4, let base = folded.baseAddress else { return }
      let end = folded.count - 2
      var offset = CharacterSearch.first(base, from: 2, to: end, where: Self.isHyphen)
      while offset < end {
        if joins(base, offset, folded.count) { found.append(offset) }
        offset = CharacterSearch.first(base, from: offset + 1, to: end, where: Self.isHyphen)
      }
    }
    for offset in found { text.refold(offset, as: 0xB7) }
  }

  @inline(__always)
  private static func isHyphen(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar &- 0x2013 < 2 }

  /// Whether the characters around a hyphen are parts of one name.
  private func joins(_ folded: UnsafePointer<UInt32>, _ offset: Int, _ count: Int) -> Bool {
    var start = offset
    while start > max(offset - Self.reach, 0), isForeign(folded[start - 1]) { start -= 1 }
    var end = offset + 1
    while end < min(offset + 1 + Self.reach, count), isForeign(folded[end]) { end += 1 }
    let isShort = offset - start == 1
    // 雷-阿伦, but not 组图-贝克汉姆; 让-皮埃尔.
    if isShort, start > 0, CharacterKind(folded[start - 1]) == .han, folded[start] != 0x8BA9 { return false }
    guard start < offset, end - offset > 2 else { return false }
    let left = isNamed(folded, start, offset, suffix: true)
    let right = isNamed(folded, offset + 1, end, suffix: false)
    return !left.isSure && !(left.isAny && right.isAny) && !isWord(folded + start, offset - start)
  }

  /// Whether a character is one of transliterations.
  private func isForeign(_ scalar: UInt32) -> Bool {
    let code = Int(knowledge.images[0].code(of: scalar))
    return code > 0 && knowledge.model.characters[code].transliteration != 0
  }

  /// Whether a listed place or body ends (or starts) at the hyphen: any one, and one that is nothing else.
  private func isNamed(
    _ folded: UnsafePointer<UInt32>, _ start: Int, _ end: Int, suffix: Bool
  ) -> (isAny: Bool, isSure: Bool) {
    var isAny = false
    for size in 2...max(2, end - start) where size <= end - start {
      let from = suffix ? end - size : start
      forEachRole(folded + from, size) { role in
        let isPlace = role.pointee.action == .place
        if isPlace || role.pointee.action == .name && role.pointee.edge.wordClass == .organization { isAny = true }
      }
    }
    var isSure = false
    forEachRole(folded + start, end - start) { role in
      if role.pointee.action == .place, role.pointee.flags & GazetteerEntry.ambiguous == 0 { isSure = true }
    }
    return (isAny, isSure)
  }

  private func isWord(_ surface: UnsafePointer<UInt32>, _ count: Int) -> Bool {
    if count < 2 { return false }
    var isWord = false
    forEachRole(surface, count) { if $0.pointee.action == .word { isWord = true } }
    return isWord
  }

  private func forEachRole(
    _ surface: UnsafePointer<UInt32>, _ count: Int, _ body: (UnsafePointer<EntryRole>) -> Void
  ) {
    let image = knowledge.images[0]
    image.forEachEntry(of: surface, count: count) {
      body(UnsafePointer(knowledge.entryRoles[0] + image.entries[$0].ownClass))
    }
  }
}
