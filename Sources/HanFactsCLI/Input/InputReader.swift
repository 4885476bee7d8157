import HanText

/// Cuts the inputs into pieces for the workers, in order.
struct InputReader {
  /// A piece of work.
  enum Piece {
    /// A file that is one document; the worker reads it.
    case file(InputFile)
    /// Lines of a file that holds a document a line.
    case lines(LineBatch, InputFile)
    /// An input that cannot be read.
    case failure(String)
  }

  private var files: ArraySlice<InputFile>
  private let encoding: SourceEncoding
  private var source: (LineSource, InputFile)?

  init(_ files: [InputFile], encoding: SourceEncoding) {
    self.files = files[...]
    self.encoding = encoding
  }

  /// The next piece; nil at the end of all inputs.
  mutating func next() -> Piece? {
    do {
      while true {
        if let (source, file) = source {
          switch try source.next() {
          case .lines(let batch)?: return .lines(batch, file)
          case .tooLong(let number)?:
            return .failure("\(file.id):\(number): larger than the limit of 64 MiB a document; split it")
          case nil: self.source = nil
          }
        }
        guard let file = files.popFirst() else { return nil }
        if file.form == .text { return .file(file) }
        source = (try LineSource(file, encoding: encoding), file)
      }
    } catch {
      source = nil
      return .failure("\(error)")
    }
  }
}
