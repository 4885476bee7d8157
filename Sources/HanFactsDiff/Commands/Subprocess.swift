#if os(macOS) || os(Linux)
  #if canImport(Glibc)
    @preconcurrency import Glibc
  #elseif canImport(Musl)
    @preconcurrency import Musl
  #elseif canImport(Darwin)
    @preconcurrency import Darwin
  #endif

  /// A program that is asked and answers: its standard input and output are pipes, its errors go where ours go.
  final class Subprocess {
    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private var isFinished = false
    private var buffer: [UInt8] = []
    private var position = 0

    /// Starts a program that is looked up in `PATH`.
    init(_ arguments: [String]) throws(DiffError) {
      var ends = [Int32](repeating: -1, count: 4)
      let isOpen = ends.withUnsafeMutableBufferPointer { ends in
        guard let base = ends.baseAddress else { return false }
        return pipe(base) == 0 && pipe(base + 2) == 0
      }
      (input, output) = (ends[1], ends[2])
      let theirs = [ends[0], ends[3]]
      guard isOpen else {
        for descriptor in ends where descriptor >= 0 { close(descriptor) }
        throw SystemFile.failure("a pipe cannot be opened")
      }
      for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      do {
        process = try Self.spawn(arguments, input: theirs[0], output: theirs[1])
      } catch {
        for descriptor in ends { close(descriptor) }
        throw error
      }
      for descriptor in theirs { close(descriptor) }
    }

    deinit {
      guard !isFinished else { return }
      close(input)
      close(output)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    private static func spawn(_ arguments: [String], input: Int32, output: Int32) throws(DiffError) -> pid_t {
      #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        let environment = _NSGetEnviron().pointee
      #else
        var actions = posix_spawn_file_actions_t()
        let environment = environ
      #endif
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
      words.append(nil)
      defer { for word in words { free(word) } }
      var process: pid_t = 0
      let status = posix_spawnp(&process, arguments[0], &actions, nil, words, environment)
      guard status == 0 else {
        throw DiffError("\(arguments[0]) cannot be started: \(String(cString: strerror(status)))")
      }
      return process
    }

    /// Sends bytes to the program.
    func send(_ text: String) throws(DiffError) {
      guard SystemFile.writeAll(input, Array(text.utf8)) else { throw SystemFile.failure("the program ended early") }
    }

    /// The next line of the answer without its end; nil at the end.
    func line() throws(DiffError) -> [UInt8]? {
      if position == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        position = 0
      }
      var searched = position
      while true {
        if let end = buffer[searched...].firstIndex(of: 0x0A) {
          defer { position = end + 1 }
          return Array(buffer[position..<end])
        }
        searched = buffer.count
        guard try fill() else { return nil }
      }
    }

    /// Exactly so many bytes of the answer.
    func bytes(_ count: Int) throws(DiffError) -> [UInt8] {
      while buffer.count - position < count {
        guard try fill() else { throw DiffError("the program's answer ends early") }
      }
      defer { position += count }
      return Array(buffer[position..<position + count])
    }

    /// Reads more of the answer behind what is there; false at the end.
    private func fill() throws(DiffError) -> Bool {
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = chunk.withUnsafeMutableBytes { SystemFile.readSome(output, $0) }
      guard count >= 0 else { throw SystemFile.failure("a pipe cannot be read") }
      buffer += chunk[..<count]
      return count > 0
    }

    /// The rest of the answer, and the exit status.
    func finish() throws(DiffError) -> (rest: [UInt8], status: Int32) {
      close(input)
      while try fill() {}
      close(output)
      isFinished = true
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      let hasExited = status & 0x7F == 0
      return (Array(buffer[position...]), hasExited ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
    }
  }
#endif
