/// The two files of a document in brat's standoff format.
public struct BratFiles: Hashable, Sendable {
  /// The name that both files share, without `.txt` and `.ann`; safe on every file system.
  public var name: String
  /// The bytes of `name.txt`: the source, character for character; CR LF is written as blank and LF, a lone CR as
  /// LF, a byte order mark as a blank, since readers differ about these and offsets must not.
  public var text: [UInt8]
  /// The bytes of `name.ann`.
  public var annotations: [UInt8]
}
