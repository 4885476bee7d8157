/// The image of the binary while it is decoded: two threads may decode a part each, since most of the time goes to making
/// the pages that it is written to.
package final class PrintableImage: @unchecked Sendable {
  // The characters live as long as the program; what they are decoded to is written part by part before it is read.
  private let printable: UnsafeBufferPointer<UInt8>
  /// What the image stands in, and others behind it.
  package let room: LargeRoom
  private let storage: UnsafeMutableRawPointer
  private let size: Int
  /// Where the second part begins: at the start of a large page.
  private let middle: Int

  /// An image in the printable coding of `PrintableCoding`.
  ///
  /// - Parameter more: how many bytes the room shall have for others
  package init(_ printable: UnsafeBufferPointer<UInt8>, more: Int) {
    self.printable = printable
    size = PrintableCoding.decodedSize(printable.count)
    // The thread of the second part begins later than the other.
    middle = min((size * 2 / 3 + LargeRoom.pageSize / 2) / LargeRoom.pageSize * LargeRoom.pageSize, size)
    room = LargeRoom(size: GazetteerImage.storageSize(size) + more)
    storage = room.take(GazetteerImage.storageSize(size))
  }

  /// Decodes the first part.
  package func decodeFront() { PrintableCoding.decode(printable, 0..<middle, to: storage) }

  /// Decodes the second part.
  package func decodeBack() { PrintableCoding.decode(printable, middle..<size, to: storage) }

  /// The image, once both parts are decoded; nil where the characters are none.
  ///
  /// - Parameters:
  ///   - plain: the part of plain text, which lives as long as the program
  ///   - digest: the digest of both
  package func image(plain: UnsafeBufferPointer<UInt8>, digest: UInt64) -> GazetteerImage? {
    GazetteerImage(
      decoded: storage, in: room, size: ImageFormat.binarySize(of: storage, size: size), plain: plain, digest: digest)
  }
}
