import HanFactsFormats

/// `hanfacts schema`.
struct SchemaCommand {
  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// Prints the JSON Schema and returns the exit status.
  func run() throws -> Int32 {
    let output = try OutputFile(arguments.value("output"))
    try output.write(RecordSchema.utf8)
    try output.finish()
    return 0
  }
}
