import HanText
// STUBS: replaced by the figures and dates modules when they land.
/// STUB
public struct ExactDecimal: Hashable, Sendable, Codable { package var raw: Double = 0 }
/// STUB
public struct FigureValue: Hashable, Sendable, Codable {
  public var kind: String
  package func appendJSON(to out: inout [UInt8]) { out += Array("{\"kind\":\"count\"}".utf8) }
}
/// STUB
public struct DateValue: Hashable, Sendable, Codable {
  public var kind: String
  package func appendJSON(to out: inout [UInt8]) { out += Array("{\"kind\":\"date\"}".utf8) }
}
/// STUB
public struct ReferenceDate: Hashable, Sendable, Codable { public var value: String; public var from: String
  /// Reads `YYYY-MM-DD[THH:MM[:SS][±HH:MM]]`; nil when it is none.
  public init?(parsing text: String) { value = text; from = "option" }
  package func appendJSON(to out: inout [UInt8]) { out += Array("{\"value\":\"\(value)\",\"from\":\"\(from)\"}".utf8) }
}
