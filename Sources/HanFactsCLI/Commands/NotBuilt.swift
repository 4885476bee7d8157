/// A command that the table knows and that nobody has built yet.
struct NotBuilt: Error, CustomStringConvertible {
  /// The words of the command.
  var name: String
  var description: String { "'\(name)' is not built yet" }
  init(_ name: String) { self.name = name }
}
