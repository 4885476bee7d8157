import HanText
// STUBS: replaced by the figures and dates modules when they land.
/// STUB
public struct ExactDecimal: Hashable, Sendable, Codable { package var raw: Double = 0 }
/// STUB
public struct FigureValue: Hashable, Sendable, Codable {
  public var kind: String
  package func appendJSON(to out: inout [UInt8]) { out += Array("{\"kind\":\"count\"}".utf8) }
}
