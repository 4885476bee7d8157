import HanText

@testable import HanFacts

/// What the suites of facts share.
enum FactTesting {
  static let extractor = Extractor(knowledge: .standard)

  /// The facts of a type, each written as its arguments: `汪文斌 | 发言人 | 外交部`; a missing one is empty.
  static func facts(_ type: FactType, _ arguments: [String], in text: String) -> [String] {
    extractor.extract(text).facts.filter { $0.type == type }.map { fact in
      arguments.map { show(fact[$0]) }.joined(separator: " | ")
    }
  }

  static func show(_ value: FactValue?) -> String {
    switch value {
    case .argument(let argument): argument.text
    case .list(let list): list.map(\.text).joined(separator: "、")
    case .word(let word): word
    case nil: ""
    }
  }

  /// The titles of a text as marked text: `外交部[发言人]汪文斌`.
  static func markedTitles(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for entity in extractor.extract(text).entities.reversed() where entity.type == .title {
      scalars.insert("]", at: entity.range.scalars.upperBound)
      scalars.insert("[", at: entity.range.scalars.lowerBound)
    }
    var marked = String.UnicodeScalarView()
    marked.append(contentsOf: scalars)
    return String(marked)
  }
}
