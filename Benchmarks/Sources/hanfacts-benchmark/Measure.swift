#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Seconds that a piece of work takes: the median of some runs.
func seconds(runs: Int = 1, _ work: () -> Void) -> Double { times(runs: runs, work)[runs / 2] }

/// Seconds that a piece of work takes at best: what other programs on the machine disturb least.
func leastSeconds(runs: Int, _ work: () -> Void) -> Double { times(runs: runs, work)[0] }

private func times(runs: Int, _ work: () -> Void) -> [Double] {
  let clock = ContinuousClock()
  let times = (0..<runs).map { _ -> Double in
    let time = clock.measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
  }
  return times.sorted()
}

/// The largest memory the process has had, in MB.
func peakMegabytes() -> Int {
  var usage = rusage()
  #if canImport(Glibc)
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) / 1024
  #else
    getrusage(RUSAGE_SELF, &usage)
    return Int(usage.ru_maxrss) / 1_048_576
  #endif
}

/// A number with some digits behind the point.
func number(_ value: Double, _ digits: Int = 1) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let rounded = (value * scale).rounded() / scale
  let text = "\(rounded)"
  return digits == 0 ? String(text.prefix { $0 != "." }) : text
}

/// Prints a table: the first column to the left, the others to the right.
func printTable(_ header: [String], _ rows: [[String]]) {
  let all = [header] + rows
  func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) } }
  let widths = header.indices.map { column in all.map { width($0[column]) }.max() ?? 0 }
  for row in all {
    let cells = row.enumerated().map { column, cell in
      let pad = String(repeating: " ", count: widths[column] - width(cell))
      return column == 0 ? cell + pad : pad + cell
    }
    print(cells.joined(separator: "  "))
  }
}
