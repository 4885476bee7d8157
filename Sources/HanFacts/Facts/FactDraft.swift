/// A piece of the text in a fact: characters of the stream.
struct FactPiece: Hashable {
  var range: Range<Int>
  /// The mention whose thing and value the argument carries, or -1.
  var mention = -1
}

/// A fact in the making: ranges of the stream instead of strings.
struct FactDraft {
  /// What stands under an argument's name.
  enum Value {
    case piece(FactPiece)
    case list([FactPiece])
    case word(String)
    /// The fact with this number among the drafts.
    case fact(Int)
  }

  var type: FactType
  var rule: String
  var range: Range<Int>
  var arguments: [(name: String, value: Value)] = []
  var polarity: String?
  var modality: String?
  var source: FactPiece?
  /// Rules of files may be more or less important; those of Swift are 0.
  var priority = 0

  /// The single piece under a name, or nil.
  func piece(_ name: String) -> FactPiece? {
    for argument in arguments where argument.name == name {
      if case .piece(let piece) = argument.value { return piece }
    }
    return nil
  }

  /// Sets an argument; nil leaves it out.
  mutating func set(_ name: String, _ piece: FactPiece?) {
    if let piece { arguments.append((name, .piece(piece))) }
  }
}
