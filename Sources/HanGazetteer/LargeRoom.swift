#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Memory for what is read at random by every text: an image and the tables of the model.
///
/// It stands on large pages where the system gives them, which are few to make at the start and few to look up later.
package final class LargeRoom: @unchecked Sendable {
  // Written to by whoever takes of it, before it is shared; freed in `deinit`.
  private let base: UnsafeMutableRawPointer
  private let size: Int
  private var used = 0
  private var overflow: [UnsafeMutableRawPointer] = []
  private static let alignment = 64
  /// The size of a large page.
  static let pageSize = 1 << 21

  /// Room for so many bytes, and what is left of its last page.
  package init(size: Int) {
    #if os(Linux)
      let pageSize = Self.pageSize
      if size > pageSize {
        self.size = (size + pageSize - 1) / pageSize * pageSize
        base = UnsafeMutableRawPointer.allocate(byteCount: self.size, alignment: pageSize)
        madvise(base, self.size, Int32(MADV_HUGEPAGE))
        return
      }
    #endif
    self.size = max(size, 1)
    base = UnsafeMutableRawPointer.allocate(byteCount: self.size, alignment: Self.alignment)
  }

  /// Memory for so many bytes, which holds anything and lives as long as the room; it is taken by one thread.
  package func take(_ count: Int) -> UnsafeMutableRawPointer {
    let start = (used + Self.alignment - 1) / Self.alignment * Self.alignment
    if start + count <= size {
      used = start + count
      return base + start
    }
    let more = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: Self.alignment)
    overflow.append(more)
    return more
  }

  /// Memory for so many values.
  package func take<Value: BitwiseCopyable>(_: Value.Type, count: Int) -> UnsafeMutablePointer<Value> {
    take(count * MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: count)
  }

  deinit {
    base.deallocate()
    for memory in overflow { memory.deallocate() }
  }
}
