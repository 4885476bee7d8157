import HanText

/// Joins short forms of names to the things they stand for.
///
/// ```
/// 路易吉·甘巴尔代拉 … 甘巴尔代拉          the last or first part of a dotted name
/// 汪文斌 … 汪发言人                       a surname with a title
/// 江苏省产业技术研究院 … 江苏产研院        characters of the full name in their order, to its end
/// …研究院(以下简称“产研院”), …机构(IAEA)   what brackets behind the full name say
/// ```
/// A short form belongs to the last full form before it. Names are looked up by part, so this is linear in the mentions.
/// One per worker: the tables are reused from document to document.
final class ShortNames {
  /// A body in the chain of those that end with one character.
  private struct Body: BitwiseCopyable {
    var mention: Int32
    /// One more than the place of the body before in the chain; 0 ends it.
    var before: Int32
  }

  /// By part of a name: one more than the mention that it is short for.
  private let persons = NumberTable()
  /// By the first two characters of a Chinese name: one more than the mention that begins with them.
  private let compounds = NumberTable()
  /// By last character: one more than the last body that ends with it.
  private let lastBodies = NumberTable()
  private let bodies = ScratchBuffer<Body>(capacity: 64)
  /// By short form that brackets declared: one more than the body.
  private let declared = NumberTable()
  /// By thing: whether it is among the bodies.
  private let isKnown = ScratchBuffer<Bool>(capacity: 256)

  /// Gives short forms the thing and the canonical form of their full name.
  func link(_ mentions: inout [Mention], _ folded: UnsafePointer<UInt32>) {
    persons.removeAll()
    compounds.removeAll()
    mentions.withUnsafeMutableBufferPointer { mentions in
      var hasShortBodies = false
      for index in 0..<mentions.count {
        switch mentions[index].type {
        case .person: linkPerson(index, mentions, folded)
        case .organization: if mentions[index].source == .document { hasShortBodies = true }
        default: break
        }
      }
      if hasShortBodies { linkBodies(mentions, folded) }
    }
  }

  private func join(_ index: Int, to full: Int, _ mentions: UnsafeMutableBufferPointer<Mention>) {
    mentions[index].thing = mentions[full].thing
    mentions[index].canonical = mentions[full].canonical
  }

  // MARK: Persons

  private static let dot: UInt32 = 0xB7

  private func linkPerson(
    _ index: Int, _ mentions: UnsafeMutableBufferPointer<Mention>, _ folded: UnsafePointer<UInt32>
  ) {
    let range = mentions[index].range
    let key = SurfaceKey.key(folded + range.lowerBound, range.count)
    // 端木教授
    let isCompound = range.count == 2 && mentions[index].source == .surname
    let full = (isCompound ? compounds[key] : persons[key]) - 1
    // Mentions of one canonical form are one thing.
    if full >= 0, full != index, mentions[full].thing != mentions[index].thing {
      join(index, to: full, mentions)
    } else {
      remember(range, index, mentions[index].source, folded)
    }
  }

  private func remember(_ range: Range<Int>, _ index: Int, _ source: EdgeSource, _ folded: UnsafePointer<UInt32>) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, folded[start] == Self.dot { start += 1 }
    while end > start, folded[end - 1] == Self.dot { end -= 1 }
    var first = start
    while first < end, folded[first] != Self.dot { first += 1 }
    if first < end {
      var last = end
      while folded[last - 1] != Self.dot { last -= 1 }
      if first - start > 1 { persons.set(SurfaceKey.key(folded + start, first - start), index + 1) }
      if end - last > 1 { persons.set(SurfaceKey.key(folded + last, end - last), index + 1) }
    } else if source == .chineseName || source == .titled && range.count < 5, !range.isEmpty {
      persons.set(SurfaceKey.key(folded + range.lowerBound, 1), index + 1)
      if range.count > 2 { compounds.set(SurfaceKey.key(folded + range.lowerBound, 2), index + 1) }
    }
  }

  // MARK: Bodies

  private func linkBodies(_ mentions: UnsafeMutableBufferPointer<Mention>, _ folded: UnsafePointer<UInt32>) {
    lastBodies.removeAll()
    declared.removeAll()
    bodies.count = 0
    var before = -1
    isKnown.resize(mentions.count + 1)
    isKnown.base.update(repeating: false, count: mentions.count + 1)
    for index in 0..<mentions.count where mentions[index].type == .organization && !mentions[index].range.isEmpty {
      let range = mentions[index].range
      let key = SurfaceKey.key(folded + range.lowerBound, range.count)
      if mentions[index].source == .document {
        if before >= 0, Self.isDeclaration(mentions[before].range.upperBound, range.lowerBound, folded) {
          declared.set(key, before + 1)
        }
        if declared[key] > 0, declared[key] <= index {
          join(index, to: declared[key] - 1, mentions)
          continue
        }
      }
      before = index
      let last = UInt64(folded[range.upperBound - 1]) | 1 << 32
      if mentions[index].source == .document, let full = fullForm(of: range, lastBodies[last], mentions, folded) {
        join(index, to: full, mentions)
        continue
      }
      // There are no more things than mentions.
      let thing = min(mentions[index].thing, mentions.count)
      if range.count > 4, !isKnown.base[thing] {
        isKnown.base[thing] = true
        bodies.append(Body(mention: Int32(index), before: Int32(lastBodies[last])))
        lastBodies.set(last, bodies.count)
      }
    }
  }

  /// Whether nothing but a bracket, 以下简称 and a mark stands between a body and its short form.
  private static func isDeclaration(_ start: Int, _ end: Int, _ folded: UnsafePointer<UInt32>) -> Bool {
    guard start < end, end - start <= 8, folded[start] == 0x28 || folded[start] == 0xFF08 else { return false }
    // 以 下 简 称 为 “ "
    return (start + 1..<end).allSatisfy { offset in
      switch folded[offset] {
      case 0x4EE5, 0x4E0B, 0x7B80, 0x79F0, 0x4E3A, 0x201C, 0x22: true
      default: false
      }
    }
  }

  /// At most so many bodies are compared with a short form.
  private static let candidates = 24

  private func fullForm(
    of short: Range<Int>, _ last: Int, _ mentions: UnsafeMutableBufferPointer<Mention>,
    _ folded: UnsafePointer<UInt32>
  ) -> Int? {
    var next = last
    var tried = 0
    while next > 0, tried < Self.candidates {
      let body = bodies.base[next - 1]
      next = Int(body.before)
      tried += 1
      let full = Int(body.mention)
      let range = mentions[full].range
      guard range.count > short.count else { continue }
      var position = short.lowerBound
      for place in range where position < short.upperBound && folded[place] == folded[position] { position += 1 }
      if position == short.upperBound { return full }
    }
    return nil
  }
}
