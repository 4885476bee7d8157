/// Settles which of several equal records is the one that is gone.
///
/// In `甲 乙 甲 丙` without `甲 乙` or without `乙 甲` the same `甲 丙` is left. Every run of unpaired elements is slid
/// up and down as long as what enters equals what leaves, joined with the runs it meets, and comes to rest where the
/// boundaries of the text before and behind it are strongest; the upper place wins a tie.
struct HunkSliding {
  /// A run is slid by no more than this, so that the work stays linear.
  static let reach = 512

  let keys: [Int32]
  /// One strength per element, or empty.
  let breaks: [UInt8]

  /// Slides the runs of one side.
  ///
  /// - Parameters:
  ///   - isPaired: whether an element has a partner
  ///   - handOver: gives the partner of the first element to the second
  func settle(isPaired: (Int) -> Bool, handOver: (_ from: Int, _ to: Int) -> Void) {
    var index = 0
    while index < keys.count {
      guard !isPaired(index) else {
        index += 1
        continue
      }
      var run = index..<index
      extend(&run, isPaired)
      var steps = Self.reach
      // Up and down until the run meets no other any more.
      var length: Int
      repeat {
        length = run.count
        while steps > 0, slideUp(&run, isPaired, handOver) { steps -= 1 }
        while steps > 0, slideDown(&run, isPaired, handOver) { steps -= 1 }
      } while run.count > length && steps > 0
      settleUpwards(&run, isPaired, handOver)
      index = max(index, run.upperBound) + 1
    }
  }

  /// From the lowest place up to the best.
  private func settleUpwards(
    _ run: inout Range<Int>, _ isPaired: (Int) -> Bool, _ handOver: (_ from: Int, _ to: Int) -> Void
  ) {
    var best = (strength: strength(of: run), shift: 0)
    var candidate = run
    var shift = 0
    while shift < Self.reach, candidate.lowerBound > 0, isPaired(candidate.lowerBound - 1),
      keys[candidate.lowerBound - 1] == keys[candidate.upperBound - 1]
    {
      candidate = candidate.lowerBound - 1..<candidate.upperBound - 1
      shift += 1
      // A place that touches another run would join it; the runs were joined before as far as the reach went.
      if candidate.lowerBound > 0, !isPaired(candidate.lowerBound - 1) { break }
      let strength = strength(of: candidate)
      if strength >= best.strength { best = (strength, shift) }
    }
    for _ in 0..<best.shift { _ = slideUp(&run, isPaired, handOver) }
  }

  private func strength(of run: Range<Int>) -> Int {
    guard !breaks.isEmpty else { return 0 }
    let behind = run.upperBound < breaks.count ? breaks[run.upperBound] : TextBreaks.edge
    return Int(breaks[run.lowerBound]) + Int(behind)
  }

  private func slideUp(
    _ run: inout Range<Int>, _ isPaired: (Int) -> Bool, _ handOver: (_ from: Int, _ to: Int) -> Void
  ) -> Bool {
    guard run.lowerBound > 0, isPaired(run.lowerBound - 1), keys[run.lowerBound - 1] == keys[run.upperBound - 1]
    else { return false }
    handOver(run.lowerBound - 1, run.upperBound - 1)
    run = run.lowerBound - 1..<run.upperBound - 1
    extend(&run, isPaired)
    return true
  }

  private func slideDown(
    _ run: inout Range<Int>, _ isPaired: (Int) -> Bool, _ handOver: (_ from: Int, _ to: Int) -> Void
  ) -> Bool {
    guard run.upperBound < keys.count, isPaired(run.upperBound), keys[run.upperBound] == keys[run.lowerBound]
    else { return false }
    handOver(run.upperBound, run.lowerBound)
    run = run.lowerBound + 1..<run.upperBound + 1
    extend(&run, isPaired)
    return true
  }

  /// Takes in the unpaired elements beside the run.
  private func extend(_ run: inout Range<Int>, _ isPaired: (Int) -> Bool) {
    var (low, high) = (run.lowerBound, run.upperBound)
    while low > 0, !isPaired(low - 1) { low -= 1 }
    while high < keys.count, !isPaired(high) { high += 1 }
    run = low..<high
  }
}
