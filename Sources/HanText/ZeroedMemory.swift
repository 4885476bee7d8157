#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory of zeros for large, thinly filled tables: the system makes its pages when they are written to.
///
/// Filling a table with zeros by hand would make all of them at the start of the program.
package enum ZeroedMemory {
  /// Room for so many values whose bytes are all zero; give it back with `free`.
  package static func allocate<Value: BitwiseCopyable>(_: Value.Type, count: Int) -> UnsafeMutablePointer<Value> {
    guard let memory = calloc(max(count, 1), MemoryLayout<Value>.stride) else {
      // The allocator of the standard library ends the program where there is no memory.
      let room = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * MemoryLayout<Value>.stride, alignment: 16)
      room.initializeMemory(as: UInt8.self, repeating: 0, count: max(count, 1) * MemoryLayout<Value>.stride)
      return room.assumingMemoryBound(to: Value.self)
    }
    return memory.assumingMemoryBound(to: Value.self)
  }

  /// Gives memory of `allocate` back.
  package static func free<Value: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Value>) {
    #if canImport(Glibc)
      Glibc.free(memory)
    #elseif canImport(Musl)
      Musl.free(memory)
    #else
      Darwin.free(memory)
    #endif
  }
}
