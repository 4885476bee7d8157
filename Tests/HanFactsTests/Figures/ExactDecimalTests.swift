import Foundation
import Testing

@testable import HanFacts

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "The text is the JSON number",
    arguments: [
      ("39.5", "39.5"), ("6370e8", "637000000000"), ("1.10", "1.1"), ("-0", "0"), ("0.00000003", "0.00000003"),
      (".77", "0.77"),
      ("202107211321363588510367", "202107211321363588510367"), ("-1e-3", "-0.001"),
    ])
  func text(read: String, written: String) { #expect(ExactDecimal(read)?.description == written) }

  @Test(
    "Division to 15 digits",
    arguments: [
      (1, 3, "0.333333333333333"), (1, 16, "0.0625"), (2, 3, "0.666666666666667"), (157, 3, "52.3333333333333"),
      (10, 5, "2"),
      (1, 7, "0.142857142857143"), (-1, 3, "-0.333333333333333"),
    ])
  func division(upper: Int, lower: Int, expected: String) {
    #expect(ExactDecimal(upper).divided(by: ExactDecimal(lower))?.description == expected)
  }

  @Test("Division by nought is none")
  func zero() { #expect(ExactDecimal.one.divided(by: .zero) == nil) }

  @Test("Sums and products that need more than 38 digits are none")
  func overflow() {
    let long = ExactDecimal("12345678901234567890123456789012345678")
    #expect(long != nil)
    #expect(long?.multiplied(by: 12_345_678_901) == nil)
    #expect(long?.adding(ExactDecimal(isNegative: false, significand: WideInteger(low: 1), exponent: -3)) == nil)
  }

  @Test("Order is by value")
  func order() {
    let sorted: [ExactDecimal] = [-100, -3.5, 0, 0.001, 0.5, 1, 9.99, 10, 12_000_000_000]
    #expect(sorted.shuffled().sorted() == sorted)
    #expect(ExactDecimal("1e30")! > ExactDecimal("9.99e29")!)
  }

  @Test("Codable writes numbers")
  func codable() throws {
    let values: [ExactDecimal] = [39.5, 637_000_000_000, -0.1]
    let data = try JSONEncoder().encode(values)
    #expect(String(decoding: data, as: UTF8.self) == "[39.5,637000000000,-0.1]")
    #expect(try JSONDecoder().decode([ExactDecimal].self, from: data) == values)
  }
}

@Suite("Figure values as JSON")
struct FigureValueTests {
  @Test("Keys stand in the contract's order")
  func order() throws {
    var value = FigureValue(kind: .count, value: 4500, approximation: .over, unit: "项", canonicalUnit: "项")
    var bytes: [UInt8] = []
    value.appendJSON(to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"kind":"count","value":4500,"approximation":"over","unit":"项","canonicalUnit":"项"}"#)
    value = FigureValue(kind: .score, parts: [78, 96])
    bytes = []
    value.appendJSON(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"kind":"score","value":"78:96","parts":[78,96]}"#)
    #expect(try JSONDecoder().decode(FigureValue.self, from: Data(bytes)) == value)
  }
}
