#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock of the system with one condition that threads wait for.
final class Monitor: @unchecked Sendable {
  // Allocated once, so that the addresses stay; freed in `deinit`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  func lock() { pthread_mutex_lock(mutex) }
  func unlock() { pthread_mutex_unlock(mutex) }
  /// Gives the lock back until another thread wakes this one.
  func wait() { pthread_cond_wait(condition, mutex) }
  /// Wakes all threads that wait.
  func wakeAll() { pthread_cond_broadcast(condition) }

  /// Runs `body` under the lock.
  func whileLocked<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    lock()
    defer { unlock() }
    return try body()
  }
}

/// Threads of the system.
enum Threads {
  /// The processors that are online.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Calls `body` with 0 ..< count, each on a thread of its own, the first on this one, and waits for all.
  static func perform(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    // Secondary threads of Darwin have half a megabyte only.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    for index in 1..<max(count, 1) {
      if let thread = start(&attributes, Body { body(index) }) { threads.append(thread) }
    }
    pthread_attr_destroy(&attributes)
    // Where no thread could be had the work is done here: each call takes what is left.
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func start(_ attributes: inout pthread_attr_t, _ body: Body) -> pthread_t? {
    let box = Unmanaged.passRetained(body)
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
          return nil
        }, box.toOpaque())
    #else
      var thread = pthread_t()
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
          return nil
        }, box.toOpaque())
    #endif
    if status == 0 { return thread }
    box.release()
    return nil
  }
}
