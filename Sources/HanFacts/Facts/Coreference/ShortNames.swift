import HanText

/// Joins short forms of names to the things they stand for.
///
/// ```
/// 路易吉·甘巴尔代拉 … 甘巴尔代拉          the last or first part of a dotted name
/// 汪文斌 … 汪发言人                       a surname with a title
/// 江苏省产业技术研究院 … 江苏产研院        characters of the full name in their order, to its end
/// ```
/// A short form belongs to the last full form before it. Names are looked up by part, so this is linear in the mentions.
struct ShortNames {
  let text: SourceText

  /// Gives short forms the thing and the canonical form of their full name.
  func link(_ mentions: inout [Mention]) {
    // By part of a name: the mention that it is short for.
    var persons: [[UInt32]: Int] = [:]
    var bodies: [UInt32: [Int]] = [:]
    var seen: Set<Int> = []
    for index in mentions.indices {
      let range = mentions[index].range
      switch mentions[index].type {
      case .person:
        let scalars = Array(text.folded[range])
        if let full = persons[scalars], full != index, mentions[full].canonical != mentions[index].canonical {
          join(index, to: full, &mentions)
        } else {
          remember(scalars, index, mentions[index], &persons)
        }
      case .organization:
        let last = text.folded[range.upperBound - 1]
        if mentions[index].source == .document, let full = fullForm(of: range, bodies[last] ?? [], mentions) {
          join(index, to: full, &mentions)
        } else if range.count > 4, seen.insert(mentions[index].thing).inserted {
          bodies[last, default: []].append(index)
        }
      default: break
      }
    }
  }

  private func join(_ index: Int, to full: Int, _ mentions: inout [Mention]) {
    mentions[index].thing = mentions[full].thing
    mentions[index].canonical = mentions[full].canonical
  }

  private func remember(_ scalars: [UInt32], _ index: Int, _ mention: Mention, _ persons: inout [[UInt32]: Int]) {
    let parts = scalars.split(separator: 0xB7).map(Array.init)
    if parts.count > 1 {
      if let first = parts.first, first.count > 1 { persons[first] = index }
      if let last = parts.last, last.count > 1 { persons[last] = index }
    } else if case .person(let value)? = mention.value, !value.given.isEmpty {
      persons[value.surname.foldedScalars] = index
    } else if mention.source == .chineseName, let surname = scalars.first {
      persons[[surname]] = index
    }
  }

  /// At most so many bodies are compared with a short form.
  private static let candidates = 24

  private func fullForm(of short: Range<Int>, _ bodies: [Int], _ mentions: [Mention]) -> Int? {
    for full in bodies.suffix(Self.candidates).reversed() {
      let range = mentions[full].range
      guard range.count > short.count else { continue }
      var position = short.lowerBound
      for place in range where position < short.upperBound && text.folded[place] == text.folded[position] {
        position += 1
      }
      if position == short.upperBound { return full }
    }
    return nil
  }
}
