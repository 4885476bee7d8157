/// The folding of characters for matching: one character to one, never shown, never in an output.
///
/// Full-width ASCII becomes half-width, traditional characters simplified, and variants of one punctuation mark one
/// mark. Case is kept, and `—` stays apart from `-` and `~`. The table is built on first use, in well under 0.3 ms.
package struct FoldingTable: @unchecked Sendable {
  /// The one table of the process.
  package static let shared = FoldingTable()

  /// 65,536 entries, never written after `init` and never freed.
  let base: UnsafePointer<UInt16>

  /// The folded form of a scalar value. O(1).
  ///
  /// ```swift
  /// FoldingTable.shared.fold(0x570B)  // 國 → U+56FD 国
  /// ```
  @inline(__always)
  package func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(base[Int(scalar)]) : scalar
  }

  /// Variants, each followed by its folded form.
  private static let punctuationPairs: StaticString = """
    ‧·•·・·･·∙·⋅·－-﹣-‐-‑-–-−-―—〜~∼~～~｡。､、｢「｣」
    ﹐,﹔;﹕:﹖?﹗!﹙(﹚)﹪%﹟#﹠&﹡*﹢+﹤<﹥>﹦=﹩$﹫@￠¢￡£￥¥○〇◯〇
    """

  private init() {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x10000)
    for scalar in 0..<0x10000 { (table + scalar).initialize(to: UInt16(truncatingIfNeeded: scalar)) }
    for scalar in 0xFF01...0xFF5E { table[scalar] = UInt16(scalar - 0xFEE0) }
    for pairs in [foldingPairs, Self.punctuationPairs] {
      pairs.withUTF8Buffer { buffer in
        var pending: UInt32 = 0
        UTF8Decoding.forEach(buffer) { scalar in
          if scalar == 0x0A { return }
          if pending == 0 {
            pending = scalar
          } else {
            table[Int(pending)] = UInt16(truncatingIfNeeded: scalar)
            pending = 0
          }
        }
      }
    }
    base = UnsafePointer(table)
  }
}
