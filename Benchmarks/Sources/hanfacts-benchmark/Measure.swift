#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Seconds of processor time that the thread takes for a piece of work: other programs on the machine count little.
func seconds(_ work: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  work()
  return now() - start
}

/// The least that some runs take.
func leastSeconds(runs: Int, _ work: () -> Void) -> Double { (0..<runs).map { _ in seconds(work) }.min() ?? 0 }

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
