/// One line on standard error that tells how far the work is, how fast, and when it will be done.
struct Progress {
  private let isShown: Bool
  /// On a terminal the line is written over; elsewhere each is a line of its own.
  private let isTerminal: Bool
  private let total: Int?
  private let start: Double
  private var last: Double
  private var documents = 0
  private var bytes = 0
  private var isOnScreen = false

  /// Decides whether to show it: `--progress`, `--quiet`, and where the streams lead.
  init(_ arguments: ParsedArguments, total: Int?, isOutputOnTerminal: Bool) {
    isTerminal = Console.isTerminal(Console.errors) && Console.environment("TERM") != "dumb"
    switch arguments.value("progress") {
    case "always": isShown = true
    case "never": isShown = false
    default: isShown = Console.isTerminal(Console.errors) && !isOutputOnTerminal && !arguments.has("quiet")
    }
    self.total = total
    start = Console.seconds()
    last = start
  }

  /// Counts a document that was written.
  mutating func countDocument() { documents += 1 }

  /// Counts input that is done, and shows the line where it is time.
  mutating func countBytes(_ count: Int) {
    bytes += count
    guard isShown else { return }
    let now = Console.seconds()
    guard now - last >= (isTerminal ? 0.1 : 1) else { return }
    last = now
    show(line(now - start, isDone: false))
  }

  /// Takes the line off the screen, so that a message can stand there.
  mutating func clear() {
    if isOnScreen { Console.writeError("\r\u{1B}[K") }
    isOnScreen = false
  }

  /// Shows the last line and leaves it.
  mutating func finish() {
    guard isShown else { return }
    show(line(Console.seconds() - start, isDone: true))
    if isTerminal { Console.writeError("\n") }
    isOnScreen = false
  }

  private mutating func show(_ line: String) {
    Console.writeError(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n")
    isOnScreen = isTerminal
  }

  private func line(_ seconds: Double, isDone: Bool) -> String {
    let rate = seconds > 0 ? Double(bytes) / seconds : 0
    var text = "\(documents) documents, \(Self.size(Double(bytes)))"
    if let total, total > 0, !isDone { text += " of \(Self.size(Double(total)))" }
    text += ", \(Self.size(rate))/s"
    if isDone { return text + ", \(Self.time(seconds)) in all" }
    guard let total, rate > 0 else { return text }
    return text + ", ETA \(Self.time(Double(max(total - bytes, 0)) / rate))"
  }

  /// `12.3 MB`
  static func size(_ bytes: Double) -> String {
    var value = bytes
    var unit = "B"
    for next in ["kB", "MB", "GB", "TB"] where value >= 1_000 {
      value /= 1_000
      unit = next
    }
    let tenths = Int((value * 10).rounded())
    return unit == "B" || tenths >= 1_000 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// `0:07`, `1:02:03`
  static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 360_000_000))
    let (hours, minutes, rest) = (whole / 3_600, whole / 60 % 60, whole % 60)
    let tail = (rest < 10 ? "0" : "") + "\(rest)"
    return hours > 0 ? "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes):" + tail : "\(minutes):" + tail
  }
}
