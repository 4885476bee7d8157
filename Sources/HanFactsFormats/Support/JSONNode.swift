/// A JSON value as read: objects keep the order of their keys, numbers their digits.
enum JSONNode: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONNode])
  case object([Member])

  /// A key of an object and what stands under it.
  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONNode
  }

  /// What stands under a key of an object, else nil.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string, else nil.
  var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The elements of an array, else nil.
  var elements: [JSONNode]? { if case .array(let elements) = self { elements } else { nil } }
  /// A number that is an integer, else nil.
  var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  /// The digits of a number or the text of a string, else nil.
  var scalarText: String? {
    switch self {
    case .number(let text), .string(let text): text
    default: nil
    }
  }
  /// True for `true` alone.
  var isTrue: Bool { self == .bool(true) }

  /// What the value is, for messages.
  var name: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
