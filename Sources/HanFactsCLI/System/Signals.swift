#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program does when it is told to stop.
enum Signals {
  /// The path of a file that must not stay behind. Set by one thread, read by the handler; a pointer is written whole.
  nonisolated(unsafe) private static var unfinished: UnsafeMutablePointer<CChar>?

  /// Ends quietly where the reader of a pipe has gone, with 130 on an interrupt, and leaves no unfinished file.
  static func install() {
    // The parent may have had it ignored; writing to nobody should end the program as it ends any filter.
    signal(SIGPIPE) { _ in Signals.stop(141) }
    signal(SIGINT) { _ in Signals.stop(130) }
    signal(SIGTERM) { _ in Signals.stop(143) }
    // Threads of a parent may block signals, and a program that they start inherits that. Not before the handlers
    // stand: a signal that waited would end the program as the system does.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&signals, number) }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Names the file to remove when the program is stopped; nil when it is in its place.
  static func setUnfinished(_ path: String?) {
    let old = unfinished
    unfinished = path.flatMap { strdup($0) }
    free(old)
  }

  /// Calls only what is safe in a handler.
  private static func stop(_ status: Int32) {
    if let unfinished { unlink(unfinished) }
    _exit(status)
  }
}
