import HanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A scanner that reads its tables when the first text needs them: one that holds a character that begins a figure.
final class LazyFigureScanner: @unchecked Sendable {
  // Both are only used under `mutex`.
  private var tables: [(name: String, bytes: [UInt8])]
  private var scanner: FigureScanner?
  // A lock of the system; a queue of Dispatch would add its start to that of every program. Freed in `deinit`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  /// A scanner of these tables.
  init(tables: [(name: String, bytes: [UInt8])]) {
    self.tables = tables
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// The scanner for a text; nil where no figure can stand in it.
  func scanner(for text: SourceText) -> FigureScanner? {
    let table = FigureTrigger.table.buffer
    let isNeeded = text.folded.withUnsafeBufferPointer { folded in
      folded.contains { $0 < 0x10000 && table[Int($0)] != 0 }
    }
    return isNeeded ? made : nil
  }

  private var made: FigureScanner {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if let scanner { return scanner }
    let made = FigureScanner(lexicon: UnitLexicon(tables: tables))
    scanner = made
    tables = []
    return made
  }
}

/// Finds every quantity of a text in one pass.
///
/// Characters that cannot begin a number cost one table look-up; a number is read forwards from its first character,
/// its unit behind it, and its qualifiers, sign and currency backwards from it.
/// ```swift
/// var found: [FigureCandidate] = []
/// FigureScanner(lexicon: lexicon).scan(SourceText("技术成果4500多项"), into: &found)
/// found[0].range  // 4..<10
/// ```
package struct FigureScanner: Sendable {
  let lexicon: UnitLexicon

  /// Makes a scanner with these tables.
  package init(lexicon: UnitLexicon) { self.lexicon = lexicon }

  /// Appends the figures of a text in text order; none overlaps another.
  ///
  /// - Complexity: O(n) in the length of the stream.
  package func scan(_ text: SourceText, into out: inout [FigureCandidate]) {
    var refusals: [FigureRefusal]? = nil
    scan(text, into: &out, refusals: &refusals)
  }

  /// The same, and where asked for, the numbers that are no figures with the reason.
  package func scan(_ text: SourceText, into out: inout [FigureCandidate], refusals: inout [FigureRefusal]?) {
    text.folded.withUnsafeBufferPointer { folded in
      var scan = FigureScan(text: folded, lexicon: lexicon)
      scan.keepsRefusals = refusals != nil
      swap(&scan.candidates, &out)
      scan.run()
      swap(&scan.candidates, &out)
      refusals?.append(contentsOf: scan.refusals)
    }
  }
}
